import type { Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** Who did or saw what, when and why. */
export interface AuditEntry {
  readonly at: Moment;
  /** A person's number as text, or the name of a command. */
  readonly actor: string;
  /** What was done, as the access policy names it: `child.view`. */
  readonly action: string;
  readonly subject?: { readonly kind: string; readonly id: string };
  /** The purpose or reason given. */
  readonly why?: string;
  readonly detail?: unknown;
}

export interface AuditRecord extends AuditEntry {
  /** Its place in the authority's chain, from 1. */
  readonly seq: number;
}

/**
 * Adds to the authority's audit chain, in the transaction of what it tells of. Call it last: from here until the
 * transaction ends, nobody else in the authority can add. Gives the entry's place in the chain.
 */
export const appendAudit = async (tx: Tx, entry: AuditEntry): Promise<number> => {
  const { rows } = await sql<{ seq: number }>`
    select append_audit(${entry.at}::timestamptz, ${entry.actor}, ${entry.action}, ${entry.subject?.kind ?? null},
      ${entry.subject?.id ?? null}, ${entry.why ?? null},
      ${entry.detail === undefined ? null : JSON.stringify(entry.detail)}::jsonb) as seq`.execute(tx);
  return (rows[0] as { seq: number }).seq;
};

export interface AuditQuery {
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly actor?: string;
  readonly action?: string;
  /** Only entries before this place in the chain: the next page. */
  readonly before?: number;
  readonly limit?: number;
}

/** Entries that match, newest first. */
export const listAudit = async (tx: Tx, query: AuditQuery = {}): Promise<readonly AuditRecord[]> => {
  let found = tx
    .selectFrom('audit')
    .select(['seq', 'at', 'actor', 'action', 'subject_kind', 'subject_id', 'why', 'detail'])
    .where('authority_id', '=', sql<string>`(select current_authority())`);
  if (query.subject !== undefined) {
    found = found.where('subject_kind', '=', query.subject.kind).where('subject_id', '=', query.subject.id);
  }
  if (query.actor !== undefined) found = found.where('actor', '=', query.actor);
  if (query.action !== undefined) found = found.where('action', '=', query.action);
  if (query.before !== undefined) found = found.where('seq', '<', query.before);
  const rows = await found
    .orderBy('seq', 'desc')
    .limit(query.limit ?? 100)
    .execute();
  return rows.map(({ seq, at, actor, action, subject_kind, subject_id, why, detail }) => ({
    seq,
    at,
    actor,
    action,
    ...(subject_kind === null || subject_id === null
      ? {}
      : { subject: { kind: subject_kind, id: subject_id } }),
    ...(why === null ? {} : { why }),
    ...(detail === null ? {} : { detail }),
  }));
};
