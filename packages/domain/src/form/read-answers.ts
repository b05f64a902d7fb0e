import { type Day, parseDay } from '../calendar/day.ts';
import { dayInWords } from '../calendar/words.ts';
import { formatMoneyInFull } from '../money/format-money.ts';
import { parseMoney } from '../money/parse-money.ts';
import {
  type Answer,
  type Answers,
  type Entry,
  type Form,
  type FormQuestion,
  type FormSection,
  isAsked,
  type PlainQuestion,
  questionsOf,
} from './form.ts';
import { hasWords } from './has-words.ts';
import { WAYS_OF_WRITING } from './written-as.ts';

/** Something wrong or missing, said where it is: the question, or a question of one entry of a list. */
export interface Fault {
  readonly question: string;
  /** The entry's place, from 0, and which of its questions. */
  readonly entry?: { readonly at: number; readonly question: string };
  readonly sentence: string;
}

export interface Read {
  /** Everything asked that can be kept as it stands. */
  readonly answers: Answers;
  /** In the order of the form. */
  readonly faults: readonly Fault[];
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const LONGEST_LINE = 200;
const LONGEST_TEXT = 20_000;

/** £100,000, several times what the dearest home in England costs a week: more is a slip of the keys, and would be in every sum. */
const MOST_A_WEEK = 10_000_000;

const wordOf = (given: unknown): string => (typeof given === 'string' ? given.trim() : '');
const wordsOf = (given: unknown): readonly string[] =>
  (Array.isArray(given) ? given : [given]).map(wordOf).filter((word) => word !== '');

/** Within a sentence; what begins with two capitals is a name and stays. */
const lowered = (label: string): string =>
  /^\p{Lu}{2}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);

/** Says what to do about a question that was left open, in its own words, so that it is found by them. */
const missing = (question: FormQuestion): string => {
  const { kind, label } = question;
  switch (kind) {
    case 'one-of':
      return `Choose an answer to “${label}”`;
    case 'any-of':
      return `Choose at least one answer to “${label}”`;
    case 'list':
      return `Add at least one ${lowered(question.entry)}`;
    case 'day':
      return `Enter a day for “${label}”`;
    case 'time':
      return `Enter a time for “${label}”`;
    case 'money':
      return `Enter an amount for “${label}”`;
    default:
      return label.endsWith('?') ? `Answer “${label}”` : `Enter ${lowered(label)}`;
  }
};

const inThousands = (count: number): string => count.toLocaleString('en-GB');

/** A line’s end counts as one, however the browser sends it. */
export const findTooLong = (text: string, atMost?: number): string | undefined => {
  const { length } = text.replaceAll('\r\n', '\n');
  if (atMost !== undefined)
    return length > atMost
      ? `Use at most ${inThousands(atMost)} characters. You wrote ${inThousands(length)}`
      : undefined;
  return length > LONGEST_TEXT
    ? `Use at most ${inThousands(LONGEST_TEXT)} characters, or attach a document`
    : undefined;
};

/** What is wrong with words that were given; undefined when they can be kept. `beside` was given to the questions around it. */
const findFault = (
  question: PlainQuestion,
  words: readonly string[],
  today: Day,
  beside: Readonly<Record<string, unknown>>,
): string | undefined => {
  const [word = ''] = words;
  switch (question.kind) {
    case 'line':
      return word.length > LONGEST_LINE || word.includes('\n')
        ? `Use one line of at most ${LONGEST_LINE} characters`
        : undefined;
    case 'text':
      return findTooLong(word, question.atMost) ?? (hasWords(word) ? undefined : question.inWords);
    case 'one-of':
    case 'any-of':
      return words.every((one) => Object.hasOwn(question.options, one))
        ? undefined
        : 'Choose one of the answers offered';
    case 'day': {
      const day = parseDay(word);
      if (day === undefined) return 'Enter a real day, such as 3 March 2026';
      if (question.notAfterToday === true && day > today) return 'Enter today or a day before it';
      if (question.notBeforeToday === true && day < today) return 'Enter today or a day after it';
      const first =
        question.notBefore === undefined ? undefined : parseDay(wordOf(beside[question.notBefore]));
      return first !== undefined && day < first
        ? `Enter ${dayInWords(first)} or a day after it: it does not end before it begins`
        : undefined;
    }
    case 'money': {
      const read = parseMoney(word);
      if (read.kind === 'refused') return read.sentence;
      if (read.pence < 0) return 'Enter an amount of nothing or more';
      return read.pence > MOST_A_WEEK
        ? `“${word}” is more than any home costs a week. Check the pounds and the pence`
        : undefined;
    }
    case 'written-as': {
      const { read, what, example } = WAYS_OF_WRITING[question.as];
      return read(word) === undefined ? `Enter ${what}, such as ${example}` : undefined;
    }
    case 'time':
      return TIME.test(word) ? undefined : 'Enter a time of the day, such as 09:30 or 22:15';
  }
};

type Plain = { readonly answer?: string | readonly string[]; readonly fault?: string };

/** As it is kept: "£1,234.5" as "1234.50". */
const keptMoney = (word: string): string => {
  const read = parseMoney(word);
  return read.kind === 'refused' ? word : formatMoneyInFull(read.pence).replaceAll(/[£,]/g, '');
};

/** What is wrong with answers that can be kept all the same, each being one that was offered. */
const findContradiction = (
  question: PlainQuestion,
  words: readonly string[],
  beside: Readonly<Record<string, unknown>>,
): string | undefined => {
  if (question.kind === 'any-of') {
    const { standsAlone, options } = question;
    return standsAlone !== undefined && new Set(words).size > 1 && words.includes(standsAlone)
      ? `“${options[standsAlone]}” cannot be chosen with another answer`
      : undefined;
  }
  if (question.kind !== 'one-of' || question.notAll === undefined) return undefined;
  const { of, are, sentence } = question.notAll;
  const given = { ...beside, [question.name]: words[0] };
  return of.every((name) => wordOf(given[name]) === are) ? sentence : undefined;
};

const readPlain = (
  question: PlainQuestion,
  given: unknown,
  today: Day,
  beside: Readonly<Record<string, unknown>>,
): Plain => {
  const words = wordsOf(given);
  if (words.length === 0) return question.optional === true ? {} : { fault: missing(question) };
  const fault = findFault(question, words, today, beside);
  if (fault !== undefined) return { fault };
  const [word = ''] = words;
  if (question.kind === 'money') return { answer: keptMoney(word) };
  if (question.kind === 'written-as') return { answer: WAYS_OF_WRITING[question.as].read(word) ?? word };
  const answer = question.kind === 'any-of' ? [...new Set(words)] : word;
  const contradiction = findContradiction(question, words, beside);
  return contradiction === undefined ? { answer } : { answer, fault: contradiction };
};

const entriesOf = (given: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(given)
    ? given.filter((one): one is Readonly<Record<string, unknown>> => typeof one === 'object' && one !== null)
    : [];

const isBlank = (entry: Readonly<Record<string, unknown>>): boolean =>
  Object.values(entry).every((given) => wordsOf(given).length === 0);

const readList = (
  question: Extract<FormQuestion, { kind: 'list' }>,
  given: unknown,
  today: Day,
): { readonly answer?: readonly Entry[]; readonly faults: readonly Fault[] } => {
  const entries = entriesOf(given).filter((entry) => !isBlank(entry));
  if (entries.length === 0)
    return question.optional === true
      ? { faults: [] }
      : { faults: [{ question: question.name, sentence: missing(question) }] };
  const faults: Fault[] = [];
  const answer = entries.map((entry, at): Entry => {
    const kept: Record<string, string | readonly string[]> = {};
    for (const one of question.of) {
      const read = readPlain(one, entry[one.name], today, entry);
      if (read.answer !== undefined) kept[one.name] = read.answer;
      if (read.fault !== undefined)
        faults.push({
          question: question.name,
          entry: { at, question: one.name },
          sentence: `${question.entry} ${at + 1}: ${lowered(read.fault)}`,
        });
    }
    return kept;
  });
  // One of which nothing can be kept yet is said to be wrong, and would be none if it were read again.
  const kept = answer.filter((entry) => Object.keys(entry).length > 0);
  return kept.length === 0 ? { faults } : { answer: kept, faults };
};

/**
 * Reads what was typed against the questions: trims it, keeps what can be kept, and says of the rest where it is and
 * what to do. Questions that are not asked, given the answers before them, are neither needed nor kept.
 */
export const readAnswers = (
  questions: readonly FormQuestion[],
  given: Readonly<Record<string, unknown>>,
  today: Day,
): Read => {
  const answers: Record<string, Answer> = {};
  const faults: Fault[] = [];
  for (const question of questions) {
    if (!isAsked(question, answers)) continue;
    const { name } = question;
    if (question.kind === 'list') {
      const read = readList(question, given[name], today);
      if (read.answer !== undefined) answers[name] = read.answer;
      faults.push(...read.faults);
    } else {
      const read = readPlain(question, given[name], today, given);
      if (read.answer !== undefined) answers[name] = read.answer;
      if (read.fault !== undefined) faults.push({ question: name, sentence: read.fault });
    }
  }
  return { answers, faults };
};

/** What is wrong only at the moment at which it is typed: a day that had gone by then. What was kept goes by later, and is right. */
export const goneByAsTyped = (
  questions: readonly FormQuestion[],
  answers: Answers,
  today: Day,
): readonly Fault[] =>
  questions.flatMap((question) => {
    if (question.kind !== 'day' || question.toCome !== true) return [];
    const day = parseDay(wordOf(answers[question.name]));
    return day !== undefined && day < today
      ? [{ question: question.name, sentence: 'That day has gone by. Enter today or a day after it' }]
      : [];
  });

/** What a whole form still needs, with the section each is in, for the task list and for whoever would submit it. */
export const whatIsMissing = (
  form: Form,
  answers: Answers,
  today: Day,
): readonly { readonly section: FormSection; readonly faults: readonly Fault[] }[] => {
  const { faults } = readAnswers(questionsOf(form), answers, today);
  return form.sections.flatMap((section) => {
    const own = faults.filter(({ question }) => section.questions.some(({ name }) => name === question));
    return own.length === 0 ? [] : [{ section, faults: own }];
  });
};
