import { type AttemptRefusal, type Refusal, refused } from '@rightplace/domain';
import { asTenantReading, findImport, loadImportFiles } from '@rightplace/store';
import type { World } from '../world.ts';
import { discardImport } from './discard-import.ts';
import { findImportRefusal, type Importer, tenantOf } from './importer.ts';
import { givenFromKept } from './kept-files.ts';
import { type Previewed, previewImport } from './preview-import.ts';

/**
 * Previews the files of an earlier import once more, on the record as it is now: for another collection year than they
 * were taken for, or because the record has changed. A preview still waiting is put away, as the new one takes its place.
 */
export const previewAgain = async (
  world: Pick<World, 'db' | 'now' | 'tell'>,
  importer: Importer,
  importId: number,
  collectionYear?: number,
): Promise<Previewed | AttemptRefusal | Refusal<'no-such-import'>> => {
  const refusal = findImportRefusal(world, importer, 'preview-import');
  if (refusal !== undefined) return refusal;
  const kept = await asTenantReading(world.db, tenantOf(importer), async (tx) => {
    const found = await findImport(tx, importId);
    return found && { status: found.status, files: await loadImportFiles(tx, importId) };
  });
  if (kept === undefined) return refused('no-such-import', 'There is no such import.');
  const files = kept.files.map(({ name, content }) => ({ name, bytes: content }));
  const previewed = await previewImport(world, importer, await givenFromKept(files, collectionYear));
  if (previewed.kind === 'previewed' && kept.status === 'previewed')
    await discardImport(world, importer, importId);
  return previewed;
};
