import {
  type Answers,
  answersForWord,
  askedAtAge,
  askedFromBefore,
  askedOfEnding,
  type CaseEvent,
  type CaseNow,
  type FormQuestion,
  findTold,
  type Grounds,
  goesOnByOfficer,
  inWhoseName,
  isBesides,
  type Moment,
  momentInWords,
  OFFER_CHOSEN,
  offeredByMove,
  offeredByNotice,
  offeredBySigning,
  offersOnPage,
  openWords,
  type Refusal,
  type SearchStanding,
  type Step,
  type StepKind,
  saidAgain,
  saidOfSameHome,
  sentOnBefore,
  stepRefusal,
  stepsFrom,
  wordAnswered,
} from '@rightplace/domain';
import type { Giver } from './colleague-parts.ts';
import type { FoundCase } from './find-case.ts';

/** Before what it was said that is said again. */
type SaidUntil = 'returned' | 'terms-again';

/** Something that can be done now by whoever looks, or by their role and not by them, and why not. */
export interface CaseStep {
  readonly id: string;
  readonly kind: StepKind;
  readonly button: string;
  readonly asks: readonly FormQuestion[];
  /** What is known already of what it asks. */
  readonly offered: Answers;
  /** Who said what is known already, and when, where it was returned or its terms taken up again after that. */
  readonly saidBefore: { readonly by: string; readonly at: Moment; readonly before: SaidUntil } | undefined;
  /** What it writes in the child's record: that is shown before it is taken. */
  readonly writes: string | undefined;
  /** Of a word written down: whose it can be. */
  readonly givers: readonly Giver[] | undefined;
  /** The colleague in whose name it would be taken. */
  readonly actingFor: string | undefined;
  /** Of answering for a word: that word, and what was decided by it. */
  readonly answersFor: string | undefined;
  readonly refusal: Refusal | undefined;
  /** Whether it brings the case to the child's reviewing officer, by whom alone it goes on. */
  readonly toOfficer: boolean;
  /** Whether it may come about beside what the case is for. */
  readonly isBesides: boolean;
}

/** Whether this person may write the request where it stands. */
export const mayWriteEvidence = ({
  workflow: { writing },
  now,
  parts,
}: Pick<FoundCase, 'workflow' | 'now' | 'parts'>): boolean =>
  writing.in.includes(now.state) && parts.some(({ role }) => writing.who.includes(role));

const isTheirs = (step: Step, { now, parts }: Pick<FoundCase, 'now' | 'parts'>, by: string): boolean =>
  answersForWord(step)
    ? openWords(now.words).some(({ person }) => person === by)
    : parts.some(({ role }) => step.who.includes(role));

const carriedWith = (step: Step, standing: SearchStanding | undefined): Answers =>
  standing === undefined ? {} : offersOnPage(step, standing.search, standing.lost);

/** What was said of it before, by whom and when, and why it is said again. */
interface SaidEarlier {
  readonly event: Pick<CaseEvent, 'by' | 'at'>;
  readonly said: Answers;
  readonly before: SaidUntil;
}

const saidEarlier = (step: Step, now: CaseNow): SaidEarlier | undefined => {
  const returned = sentOnBefore(step, now);
  if (returned !== undefined) {
    const said = saidAgain(step, returned);
    // Why one offer was chosen, and what the child said of it, is of no other.
    const isOfAnother = returned.said[OFFER_CHOSEN] !== undefined && said[OFFER_CHOSEN] === undefined;
    return isOfAnother ? undefined : { event: returned, said, before: 'returned' };
  }
  const event = saidOfSameHome(step, now);
  return (
    event && {
      event,
      said: saidAgain(askedFromBefore(step), event),
      before: step.kind === 'submit' ? 'returned' : 'terms-again',
    }
  );
};

const whoSaidIt = (
  earlier: SaidEarlier | undefined,
  nameOf: (person: string | undefined) => string | undefined,
): CaseStep['saidBefore'] => {
  const by = nameOf(earlier?.event.by?.person);
  return earlier === undefined || by === undefined || Object.keys(earlier.said).length === 0
    ? undefined
    : { by, at: earlier.event.at, before: earlier.before };
};

const wordOfStep = (step: Step, { workflow, now }: FoundCase, by: string, { nameOf }: Grounds) => {
  const word = answersForWord(step) ? wordAnswered(step, now, by) : undefined;
  if (word === undefined) return undefined;
  const event = now.events.find(({ number }) => number === word.number);
  const told = event && findTold(workflow, event.step)?.told;
  return `${nameOf(word.writtenBy)} ${told ?? 'wrote down the approval of'} ${nameOf(word.person)} on ${momentInWords(word.writtenAt)}.`;
};

/** The steps that are this person's by their part. That somebody else is to answer for a word is said elsewhere. */
export const stepsOf = (found: FoundCase, by: string, grounds: Grounds): readonly CaseStep[] => {
  const { workflow, now, parts, answering, worksWithChild, at, colleagues } = found;
  const command = { by, parts, answering, worksWithChild, at, seen: now.events.length };
  const named = (person: string | undefined) => (person === undefined ? undefined : grounds.nameOf(person));
  const ofCase = { child: found.child, evidence: found.evidence?.answers ?? {}, today: found.loaded.today };
  return stepsFrom(workflow, now.state)
    .filter((step) => isTheirs(step, found, by))
    .map((step) => ({
      id: step.id,
      kind: step.kind,
      button: step.button,
      asks: askedAtAge(askedOfEnding(step, ofCase), grounds.age),
      offered: {
        ...saidEarlier(step, now)?.said,
        ...offeredByMove(step, found.search?.approved),
        ...carriedWith(step, found.search?.standing),
        ...offeredBySigning(step, found.search?.signing),
        ...offeredByNotice(step.asks, now),
      },
      saidBefore: whoSaidIt(saidEarlier(step, now), named),
      writes: step.writes,
      givers: step.word === undefined ? undefined : colleagues.giversOf(step),
      actingFor: named(inWhoseName(step, now, command)),
      answersFor: wordOfStep(step, found, by, grounds),
      refusal: stepRefusal(workflow, step, now, command, grounds),
      isBesides: isBesides(step, now.state),
      toOfficer: step.to !== undefined && goesOnByOfficer(workflow, step.to),
    }))
    .filter(({ refusal }) => refusal?.name !== 'not-your-word');
};
