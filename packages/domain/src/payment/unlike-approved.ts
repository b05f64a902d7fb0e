import { addDays, type Day } from '../calendar/day.ts';
import { londonDayOf } from '../calendar/london-time.ts';
import type { Moment } from '../calendar/moment.ts';
import { dayInWords } from '../calendar/words.ts';
import { formatWeekly } from '../money/weekly.ts';
import { type AgreedPrice, agreedPrice } from '../search/agreed-price.ts';
import { approvesHome } from '../search/approval.ts';
import { type DeniedHome, deniedHomeOf } from '../search/approved-after.ts';
import { isByNobody, isDenied, offerChosenLast } from '../search/moved-before.ts';
import type { Offer } from '../search/offer.ts';
import { linesOf } from '../search/offer-cost.ts';
import type { CaseEvent } from '../workflow/case.ts';
import type { AgreementTerms } from './agreement.ts';
import { type AgreedChange, changedAlike } from './changed-alike.ts';
import { additionsOffered, agreedFrom, nightsInPrice } from './counted-from-move.ts';
import { sameLineOfPrice } from './line-of-price.ts';
import type { PriceLine } from './payable.ts';

type Offered = Pick<Offer, 'key' | 'core' | 'additions' | 'startsOn'>;

/** An agreement as it was written down once. */
interface Written extends AgreedChange {
  readonly at: Moment;
  readonly terms: AgreementTerms;
}

/** That the price of an agreement is not the one that was agreed last and approved. */
export interface UnlikeApproved {
  /** Undefined where nobody approved one: who was said to have done so has denied it. */
  readonly agreedOn: Day | undefined;
  /** Where nobody did, and the child has moved there already: what has become of the home. */
  readonly afterMove?: DeniedHome;
  /** Each line that is another, and how. */
  readonly differences: readonly string[];
}

/** By these an agreement is written down as a whole; every other way is a change that says why. */
const AS_A_WHOLE: ReadonlySet<string> = new Set(['made', 'corrected']);

const isSame = (a: readonly PriceLine[], b: readonly PriceLine[]): boolean => {
  const isIn = (lines: readonly PriceLine[], { weekly, starts, ends }: PriceLine): boolean =>
    lines.some((one) => one.weekly === weekly && one.starts === starts && one.ends === ends);
  return a.length === b.length && a.every((line) => isIn(b, line)) && b.every((line) => isIn(a, line));
};

const inOrder = (lines: readonly PriceLine[]): readonly PriceLine[] =>
  lines.toSorted((a, b) => (a.starts < b.starts ? -1 : 1));

/** A line of the price by its nights: what became what it was already is one. */
const named = (terms: AgreementTerms, name: string): readonly PriceLine[] =>
  inOrder(nightsInPrice(terms).filter((line) => sameLineOfPrice(line.name, name))).reduce<
    readonly PriceLine[]
  >((lines, line) => {
    const before = lines.at(-1);
    return before?.weekly === line.weekly && before.ends === line.starts
      ? [...lines.slice(0, -1), { ...before, ends: line.ends }]
      : [...lines, line];
  }, []);

/** Of a core fee alone its nights are those of the placement. */
const lineInWords = ({ kind, weekly, starts, ends }: PriceLine, isAlone: boolean): string => {
  if (kind === 'core' && isAlone) return formatWeekly(weekly);
  const from = ends === null ? `from ${dayInWords(starts)}` : dayInWords(starts);
  return `${formatWeekly(weekly)}, ${from}${ends === null ? '' : ` to ${dayInWords(addDays(ends, -1))}`}`;
};
const linesInWords = (lines: readonly PriceLine[]): string =>
  lines.map((line) => lineInWords(line, lines.length === 1)).join(' and ');

const differenceOf = (name: string, here: readonly PriceLine[], approved: readonly PriceLine[]): string => {
  const [is, was] = [linesInWords(here), linesInWords(approved)];
  if (was === '') return `${name}: ${is} here, and not among what was approved`;
  return `${name}: ${is === '' ? 'not' : is} here, and ${was} as it was approved`;
};

/** What was agreed last and approved of an offer, with when; undefined while nothing was. */
const approvedPrice = (events: readonly CaseEvent[], offer: Offered) => {
  const approval = events.findLast((event) => approvesHome(event) && !isDenied(events, event));
  const until = events.slice(0, approval?.number ?? 0);
  const agreed = until.findLast(({ step }) => step === 'agree-terms');
  const price = agreedPrice(until, offer);
  return agreed && price && { at: agreed.at, price };
};

/** That nobody approved the home of an offer which is chosen; undefined where somebody did, or nobody was said to have. */
const approvedByNobody = (
  events: readonly CaseEvent[],
  { key }: Offered,
  hasLeft: boolean,
): UnlikeApproved | undefined => {
  if (offerChosenLast(events) !== key || !isByNobody(events)) return undefined;
  const afterMove = deniedHomeOf({ state: events.at(-1)?.to ?? '', events }, hasLeft);
  return { agreedOn: undefined, differences: [], ...(afterMove === undefined ? {} : { afterMove }) };
};

/** The terms of an agreement with the price that was approved instead of its own. */
const asApproved = (
  { core, additions }: AgreedPrice,
  { startsOn }: Offered,
  terms: AgreementTerms,
): AgreementTerms => {
  const starts = startsOn ?? terms.starts;
  const lines = linesOf({ core, additions }, starts);
  const offered = additionsOffered({ startsOn, additions })?.lines;
  const fee = lines.filter(({ kind }) => kind === 'core');
  return { ...terms, starts, lines: offered === undefined ? lines : [...fee, ...offered] };
};

/**
 * Where the price of an agreement is not the one that was agreed last in its search and approved; undefined where it is. A change that
 * was agreed by itself since then, with why, is no difference in what it says: its nights, or its price from a night on, and not the other.
 */
export const unlikeApproved = (
  versions: readonly Written[],
  {
    events,
    offer,
    hasLeft = false,
  }: {
    readonly events: readonly CaseEvent[];
    readonly offer: Offered;
    /** Whether the record says that the child has left the home. */
    readonly hasLeft?: boolean;
  },
): UnlikeApproved | undefined => {
  const byNobody = approvedByNobody(events, offer, hasLeft);
  if (byNobody !== undefined) return byNobody;
  const [approved, version] = [approvedPrice(events, offer), versions.at(-1)];
  if (approved === undefined || version === undefined) return undefined;
  const last = version.terms;
  const price = asApproved(approved.price, offer, last);
  const isOwnChange = ({ what, at }: Written): boolean => !AS_A_WHOLE.has(what) && at >= approved.at;
  const ground = versions.findLastIndex((one) => !isOwnChange(one));
  const changed = versions.slice(ground + 1).reduce<AgreementTerms>((terms, one, place) => {
    const before = versions[ground + place]?.terms;
    const { starts } = one.terms;
    return before === undefined
      ? terms
      : changedAlike(agreedFrom(terms, starts), one, agreedFrom(before, starts));
  }, price);
  const [then, now] = [agreedFrom(price, last.starts), agreedFrom(changed, last.starts)];
  const isExplained = (name: string): boolean =>
    [then, now].some((terms) => isSame(named(last, name), named(terms, name)));
  const names = [...then.lines, ...nightsInPrice(last)].map(({ name }) => name);
  const differences = names
    .filter((name, place) => names.findIndex((one) => sameLineOfPrice(one, name)) === place)
    .filter((name) => !isExplained(name))
    .map((name) => differenceOf(name, named(last, name), named(then, name)));
  return differences.length === 0 ? undefined : { agreedOn: londonDayOf(approved.at), differences };
};
