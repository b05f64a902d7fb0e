import type { Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** A document attached to a case, without what is in it. */
export interface StoredAttachment {
  readonly id: number;
  readonly caseId: number;
  /** What it was sealed as. */
  readonly sealedAs: string;
  readonly name: string;
  readonly kind: string;
  readonly size: number;
  /** Of what is in it, in hexadecimal. */
  readonly sha256: string;
  readonly about: string;
  readonly section: string | null;
  /** Attached by somebody who could write the request then. */
  readonly asWriter: boolean;
  readonly attachedBy: number;
  readonly attachedAt: Moment;
  /** What the scanner has said so far: nothing, that it could not be reached, or a verdict. */
  readonly scan: AttachmentScan | null;
  readonly removal: AttachmentRemoval | null;
  /** What was in it is gone for good, and its name with it. */
  readonly erasure: AttachmentErasure | null;
}

export interface AttachmentScan {
  readonly outcome: 'clean' | 'refused' | 'unreachable';
  readonly scannedAt: Moment;
  readonly said: string;
}

export interface AttachmentRemoval {
  readonly removedBy: number;
  readonly removedAt: Moment;
  readonly why: string;
}

export interface AttachmentErasure {
  readonly erasedAt: Moment;
  readonly why: string;
}

export interface NewAttachment extends Omit<StoredAttachment, 'id' | 'scan' | 'removal' | 'erasure'> {
  readonly key: string;
  readonly sealedWith: string;
  readonly sealedKey: Uint8Array;
}

/** A document's own key, sealed with the service's key of a name. */
export interface AttachmentKey {
  readonly id: number;
  readonly sealedAs: string;
  readonly sealedWith: string;
  readonly sealedKey: Buffer;
}

/** The document that somebody attached by a form; undefined while they have not. */
export const findAttachedBy = async (
  tx: Tx,
  { caseId, attachedBy, key }: Pick<NewAttachment, 'caseId' | 'attachedBy' | 'key'>,
): Promise<number | undefined> => {
  const { rows } = await sql<{ id: number }>`
    select id from attachment where authority_id = (select current_authority())
      and case_id = ${caseId} and attached_by = ${attachedBy} and key = ${key}`.execute(tx);
  return rows[0]?.id;
};

/** Attaches a document, with its pieces in their order. Gives its number. */
export const addAttachment = async (
  tx: Tx,
  added: NewAttachment,
  pieces: AsyncIterable<Uint8Array>,
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into attachment (case_id, sealed_as, name, kind, size, sha256, about, section, as_writer,
      attached_by, attached_at, key)
    values (${added.caseId}, ${added.sealedAs}, ${added.name}, ${added.kind}, ${added.size},
      ${Buffer.from(added.sha256, 'hex')}, ${added.about}, ${added.section},
      ${added.asWriter}, ${added.attachedBy}, ${added.attachedAt},
      ${added.key})
    returning id`.execute(tx);
  const { id } = rows[0] as { id: number };
  await sql`
    insert into attachment_key (attachment_id, sealed_with, sealed_key)
    values (${id}, ${added.sealedWith}, ${Buffer.from(added.sealedKey)})`.execute(tx);
  let number = 0;
  for await (const piece of pieces) {
    await sql`insert into attachment_piece (attachment_id, number, sealed)
      values (${id}, ${number}, ${Buffer.from(piece)})`.execute(tx);
    number += 1;
  }
  return id;
};

type AttachmentRow = Omit<StoredAttachment, 'scan' | 'removal' | 'erasure'> & {
  readonly outcome: AttachmentScan['outcome'] | null;
  readonly scannedAt: Moment | null;
  readonly said: string | null;
  readonly removedBy: number | null;
  readonly removedAt: Moment | null;
  readonly why: string | null;
  readonly erasedAt: Moment | null;
  readonly whyErased: string | null;
};

const attachmentOf = (row: AttachmentRow): StoredAttachment => {
  const { outcome, scannedAt, said, removedBy, removedAt, why, erasedAt, whyErased, ...attachment } = row;
  return {
    ...attachment,
    scan: outcome === null || scannedAt === null ? null : { outcome, scannedAt, said: said ?? '' },
    removal: removedBy === null || removedAt === null ? null : { removedBy, removedAt, why: why ?? '' },
    erasure: erasedAt === null ? null : { erasedAt, why: whyErased ?? '' },
  };
};

/** A verdict comes before word that the scanner could not be reached. */
const readAttachments = async (
  tx: Tx,
  which: ReturnType<typeof sql>,
): Promise<readonly StoredAttachment[]> => {
  const { rows } = await sql<AttachmentRow>`
    select a.id, a.case_id as "caseId", a.sealed_as as "sealedAs", a.name, a.kind, a.size,
      encode(a.sha256, 'hex') as sha256, a.about, a.section, a.as_writer as "asWriter",
      a.attached_by as "attachedBy", a.attached_at as "attachedAt",
      s.outcome, s.scanned_at as "scannedAt", s.said,
      r.removed_by as "removedBy", r.removed_at as "removedAt", r.why,
      e.erased_at as "erasedAt", e.why as "whyErased"
    from attachment a
    left join lateral (
      select outcome, scanned_at, said from attachment_scan s
      where s.authority_id = a.authority_id and s.attachment_id = a.id
      order by array_position(array['refused', 'clean', 'unreachable'], outcome) limit 1) s on true
    left join attachment_removal r on r.authority_id = a.authority_id and r.attachment_id = a.id
    left join attachment_erasure e on e.authority_id = a.authority_id and e.attachment_id = a.id
    where a.authority_id = (select current_authority()) and ${which} order by a.id`.execute(tx);
  return rows.map(attachmentOf);
};

/** All that was ever attached to a case, also what was taken off it, in the order in which it came. */
export const listAttachments = (tx: Tx, caseId: number): Promise<readonly StoredAttachment[]> =>
  readAttachments(tx, sql`a.case_id = ${caseId}`);

/** Every document of the authority. */
export const listAllAttachments = (tx: Tx): Promise<readonly StoredAttachment[]> =>
  readAttachments(tx, sql`true`);

/** One document of one case: a number of another case's document finds nothing. */
export const findAttachment = async (
  tx: Tx,
  { caseId, id }: { readonly caseId: number; readonly id: number },
): Promise<StoredAttachment | undefined> =>
  (await readAttachments(tx, sql`a.case_id = ${caseId} and a.id = ${id}`))[0];

/** Those of the authority on which the scanner has given no verdict. What was taken off its case or erased is not opened any more. */
export const listUnscanned = (tx: Tx): Promise<readonly StoredAttachment[]> =>
  readAttachments(
    tx,
    sql`r.removed_by is null and e.erased_at is null and (s.outcome is null or s.outcome = 'unreachable')`,
  );

/** One sealed piece; undefined after the last. */
export const findAttachmentPiece = async (
  tx: Tx,
  { id, number }: { readonly id: number; readonly number: number },
): Promise<Buffer | undefined> => {
  const { rows } = await sql<{ sealed: Buffer }>`
    select sealed from attachment_piece where authority_id = (select current_authority())
      and attachment_id = ${id} and number = ${number}`.execute(tx);
  return rows[0]?.sealed;
};

const KEYS = sql`
  select a.id, a.sealed_as as "sealedAs", k.sealed_with as "sealedWith", k.sealed_key as "sealedKey"
  from attachment a join attachment_key k on k.authority_id = a.authority_id and k.attachment_id = a.id
  where a.authority_id = (select current_authority())`;

export const findAttachmentKey = async (tx: Tx, id: number): Promise<AttachmentKey | undefined> =>
  (await sql<AttachmentKey>`${KEYS} and a.id = ${id}`.execute(tx)).rows[0];

/** Every document's key of the authority, in the order of the documents. */
export const listAttachmentKeys = async (tx: Tx): Promise<readonly AttachmentKey[]> =>
  (await sql<AttachmentKey>`${KEYS} order by a.id`.execute(tx)).rows;

/** Puts a document's key under another key of the service. For the owner of the tables: the application may not. */
export const replaceAttachmentKey = async (
  tx: Tx,
  { id, sealedWith, sealedKey }: Pick<AttachmentKey, 'id' | 'sealedWith' | 'sealedKey'>,
): Promise<void> => {
  await sql`
    update attachment_key set sealed_with = ${sealedWith}, sealed_key = ${sealedKey}
    where authority_id = (select current_authority()) and attachment_id = ${id}`.execute(tx);
};

/**
 * What the scanner said. False when it had said the same before, as two servers may have asked it, and when the document was erased
 * while it looked. Its case is held, so that it is not being erased just now.
 */
export const addAttachmentScan = async (
  tx: Tx,
  { id, outcome, scannedAt, said }: AttachmentScan & { readonly id: number },
): Promise<boolean> => {
  const { rows } = await sql`
    insert into attachment_scan (attachment_id, outcome, scanned_at, said)
    select ${id}, ${outcome}, ${scannedAt}, ${said} where not exists (
      select from attachment_erasure
      where authority_id = (select current_authority()) and attachment_id = ${id})
    on conflict do nothing returning 1`.execute(tx);
  return rows.length === 1;
};

/** False when it had been taken off before. */
export const addAttachmentRemoval = async (
  tx: Tx,
  { id, removedBy, removedAt, why }: AttachmentRemoval & { readonly id: number },
): Promise<boolean> => {
  const { rows } = await sql`
    insert into attachment_removal (attachment_id, removed_by, removed_at, why)
    values (${id}, ${removedBy}, ${removedAt}, ${why}) on conflict do nothing returning 1`.execute(tx);
  return rows.length === 1;
};
