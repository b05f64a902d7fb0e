import {
  type AttemptRefusal,
  type CaseNow,
  type ChildForAccess,
  type ChildRecord,
  type Clock,
  type Day,
  type Moment,
  mayAttempt,
  mayDoTo,
  type PanelId,
  stateMeaning,
  type Waiting,
  type Workflow,
  waitingFor,
} from '@rightplace/domain';
import { listAllWriters, listCases, listPanelMeetings, type StoredCase, type Tx } from '@rightplace/store';
import { type CaseChild, caseChild, caseForAccess, caseNow, clockOf } from '../cases/find-case.ts';
import { partsFor } from '../cases/parts-for.ts';
import { findWorkflow } from '../cases/workflows.ts';
import { type LoadedChildren, loadChildren } from '../child/load-children.ts';
import { actorAt } from '../delegation/acting.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { namedInCase, reachedByChairs } from './panel-facts.ts';
import { panelsRun } from './panels-run.ts';

/** A case as a list of a panel shows it. */
export interface PanelLine {
  readonly id: number;
  /** Undefined for a restricted record: that there is a case is all that is told. */
  readonly child: CaseChild | undefined;
  readonly state: string;
  readonly stateTitle: string;
  readonly waiting: Waiting | undefined;
}

/** A case of a panel that somebody may see, or may not: what is not theirs is only counted. */
export interface PanelCase {
  readonly stored: StoredCase;
  readonly workflow: Workflow;
  readonly now: CaseNow;
  readonly line: PanelLine | undefined;
}

/** What every page of panels begins from. */
export interface LoadedPanels {
  readonly kind: 'panels-loaded';
  readonly run: ReadonlySet<PanelId>;
  readonly cases: readonly PanelCase[];
  /** Every case there is, of whatever process. */
  readonly all: readonly StoredCase[];
  readonly loaded: LoadedChildren;
  readonly clock: Clock;
  readonly today: Day;
  readonly at: Moment;
  /** How somebody may see a case of a child, if they may. */
  readonly lineOf: (stored: StoredCase, workflow: Workflow, now: CaseNow) => PanelLine | undefined;
}

/** The cases of panels as one person sees them: never a child with whom they have a conflict of interest. */
export const loadPanelCases = async (
  tx: Tx,
  world: World,
  signedIn: SignedIn,
): Promise<LoadedPanels | AttemptRefusal> => {
  const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
  const { today } = loaded;
  const permission = mayAttempt({ actor: signedIn.actor, action: 'see-panels', on: today });
  if (permission.kind === 'refused') return permission;
  const at = world.now();
  const clock = await clockOf(tx, today);
  const writers = await listAllWriters(tx);
  const meetings = await listPanelMeetings(tx);
  const actor = await actorAt(tx, signedIn, { staff: loaded.access.staff, at });
  const mayBeSeen = (workflow: Workflow, child: ChildForAccess): 'whole' | 'restricted' | 'not' => {
    const answer = mayDoTo({ actor, action: workflow.access.see, on: today, child });
    if (answer.kind === 'may') return 'whole';
    return answer.name === 'restricted-record' ? 'restricted' : 'not';
  };
  const lineOf: LoadedPanels['lineOf'] = (stored, workflow, now) => {
    const child: ChildRecord | undefined = loaded.present.childById.get(stored.child);
    if (child === undefined) return undefined;
    const forAccess = reachedByChairs(caseForAccess(stored, child, loaded), { workflow, now }, meetings);
    const seen = mayBeSeen(workflow, forAccess);
    if (seen === 'not') return undefined;
    const parts = partsFor({ actor }, workflow.access.take, forAccess, today);
    return {
      id: stored.id,
      child: seen === 'whole' ? caseChild(child, today) : undefined,
      state: now.state,
      stateTitle: stateMeaning(workflow, now.state).title,
      waiting: waitingFor(workflow, now, { by: actor.id, parts, at, ...clock }),
    };
  };
  const run = await panelsRun(tx, today);
  const all = await listCases(tx);
  const cases = all.flatMap((stored): readonly PanelCase[] => {
    const workflow = findWorkflow(stored.workflow);
    if (workflow === undefined || !run.has(workflow.id as PanelId)) return [];
    const now = caseNow(workflow, stored, writers.get(stored.id) ?? [], { clock, at });
    const named = namedInCase(workflow, now, {
      meetings,
      child: loaded.present.childById.get(stored.child),
      today,
    });
    return [{ stored, workflow: named, now, line: lineOf(stored, named, now) }];
  });
  return { kind: 'panels-loaded', run, cases, all, loaded, clock, today, at, lineOf };
};

/** Everybody named in some lines, once, for the audit. */
export const namedIn = (lines: readonly (PanelLine | undefined)[]): readonly string[] => [
  ...new Set(lines.flatMap((line) => (line?.child === undefined ? [] : [line.child.id]))),
];
