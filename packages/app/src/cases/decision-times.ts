import {
  type AttemptRefusal,
  addMonths,
  type CaseNow,
  type Clock,
  type Day,
  EVERY_WORKFLOW,
  endOf,
  grantReaches,
  isApprovedAfter,
  londonDayOf,
  type Moment,
  mayAttempt,
  type Retrospective,
  retrospectiveOf,
  type StageTime,
  type Stay,
  stageTimesOf,
  startOfLondonDay,
  staysOf,
  TURNS,
  type Turn,
  turnsOf,
  type Workflow,
} from '@rightplace/domain';
import { asTenantReading, listCasesSince, type StoredCase, type Tx } from '@rightplace/store';
import { loadChildren } from '../child/load-children.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { caseForAccess, caseNow, clockOf } from './find-case.ts';
import { OVER } from './open-lines.ts';
import { findWorkflow } from './workflows.ts';

/** How what was decided came out: of what came to its end, how many took each turn at least once. */
export interface TurnsRow {
  /** "2026-11", or the name of a team. */
  readonly of: string;
  readonly ended: number;
  readonly turns: Readonly<Record<Turn, number>>;
}

/** Of what was done before it was decided on whole: how many were approved after, and when. */
export interface RetrospectiveRow {
  readonly of: string;
  readonly done: number;
  readonly inTime: number;
  readonly late: number;
  readonly stillRed: number;
}

export interface ProcessTimes {
  readonly workflow: Workflow;
  readonly stages: readonly StageTime[];
  readonly months: readonly TurnsRow[];
  readonly teams: readonly TurnsRow[];
  /** None where the process has nothing that is approved after the event. */
  readonly retrospective:
    | { readonly months: readonly RetrospectiveRow[]; readonly teams: readonly RetrospectiveRow[] }
    | undefined;
}

export interface DecisionTimes {
  readonly kind: 'decision-times';
  /** What went on, ended or was done on this day or since. */
  readonly from: Day;
  readonly processes: readonly ProcessTimes[];
}

interface Told {
  readonly team: string;
  readonly now: CaseNow;
  readonly stays: readonly Stay[];
  readonly settled: { readonly month: string; readonly turns: ReadonlySet<Turn> } | undefined;
  readonly retrospective: (Retrospective & { readonly month: string }) | undefined;
}

const MONTHS_BACK = 12;
const monthOf = (at: Moment): string => londonDayOf(at).slice(0, 7);

/** When a case was settled: when it ended, or support was agreed instead of what was asked for. */
const settledOf = (workflow: Workflow, now: CaseNow): Moment | undefined =>
  endOf(workflow, now) ?? turnsOf(now).find(({ turn }) => turn === 'diverted')?.at;

const tell = (
  workflow: Workflow,
  now: CaseNow,
  { team, clock, at }: { readonly team: string; readonly clock: Clock; readonly at: Moment },
): Told => {
  const settled = settledOf(workflow, now);
  const after = retrospectiveOf(workflow, now, { ...clock, at });
  return {
    team,
    now,
    stays: staysOf(workflow, now, { at, calendar: clock.calendar }),
    settled: settled && {
      month: monthOf(settled),
      turns: new Set(turnsOf(now).map(({ turn }) => turn)),
    },
    retrospective: after && { ...after, month: monthOf(after.at) },
  };
};

const turnsRow = (of: string, told: readonly Told[]): TurnsRow => {
  const settled = told.flatMap((one) => one.settled ?? []);
  const count = (turn: Turn): number => settled.filter(({ turns }) => turns.has(turn)).length;
  return {
    of,
    ended: settled.length,
    turns: Object.fromEntries(TURNS.map((turn) => [turn, count(turn)])) as Record<Turn, number>,
  };
};

const retrospectiveRow = (of: string, told: readonly Told[]): RetrospectiveRow => {
  const all = told.flatMap(({ retrospective }) => retrospective ?? []);
  const count = (standing: Retrospective['standing']): number =>
    all.filter((one) => one.standing === standing).length;
  return {
    of,
    done: all.length,
    inTime: count('in-time'),
    late: count('late'),
    stillRed: count('still-red'),
  };
};

const processOf = (
  workflow: Workflow,
  told: readonly Told[],
  { from, months }: { readonly from: Day; readonly months: readonly string[] },
): ProcessTimes => {
  const stays = told
    .flatMap((one) => one.stays)
    .filter(({ left }) => left === null || londonDayOf(left) >= from);
  const settled = told.filter((one) => one.settled !== undefined && one.settled.month >= from.slice(0, 7));
  const done = told.filter(
    ({ retrospective }) => retrospective !== undefined && retrospective.month >= from.slice(0, 7),
  );
  const byTeam = <Row>(
    of: readonly Told[],
    row: (team: string, of: readonly Told[]) => Row,
  ): readonly Row[] =>
    [...Map.groupBy(of, ({ team }) => team)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([team, own]) => row(team, own));
  const hasAfter = Object.values(workflow.states).some(isApprovedAfter);
  return {
    workflow,
    stages: stageTimesOf(workflow, stays),
    months: months.map((month) =>
      turnsRow(
        month,
        settled.filter((one) => one.settled?.month === month),
      ),
    ),
    teams: byTeam(settled, turnsRow),
    retrospective: hasAfter
      ? {
          months: months.map((month) =>
            retrospectiveRow(
              month,
              done.filter(({ retrospective }) => retrospective?.month === month),
            ),
          ),
          teams: byTeam(done, retrospectiveRow),
        }
      : undefined,
  };
};

/** Of the cases that somebody's figures are of, by process. */
const toldByWorkflow = async (
  tx: Tx,
  world: World,
  {
    signedIn,
    stored,
    at,
  }: { readonly signedIn: SignedIn; readonly stored: readonly StoredCase[]; readonly at: Moment },
): Promise<ReadonlyMap<string, readonly Told[]> | AttemptRefusal> => {
  const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
  const { actor } = signedIn;
  const permission = mayAttempt({ actor, action: 'see-decision-times', on: loaded.today });
  if (permission.kind === 'refused') return permission;
  const clock = await clockOf(tx, loaded.today);
  const told = new Map<string, Told[]>();
  for (const each of stored) {
    const workflow = findWorkflow(each.workflow);
    const child = loaded.present.childById.get(each.child);
    if (workflow === undefined || child === undefined) continue;
    const forAccess = caseForAccess(each, child, loaded);
    if (!permission.grants.some((grant) => grantReaches(grant, actor, forAccess))) continue;
    const team = loaded.access.staff.teams.get(each.teamId ?? -1)?.name ?? 'No team';
    const own = told.get(workflow.id) ?? [];
    own.push(tell(workflow, caseNow(workflow, each, [], { clock, at }), { team, clock, at }));
    told.set(workflow.id, own);
  }
  return told;
};

/**
 * How decisions are going, process by process, over the last twelve months: working days in each state, what was returned,
 * rejected, diverted, withdrawn or lapsed, and what was approved after the event, by month and by the team that asked.
 */
export const showDecisionTimes = (
  world: World,
  signedIn: SignedIn,
): Promise<DecisionTimes | AttemptRefusal> =>
  asTenantReading(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const at = world.now();
      const thisMonth = `${londonDayOf(at).slice(0, 7)}-01` as Day;
      const months = Array.from({ length: MONTHS_BACK }, (_, back) =>
        addMonths(thisMonth, -back).slice(0, 7),
      );
      const from = addMonths(thisMonth, 1 - MONTHS_BACK);
      const stored = await listCasesSince(tx, { over: OVER, since: startOfLondonDay(from) });
      const told = await toldByWorkflow(tx, world, { signedIn, stored, at });
      if ('kind' in told) return told;
      return {
        kind: 'decision-times',
        from,
        processes: EVERY_WORKFLOW.flatMap((workflow) => {
          const own = told.get(workflow.id) ?? [];
          return own.length === 0 ? [] : [processOf(workflow, own, { from, months })];
        }),
      };
    },
  );
