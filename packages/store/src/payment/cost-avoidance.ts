import {
  type AvoidanceStanding,
  type AvoidedCost,
  type ChildId,
  type Day,
  type Moment,
  type PencePerWeek,
  pencePerWeek,
} from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

export type AvoidanceDecisionKind = Exclude<AvoidanceStanding, 'drafted'>;

export interface AvoidanceDecision {
  readonly number: number;
  readonly what: AvoidanceDecisionKind;
  readonly reason: string;
  readonly by: number;
  readonly at: Moment;
}

/** A line of cost avoided with everything that became of it. */
export interface StoredAvoidance extends AvoidedCost {
  readonly id: number;
  readonly agreement: number;
  readonly caseId: number;
  readonly child: ChildId;
  readonly by: number;
  readonly at: Moment;
  readonly key: string;
  readonly insteadOf: number | null;
  readonly standing: AvoidanceStanding;
  readonly decisions: readonly AvoidanceDecision[];
}

type Row = Omit<StoredAvoidance, 'nights' | 'before' | 'after' | 'standing' | 'decisions'> & {
  readonly starts: Day;
  readonly ends: Day;
  readonly before: number;
  readonly after: number;
};

const lineOf = (
  { starts, ends, before, after, ...row }: Row,
  decisions: readonly AvoidanceDecision[],
): StoredAvoidance => ({
  ...row,
  nights: { starts, ends },
  before: pencePerWeek(before),
  after: pencePerWeek(after),
  decisions,
  standing: decisions.at(-1)?.what ?? 'drafted',
});

/** Lines of cost avoided in the order in which they were drafted, as they stood at a moment. */
export const listAvoidance = async (
  tx: Tx,
  asked: {
    readonly id?: number;
    readonly agreement?: number;
    readonly case?: number;
    readonly until?: Moment | undefined;
  } = {},
): Promise<readonly StoredAvoidance[]> => {
  const upTo = (at: 'l.at' | 'd.at') =>
    asked.until === undefined ? sql`true` : sql`${sql.ref(at)} <= ${asked.until}::timestamptz`;
  const { rows } = await sql<Row>`
    select l.id, l.agreement_id as agreement, a.case_id as "caseId", child.local_id as child, l.forum, l.category,
      l.of_line as of, l.agreed_on as "agreedOn", l.before_pence as before, l.after_pence as after,
      lower(l.nights) as starts, upper(l.nights) as ends, l.why_weeks as "whyWeeks", l.evidence, l.by, l.at, l.key,
      l.instead_of as "insteadOf"
    from cost_avoidance l
    join placement_agreement a on a.authority_id = l.authority_id and a.id = l.agreement_id
    join workflow_case c on c.authority_id = a.authority_id and c.id = a.case_id
    join child on child.authority_id = c.authority_id and child.id = c.child_id
    where l.authority_id = (select current_authority()) and ${upTo('l.at')}
      and ${asked.id === undefined ? sql`true` : sql`l.id = ${asked.id}`}
      and ${asked.agreement === undefined ? sql`true` : sql`l.agreement_id = ${asked.agreement}`}
      and ${asked.case === undefined ? sql`true` : sql`a.case_id = ${asked.case}`}
    order by l.id`.execute(tx);
  if (rows.length === 0) return [];
  const decided = await sql<AvoidanceDecision & { readonly line: number }>`
    select d.line_id as line, d.number, d.what, d.reason, d.by, d.at from cost_avoidance_decision d
    where d.authority_id = (select current_authority()) and ${upTo('d.at')}
      and d.line_id = any(${rows.map(({ id }) => id)}::bigint[])
    order by d.line_id, d.number`.execute(tx);
  const byLine = Map.groupBy(decided.rows, ({ line }) => line);
  return rows.map((row) =>
    lineOf(
      row,
      (byLine.get(row.id) ?? []).map(({ line: _, ...decision }) => decision),
    ),
  );
};

export interface AvoidanceToAdd extends AvoidedCost {
  readonly agreement: number;
  readonly by: number;
  readonly at: Moment;
  readonly key: string;
  readonly insteadOf: number | null;
}

/** Keeps a line. Throws where the same nights of that line of the price are counted already: whoever calls has looked before. */
export const addAvoidance = async (tx: Tx, line: AvoidanceToAdd): Promise<number> => {
  const money = (weekly: PencePerWeek): number => weekly;
  const { rows } = await sql<{ id: number }>`
    insert into cost_avoidance (agreement_id, forum, category, of_line, agreed_on, before_pence, after_pence, nights,
      why_weeks, evidence, by, at, key, instead_of)
    values (${line.agreement}, ${line.forum}, ${line.category}, ${line.of}, ${line.agreedOn}, ${money(line.before)},
      ${money(line.after)}, daterange(${line.nights.starts}::date, ${line.nights.ends}::date), ${line.whyWeeks},
      ${line.evidence}, ${line.by}, ${line.at}, ${line.key}, ${line.insteadOf})
    returning id`.execute(tx);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('A line of cost avoided was not kept');
  return id;
};

/** Keeps what became of a line. What was sent back or taken back counts no more, and its nights may be claimed by another. */
export const addAvoidanceDecision = async (
  tx: Tx,
  line: Pick<StoredAvoidance, 'id' | 'by' | 'decisions'>,
  decision: Omit<AvoidanceDecision, 'number'>,
): Promise<void> => {
  const { what, reason, by, at } = decision;
  await sql`
    insert into cost_avoidance_decision (line_id, number, what, reason, by, drafted_by, at)
    values (${line.id}, ${line.decisions.length + 1}, ${what}, ${reason}, ${by}, ${line.by}, ${at})`.execute(
    tx,
  );
  if (what !== 'verified')
    await sql`update cost_avoidance set counts = false
      where authority_id = (select current_authority()) and id = ${line.id} and counts`.execute(tx);
};
