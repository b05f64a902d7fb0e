import { addDays, type Day, day } from '../calendar/day.ts';
import { periodsOverlap } from '../calendar/period.ts';
import { dayInWords } from '../calendar/words.ts';
import type { Answers, FormQuestion, Options } from '../form/form.ts';
import { type Fault, readAnswers } from '../form/read-answers.ts';
import { parseMoney } from '../money/parse-money.ts';
import { formatWeekly, pencePerWeek } from '../money/weekly.ts';
import type { AgreementTerms, TermsRead } from './agreement.ts';
import { type PriceLine } from './payable.ts';
import { findPriceFaults } from './price-faults.ts';
import { withPriceChange } from './uplift.ts';

const WHY: FormQuestion = { kind: 'text', name: 'why', label: 'Why, and who agreed to it' };

/** What both sides, or the record of the child, may change in an agreement that stands. */
interface ChangeMeaning {
  readonly button: string;
  /** Completes "Kit Rowanby …". */
  readonly told: string;
  readonly asks: readonly FormQuestion[];
  readonly make: (terms: AgreementTerms, answers: Answers) => AgreementTerms | readonly Fault[];
}

const textOf = (given: unknown): string => (typeof given === 'string' ? given : '');
const fault = (question: string, sentence: string): readonly Fault[] => [{ question, sentence }];

const PERCENT = /^\d{1,3}(?:\.\d{1,2})?$/;
/** Hundredths of a percent; undefined for what is no percentage. */
const basisPointsOf = (typed: string): number | undefined => {
  const plain = typed.replace(/\s*%$/, '');
  return PERCENT.test(plain) ? Math.round(Number(plain) * 100) : undefined;
};

const numbered = (lines: readonly PriceLine[]): readonly (readonly [string, PriceLine])[] =>
  lines.map((line, at) => [String(at), line]);

const followsOn = (line: PriceLine, before: PriceLine): boolean =>
  line.kind === before.kind &&
  line.name === before.name &&
  line.starts === before.ends &&
  line.starts > before.starts;

/** An addition with what it became when its price changed: each part begins on the night on which the one before ends. */
const partsOf = (lines: readonly PriceLine[], first: PriceLine): readonly PriceLine[] => {
  const next = lines.find((line) => followsOn(line, first));
  return next === undefined ? [first] : [first, ...partsOf(lines, next)];
};

/** Additions that may be ended, by their place among the lines, each once whatever its prices were. */
export const additionsToEnd = ({ lines }: AgreementTerms): Options =>
  Object.fromEntries(
    numbered(lines)
      .filter(([, line]) => line.kind === 'addition' && !lines.some((before) => followsOn(line, before)))
      .map(([at, line]) => [
        at,
        `${line.name}, ${partsOf(lines, line)
          .map(({ weekly, starts }) => `${formatWeekly(weekly)} from ${dayInWords(starts)}`)
          .join(', then ')}`,
      ]),
  );

export const AGREEMENT_CHANGES = {
  addition: {
    button: 'Add to the price',
    told: 'added to the price',
    asks: [
      { kind: 'line', name: 'what', label: 'What is added', hint: 'For example: two staff to one child.' },
      { kind: 'money', name: 'weekly', label: 'What it costs a week' },
      { kind: 'day', name: 'starts', label: 'From which night' },
      { kind: 'day', name: 'ends', label: 'Up to and with which night', optional: true, notBefore: 'starts' },
      WHY,
    ],
    make: (terms, answers) => {
      const starts = day(textOf(answers['starts']));
      if (starts < terms.starts)
        return fault(
          'starts',
          `The price runs from ${dayInWords(terms.starts)}: enter that day or a later one`,
        );
      const read = parseMoney(textOf(answers['weekly']));
      const ends = answers['ends'] === undefined ? null : addDays(day(textOf(answers['ends'])), 1);
      const weekly = pencePerWeek(read.kind === 'refused' ? 0 : read.pence);
      const line: PriceLine = { name: textOf(answers['what']), kind: 'addition', weekly, starts, ends };
      return { ...terms, lines: [...terms.lines, line] };
    },
  },
  'end-addition': {
    button: 'End an addition',
    told: 'ended an addition',
    asks: [
      { kind: 'one-of', name: 'which', label: 'Which addition?', options: {} },
      { kind: 'day', name: 'last', label: 'The last night that is paid' },
      WHY,
    ],
    make: (terms, answers) => {
      const [at, last] = [Number(answers['which']), day(textOf(answers['last']))];
      const line = terms.lines[at];
      if (line === undefined) return fault('which', 'Choose one of the additions');
      const parts = partsOf(terms.lines, line);
      const ends = addDays(last, 1);
      const lastEnds = parts.at(-1)?.ends ?? null;
      if (ends < line.starts)
        return fault(
          'last',
          `It began on ${dayInWords(line.starts)}: enter the night before it where it was never there, or a later one`,
        );
      if (lastEnds !== null && ends >= lastEnds)
        return fault(
          'last',
          `It ends on ${dayInWords(addDays(lastEnds, -1))} already: enter an earlier night`,
        );
      return {
        ...terms,
        lines: terms.lines.flatMap((one) => {
          if (!parts.includes(one)) return [one];
          if (one.starts >= ends) return [];
          return [one.ends !== null && one.ends <= ends ? one : { ...one, ends }];
        }),
      };
    },
  },
  'price-change': {
    button: 'Change prices by a percentage',
    told: 'changed prices by a percentage',
    asks: [
      { kind: 'day', name: 'from', label: 'From which night' },
      {
        kind: 'one-of',
        name: 'way',
        label: 'Up or down?',
        options: { up: 'Up', down: 'Down' },
      },
      { kind: 'line', name: 'percent', label: 'By how much, in percent', hint: 'For example 6 or 2.5' },
      {
        kind: 'one-of',
        name: 'of',
        label: 'Of which prices?',
        options: { core: 'The core fee alone', all: 'All' },
      },
      { kind: 'line', name: 'award', label: 'Which award or agreement it follows from' },
      WHY,
    ],
    make: (terms, answers) => {
      const size = basisPointsOf(textOf(answers['percent']));
      const down = answers['way'] === 'down';
      if (size === undefined || size === 0 || (down && size > 10_000))
        return fault('percent', 'Enter a percentage above nought, such as 6 or 2.5');
      const from = day(textOf(answers['from']));
      if (from < terms.starts)
        return fault(
          'from',
          `The price runs from ${dayInWords(terms.starts)}: enter that day or a later one`,
        );
      const of = answers['of'] === 'core' ? 'core' : 'all';
      return {
        ...terms,
        lines: withPriceChange(terms.lines, { from, basisPoints: down ? -size : size, of }),
      };
    },
  },
  absence: {
    button: 'Record that the place is kept while the child is away',
    told: 'recorded that the place is kept while the child is away',
    asks: [
      { kind: 'day', name: 'first', label: 'The first night away' },
      { kind: 'day', name: 'last', label: 'The last night away', notBefore: 'first' },
      {
        kind: 'line',
        name: 'percent',
        label: 'How much of the price is paid meanwhile, in percent',
        hint: '0 is nothing, 100 all of it.',
      },
      WHY,
    ],
    make: (terms, answers) => {
      const size = basisPointsOf(textOf(answers['percent']));
      if (size === undefined || size > 10_000 || size % 100 !== 0)
        return fault('percent', 'Enter a whole percentage from 0 to 100');
      const absence = {
        starts: day(textOf(answers['first'])),
        ends: addDays(day(textOf(answers['last'])), 1),
      };
      if (terms.absences.some((one) => periodsOverlap(one, absence)))
        return fault('first', 'Some of these nights are recorded as away already');
      return { ...terms, absences: [...terms.absences, { ...absence, percent: size / 100 }] };
    },
  },
  'expected-end': {
    button: 'Change until when it is expected to go on',
    told: 'changed until when the placement is expected to go on',
    asks: [
      {
        kind: 'day',
        name: 'expected-end',
        label: 'Until which day is the placement expected to go on?',
        hint: 'Leave it open where nobody can say.',
        optional: true,
      },
      WHY,
    ],
    make: (terms, answers) => {
      const expectedEnd = answers['expected-end'] === undefined ? null : day(textOf(answers['expected-end']));
      return expectedEnd !== null && expectedEnd < terms.starts
        ? fault(
            'expected-end',
            `The price runs from ${dayInWords(terms.starts)}: enter that day or a later one`,
          )
        : { ...terms, expectedEnd };
    },
  },
} as const satisfies Readonly<Record<string, ChangeMeaning>>;

export type AgreementChange = keyof typeof AGREEMENT_CHANGES;
export const isAgreementChange = (text: string): text is AgreementChange =>
  Object.hasOwn(AGREEMENT_CHANGES, text);

/** What is asked for a change of these terms. */
export const changeQuestions = (change: AgreementChange, terms: AgreementTerms): readonly FormQuestion[] =>
  AGREEMENT_CHANGES[change].asks.map((question) =>
    question.kind === 'one-of' && question.name === 'which'
      ? { ...question, options: additionsToEnd(terms) }
      : question,
  );

/** Whether a change is there to be made: an addition cannot be ended where there is none. */
export const mayChange = (change: AgreementChange, terms: AgreementTerms): boolean =>
  change !== 'end-addition' || Object.keys(additionsToEnd(terms)).length > 0;

const isFaults = (made: AgreementTerms | readonly Fault[]): made is readonly Fault[] => Array.isArray(made);

/** The terms after a change, with what was said in making it; or what is wrong with it, and where. */
export const changeAgreement = (
  terms: AgreementTerms,
  change: AgreementChange,
  given: Readonly<Record<string, unknown>>,
  today: Day,
): TermsRead & { readonly said?: Answers } => {
  const asks = changeQuestions(change, terms);
  const { answers, faults } = readAnswers(asks, given, today);
  if (faults.length > 0) return { kind: 'faulty', faults };
  const meaning: ChangeMeaning = AGREEMENT_CHANGES[change];
  const made = meaning.make(terms, answers);
  if (isFaults(made)) return { kind: 'faulty', faults: made };
  const wrong = findPriceFaults(made.lines, { starts: made.starts, ends: null });
  return wrong.length === 0
    ? { kind: 'terms', terms: made, said: answers }
    : { kind: 'faulty', faults: wrong.map((sentence) => ({ question: asks[0]?.name ?? '', sentence })) };
};
