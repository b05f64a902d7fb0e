import {
  type Answers,
  answersInWords,
  type ChildRefusal,
  type ChronologyLine,
  chronologyOf,
  type Day,
  type Fault,
  type FormQuestion,
  lastDayBeforeLapse,
  type Part,
  type Refusal,
  type Said,
  type Step,
  type StepKind,
  stateMeaning,
  stepRefusal,
  stepsFrom,
  type Waiting,
  waitingFor,
  whatIsMissing,
} from '@rightplace/domain';
import { asTenantReading } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type CaseChild, caseChild, type FoundCase, findCaseFor } from './find-case.ts';
import { groundsOf } from './grounds.ts';

/** A part of the request, and how far it is. */
export interface CaseSection {
  readonly id: string;
  readonly title: string;
  readonly said: readonly Said[];
  /** What it still needs; none when it is complete. */
  readonly missing: readonly Fault[];
  readonly isBegun: boolean;
}

/** Something that can be done now by whoever looks, or by their role and not by them, and why not. */
export interface CaseStep {
  readonly id: string;
  readonly kind: StepKind;
  readonly button: string;
  readonly asks: readonly FormQuestion[];
  readonly refusal: Refusal | undefined;
}

export interface CaseView {
  readonly kind: 'case';
  readonly id: number;
  readonly title: string;
  readonly child: CaseChild;
  readonly state: string;
  readonly stateTitle: string;
  readonly isOver: boolean;
  readonly waiting: Waiting | undefined;
  readonly lapsesAfter: Day | undefined;
  readonly sections: readonly CaseSection[];
  readonly mayWrite: boolean;
  /** Of the evidence as it is shown; 0 while nothing is saved. */
  readonly revision: number;
  readonly answers: Answers;
  readonly steps: readonly CaseStep[];
  readonly chronology: readonly ChronologyLine[];
  readonly seen: number;
  readonly today: Day;
}

const sectionsOf = ({ workflow, evidence, loaded }: FoundCase): readonly CaseSection[] => {
  const answers: Answers = evidence?.answers ?? {};
  const missing = whatIsMissing(workflow.evidence, answers, loaded.today);
  return workflow.evidence.sections.map(({ id, title, questions }) => {
    const said = answersInWords(questions, answers);
    return {
      id,
      title,
      said,
      missing: missing.find(({ section }) => section.id === id)?.faults ?? [],
      isBegun: said.length > 0,
    };
  });
};

/** Whether this person may write the request where it stands. */
export const mayWriteEvidence = ({
  workflow: { writing },
  now,
  parts,
}: Pick<FoundCase, 'workflow' | 'now' | 'parts'>): boolean =>
  writing.in.includes(now.state) && parts.some(({ role }) => writing.who.includes(role));

const isTheirs = (step: Step, parts: readonly Part[]): boolean =>
  parts.some(({ role }) => step.who.includes(role));

/** A case as its page shows it. The page records that the child was seen. */
export const openCase = async (
  world: World,
  signedIn: SignedIn,
  id: number,
): Promise<CaseView | ChildRefusal> =>
  asTenantReading(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const found = await findCaseFor(tx, { world, signedIn }, { id, action: 'see-entry-to-care' });
      if (found.kind === 'refused') return found;
      const { workflow, now, parts, clock, loaded, worksWithChild, at } = found;
      const by = signedIn.actor.id;
      const grounds = groundsOf(found);
      const state = stateMeaning(workflow, now.state);
      const command = { by, parts, worksWithChild, at, seen: now.events.length };
      return {
        kind: 'case',
        id,
        title: workflow.title,
        child: caseChild(found.child, loaded.today),
        state: now.state,
        stateTitle: state.title,
        isOver: state.ended === true,
        waiting: waitingFor(workflow, now, { by, parts, at, ...clock }),
        lapsesAfter: lastDayBeforeLapse(workflow, now, clock),
        sections: sectionsOf(found),
        mayWrite: mayWriteEvidence(found),
        revision: found.evidence?.revision ?? 0,
        answers: found.evidence?.answers ?? {},
        steps: stepsFrom(workflow, now.state)
          .filter((step) => isTheirs(step, parts))
          .map((step) => ({
            id: step.id,
            kind: step.kind,
            button: step.button,
            asks: step.asks,
            refusal: stepRefusal(workflow, step, now, command, grounds),
          })),
        chronology: chronologyOf(workflow, now, grounds.nameOf),
        seen: now.events.length,
        today: loaded.today,
      };
    },
  );
