import {
  appendAudit,
  asTenant,
  asTenantReading,
  type Connections,
  listAllAttachments,
  listAttachmentKeys,
  listAuthorities,
  replaceAttachmentKey,
} from '@rightplace/store';
import type { World } from '../world.ts';
import type { FileKeys } from './file-keys.ts';
import { openKey, sealKey } from './seal.ts';
import { proveContent, sealedAs } from './stored-content.ts';

/** The names of keys that documents are sealed with and that are not there. */
export const findMissingKeys = async (
  { db }: Pick<World, 'db'>,
  keys: FileKeys,
): Promise<readonly string[]> => {
  const inUse = new Set<string>();
  for (const { code: authorityId } of await listAuthorities(db))
    for (const { sealedWith } of await asTenantReading(db, { authorityId }, listAttachmentKeys))
      inUse.add(sealedWith);
  return [...inUse].filter((name) => keys.find(name) === undefined);
};

/** Opens every document there is, of every authority: which are not as they were attached, and which keys are not there. */
export const checkDocuments = async (
  { db }: Pick<World, 'db'>,
  keys: FileKeys,
): Promise<{
  readonly opened: number;
  readonly erased: number;
  readonly spoilt: readonly {
    readonly authorityId: string;
    readonly caseId: number;
    readonly id: number;
  }[];
  readonly missing: readonly string[];
}> => {
  let opened = 0;
  let erased = 0;
  const spoilt: { authorityId: string; caseId: number; id: number }[] = [];
  const missing = new Set<string>();
  const files = { keys, scanner: undefined, mostBytes: 0 };
  for (const { code: authorityId } of await listAuthorities(db))
    for (const attachment of await asTenantReading(db, { authorityId }, listAllAttachments)) {
      if (attachment.erasure !== null) {
        erased += 1;
        continue;
      }
      const found = await asTenantReading(db, { authorityId }, (tx) =>
        proveContent(tx, { files }, { authorityId, attachment }),
      );
      if (found.kind === 'unsealed') opened += 1;
      else if (found.kind === 'key-missing') missing.add(found.name);
      else spoilt.push({ authorityId, caseId: attachment.caseId, id: attachment.id });
    }
  return { opened, erased, spoilt, missing: [...missing] };
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
  const missing = await findMissingKeys({ db }, keys);
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
