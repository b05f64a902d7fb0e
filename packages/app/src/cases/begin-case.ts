import {
  type Answers,
  type CaseNow,
  type ChildId,
  type Day,
  type Moment,
  type RoleAssignment,
  stateMeaning,
  type Workflow,
} from '@rightplace/domain';
import {
  addCase,
  addEvidence,
  listCasesOf,
  listWritersOf,
  type StoredCase,
  type Tx,
} from '@rightplace/store';
import { saveCaseEvent } from '../notifications/save-case-event.ts';
import { caseNow, clockOf } from './find-case.ts';

export interface CaseToBegin {
  readonly child: ChildId;
  readonly begunBy: number;
  /** The part in which they begin it: it is their team's, for as long as the record says nothing else. */
  readonly assignment: RoleAssignment;
  readonly key: string;
  readonly at: Moment;
  /** What it begins with; nothing, unless said. */
  readonly answers?: Answers;
}

/** Begins a case, and gives its number. */
export const beginCase = async (
  tx: Tx,
  workflow: Workflow,
  { child, begunBy, assignment: { role, teamId }, key, at, answers = {} }: CaseToBegin,
): Promise<number> => {
  const { id } = await addCase(tx, {
    workflow: workflow.id,
    version: workflow.version,
    child,
    begunBy,
    teamId: teamId ? Number(teamId) : null,
    key,
  });
  const evidence = Object.keys(answers).length === 0 ? null : 1;
  if (evidence !== null)
    await addEvidence(tx, id, { revision: evidence, answers, savedBy: begunBy, savedAt: at });
  await saveCaseEvent(tx, id, {
    number: 1,
    at,
    step: 'begin',
    kind: 'begin',
    by: { person: String(begunBy), part: { role } },
    from: null,
    to: workflow.begins.in,
    said: {},
    evidence,
    key: 'begin',
  });
  return id;
};

/** The case of a child that is not over, of any of some workflows; undefined when there is none. */
export const findOpenCase = async (
  tx: Tx,
  {
    child,
    of,
    except = new Set(),
    today,
    at,
  }: {
    readonly child: ChildId;
    readonly of: readonly Workflow[];
    readonly except?: ReadonlySet<number>;
    readonly today: Day;
    readonly at: Moment;
  },
): Promise<{ readonly id: number; readonly stored: StoredCase; readonly now: CaseNow } | undefined> => {
  const clock = await clockOf(tx, today);
  const own = (await listCasesOf(tx, child)).filter(({ id }) => !except.has(id));
  const writers = await listWritersOf(
    tx,
    own.map(({ id }) => id),
  );
  for (const stored of own) {
    const workflow = of.find(({ id }) => id === stored.workflow);
    if (workflow === undefined) continue;
    const now = caseNow(workflow, stored, writers.get(stored.id) ?? [], { clock, at });
    if (stateMeaning(workflow, now.state).ended !== true) return { id: stored.id, stored, now };
  }
  return undefined;
};
