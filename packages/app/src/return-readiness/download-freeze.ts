import {
  collectionYearLabel,
  isPurpose,
  londonDayOf,
  mayAttempt,
  PURPOSES,
  refused,
} from '@rightplace/domain';
import { appendAudit, asTenant, findFreeze, loadFreezeFiles } from '@rightplace/store';
import { zip } from '../export/zip.ts';
import type { DownloadFreeze } from './use-cases.ts';

/** A submitted return's files as they were. Who took it, and why, is in the audit before it leaves. */
export const downloadFreeze: DownloadFreeze = (world, signedIn, { id, purpose }) => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  return asTenant(world.db, tenant, async (tx) => {
    const on = londonDayOf(world.now());
    const permission = mayAttempt({ actor: signedIn.actor, action: 'export-return', on });
    if (permission.kind === 'refused') return permission;
    const freeze = await findFreeze(tx, id);
    if (freeze === undefined) return refused('no-such-freeze', 'There is no such submitted return.');
    if (!isPurpose(purpose)) return refused('purpose-needed', 'Say what the return is for.');
    const files = await loadFreezeFiles(tx, id);
    const label = collectionYearLabel(freeze.collectionYear);
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: 'freeze-downloaded',
      subject: { kind: 'return', id: label },
      why: PURPOSES[purpose],
      detail: { freeze: id, kind: freeze.kind, version: freeze.version, children: freeze.children },
    });
    return {
      kind: 'file',
      name: `return-${label}-${freeze.kind === 'rehearsal' ? 'rehearsal' : 'submitted'}-${freeze.version}.zip`,
      bytes: zip(files.map(({ name, content }) => ({ name, bytes: content }))),
    };
  });
};
