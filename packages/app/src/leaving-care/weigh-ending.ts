import {
  type Answers,
  type ChildClock,
  type ChildRecord,
  type ChildRefusal,
  careHistory,
  clocksOf,
  codeTitle,
  type Day,
  type Ending,
  type EndsWithCare,
  endingSaid,
  endsCare,
  findEndsWithCare,
  LEGAL_STATUSES,
  PLACEMENT_TYPES,
  REASONS_CEASED,
  type Refusal,
  readAnswers,
  refused,
  stateMeaning,
  type WithFaults,
} from '@rightplace/domain';
import { asTenantReading, listCasesOf, listClockEntries, type Tx } from '@rightplace/store';
import { caseNow, type FoundCase, findCaseFor } from '../cases/find-case.ts';
import { findWorkflow } from '../cases/workflows.ts';
import { recordAfter } from '../cases/write-record.ts';
import { clocksKept } from '../clocks/clocks-kept.ts';
import { officersNamed } from '../reviewing/officer-of-child.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { refuseWithoutDirector } from './directors-word.ts';

/** What ends with the care of a child, before anybody says that it has. */
export interface EndingWeighed {
  readonly kind: 'ending-weighed';
  readonly on: Day;
  readonly reason: string;
  readonly inCareSince: Day;
  readonly placement: { readonly title: string; readonly since: Day } | undefined;
  readonly legalStatus: { readonly title: string; readonly since: Day } | undefined;
  /** What was due and no longer is, each once. */
  readonly clocksStopped: readonly string[];
  /** Other open cases of the child that they see, which are told. */
  readonly casesTold: readonly { readonly title: string; readonly stateTitle: string }[];
  /** The record says so already: nothing more is written. */
  readonly isThere: boolean;
}

export interface EndingToWeigh {
  readonly id: number;
  readonly step: string;
  readonly said: Readonly<Record<string, unknown>>;
}

const isOpen = ({ status }: ChildClock): boolean => status === 'open';

/** What is open now, and is not once the record says that care ended. */
const clocksStopped = async (
  tx: Tx,
  world: World,
  { child, loaded }: FoundCase,
  after: ChildRecord,
): Promise<readonly string[]> => {
  const kept = await clocksKept(tx, world);
  if (kept === undefined) return [];
  const entries = await listClockEntries(tx, child.id);
  const measured = { ...kept, officers: officersNamed(child.id, loaded) };
  const open = (record: ChildRecord) =>
    clocksOf(
      kept.rules,
      careHistory(record, loaded.present.prepared.settings),
      entries,
      measured,
    ).clocks.filter(isOpen);
  const left = new Set(open(after).map(({ rule, start, round }) => `${rule.id} ${start} ${round}`));
  const gone = open(child).filter(({ rule, start, round }) => !left.has(`${rule.id} ${start} ${round}`));
  return [...new Set(gone.map(({ rule }) => rule.title))];
};

const casesTold = async (
  tx: Tx,
  { id, child, seesToo, clock, at }: FoundCase,
): Promise<EndingWeighed['casesTold']> =>
  (await listCasesOf(tx, child.id)).flatMap((stored) => {
    const workflow = findWorkflow(stored.workflow);
    if (workflow === undefined || stored.id === id) return [];
    if (!seesToo(stored, workflow)) return [];
    const { title: stateTitle, ended } = stateMeaning(
      workflow,
      caseNow(workflow, stored, [], { clock, at }).state,
    );
    return ended === true ? [] : [{ title: workflow.title, stateTitle }];
  });

const told = (
  { period, placement, legalStatus }: EndsWithCare,
  { on, reason }: Ending,
): Omit<EndingWeighed, 'clocksStopped' | 'casesTold' | 'kind' | 'isThere'> => ({
  on,
  reason: codeTitle(REASONS_CEASED, reason),
  inCareSince: period.starts,
  placement: placement && { title: codeTitle(PLACEMENT_TYPES, placement.type), since: placement.starts },
  legalStatus: legalStatus && {
    title: codeTitle(LEGAL_STATUSES, legalStatus.status),
    since: legalStatus.starts,
  },
});

/**
 * What goes with an ending of care, for whoever is about to record it; or what in the answers cannot be. Undefined for a step
 * that ends nothing. Nothing is saved: the step decides it all again.
 */
export const weighEnding = (
  world: World,
  signedIn: SignedIn,
  { id, step: stepId, said: given }: EndingToWeigh,
): Promise<EndingWeighed | ChildRefusal | WithFaults<Refusal<'not-said'>> | undefined> =>
  asTenantReading(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const found = await findCaseFor(tx, { world, signedIn }, { id, to: 'take' });
      if (found.kind === 'refused') return found;
      const step = found.workflow.steps.find((one) => one.id === stepId);
      if (step === undefined || !endsCare(step)) return undefined;
      const { answers: said, faults } = readAnswers(step.asks, given, found.loaded.today);
      if (faults.length > 0)
        return { ...refused('not-said', 'Something that you are asked here is missing.'), faults };
      const after = recordAfter(found, step, said);
      if (after === undefined || after.kind === 'refused') return after;
      const { child, at } = found;
      const walled = await refuseWithoutDirector(tx, { before: child, after: after.child }, { step, at });
      if (walled !== undefined) return walled;
      return {
        kind: 'ending-weighed',
        ...whatEnds(child, said),
        isThere: after.child === child,
        clocksStopped: await clocksStopped(tx, world, found, after.child),
        casesTold: await casesTold(tx, found),
      };
    },
  );

const whatEnds = (child: ChildRecord, said: Answers) => {
  const ending = endingSaid(said);
  if (ending === undefined) throw new Error('An ending that was written was said');
  const with_ = findEndsWithCare(child);
  if (with_ !== undefined) return told(with_, ending);
  // The record had it before, by another way.
  const period = child.periodsOfCare.findLast(({ ends }) => ends === ending.on);
  return told(
    {
      period: period ?? { starts: ending.on, ends: ending.on, startKnown: true, endReason: ending.reason },
      placement: undefined,
      legalStatus: undefined,
    },
    ending,
  );
};
