import { addDays, type Day, day } from '../calendar/day.ts';
import { type Answers, type Entry, type FormQuestion } from '../form/form.ts';
import { FREE_IS_0 } from '../form/free-is-0.ts';
import { type Fault, readAnswers } from '../form/read-answers.ts';
import { textSaid } from '../form/text-said.ts';
import { parseMoney } from '../money/parse-money.ts';
import { type PencePerWeek, pencePerWeek } from '../money/weekly.ts';
import { countedFromMove, nightsInPrice } from './counted-from-move.ts';
import { CORE_FEE } from './line-of-price.ts';
import type { Absence, PriceLine } from './payable.ts';
import { findPriceFaults } from './price-faults.ts';

/** What an individual placement agreement says, as it stands after everything that was agreed since. */
export interface AgreementTerms {
  readonly starts: Day;
  readonly expectedEnd: Day | null;
  readonly lines: readonly PriceLine[];
  readonly absences: readonly Absence[];
  /** What was said in words: what the fee covers, what is hoped for, notice. */
  readonly words: Answers;
}

const WORDS: readonly FormQuestion[] = [
  {
    kind: 'line',
    name: 'bought-under',
    label: 'Framework or contract that it is bought under',
    hint: 'The name of the framework, or spot purchase.',
    optional: true,
  },
  {
    kind: 'text',
    name: 'covers',
    label: 'What the core fee covers',
    hint: 'What is not in it, and who pays for that.',
  },
  { kind: 'text', name: 'outcomes', label: 'What should be different for the child, and how both will know' },
  {
    kind: 'line',
    name: 'notice',
    label: 'Notice that either side gives',
    hint: 'For example: 28 days, in writing.',
  },
  { kind: 'text', name: 'contract-terms', label: 'What else the framework or contract says', optional: true },
  { kind: 'text', name: 'conditions', label: 'Conditions of the provider', optional: true },
  { kind: 'line', name: 'provider-reference', label: 'The provider’s own reference', optional: true },
];

export const AGREEMENT_WORDS = WORDS;

const ADDITION: readonly Extract<FormQuestion, { kind: 'line' | 'money' | 'day' }>[] = [
  { kind: 'line', name: 'what', label: 'What is added', hint: 'For example: two staff to one child.' },
  { kind: 'money', name: 'weekly', label: 'What it costs a week' },
  { kind: 'day', name: 'starts', label: 'From which night' },
  {
    kind: 'day',
    name: 'ends',
    label: 'Up to and with which night',
    hint: 'Leave it open only where it runs as long as the placement.',
    optional: true,
    notBefore: 'starts',
  },
  { kind: 'line', name: 'why', label: 'Why' },
];

/** What is asked to make an agreement of an approved offer. */
export const AGREEMENT_QUESTIONS: readonly FormQuestion[] = [
  {
    kind: 'day',
    name: 'starts-on',
    label: 'From which night does the price run?',
    hint: 'It runs from the night of the move, where that is another. Additions that begin with it move with it.',
  },
  {
    kind: 'day',
    name: 'expected-end',
    label: 'Until which day is the placement expected to go on?',
    hint: 'Commitments are counted up to it, or to the end of the financial year.',
    optional: true,
    notBefore: 'starts-on',
  },
  { kind: 'money', name: 'core-weekly', label: 'The core fee a week', hint: FREE_IS_0 },
  {
    kind: 'list',
    name: 'additions',
    label: 'What is added to the core fee',
    entry: 'Addition',
    optional: true,
    of: ADDITION,
  },
  ...WORDS,
];

const dayOf = (given: unknown): Day | null => (textSaid(given) === '' ? null : day(textSaid(given)));
/** The first night that is no longer paid, of the last that is. */
const nightAfter = (last: Day | null): Day | null => (last === null ? null : addDays(last, 1));

const weeklyOf = (given: unknown): PencePerWeek => {
  const read = parseMoney(textSaid(given));
  return pencePerWeek(read.kind === 'refused' ? 0 : read.pence);
};

const additionOf = (entry: Readonly<Record<string, unknown>>): PriceLine => ({
  name: textSaid(entry['what']),
  kind: 'addition',
  weekly: weeklyOf(entry['weekly']),
  starts: day(textSaid(entry['starts'])),
  ends: nightAfter(dayOf(entry['ends'])),
  ...(textSaid(entry['why']) === '' ? {} : { why: textSaid(entry['why']) }),
});

/** Terms, or what is wrong with what was typed and where. */
export type TermsRead =
  | { readonly kind: 'terms'; readonly terms: AgreementTerms }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] };

const checked = (terms: AgreementTerms, question: string): TermsRead => {
  const faults = findPriceFaults(terms.lines, { starts: terms.starts, ends: null });
  return faults.length === 0
    ? { kind: 'terms', terms }
    : { kind: 'faulty', faults: faults.map((sentence) => ({ question, sentence })) };
};

/** Makes an agreement of what was typed. */
export const readAgreement = (given: Readonly<Record<string, unknown>>, today: Day): TermsRead => {
  const { answers, faults } = readAnswers(AGREEMENT_QUESTIONS, given, today);
  if (faults.length > 0) return { kind: 'faulty', faults };
  const starts = day(textSaid(answers['starts-on']));
  const additions = Array.isArray(answers['additions']) ? (answers['additions'] as readonly Entry[]) : [];
  const early = additions.flatMap((entry, at): readonly Fault[] =>
    textSaid(entry['starts']) < starts
      ? [
          {
            question: 'additions',
            entry: { at, question: 'starts' },
            sentence: `Addition ${at + 1}: it begins before the price runs`,
          },
        ]
      : [],
  );
  if (early.length > 0) return { kind: 'faulty', faults: early };
  const core: PriceLine = {
    name: CORE_FEE,
    kind: 'core',
    weekly: weeklyOf(answers['core-weekly']),
    starts,
    ends: null,
  };
  const words = Object.fromEntries(
    WORDS.flatMap(({ name }) => {
      const answer = answers[name];
      return answer === undefined ? [] : [[name, answer]];
    }),
  );
  return checked(
    {
      starts,
      expectedEnd: dayOf(answers['expected-end']),
      lines: [core, ...countedFromMove(additions.map(additionOf), starts)],
      absences: [],
      words,
    },
    'additions',
  );
};

/** The agreement as it would be typed again, for whoever puts it right before anything was changed by agreement. */
export const typedAgreement = (terms: AgreementTerms): Answers => {
  const { starts, expectedEnd, words } = terms;
  const lines = nightsInPrice(terms);
  const pounds = (weekly: PencePerWeek): string => (weekly / 100).toFixed(2);
  const additions = lines.filter(({ kind }) => kind === 'addition');
  const core = lines.find(({ kind }) => kind === 'core');
  return {
    ...words,
    'starts-on': starts,
    'core-weekly': core === undefined ? '' : pounds(core.weekly),
    ...(expectedEnd === null ? {} : { 'expected-end': expectedEnd }),
    ...(additions.length === 0
      ? {}
      : {
          additions: additions.map((line) => ({
            what: line.name,
            weekly: pounds(line.weekly),
            starts: line.starts,
            ...(line.ends === null ? {} : { ends: addDays(line.ends, -1) }),
            ...(line.why === undefined ? {} : { why: line.why }),
          })),
        }),
  };
};
