import { roleTitle } from '../access/role.ts';
import type { Day } from '../calendar/day.ts';
import { londonDayOf, momentInWords } from '../calendar/london-time.ts';
import type { Moment } from '../calendar/moment.ts';
import { type Answers, askedAtAge } from '../form/form.ts';
import { type Fault, readAnswers } from '../form/read-answers.ts';
import { type Refusal, refused } from '../refusal/refusal.ts';
import type { CaseEvent, CaseNow } from './case.ts';
import { decidedOtherwise } from './decided-by.ts';
import { decidedBefore } from './decided-since.ts';
import { type Clock, findLapse } from './in-time.ts';
import { missingEvidence } from './missing-evidence.ts';
import { type Part, peopleOf } from './part.ts';
import {
  ANSWERED_WORD,
  type DecidedBefore,
  findTimeOfWordFault,
  givenAt,
  openWords,
  readWordOf,
  WORD_OF,
  type Word,
} from './word.ts';
import {
  answersForWord,
  EVIDENCE,
  findTold,
  STEP_KINDS,
  type Step,
  stateMeaning,
  type Workflow,
} from './workflow.ts';

/** Somebody's wish to take a step. */
export interface Command {
  readonly step: string;
  /** Made with the form, so that the same form sent twice is told from a second wish. */
  readonly key: string;
  /** How many events they had seen. */
  readonly seen: number;
  readonly by: string;
  /** The parts in which they reach this child today, their own first. Reach and conflicts are decided before. */
  readonly parts: readonly Part[];
  /** The parts of their own in which they answer for a word, wherever the child is now; the same unless said. */
  readonly answering?: readonly Part[];
  /** Whether they work with the child now: they may take back what an earlier worker asked for. */
  readonly worksWithChild: boolean;
  readonly said: Readonly<Record<string, unknown>>;
  readonly at: Moment;
}

/** What the step is taken on. */
export interface Grounds extends Clock {
  /** How old the child is today; undefined where that is not known, or they are not born. */
  readonly age?: number | undefined;
  readonly born?: Day | undefined;
  readonly evidence: { readonly revision: number; readonly answers: Answers } | undefined;
  /** Whether something that a step needs besides the evidence is there; a panel that an authority does not run is no need. */
  readonly isMet: (need: string) => boolean;
  /** Why it is not there yet, where more is known of it than the process says of that need. */
  readonly whyNotMet?: (need: string) => string | undefined;
  readonly nameOf: (person: string) => string;
  /** The parts in which somebody else reached this child at a moment; none for whoever has a conflict of interest. */
  readonly partsOf: (person: string, at: Moment) => readonly Part[];
}

export interface Decided {
  readonly kind: 'decided';
  readonly event: CaseEvent;
  /** It was decided by this same form before, and there is nothing to save. */
  readonly before: boolean;
}

type TimeRefusal = Refusal<'decided-meanwhile' | 'not-now' | 'lapsed'>;
type PartRefusal = Refusal<'own-request' | 'had-a-part' | 'somebody-else-is-named'>;
type ChoiceRefusal = PartRefusal | Refusal<'not-your-step' | 'not-yours-to-withdraw' | 'not-your-word'>;
/** What is missing, question by question, so that each can be pointed at. */
export type WithFaults<R extends Refusal> = R & { readonly faults: readonly Fault[] };
type NeedRefusal = Refusal<'need-not-met'> | WithFaults<Refusal<'evidence-missing'>>;

export type DecideRefusal =
  | Refusal<'no-such-step'>
  | TimeRefusal
  | ChoiceRefusal
  | NeedRefusal
  | WithFaults<Refusal<'not-said'>>;

const anyOf = (step: Step): string => step.who.map((role) => roleTitle(role).toLowerCase()).join(' or ');

/**
 * Why somebody may not decide in this part; undefined when they may. Whoever made a request, or stands in for somebody
 * who did, does not decide on it, and nobody decides on it at two levels.
 */
export const findPartFault = (step: Step, now: CaseNow, by: string, part: Part): PartRefusal | undefined => {
  return findDecidingFault(step, now, by, part) ?? findNamedFault(step, by, part);
};

/** Whether the step is for one person who is named, and they are not that one nor stand in for them. */
const findNamedFault = ({ only }: Step, by: string, part: Part): PartRefusal | undefined => {
  if (only === undefined) return undefined;
  if (only.person === undefined)
    return refused('somebody-else-is-named', `Nobody is named as ${only.as}, who alone may record this.`);
  return peopleOf(by, part).includes(only.person)
    ? undefined
    : refused(
        'somebody-else-is-named',
        `This is for ${only.as} to record, or for whoever stands in for them.`,
      );
};

const findDecidingFault = (step: Step, now: CaseNow, by: string, part: Part): PartRefusal | undefined => {
  // What is recorded of somebody's own decision is one; whoever writes down another's word decides nothing.
  const isOwnDecision = step.notBy !== undefined && step.word === undefined;
  if (!STEP_KINDS[step.kind].decides && !isOwnDecision) return undefined;
  if (now.madeBy.has(by))
    return refused('own-request', 'You made this request, so somebody else has to decide on it.');
  const people = peopleOf(by, part);
  if (people.some((person) => now.madeBy.has(person)))
    return refused(
      'own-request',
      'You stand in for whoever made this request, so somebody else has to decide on it.',
    );
  if (people.some((person) => step.notBy?.people.has(person))) return step.notBy?.refusal;
  return decidedOtherwise(now.decidedBy, by, part)
    ? refused(
        'had-a-part',
        'This request was decided on by you, or by whom you stand in for, at an earlier stage and in another part. Somebody else has to.',
      )
    : undefined;
};

/** What happened while they were deciding, and whether the step is one of now at all. */
const findTimeFault = (
  workflow: Workflow,
  step: Step,
  now: CaseNow,
  { seen, at }: Pick<Command, 'seen' | 'at'>,
  { nameOf, ...clock }: Grounds,
): TimeRefusal | undefined => {
  const state = stateMeaning(workflow, now.state);
  if (findLapse(workflow, now, { ...clock, at }) !== undefined)
    return refused('lapsed', `This cannot be done: it ${state.lapses?.told}.`);
  const later = now.events.slice(seen);
  const last = later.at(-1);
  if (last !== undefined) {
    const who = last.by === null ? 'It' : nameOf(last.by.person);
    const did = findTold(workflow, last.step)?.told ?? 'changed it';
    return refused(
      'decided-meanwhile',
      `${who} ${did} on ${momentInWords(last.at)}, after you opened this page. Nothing of yours was recorded: look at it as it is now.`,
    );
  }
  return step.from.includes(now.state)
    ? undefined
    : refused('not-now', `This cannot be done now: it is in another place. ${state.title}.`);
};

/**
 * In which parts somebody answers for a word. For one that they gave while they stood in for a colleague: as that colleague while they
 * still do, and as themselves afterwards, in whatever part, as it is they who said it.
 */
const partsToAnswerIn = (
  { who }: Step,
  word: Word | undefined,
  { parts, answering }: Required<Pick<Command, 'parts' | 'answering'>>,
): readonly Part[] => {
  const own = answering.filter(({ role }) => who.includes(role));
  const { role, actingFor } = word?.part ?? {};
  if (actingFor === undefined || role === undefined || !who.includes(role)) return own;
  return [...parts.filter((one) => one.role === role && one.actingFor === actingFor), ...own, ...answering];
};

/** For which of somebody's open words a step answers: of several that it can be of a denial is of the newest, a confirmation of the oldest. */
export const wordAnswered = (step: Step, now: Pick<CaseNow, 'words'>, by: string): Word | undefined => {
  const theirs = openWords(now.words).filter(
    ({ person, number }) => person === by && step.answersFor?.includes(number) !== false,
  );
  return step.kind === 'deny' && step.answersFor !== undefined ? theirs.at(-1) : theirs[0];
};

/** Written down with an answer where a case says of which words it may be, so that nobody has to guess it later. */
const saidOfWord = (step: Step, now: CaseNow, by: string): Answers => {
  const word = step.answersFor === undefined ? undefined : wordAnswered(step, now, by);
  return word === undefined || !answersForWord(step) ? {} : { [ANSWERED_WORD]: String(word.number) };
};

/** The first of somebody's parts in which the step is theirs, their own before those they stand in for. */
const choosePart = (
  step: Step,
  now: CaseNow,
  {
    by,
    parts,
    answering = parts,
    worksWithChild,
  }: Pick<Command, 'by' | 'parts' | 'answering' | 'worksWithChild'>,
): Part | ChoiceRefusal => {
  const word = wordAnswered(step, now, by);
  const fitting = answersForWord(step)
    ? partsToAnswerIn(step, word, { parts, answering })
    : parts.filter(({ role }) => step.who.includes(role));
  const [first] = fitting;
  if (first === undefined)
    return refused('not-your-step', `This is not yours to do. It is for a ${anyOf(step)}: ${step.button}.`);
  if (step.kind === 'withdraw' && !now.madeBy.has(by) && !worksWithChild)
    return refused(
      'not-yours-to-withdraw',
      'Only whoever made this request, or now works with the child, may withdraw it.',
    );
  if (answersForWord(step) && word === undefined)
    return refused(
      'not-your-word',
      'Nothing is written down here as your word that you have not answered for.',
    );
  return (
    fitting.find((part) => findPartFault(step, now, by, part) === undefined) ??
    findPartFault(step, now, by, first) ??
    first
  );
};

/** What is not there yet for a step to stand on. */
const findNeedFault = (
  workflow: Workflow,
  step: Step,
  grounds: Grounds,
  today: Day,
): NeedRefusal | undefined => {
  const wanting = step.needs?.find((need) => need !== EVIDENCE && !grounds.isMet(need));
  if (wanting !== undefined)
    return refused(
      'need-not-met',
      grounds.whyNotMet?.(wanting) ?? workflow.needs[wanting] ?? 'Something is not there yet.',
    );
  if (step.needs?.includes(EVIDENCE) !== true) return undefined;
  const missing = missingEvidence(workflow, grounds.evidence?.answers ?? {}, { born: grounds.born, today });
  if (missing.length === 0) return undefined;
  const titles = missing.map(({ section }) => section.title.toLowerCase()).join(', ');
  return {
    ...refused('evidence-missing', `The request is not complete. Still needed: ${titles}.`),
    faults: missing.flatMap(({ faults }) => faults),
  };
};

/**
 * Why somebody cannot take a step as things are, before it is asked what they would say with it; undefined when they can.
 * A page draws its buttons by this.
 */
export const stepRefusal = (
  workflow: Workflow,
  step: Step,
  now: CaseNow,
  command: Omit<Command, 'said' | 'key' | 'step'>,
  grounds: Grounds,
): DecideRefusal | undefined => {
  const fault = findTimeFault(workflow, step, now, command, grounds);
  if (fault !== undefined) return fault;
  const part = choosePart(step, now, command);
  return 'kind' in part ? part : findNeedFault(workflow, step, grounds, londonDayOf(command.at));
};

/** In whose name somebody would take a step: the colleague's for whom they stand in; undefined when it is their own. */
export const inWhoseName = (
  step: Step,
  now: CaseNow,
  command: Pick<Command, 'by' | 'parts' | 'answering' | 'worksWithChild'>,
): string | undefined => {
  const part = choosePart(step, now, command);
  return 'kind' in part ? undefined : part.actingFor;
};

const toldBefore = (
  workflow: Workflow,
  step: Step,
  now: CaseNow,
  { nameOf }: Pick<Grounds, 'nameOf'>,
): DecidedBefore | undefined => {
  const last = decidedBefore(step, now);
  if (last === undefined || last.by === null) return undefined;
  const { wordOf } = last;
  return {
    at: (wordOf && givenAt(last.said)) ?? last.at,
    told: `${nameOf(last.by.person)} ${findTold(workflow, last.step)?.told ?? 'decided on it'}`,
    wordOf: wordOf && nameOf(wordOf.person),
  };
};

/**
 * May this step be taken, and if so, what happened? The same case, command and grounds give the same answer.
 */
export const decide = (
  workflow: Workflow,
  now: CaseNow,
  command: Command,
  grounds: Grounds,
): Decided | DecideRefusal => {
  const { by, key, at } = command;
  const before = now.events.find((event) => event.key === key && event.by?.person === by);
  if (before !== undefined) return { kind: 'decided', event: before, before: true };
  const step = workflow.steps.find(({ id }) => id === command.step);
  if (step === undefined) return refused('no-such-step', 'There is no such step.');
  const refusal = stepRefusal(workflow, step, now, command, grounds);
  if (refusal !== undefined) return refusal;
  const part = choosePart(step, now, command);
  if ('kind' in part) return part;
  const { answers: said, faults: unsaid } = readAnswers(
    askedAtAge(step.asks, grounds.age),
    command.said,
    londonDayOf(at),
  );
  const decided = toldBefore(workflow, step, now, grounds);
  const late = findTimeOfWordFault(said, { begun: now.events[0].at, now: at, decided });
  const word =
    step.word === undefined
      ? undefined
      : readWordOf(command.said[WORD_OF], {
          by,
          partsOf: (person) => grounds.partsOf(person, givenAt(said) ?? at),
          roles: step.word,
          notBy: step.notBy,
          now,
        });
  const wordFault = word !== undefined && 'sentence' in word ? word : undefined;
  const faults = [wordFault, ...unsaid, late].filter((fault) => fault !== undefined);
  if (faults.length > 0)
    return { ...refused('not-said', 'Something that you are asked here is missing.'), faults };
  const event: CaseEvent = {
    number: now.events.length + 1,
    at,
    step: step.id,
    kind: step.kind,
    by: { person: by, part },
    from: now.state,
    to: step.to ?? now.state,
    said: { ...said, ...saidOfWord(step, now, by) },
    evidence: grounds.evidence?.revision ?? null,
    key,
    ...(word !== undefined && 'person' in word ? { wordOf: word } : {}),
  };
  return { kind: 'decided', event, before: false };
};
