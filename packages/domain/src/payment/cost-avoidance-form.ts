import { addDays, type Day, day } from '../calendar/day.ts';
import { daysIn } from '../calendar/period.ts';
import type { Answers, FormQuestion } from '../form/form.ts';
import { type Fault, readAnswers } from '../form/read-answers.ts';
import { textSaid } from '../form/text-said.ts';
import { AVOIDANCE_FORUMS } from '../measure/records/money.ts';
import { parseMoney } from '../money/parse-money.ts';
import { formatWeekly, type PencePerWeek, pencePerWeek } from '../money/weekly.ts';
import type { Offer } from '../search/offer.ts';
import type { AgreementTerms } from './agreement.ts';
import {
  AVOIDANCE_CATEGORIES,
  type AvoidanceForum,
  type AvoidedCost,
  MOST_NIGHTS_CLAIMED,
} from './cost-avoidance.ts';
import { CORE_FEE, sameLineOfPrice } from './line-of-price.ts';

/** What is asked of a line of cost avoided. `lines` are the names of what there is, or was to be, in the price. */
export const avoidanceQuestions = (lines: readonly string[]): readonly FormQuestion[] => [
  {
    kind: 'one-of',
    name: 'of',
    label: 'Which part of the price came down?',
    options: Object.fromEntries(lines.map((name) => [name, name])),
  },
  {
    kind: 'one-of',
    name: 'forum',
    label: 'In which forum was it brought down?',
    hint: 'A reduction is counted once, in one of them.',
    options: AVOIDANCE_FORUMS,
  },
  { kind: 'one-of', name: 'category', label: 'What about it came down?', options: AVOIDANCE_CATEGORIES },
  { kind: 'day', name: 'agreed-on', label: 'On which day was it agreed?', notAfterToday: true },
  { kind: 'money', name: 'before', label: 'The first price a week' },
  { kind: 'money', name: 'after', label: 'The price a week that was agreed', hint: 'What fell away is 0.' },
  { kind: 'day', name: 'first', label: 'The first night that is claimed' },
  {
    kind: 'day',
    name: 'last',
    label: 'The last night that is claimed',
    hint: 'At most 52 weeks in one line.',
    notBefore: 'first',
  },
  { kind: 'text', name: 'why-weeks', label: 'Why these weeks, and no more' },
  {
    kind: 'text',
    name: 'evidence',
    label: 'The evidence',
    hint: 'Which figures were proposed, by whom and when, and where it is written.',
  },
];

export type AvoidanceRead =
  | { readonly kind: 'avoided'; readonly line: AvoidedCost }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] };

const weeklyIn = (given: unknown): PencePerWeek => {
  const read = parseMoney(textSaid(given));
  return pencePerWeek(read.kind === 'refused' ? 0 : read.pence);
};

const faultsOf = ({ before, after, nights }: AvoidedCost): readonly Fault[] => [
  ...(after >= before
    ? [{ question: 'after', sentence: `Nothing came down: the first price was ${formatWeekly(before)}` }]
    : []),
  ...(daysIn(nights) > MOST_NIGHTS_CLAIMED
    ? [{ question: 'last', sentence: 'Claim 52 weeks at the most' }]
    : []),
];

/** Makes a line of what was typed, or says what is wrong and where. */
export const readAvoidance = (
  lines: readonly string[],
  given: Readonly<Record<string, unknown>>,
  today: Day,
): AvoidanceRead => {
  const { answers, faults } = readAnswers(avoidanceQuestions(lines), given, today);
  if (faults.length > 0) return { kind: 'faulty', faults };
  const line: AvoidedCost = {
    forum: textSaid(answers['forum']) as AvoidanceForum,
    category: textSaid(answers['category']) as AvoidedCost['category'],
    of: textSaid(answers['of']),
    agreedOn: day(textSaid(answers['agreed-on'])),
    before: weeklyIn(answers['before']),
    after: weeklyIn(answers['after']),
    nights: { starts: day(textSaid(answers['first'])), ends: addDays(day(textSaid(answers['last'])), 1) },
    whyWeeks: textSaid(answers['why-weeks']),
    evidence: textSaid(answers['evidence']),
  };
  const wrong = faultsOf(line);
  return wrong.length === 0 ? { kind: 'avoided', line } : { kind: 'faulty', faults: wrong };
};

/** A line as it would be typed again. */
export const typedAvoidance = (line: AvoidedCost): Answers => ({
  of: line.of,
  forum: line.forum,
  category: line.category,
  'agreed-on': line.agreedOn,
  before: poundsTyped(line.before),
  after: poundsTyped(line.after),
  first: line.nights.starts,
  last: addDays(line.nights.ends, -1),
  'why-weeks': line.whyWeeks,
  evidence: line.evidence,
});

/** As a form has it: "450.00". */
export const poundsTyped = (weekly: PencePerWeek): string => (weekly / 100).toFixed(2);

/** Every line of the price that there is or was to be, each once. */
export const linesOfPrice = (
  offer: Pick<Offer, 'additions'> | undefined,
  terms: AgreementTerms,
): readonly string[] =>
  [
    CORE_FEE,
    ...terms.lines.map(({ name }) => name),
    ...(offer?.additions ?? []).map(({ what }) => what),
  ].filter((name, at, all) => all.findIndex((other) => sameLineOfPrice(other, name)) === at);
