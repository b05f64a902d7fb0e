import { type AttemptRefusal, type Refusal, refused } from '@rightplace/domain';
import { appendAudit, asTenant, decideImport, holdRecord } from '@rightplace/store';
import type { World } from '../world.ts';
import { actorOf, findImportRefusal, type Importer, tenantOf } from './importer.ts';

export interface Discarded {
  readonly kind: 'discarded';
}

/** Puts a previewed import away. Its files and its report stay in the history. */
export const discardImport = async (
  world: Pick<World, 'db' | 'now'>,
  importer: Importer,
  importId: number,
): Promise<Discarded | AttemptRefusal | Refusal<'already-decided'>> => {
  const refusal = findImportRefusal(world, importer, 'preview-import');
  if (refusal !== undefined) return refusal;
  return asTenant(world.db, tenantOf(importer), async (tx) => {
    // Waits for a load of the same import, and makes one wait: one of the two is done, and the other says so.
    await holdRecord(tx);
    const [at, actor] = [world.now(), actorOf(importer)];
    if (!(await decideImport(tx, importId, { status: 'discarded', at, actor }))) {
      return refused('already-decided', 'This import is not waiting for a decision any more.');
    }
    const subject = { kind: 'import', id: String(importId) };
    await appendAudit(tx, { at, actor, action: 'import-discarded', subject });
    return { kind: 'discarded' };
  });
};
