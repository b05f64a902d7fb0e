import type { CollectionYear, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';
import type { RowCells } from './findings.ts';

/** Somebody's reasoned statement that a finding stands, about what the rows held then. */
export interface NewAnswer {
  readonly finding: number;
  readonly kind: 'explained' | 'accepted';
  readonly reason: string;
  readonly cells: readonly RowCells[];
  readonly by: number;
  readonly at: Moment;
}

export interface Answer extends Omit<NewAnswer, 'cells'> {
  readonly id: number;
  readonly decision:
    | {
        readonly how: 'agreed' | 'refused';
        readonly by: number;
        readonly at: Moment;
        readonly note: string | undefined;
      }
    | undefined;
  readonly lapsedAt: Moment | undefined;
  readonly withdrawn: Withdrawal | undefined;
}

export interface Withdrawal {
  readonly by: number;
  readonly at: Moment;
  readonly why: string;
}

/** Neither refused nor withdrawn, and about what the rows hold still. */
const STANDS = sql`lapsed_check is null and withdrawn_at is null and decision is distinct from 'refused'`;

/** Undefined when an answer already stands. */
export const saveAnswer = async (tx: Tx, answer: NewAnswer): Promise<number | undefined> => {
  const { finding, kind, reason, cells, by, at } = answer;
  const { rows } = await sql<{ id: number }>`
    insert into finding_answer (finding_id, kind, reason, cells, proposed_by, proposed_at)
    values (${finding}, ${kind}, ${reason}, ${JSON.stringify(cells)}::jsonb, ${by}, ${at})
    on conflict do nothing returning id`.execute(tx);
  return rows[0]?.id;
};

/** False when somebody decided it or it lapsed meanwhile. The database refuses a decision by whoever proposed it. */
export const decideAnswer = async (
  tx: Tx,
  id: number,
  decision: {
    readonly how: 'agreed' | 'refused';
    readonly by: number;
    readonly at: Moment;
    readonly note: string;
  },
): Promise<boolean> => {
  const { rows } = await sql`
    update finding_answer
    set decision = ${decision.how}, decided_by = ${decision.by}, decided_at = ${decision.at},
      note = ${decision.note === '' ? null : decision.note}
    where authority_id = (select current_authority()) and id = ${id} and decision is null and lapsed_check is null
      and withdrawn_at is null
    returning id`.execute(tx);
  return rows.length === 1;
};

/** False when it does not stand any more: refused, lapsed, or withdrawn a moment ago. */
export const withdrawAnswer = async (tx: Tx, id: number, { by, at, why }: Withdrawal): Promise<boolean> => {
  const { rows } = await sql`
    update finding_answer set withdrawn_by = ${by}, withdrawn_at = ${at}, withdrawn_why = ${why}
    where authority_id = (select current_authority()) and id = ${id} and ${STANDS} returning id`.execute(tx);
  return rows.length === 1;
};

interface Row extends Omit<NewAnswer, 'cells'> {
  id: number;
  decision: 'agreed' | 'refused' | null;
  decidedBy: number | null;
  decidedAt: Moment | null;
  note: string | null;
  lapsedAt: Moment | null;
  withdrawnBy: number | null;
  withdrawnAt: Moment | null;
  why: string | null;
}

const asAnswer = ({
  decision,
  decidedBy,
  decidedAt,
  note,
  lapsedAt,
  withdrawnBy,
  withdrawnAt,
  why,
  ...row
}: Row): Answer => ({
  ...row,
  decision:
    decision === null || decidedBy === null || decidedAt === null
      ? undefined
      : { how: decision, by: decidedBy, at: decidedAt, note: note ?? undefined },
  lapsedAt: lapsedAt ?? undefined,
  withdrawn:
    withdrawnBy === null || withdrawnAt === null || why === null
      ? undefined
      : { by: withdrawnBy, at: withdrawnAt, why },
});

const SELECT = sql`
  select a.id, finding_id as finding, kind, reason, proposed_by as by, proposed_at as at, decision,
    decided_by as "decidedBy", decided_at as "decidedAt", note, c.checked_at as "lapsedAt",
    withdrawn_by as "withdrawnBy", withdrawn_at as "withdrawnAt", withdrawn_why as why
  from finding_answer a left join return_check c on c.authority_id = a.authority_id and c.id = a.lapsed_check`;

/** All answers to a finding, newest first. */
export const listAnswers = async (tx: Tx, finding: number): Promise<readonly Answer[]> => {
  const { rows } = await sql<Row>`${SELECT}
    where a.authority_id = (select current_authority()) and finding_id = ${finding} order by a.id desc`.execute(
    tx,
  );
  return rows.map(asAnswer);
};

export const findAnswer = async (tx: Tx, id: number): Promise<Answer | undefined> => {
  const { rows } = await sql<Row>`${SELECT}
    where a.authority_id = (select current_authority()) and a.id = ${id}`.execute(tx);
  return rows.map(asAnswer)[0];
};

/** The answers that stand to a year's findings: agreed, or waiting for a second person. */
export const listStandingAnswers = async (tx: Tx, year: CollectionYear): Promise<readonly Answer[]> => {
  const { rows } = await sql<Row>`${SELECT}
    join return_finding f on f.authority_id = a.authority_id and f.id = a.finding_id
    where a.authority_id = (select current_authority()) and f.collection_year = ${year}
      and ${STANDS}`.execute(tx);
  return rows.map(asAnswer);
};
