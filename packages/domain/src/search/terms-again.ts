import type { Moment } from '../calendar/moment.ts';
import { formatWeekly } from '../money/weekly.ts';
import { sameLineOfPrice } from '../payment/line-of-price.ts';
import { OFFER_CHOSEN } from '../placement-request/choice-steps.ts';
import { AGREED_WITH, TERMS_AGAIN } from '../placement-request/terms-steps.ts';
import type { CaseEvent, CaseNow } from '../workflow/case.ts';
import type { Step } from '../workflow/workflow.ts';
import { type AgreedPrice, agreedPrice } from './agreed-price.ts';
import type { Addition, Offer } from './offer.ts';
import { nightsOfAddition } from './price-asked.ts';
import { wordIn } from './said-in-entry.ts';
import { sinceChosen } from './since-chosen.ts';

/**
 * What was agreed, or said to the director, of the home that is chosen, for whoever says it again because the terms were taken up again;
 * undefined where they were not, and of another home.
 */
export const saidOfSameHome = (
  { id }: Pick<Step, 'id'>,
  { events }: Pick<CaseNow, 'events'>,
): CaseEvent | undefined => {
  const since = sinceChosen(events);
  const again = since.findLast(({ step }) => step === TERMS_AGAIN);
  if (again === undefined || (id !== 'agree-terms' && id !== 'propose')) return undefined;
  return since.findLast(({ step, number }) => step === id && number < again.number);
};

/** What is asked again beside what was said: with whom it was agreed is of one agreement alone. */
export const askedFromBefore = ({ asks }: Pick<Step, 'asks'>): Pick<Step, 'asks'> => ({
  asks: asks.filter(({ name }) => name !== AGREED_WITH),
});

const sameTerms = (a: Addition, b: Addition): boolean =>
  sameLineOfPrice(a.what, b.what) && a.weekly === b.weekly && a.starts === b.starts && a.ends === b.ends;
const termsOf = (addition: Addition): string =>
  `${formatWeekly(addition.weekly)}, ${nightsOfAddition(addition)}`;

/** Every line of each addition that is another than it was, by its name; one that ends, and one that is new. */
const additionsChanged = (before: readonly Addition[], now: readonly Addition[]): readonly string[] => {
  const gone = before.filter((one) => !now.some((other) => sameTerms(one, other)));
  const come = now.filter((one) => !before.some((other) => sameTerms(one, other)));
  const linesOf = (additions: readonly Addition[], what: string): string =>
    additions
      .filter((one) => sameLineOfPrice(one.what, what))
      .map(termsOf)
      .join(' and ');
  const isFirst = ({ what }: Addition, at: number, all: readonly Addition[]): boolean =>
    all.findIndex((one) => sameLineOfPrice(one.what, what)) === at;
  return [...gone, ...come].filter(isFirst).map(({ what }) => {
    const [was, is] = [linesOf(gone, what), linesOf(come, what)];
    if (was === '') return `${what}: ${is}, which is new`;
    return `${what}: ${was} before, and ${is === '' ? 'not agreed any more' : `${is} now`}`;
  });
};

const changesOf = (before: AgreedPrice, now: AgreedPrice): readonly string[] => [
  ...(before.core === now.core
    ? []
    : [`Core fee: ${formatWeekly(before.core)} before, and ${formatWeekly(now.core)} now`]),
  ...additionsChanged(before.additions, now.additions),
];

/** What of the price is another than when the home was put to the director before. */
export interface TermsChanged {
  /** When it was put to them with the other terms. */
  readonly at: Moment;
  /** One sentence for each; none where everything was agreed as it had been. */
  readonly changes: readonly string[];
}

const offerChosenIn = (events: readonly CaseEvent[]): string =>
  wordIn(events.findLast(({ step }) => step === 'choose')?.said[OFFER_CHOSEN]);

/**
 * Undefined where nothing was agreed again since this home was last before the director, and where it never was: also where it was given
 * up in between and chosen again.
 */
export const termsChanged = (
  events: readonly CaseEvent[],
  offer: Pick<Offer, 'key' | 'core' | 'additions'>,
): TermsChanged | undefined => {
  const agreed = sinceChosen(events).findLast(({ step }) => step === 'agree-terms');
  const put = events.findLast(
    ({ number, from, to }) =>
      to === 'with-director' &&
      from !== to &&
      number < (agreed?.number ?? 0) &&
      offerChosenIn(events.slice(0, number)) === offer.key,
  );
  if (put === undefined) return undefined;
  const before = agreedPrice(events.slice(0, put.number), offer);
  const now = agreedPrice(events, offer);
  return before && now && { at: put.at, changes: changesOf(before, now) };
};
