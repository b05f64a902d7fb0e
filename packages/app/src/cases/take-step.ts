import {
  type ChildRefusal,
  type DecideRefusal,
  decide,
  findAgreedTwice,
  findMoveFault,
  findSigningFault,
  findStepSaidOtherwise,
  recordWriterOf,
  refused,
} from '@rightplace/domain';
import { appendAudit, asTenant, findCase, holdCase, holdRecord, type Tx } from '@rightplace/store';
import { type ActingOver, findActingOver } from '../delegation/acting.ts';
import { refuseWithoutDirector } from '../leaving-care/directors-word.ts';
import { saveCaseEvent } from '../notifications/save-case-event.ts';
import { followHolds } from '../search/holds-follow.ts';
import { findPlace } from '../search/place-at-the-move.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { findCaseFor } from './find-case.ts';
import { followOn, MovedMeanwhile } from './follow-on.ts';
import { groundsOf } from './grounds.ts';
import { type SaidOtherwise, type StepTaken, takenBefore } from './taken-before.ts';
import { findWorkflow } from './workflows.ts';
import { recordAfter, writeRecord } from './write-record.ts';

export const CASE_STEP_TAKEN = 'case-step-taken';

export interface StepToTake {
  readonly id: number;
  readonly step: string;
  /** Of the form, so that the same one sent twice is taken once. */
  readonly key: string;
  /** How many events the page showed. */
  readonly seen: number;
  readonly said: Readonly<Record<string, unknown>>;
}

type StepRefusal = ChildRefusal | DecideRefusal | ActingOver | SaidOtherwise;

/** To whoever sees a word of their own alone, who did what of the case besides is not told. */
const CHANGED_MEANWHILE = refused(
  'decided-meanwhile',
  'This has changed after you opened this page. Nothing of yours was recorded: look at it as it is now.',
);

/** Takes a step, or says why not. What is decided, the event and its audit entry are one transaction. */
export const takeStep = async (
  world: World,
  signedIn: SignedIn,
  asked: StepToTake,
): Promise<StepTaken | StepRefusal> => {
  const attempt = () =>
    tryStep(world, signedIn, asked).catch((error: unknown) => {
      if (error instanceof MovedMeanwhile) return undefined;
      throw error;
    });
  // Somebody else was there at the same moment: what they did is read now, and this decided anew on it.
  return (
    (await attempt()) ?? (await attempt()) ?? Promise.reject(new Error(`Case ${asked.id} is never at rest`))
  );
};

const tryStep = async (
  world: World,
  signedIn: SignedIn,
  { id, ...asked }: StepToTake,
): Promise<StepTaken | StepRefusal | undefined> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    // What is written in the record is weighed on what it says, which nobody else then changes; the record before the case.
    if (await writesRecord(tx, id, asked.step)) await holdRecord(tx);
    // Whoever joins it to another case meanwhile finds it decided, or is found to have joined it.
    await holdCase(tx, id);
    const found = await findCaseFor(tx, { world, signedIn }, { id, to: 'take', forTheirWord: true });
    if (found.kind === 'refused') {
      if (found.name !== 'out-of-reach') return found;
      const before = await takenBefore(tx, signedIn, { id, ...asked });
      return before ?? (await findActingOver(tx, signedIn, { at: world.now() })) ?? found;
    }
    const { workflow, parts, answering, worksWithChild, now, child, at } = found;
    const by = signedIn.actor.id;
    const decided = decide(
      workflow,
      now,
      { ...asked, by, parts, answering, worksWithChild, at },
      groundsOf(found),
    );
    if (decided.kind === 'refused') {
      const roles = workflow.steps.find((step) => step.id === asked.step)?.who;
      const isNotTheirs = decided.name === 'not-your-step' && roles !== undefined;
      const told = found.isReached || decided.name !== 'decided-meanwhile' ? decided : CHANGED_MEANWHILE;
      return (isNotTheirs && (await findActingOver(tx, signedIn, { at, roles }))) || told;
    }
    const taken: StepTaken = { kind: 'step-taken', id, step: decided.event.step, to: decided.event.to };
    if (decided.before) return findStepSaidOtherwise(workflow, decided.event, asked) ?? taken;
    const place = await findPlace(tx, { world, signedIn }, { found, event: decided.event });
    const event = place.kind === 'no-place' ? decided.event : { ...decided.event, said: place.said };
    const approved = found.search?.approved;
    const shut =
      (approved && findMoveFault(event.step, event.said, approved)) ??
      (place.kind === 'no-place' ? place.fault : undefined);
    if (shut !== undefined)
      return { ...refused('not-said', 'The child cannot move there as things are.'), faults: [shut] };
    const unsigned = findSigningFault(event.said, found.search?.signing);
    if (unsigned !== undefined)
      return { ...refused('not-said', 'Something that you say here cannot be.'), faults: [unsigned] };
    const twice =
      approved &&
      findAgreedTwice(event.step, event.said, { offer: approved.chosen, today: found.loaded.today });
    if (twice !== undefined)
      return { ...refused('not-said', 'Something that you say here cannot be.'), faults: [twice] };
    const step = workflow.steps.find((one) => one.id === event.step);
    const written = step && recordAfter(found, step, event.said);
    if (written?.kind === 'refused') return written;
    // Whatever process it is of: no step ends care at 16 or 17 without the director.
    const withoutDirector =
      written && (await refuseWithoutDirector(tx, { before: child, after: written.child }, { step, at }));
    if (withoutDirector !== undefined) return withoutDirector;
    if (!(await saveCaseEvent(tx, id, event, { child, access: found.loaded.access }))) return undefined;
    if (written !== undefined)
      await writeRecord(tx, { world, child, loaded: found.loaded }, written.child, {
        why: `${workflow.title}: ${signedIn.person.name} ${step?.told}`,
        event: `case ${id} ${event.number}`,
        by: signedIn.person.id,
      });
    await followHolds(tx, { world, signedIn }, { found, event, after: written?.child ?? child });
    await appendAudit(tx, {
      at,
      actor: String(signedIn.person.id),
      action: CASE_STEP_TAKEN,
      subject: { kind: 'child', id: child.id },
      detail: {
        case: id,
        workflow: workflow.id,
        step: event.step,
        to: event.to,
        number: event.number,
        ...(step?.writes === undefined ? {} : { wrote: step.writes }),
        ...(event.by?.part.actingFor === undefined ? {} : { actingFor: event.by.part.actingFor }),
      },
    });
    await followOn(tx, { id, workflow, event, child, clock: found.clock });
    return taken;
  });

const writesRecord = async (tx: Tx, id: number, step: string): Promise<boolean> => {
  const stored = await findCase(tx, id);
  const workflow = stored === undefined ? undefined : findWorkflow(stored.workflow);
  return workflow !== undefined && recordWriterOf(workflow, step) !== undefined;
};
