import type { ChildId } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** What of something that returns tell of was entered here by hand, or that it was removed here. */
export interface EnteredHere {
  readonly child: ChildId;
  readonly kind: string;
  readonly key: string;
  readonly removed: boolean;
  /** It was entered before any return told of it. */
  readonly whole: boolean;
  readonly keys: readonly string[];
  /** By cell that was entered here: what had stood in it before. */
  readonly cells: Readonly<Record<string, readonly string[]>>;
}

/** Of one child, or of all. */
export const loadEntered = async (tx: Tx, child?: ChildId): Promise<readonly EnteredHere[]> => {
  const { rows } = await sql<EnteredHere>`
    select c.local_id as child, kind, key, removed, whole, keys, cells
    from entered_here e join child c on c.authority_id = e.authority_id and c.id = e.child_id
    where e.authority_id = (select current_authority())
      ${child === undefined ? sql`` : sql`and c.local_id = ${child}`}
    order by c.local_id, kind, key, removed`.execute(tx);
  return rows;
};

const placeOf = ({ child, kind, key, removed }: EnteredHere): string =>
  JSON.stringify([child, kind, key, removed]);

const sayOf = ({ whole, keys, cells }: EnteredHere): string =>
  JSON.stringify([whole, keys, Object.entries(cells).toSorted(([a], [b]) => (a < b ? -1 : 1))]);

/** What was entered here from now on, where it was otherwise before. Its children must have been saved. */
export const saveEntered = async (
  tx: Tx,
  { before, after }: { readonly before: readonly EnteredHere[]; readonly after: readonly EnteredHere[] },
): Promise<void> => {
  const held = new Map(before.map((row) => [placeOf(row), sayOf(row)]));
  const told = new Set(after.map(placeOf));
  const gone = before.filter((row) => !told.has(placeOf(row)));
  const come = after.filter((row) => held.get(placeOf(row)) !== sayOf(row));
  if (gone.length > 0)
    await sql`
      delete from entered_here e
      using child c, json_to_recordset(${JSON.stringify(gone)}::json)
        as gone (child text, kind text, key text, removed boolean)
      where c.authority_id = (select current_authority()) and c.local_id = gone.child
        and e.authority_id = c.authority_id and e.child_id = c.id
        and e.kind = gone.kind and e.key = gone.key and e.removed = gone.removed`.execute(tx);
  if (come.length > 0)
    await sql`
      insert into entered_here (child_id, kind, key, removed, whole, keys, cells)
      select c.id, come.kind, come.key, come.removed, come.whole, come.keys, come.cells
      from json_to_recordset(${JSON.stringify(come)}::json)
        as come (child text, kind text, key text, removed boolean, whole boolean, keys text[], cells jsonb)
      join child c on c.authority_id = (select current_authority()) and c.local_id = come.child
      on conflict (authority_id, child_id, kind, key, removed)
        do update set whole = excluded.whole, keys = excluded.keys, cells = excluded.cells`.execute(tx);
};
