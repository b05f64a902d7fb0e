import {
  appendAudit,
  asTenant,
  asTenantReading,
  type Connections,
  listAttachmentKeys,
  listAuthorities,
  replaceAttachmentKey,
} from '@rightplace/store';
import type { World } from '../world.ts';
import type { FileKeys } from './file-keys.ts';
import { openKey, sealKey } from './seal.ts';
import { sealedAs } from './stored-content.ts';

/** How many documents are sealed with each key, by the key's name. */
export const keysInUse = async ({ db }: Pick<World, 'db'>): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>();
  for (const { code: authorityId } of await listAuthorities(db))
    for (const { sealedWith } of await asTenantReading(db, { authorityId }, listAttachmentKeys))
      counts.set(sealedWith, (counts.get(sealedWith) ?? 0) + 1);
  return counts;
};

/**
 * Puts every document's own key under the key in use now, an authority at a time; the documents stay as they are. Undefined when
 * one of them is under a key that is not there: then nothing of that authority is changed.
 */
export const rekeyDocuments = async (
  { db, owner, now }: Pick<World, 'db' | 'now'> & { readonly owner: Connections },
  keys: FileKeys,
): Promise<{ readonly changed: number; readonly missing: readonly string[] }> => {
  const { current } = keys;
  const missing = [...(await keysInUse({ db })).keys()].filter((name) => keys.find(name) === undefined);
  if (missing.length > 0) return { changed: 0, missing };
  let changed = 0;
  for (const { code: authorityId } of await listAuthorities(db))
    changed += await asTenant(owner, { authorityId }, async (tx) => {
      const others = (await listAttachmentKeys(tx)).filter(({ sealedWith }) => sealedWith !== current.name);
      for (const { id, sealedAs: uuid, sealedWith, sealedKey } of others) {
        const as = sealedAs(authorityId, uuid);
        const old = keys.find(sealedWith);
        if (old === undefined) throw new Error(`The key ${sealedWith} went away`);
        const key = openKey(old, as, sealedKey);
        await replaceAttachmentKey(tx, {
          id,
          sealedWith: current.name,
          sealedKey: sealKey(current, { as, key }),
        });
      }
      if (others.length > 0)
        await appendAudit(tx, {
          at: now(),
          actor: 'command line',
          action: 'case-documents-rekeyed',
          detail: { documents: others.length, key: current.name },
        });
      return others.length;
    });
  return { changed, missing: [] };
};
