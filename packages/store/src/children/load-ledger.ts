import type { ChildId, ChildRecord, Ledger, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';
import { type BeliefTable, beliefTables, type FoundRow } from './belief-tables.ts';

export interface Knowledge {
  /** As known at this moment; as known now when left out. */
  readonly knownAt?: Moment | undefined;
}

/** The authority's children, each with everything believed of them then. In order of identifier, as text of any kind is. */
export const loadLedger = async (tx: Tx, { knownAt }: Knowledge = {}): Promise<Ledger> => {
  const { rows } = await sql<{ authority: string }>`select current_authority() as authority`.execute(tx);
  return { authority: rows[0]?.authority ?? '', children: await loadChildren(tx, knownAt, undefined) };
};

/** One child as believed then, or undefined when nothing was known of such a child. */
export const loadChild = async (
  tx: Tx,
  id: ChildId,
  { knownAt }: Knowledge = {},
): Promise<ChildRecord | undefined> => (await loadChildren(tx, knownAt, [id]))[0];

/** Some children as believed then, those who were known, in order of identifier. */
export const loadSome = (
  tx: Tx,
  ids: readonly ChildId[],
  { knownAt }: Knowledge = {},
): Promise<readonly ChildRecord[]> => loadChildren(tx, knownAt, ids);

/**
 * Whose record learned something after a moment and up to another. Undefined when they are more than `most`: then it is
 * less work to look at everybody.
 */
export const whoChanged = async (
  tx: Tx,
  { after, upTo, most }: { readonly after: Moment; readonly upTo: Moment; readonly most: number },
): Promise<readonly ChildId[] | undefined> => {
  const { rows } = await sql<{ id: ChildId }>`
    select distinct local_id as id from changed_child
    join child on child.authority_id = changed_child.authority_id and child.id = child_id
    where changed_child.authority_id = (select current_authority())
      and at > ${after}::timestamptz and at <= ${upTo}::timestamptz
    limit ${most + 1}`.execute(tx);
  return rows.length > most ? undefined : rows.map(({ id }) => id);
};

/**
 * When the record last learned anything, up to a moment or up to now: what is known at the one is what was known at the
 * other. Undefined when it knew nothing.
 */
export const lastChangeAt = async (tx: Tx, upTo?: Moment): Promise<Moment | undefined> => {
  const { rows } = await sql<{ at: Moment | null }>`
    select max(at) as at from record_change
    where authority_id = (select current_authority())
      ${upTo === undefined ? sql`` : sql`and at <= ${upTo}::timestamptz`}`.execute(tx);
  return rows[0]?.at ?? undefined;
};

const loadChildren = async (
  tx: Tx,
  knownAt: Moment | undefined,
  only: readonly ChildId[] | undefined,
): Promise<readonly ChildRecord[]> => {
  // Everything is read as at one moment of knowledge, so what is saved between two of these queries cannot be seen.
  const at = knownAt ?? (await lastChangeAt(tx));
  if (at === undefined) return [];
  const found = await sql<{ id: number; local_id: string; restricted: boolean }>`
    select id, local_id, restricted from child
    where authority_id = (select current_authority())
      ${only === undefined ? sql`` : sql`and local_id = any(${[...only]}::text[])`}`.execute(tx);
  if (found.rows.length === 0) return [];
  const onlyIds = only && found.rows.map(({ id }) => id);

  const parts = <P>(table: BeliefTable<P>): Promise<PartsByChild<P>> => believed(tx, table, at, onlyIds);
  const details = await parts(beliefTables.details);
  const periodsOfCare = await parts(beliefTables.periodsOfCare);
  const needs = await parts(beliefTables.needs);
  const legalStatuses = await parts(beliefTables.legalStatuses);
  const placements = await parts(beliefTables.placements);
  const facts = await parts(beliefTables.facts);

  const children: ChildRecord[] = [];
  // Sorted here, so that the order is the same whatever the database's language is, and one child can be put in its place.
  for (const { id, local_id, restricted } of found.rows.sort(byLocalId)) {
    // Every child that is believed in has details, if only empty ones: without them it was not yet known.
    const own = details.get(id)?.[0];
    if (own === undefined) continue;
    children.push({
      id: local_id as ChildId,
      ...(restricted ? { restricted } : {}),
      details: own,
      periodsOfCare: periodsOfCare.get(id) ?? [],
      needs: needs.get(id) ?? [],
      legalStatuses: legalStatuses.get(id) ?? [],
      placements: placements.get(id) ?? [],
      facts: facts.get(id) ?? [],
    });
  }
  return children;
};

const byLocalId = (a: { readonly local_id: string }, b: { readonly local_id: string }): number =>
  a.local_id < b.local_id ? -1 : a.local_id > b.local_id ? 1 : 0;

type PartsByChild<P> = ReadonlyMap<number, readonly P[]>;

const believed = async <P>(
  tx: Tx,
  table: BeliefTable<P>,
  at: Moment,
  onlyIds: readonly number[] | undefined,
): Promise<PartsByChild<P>> => {
  const columns = sql.join(table.columns.map(({ name }) => sql.ref(name)));
  const { rows } = await sql<FoundRow>`
    select child_id, ${columns} from ${sql.table(table.name)}
    where authority_id = (select current_authority()) and recorded @> ${at}::timestamptz
      ${onlyIds === undefined ? sql`` : sql`and child_id = any(${[...onlyIds]}::bigint[])`}`.execute(tx);
  const rowsByChild = new Map<number, FoundRow[]>();
  for (const row of rows) {
    const id = row['child_id'] as number;
    const own = rowsByChild.get(id);
    if (own === undefined) rowsByChild.set(id, [row]);
    else own.push(row);
  }
  // Sorted here and not by the database: many short sorts take a third of the time of one long one.
  const parts = new Map<number, P[]>();
  for (const [id, own] of rowsByChild) parts.set(id, own.sort(inOrderOf(table.order)).map(table.partOf));
  return parts;
};

/** By these columns in turn; an open end comes after every other. */
const inOrderOf =
  (names: readonly string[]) =>
  (a: FoundRow, b: FoundRow): number => {
    for (const name of names) {
      const [x, y] = [a[name], b[name]];
      if (x === y) continue;
      if (x === null) return 1;
      if (y === null) return -1;
      return x < y ? -1 : 1;
    }
    return 0;
  };
