import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** Where a chain stood at some time, noted outside the database. */
export interface AuditAnchor {
  readonly seq: number;
  /** In hexadecimal. */
  readonly hash: string;
}

export type AuditVerdict =
  | { readonly kind: 'whole'; readonly entries: number; readonly head: AuditAnchor }
  | { readonly kind: 'broken'; readonly at: number; readonly reason: string };

interface Link {
  readonly seq: number;
  readonly fields: readonly (string | null)[];
  readonly prev_hash: Buffer;
  readonly hash: Buffer;
}

const PAGE = 5_000;

/** Twin of the database's audit_field, written apart from it so that changing the one there does not go unnoticed. */
const field = (text: string | null): string => (text === null ? '-,' : `${Buffer.byteLength(text)}:${text},`);

const hashOf = (previous: Buffer, fields: readonly (string | null)[]): Buffer =>
  createHash('sha256').update(previous).update(fields.map(field).join(''), 'utf8').digest();

/**
 * Goes through the authority's whole audit chain and names the first link that does not hold.
 *
 * Found: an entry changed, removed, put in or moved; entries cut off the end (the head, kept apart, is further on).
 * Not to be found from inside the database: a chain cut or written anew together with its head, by somebody who can
 * do anything there. For that, note the head somewhere else from time to time and give it as `anchor`.
 */
export const verifyAudit = async (tx: Tx, anchor?: AuditAnchor): Promise<AuditVerdict> => {
  let previous: { seq: number; hash: Buffer } = { seq: 0, hash: Buffer.alloc(0) };
  for (;;) {
    const links = await linksAfter(tx, previous.seq);
    for (const link of links) {
      const reason = whatIsWrong(link, previous);
      if (reason !== undefined) return { kind: 'broken', at: previous.seq + 1, reason };
      if (link.seq === anchor?.seq && link.hash.toString('hex') !== anchor.hash) {
        return {
          kind: 'broken',
          at: link.seq,
          reason: 'The chain up to here is not the one that was noted.',
        };
      }
      previous = link;
    }
    if (links.length < PAGE) break;
  }
  const head = await tx
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .where('authority_id', '=', sql<string>`(select current_authority())`)
    .executeTakeFirst();
  const expected = Math.max(head?.seq ?? 0, anchor?.seq ?? 0);
  if (previous.seq < expected) {
    return {
      kind: 'broken',
      at: previous.seq + 1,
      reason: `Entries up to ${expected} have been cut off the end.`,
    };
  }
  if (
    previous.seq > 0 &&
    (head === undefined || head.seq !== previous.seq || !head.hash.equals(previous.hash))
  ) {
    return {
      kind: 'broken',
      at: previous.seq,
      reason: 'The last entry is not the one the head of the chain tells of.',
    };
  }
  return {
    kind: 'whole',
    entries: previous.seq,
    head: { seq: previous.seq, hash: previous.hash.toString('hex') },
  };
};

const whatIsWrong = (link: Link, previous: { seq: number; hash: Buffer }): string | undefined => {
  if (link.seq !== previous.seq + 1) return `Entry ${previous.seq + 1} is missing.`;
  if (!link.prev_hash.equals(previous.hash)) return 'It does not follow from the entry before it.';
  if (!link.hash.equals(hashOf(link.prev_hash, link.fields))) return 'It is not as it was written.';
  return undefined;
};

const linksAfter = async (tx: Tx, seq: number): Promise<readonly Link[]> => {
  const { rows } = await sql<Link>`
    select seq, prev_hash, hash,
      json_build_array(authority_id, seq::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        actor, action, subject_kind, subject_id, why, detail::text) as fields
    from audit where authority_id = (select current_authority()) and seq > ${seq} order by seq limit ${PAGE}`.execute(
    tx,
  );
  return rows;
};
