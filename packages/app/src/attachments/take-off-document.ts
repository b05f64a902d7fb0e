import { type ChildRefusal, type Refusal, refused } from '@rightplace/domain';
import { addAttachmentRemoval, appendAudit, asTenant, findAttachment, holdCase } from '@rightplace/store';
import { findCaseFor } from '../cases/find-case.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { mayAttach } from './may-attach.ts';

const DOCUMENT_TAKEN_OFF = 'case-document-taken-off';
export const LONGEST_WHY_TAKEN_OFF = 500;

export interface DocumentToTakeOff {
  readonly caseId: number;
  readonly id: number;
  readonly why: string;
}

export interface DocumentTakenOff {
  readonly kind: 'document-taken-off';
  readonly name: string;
}

export type TakeOffRefusal =
  | ChildRefusal
  | Refusal<'no-such-document' | 'not-taken-off-now' | 'taken-off-before' | 'not-said'>;

/** Takes a document off its case, with the reason. It is kept: a decision may rest on it. */
export const takeOffDocument = async (
  world: World,
  signedIn: SignedIn,
  { caseId, id, why: typed }: DocumentToTakeOff,
): Promise<DocumentTakenOff | TakeOffRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    await holdCase(tx, caseId);
    const found = await findCaseFor(tx, { world, signedIn }, { id: caseId, to: 'take' });
    if (found.kind === 'refused') return found;
    const attachment = await findAttachment(tx, { caseId, id });
    if (attachment === undefined)
      return refused('no-such-document', 'There is no such document on this case.');
    if (attachment.erasure !== null)
      return refused('taken-off-before', 'This document was erased: nothing of it is left to take off.');
    const why = typed.trim();
    const { removal, name } = attachment;
    // The same form sent twice.
    if (removal?.removedBy === signedIn.person.id && removal.why === why)
      return { kind: 'document-taken-off', name };
    if (removal !== null)
      return refused('taken-off-before', 'Somebody took this document off the case before you.');
    if (!mayAttach(found, signedIn.actor.id))
      return refused(
        'not-taken-off-now',
        'Nothing can be taken off this where it is now, or not by you. Whoever may write it or decides on it next can.',
      );
    if (why === '') return refused('not-said', 'Say why the document is taken off the case');
    if (why.length > LONGEST_WHY_TAKEN_OFF)
      return refused('not-said', `Why it is taken off must be ${LONGEST_WHY_TAKEN_OFF} characters or fewer`);
    await addAttachmentRemoval(tx, { id, removedBy: signedIn.person.id, removedAt: found.at, why });
    await appendAudit(tx, {
      at: found.at,
      actor: String(signedIn.person.id),
      action: DOCUMENT_TAKEN_OFF,
      subject: { kind: 'child', id: found.child.id },
      why,
      detail: { case: caseId, document: id },
    });
    return { kind: 'document-taken-off', name };
  });
