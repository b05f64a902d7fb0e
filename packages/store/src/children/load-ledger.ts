import type { ChildDetails, ChildId, ChildRecord, Ledger, Moment } from '@rightplace/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../connection/database.ts';
import { type BeliefTable, beliefTables, type Row } from './belief-tables.ts';

export interface Knowledge {
  /** As known at this moment; as known now when left out. */
  readonly knownAt?: Moment | undefined;
}

/** The authority's children, each with everything believed of them then. In order of identifier. */
export const loadLedger = async (tx: Tx, { knownAt }: Knowledge = {}): Promise<Ledger> =>
  load(tx, { knownAt, only: sql`true` });

/** One child as believed then, or undefined when nothing was known of such a child. */
export const loadChild = async (
  tx: Tx,
  id: ChildId,
  { knownAt }: Knowledge = {},
): Promise<ChildRecord | undefined> => {
  const only = sql`child_id = (select id from child where authority_id = current_authority() and local_id = ${id})`;
  const { children } = await load(tx, { knownAt, only });
  return children[0];
};

const known = (knownAt: Moment | undefined): RawBuilder<unknown> =>
  knownAt === undefined ? sql`upper_inf(recorded)` : sql`recorded @> ${knownAt}::timestamptz`;

/** A child's rows are gathered in the database, and cross as one text: many times quicker than row by row. */
const gathered = (table: BeliefTable<unknown>, which: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select json_agg(json_build_array(child_id, ${sql.join(table.columns.map(({ name }) => sql.ref(name)))})
                  order by child_id, ${sql.raw(table.order)})
  from ${sql.table(table.name)} where authority_id = current_authority() and ${which})`;

interface Gathered {
  readonly authority: string;
  readonly children: readonly (readonly [id: number, localId: string, restricted: boolean])[] | null;
  readonly [table: string]: unknown;
}

const load = async (
  tx: Tx,
  { knownAt, only }: { readonly knownAt: Moment | undefined; readonly only: RawBuilder<unknown> },
): Promise<Ledger> => {
  const which = sql`${known(knownAt)} and ${only}`;
  // One statement, so that all of it is of one moment whatever is being saved meanwhile.
  const { rows } = await sql<Gathered>`
    select current_authority() as authority,
      (select json_agg(json_build_array(child_id, local_id, restricted) order by local_id)
       from (select id as child_id, * from child) child
       where authority_id = current_authority() and ${only}) as children,
      ${sql.join(Object.entries(beliefTables).map(([key, table]) => sql`${gathered(table, which)} as ${sql.ref(key)}`))}`.execute(
    tx,
  );
  const found = rows[0] as Gathered;
  const part = <P>(key: string, table: BeliefTable<P>): ReadonlyMap<number, readonly P[]> =>
    byChild(table, (found[key] ?? []) as readonly Row[]);

  const details = part('details', beliefTables.details);
  const periodsOfCare = part('periodsOfCare', beliefTables.periodsOfCare);
  const needs = part('needs', beliefTables.needs);
  const legalStatuses = part('legalStatuses', beliefTables.legalStatuses);
  const placements = part('placements', beliefTables.placements);
  const facts = part('facts', beliefTables.facts);

  const children: ChildRecord[] = [];
  for (const [id, localId, restricted] of found.children ?? []) {
    // Every child that is believed in has details, if only empty ones: without them it was not yet known.
    const own = details.get(id)?.[0];
    if (own === undefined) continue;
    children.push({
      id: localId as ChildId,
      ...(restricted ? { restricted } : {}),
      details: own satisfies ChildDetails,
      periodsOfCare: periodsOfCare.get(id) ?? [],
      needs: needs.get(id) ?? [],
      legalStatuses: legalStatuses.get(id) ?? [],
      placements: placements.get(id) ?? [],
      facts: facts.get(id) ?? [],
    });
  }
  return { authority: found.authority, children };
};

const byChild = <P>(table: BeliefTable<P>, rows: readonly Row[]): ReadonlyMap<number, readonly P[]> => {
  const parts = new Map<number, P[]>();
  for (const row of rows) {
    const id = row[0] as number;
    const part = table.partOf(row.slice(1));
    const held = parts.get(id);
    if (held === undefined) parts.set(id, [part]);
    else held.push(part);
  }
  return parts;
};
