import type { ChildId, ClockEntry } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** What somebody said of a child's clock. */
export interface StoredClockEntry extends ClockEntry {
  readonly child: ChildId;
  /** In which role. */
  readonly byRole: string;
}

export interface NewClockEntry extends StoredClockEntry {
  /** Of the form, so that one sent twice is one entry. */
  readonly key: string;
}

interface EntryRow extends Omit<StoredClockEntry, 'at' | 'until' | 'takesBack'> {
  readonly at: StoredClockEntry['at'] | null;
  readonly until: StoredClockEntry['until'] | null;
  readonly takesBack: number | null;
}

/** What was said of the clocks of one child, or of all, each clock's in the order in which it was said. */
export const listClockEntries = async (tx: Tx, child?: ChildId): Promise<readonly StoredClockEntry[]> => {
  const { rows } = await sql<EntryRow>`
    select child.local_id as child, number, rule, start, kind, on_day as "on", at, until_day as "until", said,
      takes_back as "takesBack", by_person::text as by, by_role as "byRole", said_at as "saidAt"
    from clock_entry e join child on child.authority_id = e.authority_id and child.id = e.child_id
    where e.authority_id = (select current_authority())
      and ${child === undefined ? sql`true` : sql`child.local_id = ${child}`}
    order by e.child_id, rule, start, number`.execute(tx);
  return rows.map(({ at, until, takesBack, ...row }) => ({
    ...row,
    at: at ?? undefined,
    until: until ?? undefined,
    takesBack: takesBack ?? undefined,
  }));
};

/** How many entries there are in all. None is ever changed or taken out: as many are the same ones. */
export const countClockEntries = async (tx: Tx): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from clock_entry where authority_id = (select current_authority())`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
};

/** Whether somebody said it already by the same form. */
export const isClockEntryThere = async (
  tx: Tx,
  { by, key }: Pick<NewClockEntry, 'by' | 'key'>,
): Promise<boolean> => {
  const { rows } = await sql`
    select from clock_entry
    where authority_id = (select current_authority()) and by_person = ${Number(by)} and key = ${key}`.execute(
    tx,
  );
  return rows.length > 0;
};

/** False when somebody else has said something of that clock meanwhile: it has to be read again. */
export const addClockEntry = async (tx: Tx, entry: NewClockEntry): Promise<boolean> => {
  const { rows } = await sql`
    insert into clock_entry (child_id, rule, start, number, kind, on_day, at, until_day, said, takes_back, by_person, by_role,
      said_at, key)
    select id, ${entry.rule}, ${entry.start}, ${entry.number}, ${entry.kind}, ${entry.on}::date,
      ${entry.at ?? null}::timestamptz, ${entry.until ?? null}::date, ${entry.said}, ${entry.takesBack ?? null}::integer,
      ${Number(entry.by)}::bigint, ${entry.byRole}, ${entry.saidAt}::timestamptz, ${entry.key}
    from child where authority_id = (select current_authority()) and local_id = ${entry.child}
    on conflict do nothing returning 1`.execute(tx);
  return rows.length === 1;
};
