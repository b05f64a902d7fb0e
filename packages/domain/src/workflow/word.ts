import type { Day } from '../calendar/day.ts';
import { momentInWords, momentOnLondonClock } from '../calendar/london-time.ts';
import { addMinutes, type Moment, minuteNumber } from '../calendar/moment.ts';
import type { Answers, FormQuestion } from '../form/form.ts';
import type { Fault } from '../form/read-answers.ts';
import type { CaseEvent } from './case.ts';
import { type DecidedBy, decidedOtherwise } from './decided-by.ts';
import { type Doer, peopleOf } from './part.ts';
import type { NotBy } from './workflow.ts';

/**
 * A decision that somebody gave by word of mouth and somebody else wrote down. It counts at once, as a child cannot wait
 * until a director is at a desk; it is shown in red until whoever it is said of has signed in and said whether it is theirs.
 */
export interface Word extends Doer {
  /** The event's. */
  readonly number: number;
  readonly writtenBy: string;
  readonly writtenAt: Moment;
  /** From where to where the case came on it. */
  readonly from: string | null;
  readonly to: string;
  /** When and how it was given. */
  readonly said: Answers;
  readonly answer?: {
    readonly kind: 'confirm' | 'deny';
    readonly at: Moment;
    /** Of the event by which it was answered for. */
    readonly number: number;
  };
}

/** Under which name an answer says of which word it is: the number of its event. */
export const ANSWERED_WORD = 'answered-word';

/**
 * Which of somebody’s own open words they answer for: the one that was written down with it; otherwise by a denial that undoes what was decided on it that one, the last, and otherwise the
 * oldest. Undefined where they have none.
 */
const answeredBy = (
  words: readonly Word[],
  { by, kind, from, to, said }: Pick<CaseEvent, 'by' | 'kind' | 'from' | 'to' | 'said'>,
): Word | undefined => {
  const theirs = openWords(words).filter(({ person }) => person === by?.person);
  const named = theirs.find(({ number }) => String(number) === said[ANSWERED_WORD]);
  const undone =
    kind === 'deny' && from !== to
      ? theirs.findLast((word) => word.from === to || word.to === from)
      : undefined;
  return named ?? undone ?? theirs[0];
};

/** The words there are after something happened: one more, or the open one of whoever answered for it. */
export const wordsAfter = (words: readonly Word[], event: CaseEvent): readonly Word[] => {
  const { by, kind, at, number, said, wordOf, from, to } = event;
  if (by === null) return words;
  if (wordOf !== undefined)
    return [...words, { ...wordOf, number, writtenBy: by.person, writtenAt: at, from, to, said }];
  if (kind !== 'confirm' && kind !== 'deny') return words;
  const open = answeredBy(words, event);
  return words.map((word) => (word === open ? { ...word, answer: { kind, at, number } } : word));
};

/** When whoever the word of an event was said to be of denied it; undefined where they did not, and of an event that wrote down none. */
export const deniedAt = (
  words: readonly Word[],
  { number }: Pick<CaseEvent, 'number'>,
): Moment | undefined => {
  const answer = words.find((word) => word.number === number)?.answer;
  return answer?.kind === 'deny' ? answer.at : undefined;
};

/** Those for which nobody has answered yet. */
export const openWords = (words: readonly Word[]): readonly Word[] =>
  words.filter(({ answer }) => answer === undefined);

/** Under which name a command says whose word it writes down. */
export const WORD_OF = 'word-of';

const MEANS = { call: 'By telephone', video: 'By video call', 'in-person': 'Face to face' } as const;

/** When and how a decision was given by word of mouth. */
export const WHEN_AND_HOW = [
  { kind: 'day', name: 'given-on', label: 'On which day was it given?', notAfterToday: true },
  { kind: 'time', name: 'given-at', label: 'At what time was it given?' },
  { kind: 'one-of', name: 'means', label: 'How was it given?', options: MEANS },
] as const satisfies readonly FormQuestion[];

/** The same, of one's own decision, which may as well be given here and now. */
export const OWN_WHEN_AND_HOW: readonly FormQuestion[] = [
  {
    kind: 'one-of',
    name: 'means',
    label: 'How did you give your decision?',
    options: { here: 'Here, now', ...MEANS },
  },
  ...WHEN_AND_HOW.slice(0, 2).map((question) => ({
    ...question,
    when: { question: 'means', is: Object.keys(MEANS) },
  })),
];

/** When a decision was given, as it is said. */
export const givenAt = (said: Answers): Moment | undefined => {
  const { 'given-on': on, 'given-at': time } = said;
  return typeof on === 'string' && typeof time === 'string'
    ? momentOnLondonClock(on as Day, time)
    : undefined;
};

/** A word written down later than this is no record of what was said. */
export const LONGEST_AGO_MINUTES = 3 * 24 * 60;

/** Whoever asks at night asks first and writes afterwards, and no longer ago than that. */
export const ASKED_BEFORE_MINUTES = 12 * 60;

/** When somebody whose word it is decided on this last, and how that is told: "Ada Osei returned the proposal". */
export interface DecidedBefore {
  /** By word of mouth when it was given. */
  readonly at: Moment;
  readonly told: string;
  /** Whose word that was: what was said then is used, and a word of the same minute is the same word. */
  readonly wordOf: string | undefined;
}

/** What is wrong with a word that was given before, or with, what was decided last. */
const findUsedFault = (given: Moment, { at, told, wordOf }: DecidedBefore): string | undefined => {
  const [minute, decided] = [minuteNumber(given), minuteNumber(at)];
  if (wordOf !== undefined && minute <= decided)
    return `Enter a time after ${momentInWords(at)}: what ${wordOf} said then is written down already, and counts once`;
  return minute < decided
    ? `Enter a time from ${momentInWords(at)} on: ${told} then, and what was said before that counts no more`
    : undefined;
};

/** What is wrong with when it was given; undefined when nothing is. It may have been given before it was begun to be written down. */
export const findTimeOfWordFault = (
  said: Answers,
  {
    begun,
    now,
    decided,
  }: { readonly begun: Moment; readonly now: Moment; readonly decided?: DecidedBefore | undefined },
): Fault | undefined => {
  if (said['given-on'] === undefined || said['given-at'] === undefined) return undefined;
  const given = givenAt(said);
  const wrong = (sentence: string): Fault => ({ question: 'given-at', sentence });
  if (given === undefined || given > now) return wrong('Enter a time that has passed');
  if (given < addMinutes(now, -LONGEST_AGO_MINUTES))
    return wrong('Enter a time of the last three days. What was said before then has to be decided anew');
  const used = decided && findUsedFault(given, decided);
  if (used !== undefined) return wrong(used);
  const earliest = addMinutes(begun, -ASKED_BEFORE_MINUTES);
  // Times are told by the minute, and moments by more.
  return minuteNumber(given) < minuteNumber(earliest)
    ? wrong(
        `Enter a time from ${momentInWords(earliest)} on: twelve hours before this was raised. What was said before then was not on it`,
      )
    : undefined;
};

/** Whose word is written down, and in which part they may give it; or what is wrong with naming them. */
export const readWordOf = (
  given: unknown,
  {
    by,
    partsOf,
    roles,
    notBy,
    now,
  }: {
    readonly by: string;
    readonly partsOf: (person: string) => readonly Doer['part'][];
    readonly roles: readonly Doer['part']['role'][];
    readonly notBy?: NotBy | undefined;
    readonly now: { readonly madeBy: ReadonlySet<string>; readonly decidedBy: DecidedBy };
  },
): Doer | Fault => {
  const person = typeof given === 'string' ? given : '';
  const wrong = (sentence: string): Fault => ({ question: WORD_OF, sentence });
  if (person === '') return wrong('Choose who gave it');
  if (person === by) return wrong('This is for the word of somebody else. Decide yourself if it is yours to');
  const parts = partsOf(person).filter(({ role }) => roles.includes(role));
  const [first] = parts;
  if (first === undefined) return wrong('Choose somebody who could decide on it then');
  const apart = parts.filter((one) => peopleOf(person, one).every((who) => notBy?.people.has(who) !== true));
  if (notBy !== undefined && apart.length === 0) return wrong(notBy.ofGiver);
  const part = apart.find(
    (one) =>
      peopleOf(person, one).every((who) => !now.madeBy.has(who)) &&
      !decidedOtherwise(now.decidedBy, person, one),
  );
  return part === undefined
    ? wrong(
        'Choose somebody else: they made this request, or have decided on it before in another part, or stand in for whoever did',
      )
    : { person, part };
};

const meansInWords = (said: Answers): string => {
  const { means } = said;
  const words = typeof means === 'string' && means in MEANS ? MEANS[means as keyof typeof MEANS] : undefined;
  const given = givenAt(said);
  return [given === undefined ? undefined : momentInWords(given), words?.toLowerCase()]
    .filter((part) => part !== undefined)
    .join(', ');
};

/** How things stand with a word: whose, when and how it was given, who wrote it down, and whether it is theirs. */
export const wordInWords = (word: Word, nameOf: (person: string) => string): string => {
  const who = nameOf(word.person);
  const it = `the approval that ${nameOf(word.writtenBy)} wrote down as theirs (${meansInWords(word.said)})`;
  if (word.answer === undefined) return `Not yet confirmed by ${who}: ${it}.`;
  const when = momentInWords(word.answer.at);
  return word.answer.kind === 'confirm'
    ? `${who} confirmed ${it} on ${when}.`
    : `${who} said on ${when} that they did not give ${it}.`;
};
