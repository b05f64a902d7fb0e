import { type ChildRefusal, momentInWords, type Refusal, refused } from '@rightplace/domain';
import { appendAudit, asTenant, findAttachment, type StoredAttachment } from '@rightplace/store';
import { findCaseFor } from '../cases/find-case.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { scanStateOf } from './documents-of-case.ts';
import { ATTACHMENT_KINDS, isAttachmentKind } from './kinds.ts';
import type { Sealing } from './seal.ts';
import { contentOf, proveContent } from './stored-content.ts';

const DOCUMENT_DOWNLOADED = 'case-document-downloaded';
const DOCUMENT_NOT_OPENED = 'case-document-not-opened';

export interface DocumentOpened {
  readonly kind: 'document-opened';
  readonly name: string;
  readonly type: string;
  readonly body: AsyncIterable<Uint8Array>;
}

type NotOpened = Refusal<
  'no-such-document' | 'erased' | 'taken-off' | 'not-scanned-yet' | 'found-harmful' | 'key-missing' | 'spoilt'
>;

const NO_SUCH_DOCUMENT = refused('no-such-document', 'There is no such document on this case.');

/** Why it stays closed, before anything of it is read. */
const whyClosed = (attachment: StoredAttachment, world: World): NotOpened | undefined => {
  if (attachment.erasure !== null)
    return refused(
      'erased',
      `This document was erased on ${momentInWords(attachment.erasure.erasedAt)}: ${attachment.erasure.why}`,
    );
  if (attachment.removal !== null)
    return refused('taken-off', 'This document was taken off the case. It is kept, and is not handed out.');
  switch (scanStateOf(attachment, world)) {
    case 'refused':
      return refused(
        'found-harmful',
        'The virus scanner found something harmful in this document, so nobody can download it. Tell whoever sent it, and ask for another.',
      );
    case 'waiting':
    case 'unreachable':
      return refused(
        'not-scanned-yet',
        'This document has not been looked at by the virus scanner yet. It can be downloaded when it has; that is tried again every minute.',
      );
    default:
      return undefined;
  }
};

const keyMissing = (name: string) =>
  refused(
    'key-missing',
    `This document cannot be opened: it is sealed with the key ${name}, which this service does not have. Ask whoever looks after the service to put that key back.`,
  );

const SPOILT = refused(
  'spoilt',
  'This document is not as it was attached, so it was not handed out. Tell whoever looks after the service: a backup may have it whole.',
);

/** Hands out a document to whoever may see its case. Each time is in the audit of the child, and so is one that does not open. */
export const openDocument = async (
  world: World,
  signedIn: SignedIn,
  asked: { readonly caseId: number; readonly id: number },
): Promise<DocumentOpened | ChildRefusal | NotOpened> => {
  const authorityId = signedIn.authority.id;
  type Proved = { readonly kind: 'proved'; readonly attachment: StoredAttachment; readonly sealing: Sealing };
  const proved = await asTenant(
    world.db,
    { authorityId, personId: signedIn.person.id },
    async (tx): Promise<Proved | ChildRefusal | NotOpened> => {
      const found = await findCaseFor(
        tx,
        { world, signedIn },
        { id: asked.caseId, to: 'see', forTheirWord: true },
      );
      if (found.kind === 'refused') return found;
      // Of a restricted record out of reach they see a word of theirs, and nothing besides.
      if (found.isSealed) return NO_SUCH_DOCUMENT;
      const attachment = await findAttachment(tx, asked);
      if (attachment === undefined) return NO_SUCH_DOCUMENT;
      const closed = whyClosed(attachment, world);
      const content =
        closed === undefined ? await proveContent(tx, world, { authorityId, attachment }) : undefined;
      const isOpen = content?.kind === 'unsealed';
      await appendAudit(tx, {
        at: found.at,
        actor: String(signedIn.person.id),
        action: isOpen ? DOCUMENT_DOWNLOADED : DOCUMENT_NOT_OPENED,
        subject: { kind: 'child', id: found.child.id },
        detail: {
          case: asked.caseId,
          document: asked.id,
          sha256: attachment.sha256,
          ...(isOpen ? {} : { because: closed?.name ?? content?.kind }),
        },
      });
      if (closed !== undefined) return closed;
      if (content?.kind === 'unsealed') return { kind: 'proved', attachment, sealing: content.sealing };
      return content?.kind === 'key-missing' ? keyMissing(content.name) : SPOILT;
    },
  );
  if (proved.kind === 'refused') return proved;
  const { attachment, sealing } = proved;
  return {
    kind: 'document-opened',
    name: attachment.name,
    type: isAttachmentKind(attachment.kind)
      ? ATTACHMENT_KINDS[attachment.kind].type
      : 'application/octet-stream',
    body: contentOf(world, { authorityId, attachment }, sealing),
  };
};
