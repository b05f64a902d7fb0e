import { addDays, type Day, day, maxDay, minDay } from '../calendar/day.ts';
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
import type { PriceLine } from './payable.ts';

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
  before: pounds(line.before),
  after: pounds(line.after),
  first: line.nights.starts,
  last: addDays(line.nights.ends, -1),
  'why-weeks': line.whyWeeks,
  evidence: line.evidence,
});

const pounds = (weekly: PencePerWeek): string => (weekly / 100).toFixed(2);

/** A reduction that the log of a search tells of, and what a line of it begins with. */
export interface ReductionTold {
  readonly of: string;
  readonly before: PencePerWeek;
  readonly after: PencePerWeek;
  readonly given: Answers;
}

interface Negotiated {
  readonly offer: Pick<Offer, 'core' | 'additions' | 'figures'>;
  readonly terms: AgreementTerms;
  /** With whom it was agreed and where it is written, as it was said when it was. */
  readonly agreedWith: string | undefined;
  readonly agreedOn: Day | undefined;
}

const evidenceOf = ({ offer, agreedWith }: Negotiated): string =>
  [
    `Offered at ${formatWeekly(offer.core)}.`,
    ...offer.figures.map(
      ({ by, weekly, where }) =>
        `${by === 'us' ? 'We' : 'The provider'} proposed ${formatWeekly(weekly)}: ${where}.`,
    ),
    ...(agreedWith === undefined ? [] : [`Agreed: ${agreedWith}.`]),
  ].join('\n');

interface PricedNights {
  readonly before: PencePerWeek;
  readonly from: Day;
  readonly until: Day | null;
}

/** The first nights on which less is paid than was offered, as long as the same is paid; undefined where there are none. */
const firstLess = (
  { before, from, until }: PricedNights,
  lines: readonly PriceLine[],
): { readonly after: PencePerWeek; readonly from: Day; readonly until: Day | null } | undefined => {
  const within = (on: Day | null): on is Day => on !== null && on >= from && (until === null || on < until);
  const paid = (on: Day): PencePerWeek =>
    sumOf(lines.filter(({ starts, ends }) => starts <= on && (ends === null || on < ends)));
  const edges = [...new Set([from, ...lines.flatMap(({ starts, ends }) => [starts, ends]).filter(within)])];
  const begins = edges.filter(within).toSorted();
  const first = begins.find((on) => paid(on) < before);
  if (first === undefined) return undefined;
  const after = paid(first);
  return { after, from: first, until: begins.find((on) => on > first && paid(on) !== after) ?? until };
};

const sumOf = (lines: readonly PriceLine[]): PencePerWeek =>
  pencePerWeek(lines.reduce((sum, { weekly }) => sum + weekly, 0));

/**
 * What came down between the offer and the agreement made of it, line by line of the price: the core fee, additions that are cheaper
 * or shorter, and those that are not in it at all. Proposed are the nights for which it was offered and less is paid, up to the day the
 * placement is expected to end; why that many nobody but the officer can say.
 */
export const reductionsTold = (negotiated: Negotiated): readonly ReductionTold[] => {
  const { offer, terms, agreedOn } = negotiated;
  const priced = [
    { of: CORE_FEE, before: offer.core, category: 'rate', from: terms.starts, until: terms.expectedEnd },
    ...offer.additions.map(({ what, weekly, starts, ends }) => ({
      of: what,
      before: weekly,
      category: 'extras',
      from: maxDay(terms.starts, starts),
      until: ends === undefined ? terms.expectedEnd : addDays(ends, 1),
    })),
  ];
  return priced.flatMap(({ of, category, ...offered }): readonly ReductionTold[] => {
    const { before } = offered;
    const less = firstLess(
      offered,
      terms.lines.filter((line) => sameLineOfPrice(line.name, of)),
    );
    if (less === undefined) return [];
    const { after, from, until } = less;
    const most = addDays(from, MOST_NIGHTS_CLAIMED);
    const last = until === null || until <= from ? undefined : addDays(minDay(until, most), -1);
    return [
      {
        of,
        before,
        after,
        given: {
          of,
          forum: 'placements-forum',
          category,
          ...(agreedOn === undefined ? {} : { 'agreed-on': agreedOn }),
          before: pounds(before),
          after: pounds(after),
          first: from,
          ...(last === undefined ? {} : { last }),
          evidence: evidenceOf(negotiated),
        },
      },
    ];
  });
};

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
