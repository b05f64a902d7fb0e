import type { ChildRecord, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';
import { takeMoment } from '../connection/settled-moments.ts';
import { type BeliefTable, beliefTables, type Cell, type Row } from './belief-tables.ts';

/** What the record learned, from where. `why` is a few words for people: "Return of 2025-26 imported". */
export interface RecordChange {
  /** Read only when nobody can be told any more what was known at the moment it gives. */
  readonly clock: () => Moment;
  readonly why: string;
  readonly importId?: number;
  readonly event?: string;
  readonly byPerson?: number;
}

export interface Saved {
  /** When the record has it from: the clock's moment, or just after its last change when that is later. */
  readonly at: Moment;
  /** Undefined when nothing was new: then nothing was written, not even that it was tried. */
  readonly changeId: number | undefined;
  /** Rows believed from now on, and rows no longer believed. */
  readonly opened: number;
  readonly closed: number;
}

/**
 * Lets nobody else change the authority's record until this transaction ends: its moments of knowledge must come one
 * after another, and who decides by what is held must find it still so when saving.
 */
export const holdRecord = (tx: Tx): Promise<unknown> =>
  sql`select from authority where authority_id = (select current_authority()) for no key update`.execute(tx);

/**
 * Makes the record believe exactly this of these children from now on. What is as it was is left alone; what is not is
 * closed and what is new is added, so that every earlier moment's belief stays as it was. Other children are untouched.
 */
export const saveChildren = async (
  tx: Tx,
  { children, ...change }: RecordChange & { readonly children: readonly ChildRecord[] },
): Promise<Saved> => {
  await holdRecord(tx);
  const moment = await takeMoment(tx, change.clock);
  await sql`savepoint saving`.execute(tx);
  const { id: changeId, at } = await beginChange(tx, change, moment);
  const ids = await ensureChildren(tx, children);
  let opened = 0;
  let closed = 0;
  const changed = new Set<number>();
  for (const table of Object.values(beliefTables)) {
    const saved = await saveTable(tx, table, { children, ids, at });
    opened += saved.opened;
    closed += saved.closed;
    for (const id of saved.changed) changed.add(id);
  }
  const learned = opened + closed > 0;
  if (learned) await sayWhoChanged(tx, at, changed);
  await (learned ? sql`release savepoint saving` : sql`rollback to savepoint saving`).execute(tx);
  await restrict(tx, children);
  return { at, changeId: learned ? changeId : undefined, opened, closed };
};

/** A time at which the record learns something. Whoever calls it holds the record and has taken the moment. */
export const beginChange = async (
  tx: Tx,
  change: Omit<RecordChange, 'clock'>,
  moment: Moment,
): Promise<{ id: number; at: Moment }> => {
  const { rows } = await sql<{ id: number; at: Moment }>`
    insert into record_change (at, why, import_id, event, by_person)
    select greatest(${moment}::timestamptz, max(at) + interval '1 microsecond'), ${change.why},
           ${change.importId ?? null}, ${change.event ?? null}, ${change.byPerson ?? null}
    from record_change where authority_id = (select current_authority())
    returning id, at`.execute(tx);
  return rows[0] as { id: number; at: Moment };
};

const sayWhoChanged = (tx: Tx, at: Moment, changed: Iterable<number>): Promise<unknown> =>
  sql`insert into changed_child (at, child_id)
      select ${at}::timestamptz, unnest(${[...changed]}::bigint[])`.execute(tx);

/** The database's number of each child, by the authority's identifier; a child not met before is added. */
const ensureChildren = async (
  tx: Tx,
  children: readonly ChildRecord[],
): Promise<ReadonlyMap<string, number>> => {
  const localIds = children.map((child) => child.id);
  await sql`insert into child (local_id) select unnest(${localIds}::text[])
            on conflict (authority_id, local_id) do nothing`.execute(tx);
  const { rows } = await sql<{ local_id: string; id: number }>`
    select local_id, id from child
    where authority_id = (select current_authority()) and local_id = any(${localIds}::text[])`.execute(tx);
  return new Map(rows.map((row) => [row.local_id, row.id]));
};

/** Whether a record is restricted is not a belief about the child but a lock on the door: it holds at once, for all. */
const restrict = async (tx: Tx, children: readonly ChildRecord[]): Promise<void> => {
  const said = children.filter((child) => child.restricted !== undefined);
  if (said.length === 0) return;
  await sql`
    update child c set restricted = said.restricted
    from unnest(${said.map((child) => child.id)}::text[], ${said.map((child) => child.restricted)}::boolean[])
      as said (local_id, restricted)
    where c.authority_id = current_authority() and c.local_id = said.local_id and c.restricted <> said.restricted`.execute(
    tx,
  );
};

interface Saving {
  readonly children: readonly ChildRecord[];
  readonly ids: ReadonlyMap<string, number>;
  readonly at: Moment;
}

interface SavedTable extends Pick<Saved, 'opened' | 'closed'> {
  /** Numbers of the children of whom something is believed otherwise. */
  readonly changed: readonly number[];
}

const saveTable = async (
  tx: Tx,
  table: BeliefTable<unknown>,
  { children, ids, at }: Saving,
): Promise<SavedTable> => {
  const given: Row[] = [];
  for (const child of children) {
    const id = ids.get(child.id) as number;
    for (const row of table.rowsOf(child)) given.push([id, ...row]);
  }
  const columns = [{ name: 'child_id', type: 'bigint' }, ...table.columns];
  const arrays = columns.map(({ type }, i) => sql`${columnOf(given, i)}::${sql.raw(type)}[]`);
  const names = sql.join(columns.map(({ name }) => sql.ref(name)));
  const name = sql.table(table.name);
  const same = table.identity.map(
    (key) => sql`and t.${sql.ref(key)} is not distinct from gone.${sql.ref(key)}`,
  );
  // One statement a table. EXCEPT takes nulls as equal, which is what "the same row" means here. The count makes the
  // old rows be closed before the new ones arrive, or they would be taken to overlap.
  const { rows } = await sql<SavedTable>`
    with given as (select * from unnest(${sql.join(arrays)}) as given (${names})),
    believed as (
      select ${names} from ${name}
      where authority_id = (select current_authority()) and child_id = any(${[...ids.values()]}::bigint[]) and upper_inf(recorded)),
    gone as (select * from believed except select * from given),
    come as (select * from given except select * from believed),
    closed as (
      update ${name} t set recorded = tstzrange(lower(t.recorded), ${at}::timestamptz)
      from gone
      where t.authority_id = (select current_authority()) and t.child_id = gone.child_id and upper_inf(t.recorded)
        ${sql.join(same, sql` `)}
      returning 1),
    opened as (
      insert into ${name} (${names}, recorded)
      select come.*, tstzrange(${at}::timestamptz, null) from come
      where (select count(*) from closed) >= 0
      returning 1)
    select (select count(*) from opened) as opened, (select count(*) from closed) as closed,
      to_json(array(select child_id from gone union select child_id from come)) as changed`.execute(tx);
  return rows[0] as SavedTable;
};

const columnOf = (rows: readonly Row[], index: number): readonly Cell[] =>
  rows.map((row) => row[index] ?? null);
