import { type ChildRefusal, type DecideRefusal, decide } from '@rightplace/domain';
import { addCaseEvent, appendAudit, asTenant, holdCase } from '@rightplace/store';
import { type ActingOver, findActingOver } from '../delegation/acting.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { findCaseFor } from './find-case.ts';
import { followOn, MovedMeanwhile } from './follow-on.ts';
import { groundsOf } from './grounds.ts';
import { type StepTaken, takenBefore } from './taken-before.ts';

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

type StepRefusal = ChildRefusal | DecideRefusal | ActingOver;

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
    // Whoever joins it to another case meanwhile finds it decided, or is found to have joined it.
    await holdCase(tx, id);
    const found = await findCaseFor(tx, { world, signedIn }, { id, to: 'take' });
    if (found.kind === 'refused') {
      if (found.name !== 'out-of-reach') return found;
      const over = await findActingOver(tx, signedIn, { at: world.now() });
      return over === undefined ? found : ((await takenBefore(tx, signedIn, { id, key: asked.key })) ?? over);
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
      return (isNotTheirs && (await findActingOver(tx, signedIn, { at, roles }))) || decided;
    }
    const { event } = decided;
    const taken: StepTaken = { kind: 'step-taken', id, step: event.step, to: event.to };
    if (decided.before) return taken;
    if (!(await addCaseEvent(tx, id, event))) return undefined;
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
        ...(event.by?.part.actingFor === undefined ? {} : { actingFor: event.by.part.actingFor }),
      },
    });
    await followOn(tx, { id, workflow, event, child, clock: found.clock });
    return taken;
  });
