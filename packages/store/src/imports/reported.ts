import type { ChildId } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** That a return's table tells of a child, and by which keys. What it tells is in the child's record. */
export interface Reported {
  /** By the year it ends in. */
  readonly collectionYear: number;
  readonly kind: string;
  readonly child: ChildId;
  /** False when the return did not say its year, and it was worked out from its dates. */
  readonly labelled: boolean;
  readonly keys: readonly string[];
}

const inOrder = (a: Reported, b: Reported): number =>
  a.collectionYear - b.collectionYear ||
  (a.kind < b.kind ? -1 : Number(a.kind > b.kind)) ||
  (a.child < b.child ? -1 : Number(a.child > b.child));

/** In order of year, kind and child. */
export const loadReported = async (tx: Tx): Promise<readonly Reported[]> => {
  // Children's own identifiers are put to the rows here: a join of two tables that have just been filled is planned by
  // guesses, and took seconds for ten years of one authority.
  const children = await sql<{ id: number; local_id: ChildId }>`
    select id, local_id from child where authority_id = (select current_authority())`.execute(tx);
  const names = new Map(children.rows.map(({ id, local_id }) => [id, local_id]));
  const { rows } = await sql<Omit<Reported, 'child'> & { childId: number }>`
    select collection_year as "collectionYear", kind, child_id as "childId", labelled, keys
    from reported where authority_id = (select current_authority())`.execute(tx);
  return rows
    .map(({ childId, ...rest }): Reported => ({ ...rest, child: names.get(childId) as ChildId }))
    .sort(inOrder);
};

/** What returns tell of one child, and whether a return of a collection year was taken in at all: a matter of the whole record. */
export const loadReportedOf = async (
  tx: Tx,
  child: ChildId,
  year: number,
): Promise<{
  readonly reported: readonly Reported[];
  readonly isYearHeld: boolean;
}> => {
  const { rows } = await sql<Omit<Reported, 'child'>>`
    select collection_year as "collectionYear", kind, labelled, keys from reported
    where authority_id = (select current_authority()) and child_id = (select id from child
      where authority_id = (select current_authority()) and local_id = ${child})`.execute(tx);
  const held = await sql<{ isYearHeld: boolean }>`
    select
      exists (select from reported where authority_id = (select current_authority())
        and collection_year = ${year} and keys <> '{}') as "isYearHeld"`.execute(tx);
  const told = held.rows[0] ?? { isYearHeld: false };
  return { reported: rows.map((row) => ({ ...row, child })), ...told };
};

const keyOf = ({ collectionYear, kind, child }: Reported): string => `${collectionYear} ${kind} ${child}`;

const isSame = (a: Reported, b: Reported | undefined): boolean =>
  b !== undefined &&
  a.labelled === b.labelled &&
  a.keys.length === b.keys.length &&
  a.keys.every((key, i) => key === b.keys[i]);

/**
 * What returns tell of, from now on, where it was otherwise before. Its children must have been saved. Gives how many rows
 * differed; what is in neither is untouched.
 */
export const saveReported = async (
  tx: Tx,
  { before, after }: { readonly before: readonly Reported[]; readonly after: readonly Reported[] },
): Promise<number> => {
  const held = new Map(before.map((row) => [keyOf(row), row]));
  const told = new Set(after.map(keyOf));
  const gone = before.filter((row) => !told.has(keyOf(row)));
  const come = after.filter((row) => !isSame(row, held.get(keyOf(row))));
  return (await drop(tx, gone)) + (await keep(tx, come));
};

const drop = async (tx: Tx, gone: readonly Reported[]): Promise<number> => {
  if (gone.length === 0) return 0;
  const { rows } = await sql<{ changed: number }>`
    with gone as (select * from json_to_recordset(${JSON.stringify(gone)}::json)
      as t ("collectionYear" smallint, kind text, child text)),
    dropped as (
      delete from reported r using gone, child
      where child.authority_id = (select current_authority()) and child.local_id = gone.child
        and r.authority_id = child.authority_id and r.collection_year = gone."collectionYear"
        and r.kind = gone.kind and r.child_id = child.id
      returning 1)
    select count(*) as changed from dropped`.execute(tx);
  return rows[0]?.changed ?? 0;
};

const keep = async (tx: Tx, come: readonly Reported[]): Promise<number> => {
  if (come.length === 0) return 0;
  const { rows } = await sql<{ changed: number }>`
    with kept as (
      insert into reported (collection_year, kind, child_id, labelled, keys)
      select t."collectionYear", t.kind, child.id, t.labelled, t.keys
      from json_to_recordset(${JSON.stringify(come)}::json)
        as t ("collectionYear" smallint, kind text, child text, labelled boolean, keys text[])
      join child on child.authority_id = (select current_authority()) and child.local_id = t.child
      on conflict (authority_id, collection_year, kind, child_id)
        do update set labelled = excluded.labelled, keys = excluded.keys
      returning 1)
    select count(*) as changed from kept`.execute(tx);
  return rows[0]?.changed ?? 0;
};
