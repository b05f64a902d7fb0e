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

export const loadReported = async (tx: Tx): Promise<readonly Reported[]> => {
  const { rows } = await sql<Reported>`
    select collection_year as "collectionYear", kind, local_id as child, labelled, keys
    from reported join child on child.authority_id = reported.authority_id and child.id = reported.child_id
    where reported.authority_id = (select current_authority())
    order by collection_year, kind, local_id`.execute(tx);
  return rows;
};

/**
 * What these returns tell of, from now on: rows of the years given are replaced, other years are untouched. Its
 * children must have been saved. Gives how many rows differed from what was held.
 */
export const saveReported = async (
  tx: Tx,
  years: readonly number[],
  reported: readonly Reported[],
): Promise<number> => {
  const told = JSON.stringify(reported);
  const { rows } = await sql<{ changed: number }>`
    with told as (
      select t."collectionYear" as collection_year, t.kind, child.id as child_id, t.labelled, t.keys
      from json_to_recordset(${told}::json)
        as t ("collectionYear" smallint, kind text, child text, labelled boolean, keys text[])
      join child on child.authority_id = (select current_authority()) and child.local_id = t.child),
    dropped as (
      delete from reported r
      where r.authority_id = (select current_authority()) and r.collection_year = any(${[...years]}::smallint[])
        and not exists (select from told
          where told.collection_year = r.collection_year and told.kind = r.kind and told.child_id = r.child_id)
      returning 1),
    kept as (
      insert into reported as r (collection_year, kind, child_id, labelled, keys)
      select collection_year, kind, child_id, labelled, keys from told
      on conflict (authority_id, collection_year, kind, child_id)
        do update set labelled = excluded.labelled, keys = excluded.keys
        where (r.labelled, r.keys) is distinct from (excluded.labelled, excluded.keys)
      returning 1)
    select (select count(*) from dropped) + (select count(*) from kept) as changed`.execute(tx);
  return rows[0]?.changed ?? 0;
};
