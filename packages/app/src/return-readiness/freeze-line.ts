import type { Freeze } from '@rightplace/store';
import type { Staff } from '../child/scope.ts';
import type { FreezeLine } from './freeze-views.ts';

export const freezeLine = (freeze: Freeze, staff: Staff): FreezeLine => ({
  id: freeze.id,
  collectionYear: freeze.collectionYear,
  version: freeze.version,
  at: freeze.at,
  by: staff.members.get(freeze.by)?.name ?? `Person ${freeze.by}`,
  knownAt: freeze.knownAt,
  note: freeze.note,
  children: freeze.children.length,
  open: freeze.open,
  answered: freeze.answered,
});
