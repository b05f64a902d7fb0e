import { randomUUID } from 'node:crypto';
import { type ChildRefusal, momentInWords, type Refusal, refused } from '@rightplace/domain';
import {
  addAttachment,
  appendAudit,
  asTenant,
  asTenantReading,
  findAttachedBy,
  findAttachment,
  holdCase,
  listAttachments,
  type StoredAttachment,
  type Tx,
} from '@rightplace/store';
import { mayWriteEvidence } from '../cases/case-steps.ts';
import { type FoundCase, findCaseFor } from '../cases/find-case.ts';
import { groundsOf } from '../cases/grounds.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type FileKeeping, MOST_DOCUMENTS, sizeInWords } from './file-keeping.ts';
import { tidyFileName } from './file-names.ts';
import { type AttachmentKind, kindOf } from './kinds.ts';
import { mayAttach } from './may-attach.ts';
import { scanAttachment } from './scan-attachments.ts';
import { newDocumentKey, type Sealing, sealKey } from './seal.ts';
import { type Spooled, spool } from './spool.ts';
import { sealedAs } from './stored-content.ts';

const DOCUMENT_ATTACHED = 'case-document-attached';
export const LONGEST_ABOUT = 200;

export interface DocumentToAttach {
  readonly id: number;
  /** Of the form, so that the same one sent twice attaches once. */
  readonly key: string;
  /** What it is, in a few words. */
  readonly about: string;
  /** A part of the case's form; empty for the whole. */
  readonly section: string;
  /** None when nothing was chosen. */
  readonly file: { readonly name: string; readonly content: AsyncIterable<Uint8Array> } | undefined;
}

export interface DocumentAttached {
  readonly kind: 'document-attached';
  readonly name: string;
  readonly scan: 'clean' | 'refused' | 'unreachable' | undefined;
  /** What the scanner found. */
  readonly scannerSaid: string;
}

export interface AttachFault {
  readonly field: 'file' | 'about' | 'section';
  readonly sentence: string;
}

export type AttachRefusal =
  | ChildRefusal
  | Refusal<'not-attached-now' | 'no-key'>
  | (Refusal<'not-taken'> & { readonly faults: readonly AttachFault[] });

const NOT_NOW = refused(
  'not-attached-now',
  'Nothing can be attached to this where it is now, or not by you. Whoever may write it or decides on it next can.',
);

const notTaken = (faults: readonly AttachFault[]): AttachRefusal => ({
  ...refused('not-taken', faults[0]?.sentence ?? ''),
  faults,
});

interface Ready {
  readonly name: string;
  readonly kind: AttachmentKind;
  readonly spooled: Spooled;
}

/** The document as it came, or what is wrong with it. */
const takeIn = async (
  file: DocumentToAttach['file'],
  sealing: Sealing,
  { mostBytes }: FileKeeping,
): Promise<Ready | AttachFault> => {
  const fault = (sentence: string): AttachFault => ({ field: 'file', sentence });
  if (file === undefined) return fault('Choose the document to attach');
  const name = tidyFileName(file.name);
  const spooled = await spool(file.content, sealing, mostBytes);
  if (spooled === undefined)
    return fault(
      `“${name}” is larger than ${sizeInWords(mostBytes)}, the most that one document may have. Make it smaller, or attach it in parts.`,
    );
  const looked = spooled.size === 0 ? { why: 'There is nothing in it.' } : await kindOf(name, spooled);
  if (!('why' in looked)) return { name, kind: looked.kind, spooled };
  await spooled.close();
  return fault(`“${name}” cannot be attached. ${looked.why}`);
};

const faultsOfWords = ({ about, section }: DocumentToAttach, found: FoundCase): readonly AttachFault[] => [
  ...(about.trim() === ''
    ? [{ field: 'about', sentence: 'Say in a few words what the document is' } as const]
    : []),
  ...(about.trim().length > LONGEST_ABOUT
    ? [
        {
          field: 'about',
          sentence: `What the document is must be ${LONGEST_ABOUT} characters or fewer`,
        } as const,
      ]
    : []),
  ...(section === '' || found.workflow.evidence.sections.some(({ id }) => id === section)
    ? []
    : [{ field: 'section', sentence: 'Choose a part that is on the list' } as const]),
];

/** What keeps a document out that is nothing wrong with by itself. */
const whyNotHere = async (
  tx: Tx,
  found: FoundCase,
  { name, spooled }: Ready,
): Promise<AttachFault | undefined> => {
  const there = (await listAttachments(tx, found.id)).filter(
    ({ removal, erasure }) => removal === null && erasure === null,
  );
  const same = there.find(({ sha256 }) => sha256 === spooled.sha256);
  if (same !== undefined) {
    const who = groundsOf(found).nameOf(String(same.attachedBy));
    return {
      field: 'file',
      sentence: `“${name}” is there already: ${who} attached the same document as “${same.name}” on ${momentInWords(same.attachedAt)}`,
    };
  }
  return there.length < MOST_DOCUMENTS
    ? undefined
    : {
        field: 'file',
        sentence: `There are ${MOST_DOCUMENTS} documents here, which is the most a case may have. Take off one that is not needed first`,
      };
};

interface Attaching {
  readonly world: World;
  readonly signedIn: SignedIn;
  readonly files: FileKeeping;
  readonly asked: DocumentToAttach;
}

type Kept = { readonly kind: 'kept'; readonly stored: StoredAttachment; readonly isNew: boolean };

const keep = (
  { world, signedIn, files, asked }: Attaching,
  { ready, sealing, uuid }: { readonly ready: Ready; readonly sealing: Sealing; readonly uuid: string },
): Promise<Kept | AttachRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const { id: caseId, key } = asked;
    await holdCase(tx, caseId);
    const attachedBy = signedIn.person.id;
    const found = await findCaseFor(tx, { world, signedIn }, { id: caseId, to: 'take' });
    if (found.kind === 'refused') return found;
    const before = await findAttachedBy(tx, { caseId, attachedBy, key });
    const kept = async (id: number, isNew: boolean): Promise<Kept> => {
      const stored = await findAttachment(tx, { caseId, id });
      if (stored === undefined) throw new Error(`Document ${id} of case ${caseId} was just kept`);
      return { kind: 'kept', stored, isNew };
    };
    if (before !== undefined) return kept(before, false);
    if (!mayAttach(found, signedIn.actor.id)) return NOT_NOW;
    const fault = await whyNotHere(tx, found, ready);
    if (fault !== undefined) return notTaken([fault]);
    const { name, kind, spooled } = ready;
    const id = await addAttachment(
      tx,
      {
        caseId,
        sealedAs: uuid,
        name,
        kind,
        size: spooled.size,
        sha256: spooled.sha256,
        about: asked.about.trim(),
        section: asked.section === '' ? null : asked.section,
        asWriter: mayWriteEvidence(found),
        attachedBy,
        attachedAt: found.at,
        key,
        sealedWith: files.keys.current.name,
        sealedKey: sealKey(files.keys.current, sealing),
      },
      spooled.sealed(),
    );
    await appendAudit(tx, {
      at: found.at,
      actor: String(attachedBy),
      action: DOCUMENT_ATTACHED,
      subject: { kind: 'child', id: found.child.id },
      detail: { case: caseId, document: id, kind, size: spooled.size, sha256: spooled.sha256 },
    });
    return kept(id, true);
  });

/**
 * Attaches a document to a case. Who may is asked before a byte is read and again when it is kept; what was typed and the
 * document are wholly kept, with their audit, or not at all. The scanner is asked at once, and what it says is told.
 */
export const attachDocument = async (
  world: World,
  signedIn: SignedIn,
  asked: DocumentToAttach,
): Promise<DocumentAttached | AttachRefusal> => {
  const { files } = world;
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  const found = await asTenantReading(world.db, tenant, (tx) =>
    findCaseFor(tx, { world, signedIn }, { id: asked.id, to: 'take' }),
  );
  if (found.kind === 'refused') return found;
  if (!mayAttach(found, signedIn.actor.id)) return NOT_NOW;
  if (files === undefined)
    return refused('no-key', 'Documents cannot be attached: this service has no key to seal them with.');
  const uuid = randomUUID();
  const sealing = { as: sealedAs(tenant.authorityId, uuid), key: newDocumentKey() };
  const ready = await takeIn(asked.file, sealing, files);
  const faults = [...faultsOfWords(asked, found), ...('sentence' in ready ? [ready] : [])];
  if ('sentence' in ready) return notTaken(faults);
  try {
    if (faults.length > 0) return notTaken(faults);
    const kept = await keep({ world, signedIn, files, asked }, { ready, sealing, uuid });
    if (kept.kind === 'refused') return kept;
    const { stored, isNew } = kept;
    const answer = isNew
      ? await scanAttachment(world, tenant.authorityId, stored)
      : (stored.scan ?? undefined);
    return {
      kind: 'document-attached',
      name: stored.name,
      scan: answer?.outcome,
      scannerSaid: answer?.said ?? '',
    };
  } finally {
    await ready.spooled.close();
  }
};
