import { addDays, type Day, day } from '../calendar/day.ts';
import { periodsOverlap } from '../calendar/period.ts';
import { dayInWords } from '../calendar/words.ts';
import type { Answers, FormQuestion, Options } from '../form/form.ts';
import type { Fault } from '../form/read-answers.ts';
import { readAnswers } from '../form/read-answers.ts';
import { textSaid } from '../form/text-said.ts';
import type { AgreementTerms, TermsRead } from './agreement.ts';
import { basisPointsOf, type ChangeMeaning, fault, pricesOf, WHY } from './change-meaning.ts';
import { PRICE_CHANGES } from './price-changes.ts';
import { findPriceFaults } from './price-faults.ts';

/** Additions that may be ended, by their place among the lines, each once whatever its prices were. */
export const additionsToEnd = (terms: AgreementTerms): Options => pricesOf(terms, ['addition']);

export const AGREEMENT_CHANGES = {
  ...PRICE_CHANGES,
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
      const size = basisPointsOf(textSaid(answers['percent']));
      if (size === undefined || size > 10_000 || size % 100 !== 0)
        return fault('percent', 'Enter a whole percentage from 0 to 100');
      const absence = {
        starts: day(textSaid(answers['first'])),
        ends: addDays(day(textSaid(answers['last'])), 1),
      };
      if (terms.absences.some((one) => periodsOverlap(one, absence)))
        return fault('first', 'Some of these nights are recorded as away already');
      return { ...terms, absences: [...terms.absences, { ...absence, percent: size / 100 }] };
    },
  },
  'absence-right': {
    button: 'Put right until when the child was away',
    told: 'put right until when the child was away',
    asks: [
      { kind: 'one-of', name: 'which', label: 'Which nights?', options: {} },
      {
        kind: 'day',
        name: 'last',
        label: 'The last night away',
        hint: 'The night before the first where the child was not away after all.',
      },
      WHY,
    ],
    which: ({ absences }) =>
      Object.fromEntries(
        absences.map((one, at) => [
          String(at),
          `${dayInWords(one.starts)} to ${one.ends === null ? 'now' : dayInWords(addDays(one.ends, -1))}, ${one.percent}% is paid`,
        ]),
      ),
    make: (terms, answers) => {
      const at = Number(answers['which']);
      const absence = terms.absences[at];
      if (absence === undefined) return fault('which', 'Choose one of the times away');
      const ends = addDays(day(textSaid(answers['last'])), 1);
      if (ends < absence.starts)
        return fault(
          'last',
          `They were away from ${dayInWords(absence.starts)}: enter the night before it where they were not away after all, or a later one`,
        );
      if (ends === absence.starts) return { ...terms, absences: terms.absences.toSpliced(at, 1) };
      const right = { ...absence, ends };
      return terms.absences.some((one, place) => place !== at && periodsOverlap(one, right))
        ? fault('last', 'Some of these nights are recorded as away already')
        : { ...terms, absences: terms.absences.with(at, right) };
    },
  },
  'pay-by-this': {
    button: 'Decide that this agreement is paid',
    told: 'decided that this agreement is paid, of those for the same nights',
    asks: [WHY],
    make: (terms) => terms,
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
      const expectedEnd =
        answers['expected-end'] === undefined ? null : day(textSaid(answers['expected-end']));
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

const meaningOf = (change: AgreementChange): ChangeMeaning => AGREEMENT_CHANGES[change];

/** What is asked for a change of these terms. */
export const changeQuestions = (change: AgreementChange, terms: AgreementTerms): readonly FormQuestion[] =>
  meaningOf(change).asks.map((question) =>
    question.kind === 'one-of' && question.name === 'which'
      ? { ...question, options: meaningOf(change).which?.(terms) ?? {} }
      : question,
  );

/** Whether a change is there to be made: an addition cannot be ended where there is none. */
export const mayChange = (change: AgreementChange, terms: AgreementTerms): boolean => {
  const { which } = meaningOf(change);
  return which === undefined || Object.keys(which(terms)).length > 0;
};

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
  const made = meaningOf(change).make(terms, answers);
  if (isFaults(made)) return { kind: 'faulty', faults: made };
  const wrong = findPriceFaults(made.lines, { starts: made.starts, ends: null }, terms.lines);
  return wrong.length === 0
    ? { kind: 'terms', terms: made, said: answers }
    : { kind: 'faulty', faults: wrong.map((sentence) => ({ question: asks[0]?.name ?? '', sentence })) };
};
