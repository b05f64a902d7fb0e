import { randomUUID } from 'node:crypto';
import { writeDocument } from '@rightplace/documents';
import {
  addAttachment,
  appendAudit,
  asTenant,
  asTenantReading,
  findEvidence,
  holdRecord,
  listAllAttachments,
  listAuthorities,
  listCases,
  type StoredCase,
  type Tx,
} from '@rightplace/store';
import type { FileKeeping } from '../attachments/file-keeping.ts';
import { tidyFileName } from '../attachments/file-names.ts';
import { newDocumentKey, sealKey } from '../attachments/seal.ts';
import { spool } from '../attachments/spool.ts';
import { sealedAs } from '../attachments/stored-content.ts';
import type { World } from '../world.ts';

/** A document as the demonstration package tells it. */
export interface ToldDocument {
  readonly child: string;
  readonly name: string;
  readonly about: string;
  readonly section: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const MARK = 'Demonstration. Everybody in it is invented.';

/** In the words that every other document of the demonstration has: nobody can take it for a child's of the real world. */
const bytesOf = async ({ name, title, paragraphs }: ToldDocument, madeAt: string): Promise<Uint8Array> =>
  name.endsWith('.txt')
    ? new TextEncoder().encode(`${[MARK, title, ...paragraphs].join('\n\n')}\n`)
    : writeDocument({
        title,
        authority: 'Northmarsh',
        mark: MARK,
        foot: 'Attached to a request for care',
        madeAt,
        blocks: [
          { kind: 'title', text: title },
          ...paragraphs.map((text) => ({ kind: 'paragraph', text }) as const),
        ],
      });

/**
 * Attaches a few invented documents to requests of a demonstration in which nothing was ever attached. One that has documents
 * keeps what it has, and no real authority is given any.
 */
export const giveDocuments = async (
  { db, now, files }: Pick<World, 'db' | 'now' | 'files'>,
  told: readonly ToldDocument[],
): Promise<void> => {
  if (files === undefined) return;
  const neverHad = async (tx: Tx): Promise<boolean> => (await listAllAttachments(tx)).length === 0;
  for (const { code: authorityId, demonstration } of await listAuthorities(db)) {
    if (!demonstration || !(await asTenantReading(db, { authorityId }, neverHad))) continue;
    await asTenant(db, { authorityId }, async (tx) => {
      // Whoever starts at the same moment waits, and then finds them there.
      await holdRecord(tx);
      if (!(await neverHad(tx))) return;
      const cases = await listCases(tx);
      const given = told.flatMap((document) => {
        const of = cases.find(({ child }) => child === document.child);
        return of === undefined ? [] : [{ document, of }];
      });
      for (const { document, of } of given) await give(tx, { authorityId, files, document, of });
      if (given.length > 0)
        await appendAudit(tx, {
          at: now(),
          actor: 'command line',
          action: 'demonstration-documents-given',
          detail: { documents: given.length },
        });
    });
  }
};

interface Given {
  readonly authorityId: string;
  readonly files: FileKeeping;
  readonly document: ToldDocument;
  readonly of: StoredCase;
}

/** By whoever began the request, at the moment at which it was first written. */
const give = async (tx: Tx, { authorityId, files, document, of }: Given): Promise<void> => {
  const attachedAt = (await findEvidence(tx, of.id, 1))?.savedAt ?? of.events[0]?.at;
  if (attachedAt === undefined) return;
  const uuid = randomUUID();
  const sealing = { as: sealedAs(authorityId, uuid), key: newDocumentKey() };
  const bytes = await bytesOf(document, attachedAt);
  const content = async function* (): AsyncGenerator<Uint8Array> {
    yield bytes;
  };
  const spooled = await spool(content(), sealing, bytes.length);
  if (spooled === undefined) return;
  try {
    await addAttachment(
      tx,
      {
        caseId: of.id,
        sealedAs: uuid,
        name: tidyFileName(document.name),
        kind: document.name.endsWith('.txt') ? 'text' : 'docx',
        size: spooled.size,
        sha256: spooled.sha256,
        about: document.about,
        section: document.section,
        asWriter: true,
        attachedBy: of.begunBy,
        attachedAt,
        key: `invented ${document.name}`,
        sealedWith: files.keys.current.name,
        sealedKey: sealKey(files.keys.current, sealing),
      },
      spooled.sealed(),
    );
  } finally {
    await spooled.close();
  }
};
