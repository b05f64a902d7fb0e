import { addDays, type Day, maxDay, minDay } from '../calendar/day.ts';
import { londonDayOf } from '../calendar/london-time.ts';
import { dayInWords } from '../calendar/words.ts';
import type { Answers } from '../form/form.ts';
import type { Fault } from '../form/read-answers.ts';
import { formatWeekly, type PencePerWeek, pencePerWeek } from '../money/weekly.ts';
import type { Offer } from '../search/offer.ts';
import type { AgreementTerms } from './agreement.ts';
import { type AvoidedCost, MOST_NIGHTS_CLAIMED } from './cost-avoidance.ts';
import { poundsTyped } from './cost-avoidance-form.ts';
import { CORE_FEE, sameLineOfPrice } from './line-of-price.ts';
import type { PriceLine } from './payable.ts';

/** A reduction that the log of a search tells of, and what a line of it begins with. */
export interface ReductionTold {
  readonly of: string;
  readonly before: PencePerWeek;
  readonly after: PencePerWeek;
  readonly given: Answers;
}

type OfferedHome = Pick<Offer, 'number' | 'at' | 'core' | 'additions' | 'figures' | 'withdrawn'>;

export interface Negotiated {
  /** The one of which the agreement was made. */
  readonly offer: OfferedHome;
  /** Every offer of that home by its provider, in the order in which they came, that one among them. */
  readonly ofHome: readonly OfferedHome[];
  readonly terms: AgreementTerms;
  /** With whom it was agreed and where it is written, as it was said when it was. */
  readonly agreedWith: string | undefined;
  readonly agreedOn: Day | undefined;
}

export interface ReductionsTold {
  readonly told: readonly ReductionTold[];
  /** What is less than one offer asked for it, and not less than another offer of the same home did; why nothing is claimed, said. */
  readonly neverFell: readonly { readonly of: string; readonly sentence: string }[];
}

const sumOf = (lines: readonly PriceLine[]): PencePerWeek =>
  pencePerWeek(lines.reduce((sum, { weekly }) => sum + weekly, 0));

const dayOf = ({ at }: Pick<OfferedHome, 'at'>): string => dayInWords(londonDayOf(at));

/** What an offer asked for a line of the price, and for which nights; nought for none where it came without it. */
interface AskedFor {
  readonly in: OfferedHome;
  readonly weekly: PencePerWeek;
  readonly from: Day | undefined;
  readonly until: Day | null;
}

const askedFor = (offer: OfferedHome, of: string): AskedFor => {
  if (sameLineOfPrice(of, CORE_FEE)) return { in: offer, weekly: offer.core, from: undefined, until: null };
  const lines = offer.additions.filter(({ what }) => sameLineOfPrice(what, of));
  const [lowest] = lines.toSorted((a, b) => a.weekly - b.weekly);
  const [first] = lines.map(({ starts }) => starts).toSorted();
  const ends = lines.flatMap(({ ends: last }) => (last === undefined ? [] : [addDays(last, 1)])).toSorted();
  return {
    in: offer,
    weekly: lowest?.weekly ?? pencePerWeek(0),
    from: first,
    until: lines.length === 0 || ends.length < lines.length ? null : (ends.at(-1) ?? null),
  };
};

/** Of several offers of a home the one that asked least for a line, and of equals the first. */
const lowestAsked = (ofHome: readonly OfferedHome[], of: string): AskedFor | undefined =>
  ofHome.map((offer) => askedFor(offer, of)).toSorted((a, b) => a.weekly - b.weekly)[0];

/** "the same home was offered at £900 a week on 3 May 2026 (withdrawn)" */
const lowestInWords = ({ in: offer, weekly, from }: AskedFor, of: string): string => {
  const when = `on ${dayOf(offer)}${offer.withdrawn === undefined ? '' : ' (withdrawn)'}`;
  return from === undefined && !sameLineOfPrice(of, CORE_FEE)
    ? `an offer of the same home ${when} came without it`
    : `the same home was offered at ${formatWeekly(weekly)} ${when}`;
};

const offerInWords = (offer: OfferedHome, agreed: OfferedHome): string => {
  const withdrawn =
    offer.withdrawn === undefined ? '' : `, and withdrawn on ${dayInWords(londonDayOf(offer.withdrawn.at))}`;
  const added = offer.additions.map(({ what, weekly }) => `${what} at ${formatWeekly(weekly)}`);
  return [
    `Offered at ${formatWeekly(offer.core)} on ${dayOf(offer)}${withdrawn}`,
    ...(added.length === 0 ? [] : [`, besides ${added.join(', ')}`]),
    ...(offer.number === agreed.number ? [': this offer was agreed'] : []),
    '.',
  ].join('');
};

const evidenceOf = ({ offer, ofHome, agreedWith }: Negotiated): string =>
  [
    ...ofHome.flatMap((one) => [
      offerInWords(one, offer),
      ...one.figures.map(
        ({ by, weekly, where }) =>
          `${by === 'us' ? 'We' : 'The provider'} proposed ${formatWeekly(weekly)}: ${where}.`,
      ),
    ]),
    ...(agreedWith === undefined ? [] : [`Agreed: ${agreedWith}.`]),
  ].join('\n');

interface PricedNights {
  readonly before: PencePerWeek;
  readonly from: Day;
  readonly until: Day | null;
}

interface LessPaid {
  readonly after: PencePerWeek;
  readonly from: Day;
  readonly until: Day | null;
}

/** The first nights on which less is paid than was offered, as long as the same is paid; undefined where there are none. */
const firstLess = (
  { before, from, until }: PricedNights,
  lines: readonly PriceLine[],
): LessPaid | undefined => {
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

interface Offered extends PricedNights {
  readonly of: string;
  readonly category: AvoidedCost['category'];
}

/** The price at which it was offered, with every addition for the nights for which it was. */
const pricedAsOffered = ({ offer, terms }: Negotiated): readonly Offered[] => [
  { of: CORE_FEE, before: offer.core, category: 'rate', from: terms.starts, until: terms.expectedEnd },
  ...offer.additions.map(
    ({ what, weekly, starts, ends }): Offered => ({
      of: what,
      before: weekly,
      category: 'extras',
      from: maxDay(terms.starts, starts),
      until: ends === undefined ? terms.expectedEnd : addDays(ends, 1),
    }),
  ),
];

/** No more than any offer of the home asked, and for no night for which one of them did not ask it. */
const asAskedLeast = (offered: Offered, ofHome: readonly OfferedHome[]): Offered =>
  ofHome
    .map((offer) => askedFor(offer, offered.of))
    .reduce(
      (least, { weekly, from, until }) => ({
        ...least,
        before: weekly < least.before ? weekly : least.before,
        from: from === undefined ? least.from : maxDay(least.from, from),
        until: until === null ? least.until : least.until === null ? until : minDay(least.until, until),
      }),
      offered,
    );

const toldOf = (
  { of, category, before }: Offered,
  { after, from, until }: LessPaid,
  negotiated: Negotiated,
): ReductionTold => {
  const most = addDays(from, MOST_NIGHTS_CLAIMED);
  const last = until === null || until <= from ? undefined : addDays(minDay(until, most), -1);
  const { agreedOn } = negotiated;
  return {
    of,
    before,
    after,
    given: {
      of,
      forum: 'placements-forum',
      category,
      ...(agreedOn === undefined ? {} : { 'agreed-on': agreedOn }),
      before: poundsTyped(before),
      after: poundsTyped(after),
      first: from,
      ...(last === undefined ? {} : { last }),
      evidence: evidenceOf(negotiated),
    },
  };
};

/**
 * What came down between what was offered and the agreement made of it, line by line of the price: the core fee, additions that are
 * cheaper or shorter, and those that are not in it at all. The first price is the lowest that the provider asked for the home in the
 * search, in an offer that was withdrawn as well: what was raised and came down again was never avoided. Proposed are the nights for
 * which it was offered and less is paid, up to the day the placement is expected to end; why that many nobody but the officer can say.
 */
export const reductionsTold = (negotiated: Negotiated): ReductionsTold => {
  const { terms, ofHome } = negotiated;
  const told: ReductionTold[] = [];
  const neverFell: { readonly of: string; readonly sentence: string }[] = [];
  for (const offered of pricedAsOffered(negotiated)) {
    const { of } = offered;
    const lines = terms.lines.filter(({ name }) => sameLineOfPrice(name, of));
    const least = asAskedLeast(offered, ofHome);
    const less = firstLess(least, lines);
    if (less !== undefined) {
      told.push(toldOf(least, less, negotiated));
      continue;
    }
    const dearest = ofHome
      .map((offer) => askedFor(offer, of).weekly)
      .reduce((most, weekly) => (weekly > most ? weekly : most), offered.before);
    const seemed = firstLess({ ...offered, before: dearest }, lines);
    const lowest = lowestAsked(ofHome, of);
    if (seemed !== undefined && lowest !== undefined)
      neverFell.push({
        of,
        sentence: `${of}: ${formatWeekly(seemed.after)} was agreed, and ${lowestInWords(lowest, of)}. Nothing came down from that, so no cost was avoided.`,
      });
  }
  return { told, neverFell };
};

/** Where a line that was agreed with the placement claims from a price above the lowest at which its home was offered. */
export const findRaisedPrice = (
  { of, before }: Pick<AvoidedCost, 'of' | 'before'>,
  ofHome: readonly OfferedHome[],
): Fault | undefined => {
  const isOffered = ofHome.some((offer) => askedFor(offer, of).weekly > 0);
  const lowest = isOffered ? lowestAsked(ofHome, of) : undefined;
  if (lowest === undefined || before <= lowest.weekly) return undefined;
  const words = lowestInWords(lowest, of);
  return {
    question: 'before',
    sentence:
      lowest.weekly === 0
        ? `${of} was not brought down: ${words}`
        : `A raised price is not the first: ${words}. Enter that, or less`,
  };
};
