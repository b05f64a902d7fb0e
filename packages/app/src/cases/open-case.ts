import {
  type Answers,
  answersInWords,
  authorisationOf,
  type ChildRefusal,
  type ChronologyLine,
  type ConditionTold,
  chronologyOf,
  type Day,
  type Fault,
  type Form,
  findReturn,
  goesOnByOfficer,
  lastDayBeforeLapse,
  missingEvidence,
  PALAC,
  type Refers,
  type Said,
  stateMeaning,
  type Waiting,
  waitingFor,
  withdrawnChoiceInWords,
  wordInWords,
} from '@rightplace/domain';
import { asTenantReading, findCase, listCaseLinks, type Tx } from '@rightplace/store';
import { attachesHere } from '../attachments/attaches-here.ts';
import { type CaseDocuments, documentsOf, storyWith } from '../attachments/documents-of-case.ts';
import { findLeftSince, type LeftSince } from '../leaving-care/left-since.ts';
import type { PanelFacts } from '../panel/panel-facts.ts';
import { hasOfficer } from '../reviewing/officer-of-child.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type CaseStep, mayWriteEvidence, stepsOf } from './case-steps.ts';
import { conditionsBefore } from './conditions-before.ts';
import { dueWithAnother } from './due-with-another.ts';
import { type CaseChild, caseChild, caseNow, type FoundCase, findCaseFor } from './find-case.ts';
import { groundsOf } from './grounds.ts';
import { holderThere } from './holder-there.ts';
import { findOpening, findReferrals } from './open-from-case.ts';
import { asSealed } from './sealed-case.ts';
import { findWorkflow } from './workflows.ts';
import { loadWrittenOver, type WrittenOver } from './written-over.ts';

/** A part of the request, and how far it is. */
export interface CaseSection {
  readonly id: string;
  readonly title: string;
  readonly said: readonly Said[];
  /** What it still needs; none when it is complete. */
  readonly missing: readonly Fault[];
  readonly isBegun: boolean;
}

/** An approval by word of mouth, and whether whoever it is said of has confirmed it. */
export interface CaseWord {
  readonly sentence: string;
  readonly answer: 'confirm' | 'deny' | undefined;
}

/** A case that this one was opened from, or that was opened from it. */
export interface LinkedCase {
  readonly id: number;
  readonly workflow: string;
  readonly title: string;
  readonly stateTitle: string;
  readonly isBefore: boolean;
  readonly isOver: boolean;
  /** Whether they may see it. What is not theirs counts as opened from here, and nothing of it is told. */
  readonly isSeen: boolean;
}

/** A case of another process that can be opened from this one. */
export type Offered = Pick<Refers<string>, 'workflow' | 'button'>;

export interface CaseView {
  readonly kind: 'case';
  readonly id: number;
  /** Whether they see a word of their own alone, of a restricted record. */
  readonly isSealed: boolean;
  readonly title: string;
  readonly child: CaseChild;
  readonly state: string;
  readonly stateTitle: string;
  readonly isOver: boolean;
  /** What is wrong for as long as it stands there. */
  readonly alarm: string | undefined;
  readonly words: readonly CaseWord[];
  /** What is to be opened from here, where this person may. */
  readonly opens: Offered | undefined;
  /** What may be put forward from here besides. */
  readonly refers: readonly Offered[];
  /** Of a request for care: what the Entry to Care Panel thinks of it. */
  readonly panelView: PanelFacts['view'];
  readonly linked: readonly LinkedCase[];
  /** Whether it began with what was known of the child already, from no case that it was opened from. */
  readonly beganWithAnswers: boolean;
  /** That the child has no reviewing officer, where this goes on by one, here or after a step that can be taken. */
  readonly noOfficer: { readonly stands: boolean; readonly mayAllocate: boolean } | undefined;
  /** That the child has left care while this was open. */
  readonly leftSince: LeftSince | undefined;
  readonly waiting: Waiting | undefined;
  /** By whom it was given back, when, and what has to change, for as long as it has not been sent on again. */
  readonly returned: ChronologyLine | undefined;
  /** Of a search: that the provider withdrew the offer that is chosen, and who does what about it. */
  readonly withdrawnChoice: string | undefined;
  readonly lapsesAfter: Day | undefined;
  /** Whether it came to an authorisation, of which there is a certificate. */
  readonly hasCertificate: boolean;
  readonly form: Form;
  readonly sections: readonly CaseSection[];
  readonly mayWrite: boolean;
  /** Of a request for a home: on what conditions care was approved, for those who may see where. */
  readonly conditions: readonly ConditionTold[];
  /** What of theirs a colleague has answered otherwise since they last saved, for whoever may write it. */
  readonly writtenOver: readonly WrittenOver[];
  /** Of the evidence as it is shown; 0 while nothing is saved. */
  readonly revision: number;
  readonly answers: Answers;
  readonly steps: readonly CaseStep[];
  readonly attached: CaseDocuments;
  readonly chronology: readonly ChronologyLine[];
  readonly seen: number;
  readonly today: Day;
}

const sectionsOf = ({ workflow, evidence, loaded, child }: FoundCase): readonly CaseSection[] => {
  const answers: Answers = evidence?.answers ?? {};
  const missing = missingEvidence(workflow, answers, {
    born: child.details.dateOfBirth,
    today: loaded.today,
  });
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

const noOfficerFor = (
  { workflow, now, child, loaded, partsIn }: FoundCase,
  steps: readonly CaseStep[],
): CaseView['noOfficer'] => {
  const stands = goesOnByOfficer(workflow, now.state);
  if ((!stands && !steps.some(({ toOfficer }) => toOfficer)) || hasOfficer(child, loaded)) return undefined;
  return { stands, mayAllocate: partsIn('allocate-reviewing-officer').length > 0 };
};

/** For those who reach the child: whoever came for a word of their own sees this case, and none besides. */
const linkedTo = async (
  tx: Tx,
  { id, isReached, seesToo, clock, at }: FoundCase,
): Promise<readonly LinkedCase[]> => {
  if (!isReached) return [];
  const links = (await listCaseLinks(tx)).filter((link) => link.case === id || link.from === id);
  return (
    await Promise.all(
      links.map(async (link) => {
        const isBefore = link.case === id;
        const stored = await findCase(tx, isBefore ? link.from : link.case);
        const workflow = stored === undefined ? undefined : findWorkflow(stored.workflow);
        if (stored === undefined || workflow === undefined) return [];
        const { state } = caseNow(workflow, stored, [], { clock, at });
        const { title: stateTitle, ended } = stateMeaning(workflow, state);
        return [
          {
            id: stored.id,
            workflow: workflow.id,
            title: workflow.title,
            stateTitle,
            isBefore,
            isOver: ended === true,
            isSeen: seesToo(stored, workflow),
          },
        ];
      }),
    )
  ).flat();
};

/** What of this was not opened yet, or is over. */
const stillOpen = (
  linked: readonly LinkedCase[],
  ...offers: readonly (Offered | undefined)[]
): readonly Offered[] =>
  offers.filter(
    (offer) =>
      offer !== undefined &&
      !linked.some(({ workflow, isBefore, isOver }) => workflow === offer.workflow && !isBefore && !isOver),
  ) as readonly Offered[];

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
      const found = await findCaseFor(tx, { world, signedIn }, { id, to: 'see', forTheirWord: true });
      if (found.kind === 'refused') return found;
      const { workflow, now, parts, clock, loaded, at } = found;
      const by = signedIn.actor.id;
      const grounds = groundsOf(found);
      const state = stateMeaning(workflow, now.state);
      const documents = await documentsOf(tx, world, found);
      const mayWrite = mayWriteEvidence(found);
      const steps = stepsOf(found, by, grounds);
      const mayAttach = attachesHere({ isReached: found.isReached, mayWrite, steps });
      const linked = await linkedTo(tx, found);
      const chronology = chronologyOf(workflow, now, grounds.nameOf);
      const returned = findReturn(now)?.number;
      const due = { dueWithAnother: await dueWithAnother(tx, found) };
      const view: CaseView = {
        kind: 'case',
        id,
        isSealed: false,
        title: workflow.title,
        child: caseChild(found.child, loaded.today),
        state: now.state,
        stateTitle: state.title,
        isOver: state.ended === true,
        alarm: state.alarm,
        words: now.words.map((word) => ({
          sentence: wordInWords(word, grounds.nameOf),
          answer: word.answer?.kind,
        })),
        opens: stillOpen(linked, findOpening(found))[0],
        refers: stillOpen(linked, ...findReferrals(found)),
        panelView: found.isReached ? found.panels.view : undefined,
        linked: linked.filter(({ isSeen }) => isSeen),
        beganWithAnswers: now.events[0].evidence !== null,
        noOfficer: noOfficerFor(found, steps),
        leftSince: findLeftSince(found),
        waiting: waitingFor(workflow, now, {
          by,
          parts,
          at,
          holder: holderThere(found, found.forAccess, loaded),
          ...due,
          ...clock,
        }),
        returned: chronology.find(({ number }) => number === returned),
        withdrawnChoice: withdrawnChoiceInWords(now, found.search?.standing.chosen),
        lapsesAfter: lastDayBeforeLapse(workflow, now, clock),
        hasCertificate: workflow.id === PALAC.id && authorisationOf(now, clock) !== undefined,
        form: workflow.evidence,
        sections: sectionsOf(found),
        mayWrite,
        conditions: await conditionsBefore(tx, found),
        writtenOver: mayWrite ? await loadWrittenOver(tx, found, signedIn.person.id) : [],
        revision: found.evidence?.revision ?? 0,
        answers: found.evidence?.answers ?? {},
        steps,
        attached: { documents, mayAttach, areKept: world.files !== undefined },
        chronology: storyWith(chronology, documents),
        seen: now.events.length,
        today: loaded.today,
      };
      return found.isSealed ? asSealed(view, found, by) : view;
    },
  );
