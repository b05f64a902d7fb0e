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

/** What is to be added before a transaction ends, by transaction, where that waits. */
const forLast = new WeakMap<Tx, AuditEntry[]>();

/** From here on what is added in the transaction waits for `addWhatWaited`, which must be called before it ends. */
export const auditWaits = (tx: Tx): void => void forLast.set(tx, []);

export const addWhatWaited = async (tx: Tx): Promise<void> => {
  const entries = forLast.get(tx) ?? [];
  forLast.delete(tx);
  for (const entry of entries) await add(tx, entry);
};

/**
 * Adds to the authority's audit chain, in the transaction of what it tells of. Call it last: from here until the
 * transaction ends, nobody else in the authority can add.
 */
export const appendAudit = async (tx: Tx, entry: AuditEntry): Promise<void> => {
  const waiting = forLast.get(tx);
  if (waiting === undefined) await add(tx, entry);
  else waiting.push(entry);
};

const add = async (tx: Tx, { at, actor, action, subject, why, detail }: AuditEntry): Promise<void> => {
  await sql`
    select append_audit(${at}::timestamptz, ${actor}, ${action}, ${subject?.kind ?? null}, ${subject?.id ?? null},
      ${why ?? null}, ${detail === undefined ? null : JSON.stringify(detail)}::jsonb)`.execute(tx);
};

export interface AuditQuery {
  readonly subject?: { readonly kind: string; readonly id: string };
  /** A child the entry is about or names: in a list, a download, or the page of a brother or sister. */
  readonly child?: string;
  readonly actor?: string;
  readonly action?: string;
  /** Only entries before this place in the chain: the next page. */
  readonly before?: number;
  readonly limit?: number;
}

const LIMIT = 100;

/** Entries that match, newest first, as rows. */
export const findAudit = (tx: Tx, query: AuditQuery) => {
  let found = tx
    .selectFrom('audit')
    .select(['seq', 'at', 'actor', 'action', 'subject_kind', 'subject_id', 'why', 'detail'])
    .where('authority_id', '=', sql<string>`(select current_authority())`);
  if (query.subject !== undefined) {
    found = found.where('subject_kind', '=', query.subject.kind).where('subject_id', '=', query.subject.id);
  }
  if (query.child !== undefined) {
    const ofChild = tx
      .selectFrom('audit_child')
      .select('seq')
      .where('authority_id', '=', sql<string>`(select current_authority())`)
      .where('child_id', '=', query.child)
      .where('seq', '<', query.before ?? Number.MAX_SAFE_INTEGER)
      .orderBy('seq', 'desc');
    // Only as many as are asked for are looked up, unless more conditions choose among them.
    const chooses = query.subject ?? query.actor ?? query.action;
    found = found.where('seq', 'in', chooses === undefined ? ofChild.limit(query.limit ?? LIMIT) : ofChild);
  }
  if (query.actor !== undefined) found = found.where('actor', '=', query.actor);
  if (query.action !== undefined) found = found.where('action', '=', query.action);
  if (query.before !== undefined) found = found.where('seq', '<', query.before);
  return found.orderBy('seq', 'desc').limit(query.limit ?? LIMIT);
};

/** Entries that match, newest first. */
export const listAudit = async (tx: Tx, query: AuditQuery = {}): Promise<readonly AuditRecord[]> => {
  const rows = await findAudit(tx, query).execute();
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
