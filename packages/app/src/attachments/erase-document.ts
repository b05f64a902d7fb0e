import { type Refusal, refused } from '@rightplace/domain';
import {
  appendAudit,
  asTenant,
  asTenantReading,
  type Connections,
  eraseAttachment,
  findAttachment,
  findCase,
  forgetErased,
  holdCase,
  type StoredAttachment,
} from '@rightplace/store';
import type { World } from '../world.ts';

const DOCUMENT_ERASED = 'case-document-erased';
const LONGEST_WHY = 500;

interface DocumentOfCase {
  readonly authorityId: string;
  readonly caseId: number;
  readonly id: number;
}

export type DocumentErased =
  | { readonly kind: 'document-erased' }
  /** It was erased before, for this reason; what may have been left to do of that is done now. */
  | { readonly kind: 'erasure-finished'; readonly why: string };

export type EraseRefusal = Refusal<'no-such-document' | 'not-said'>;

const NO_SUCH_DOCUMENT = refused(
  'no-such-document',
  'There is no such document on that case. Its number is at the end of the address of its link.',
);

/** The document that would be erased, so that it is looked at first. */
export const documentToErase = (
  { db }: Pick<World, 'db'>,
  { authorityId, ...asked }: DocumentOfCase,
): Promise<
  | { readonly kind: 'document'; readonly document: StoredAttachment }
  | Refusal<'no-such-document' | 'erased-before'>
> =>
  asTenantReading(db, { authorityId }, async (tx) => {
    const document = await findAttachment(tx, asked);
    if (document === undefined) return NO_SUCH_DOCUMENT;
    return document.erasure === null
      ? { kind: 'document', document }
      : refused('erased-before', `It was erased before, because: ${document.erasure.why}`);
  });

/**
 * Erases a document for good, with its name and what it was said to be, as the owner of the tables: nobody can get it back but from a
 * backup. That it was there, and when and why it was erased, stays in its place and in the audit of the child. Both are one
 * transaction. What follows that, to have it out of the database's files too, may be interrupted: asked for again, it is finished.
 */
export const eraseDocument = async (
  { owner, now }: Pick<World, 'now'> & { readonly owner: Connections },
  { authorityId, why: typed, ...asked }: DocumentOfCase & { readonly why: string },
): Promise<DocumentErased | EraseRefusal> => {
  const why = typed.trim();
  if (why === '' || why.length > LONGEST_WHY)
    return refused('not-said', `Say why it is erased, in up to ${LONGEST_WHY} characters`);
  const answer = await asTenant(
    owner,
    { authorityId },
    async (tx): Promise<DocumentErased | EraseRefusal> => {
      // Nobody takes it off meanwhile, and no scan of it is written.
      await holdCase(tx, asked.caseId);
      const document = await findAttachment(tx, asked);
      const of = await findCase(tx, asked.caseId);
      if (document === undefined || of === undefined) return NO_SUCH_DOCUMENT;
      const { id, size, sha256, erasure } = document;
      const erasedAt = now();
      await eraseAttachment(tx, { id, erasedAt, why });
      if (erasure !== null) return { kind: 'erasure-finished', why: erasure.why };
      await appendAudit(tx, {
        at: erasedAt,
        actor: 'command line',
        action: DOCUMENT_ERASED,
        subject: { kind: 'child', id: of.child },
        why,
        detail: { case: asked.caseId, document: asked.id, size, sha256 },
      });
      return { kind: 'document-erased' };
    },
  );
  if (answer.kind !== 'refused') await forgetErased(owner);
  return answer;
};
