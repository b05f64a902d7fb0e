import type { Freeze } from '@rightplace/store';
import type { Staff } from '../child/scope.ts';
import type { FreezeLine, FreezeView } from './freeze-views.ts';

export const freezeLine = (freeze: Freeze, staff: Staff): FreezeLine => ({
  id: freeze.id,
  collectionYear: freeze.collectionYear,
  kind: freeze.kind,
  version: freeze.version,
  at: freeze.at,
  by: staff.members.get(freeze.by)?.name ?? `Person ${freeze.by}`,
  knownAt: freeze.knownAt,
  note: freeze.note,
  children: freeze.children.length,
  open: freeze.open,
  answered: freeze.answered,
});

export const freezeView = (freeze: Freeze, staff: Staff): FreezeView => ({
  ...freezeLine(freeze, staff),
  files: freeze.files.map(({ name, size, sha256 }) => ({ name, bytes: size, sha256 })),
});
