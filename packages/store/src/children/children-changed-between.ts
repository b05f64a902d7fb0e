import type { ChildId, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';
import { type BeliefName, type BeliefTable, beliefTables, type FoundRow } from './belief-tables.ts';

/** A time the record learned something, and what from. */
export interface Learned {
  readonly id: number;
  readonly at: Moment;
  readonly why: string;
  readonly importId: number | undefined;
  readonly event: string | undefined;
  readonly byPerson: number | undefined;
}

/** How what is believed of a part of a child's record differs between two moments of knowledge. */
export interface ChangedPart {
  readonly part: BeliefName;
  /** Believed at the first moment and not at the second. */
  readonly before: readonly unknown[];
  /** Believed at the second moment and not at the first. */
  readonly after: readonly unknown[];
}

export interface ChangedChild {
  readonly child: ChildId;
  readonly parts: readonly ChangedPart[];
  /** What brought it about, oldest first. */
  readonly because: readonly Learned[];
}

interface FoundChange {
  readonly part: BeliefName;
  readonly child: ChildId;
  readonly kept: boolean;
  readonly at: Moment;
  readonly value: unknown;
}

/**
 * Which children are believed otherwise at `to` than at `from` (the earlier), in what, and what made it so. What was
 * believed only in between, and given up again, is no difference.
 */
export const childrenChangedBetween = async (
  tx: Tx,
  { from, to }: { readonly from: Moment; readonly to: Moment },
): Promise<readonly ChangedChild[]> => {
  const changes: FoundChange[] = [];
  for (const [part, table] of Object.entries(beliefTables)) {
    changes.push(...(await changesIn(tx, part as BeliefName, table, from, to)));
  }
  const learned = await learnedBetween(tx, from, to);
  const children = new Map<ChildId, FoundChange[]>();
  for (const change of withoutThereAndBack(changes))
    children.set(change.child, [...(children.get(change.child) ?? []), change]);
  return [...children]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([child, found]) => ({
      child,
      parts: partsOf(found),
      because: learned.filter(({ at }) => found.some((change) => change.at === at)),
    }));
};

/** Leaves out rows given up and taken on again word for word: they are rows of their own and say the same. */
const withoutThereAndBack = (changes: readonly FoundChange[]): readonly FoundChange[] => {
  const saying = ({ part, child, value }: FoundChange): string => JSON.stringify([part, child, value]);
  const before = new Set(changes.filter(({ kept }) => !kept).map(saying));
  const after = new Set(changes.filter(({ kept }) => kept).map(saying));
  return changes.filter((change) => !(before.has(saying(change)) && after.has(saying(change))));
};

const partsOf = (found: readonly FoundChange[]): readonly ChangedPart[] =>
  [...new Set(found.map(({ part }) => part))].map((part) => {
    const own = found.filter((change) => change.part === part);
    return {
      part,
      before: own.filter(({ kept }) => !kept).map(({ value }) => value),
      after: own.filter(({ kept }) => kept).map(({ value }) => value),
    };
  });

const changesIn = async (
  tx: Tx,
  part: BeliefName,
  table: BeliefTable<unknown>,
  from: Moment,
  to: Moment,
): Promise<readonly FoundChange[]> => {
  const columns = table.columns.map(({ name }) => name);
  const { rows } = await sql<FoundRow & { local_id: ChildId; kept: boolean; at: Moment }>`
    select local_id, kept, case when kept then lower(recorded) else upper(recorded) end as at,
      ${sql.join(columns.map((name) => sql.ref(name)))}
    from (
      select t.*, recorded @> ${to}::timestamptz as kept from ${sql.table(table.name)} t
      where authority_id = (select current_authority())
        and recorded @> ${from}::timestamptz <> recorded @> ${to}::timestamptz) changed
    join child on child.authority_id = changed.authority_id and child.id = changed.child_id
    order by ${sql.join([...table.order.map((name) => sql.ref(name)), sql`local_id`])}`.execute(tx);
  return rows.map((row) => ({
    part,
    child: row.local_id,
    kept: row.kept,
    at: row.at,
    value: table.partOf(row),
  }));
};

const learnedBetween = async (tx: Tx, from: Moment, to: Moment): Promise<readonly Learned[]> => {
  const rows = await tx
    .selectFrom('record_change')
    .select(LEARNED)
    .where('at', '>', from)
    .where('at', '<=', to)
    .orderBy('at')
    .execute();
  return rows.map(asLearned);
};

const LEARNED = ['id', 'at', 'why', 'import_id', 'event', 'by_person'] as const;

const asLearned = (row: {
  id: number;
  at: Moment;
  why: string;
  import_id: number | null;
  event: string | null;
  by_person: number | null;
}): Learned => ({
  id: row.id,
  at: row.at,
  why: row.why,
  importId: row.import_id ?? undefined,
  event: row.event ?? undefined,
  byPerson: row.by_person ?? undefined,
});

/** The latest times the record learned something, newest first. */
export const listChanges = async (tx: Tx, limit = 100): Promise<readonly Learned[]> => {
  const rows = await tx
    .selectFrom('record_change')
    .select(LEARNED)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(asLearned);
};
