import type { Moment } from '../calendar/moment.ts';
import { formatWeekly } from '../money/weekly.ts';
import { sameLineOfPrice } from '../payment/line-of-price.ts';
import { AGREED_WITH, TERMS_AGAIN } from '../placement-request/terms-steps.ts';
import type { CaseEvent, CaseNow } from '../workflow/case.ts';
import type { Step } from '../workflow/workflow.ts';
import { type AgreedPrice, agreedPrice } from './agreed-price.ts';
import type { Addition, Offer } from './offer.ts';
import { nightsOfAddition } from './price-asked.ts';

const sinceChosen = (events: readonly CaseEvent[]): readonly CaseEvent[] =>
  events.slice(events.findLastIndex(({ step }) => step === 'choose') + 1);

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

/** Each addition that is another than it was, by its name; one that ends, and one that is new. */
const additionsChanged = (before: readonly Addition[], now: readonly Addition[]): readonly string[] => {
  const gone = before.filter((one) => !now.some((other) => sameTerms(one, other)));
  const come = now.filter((one) => !before.some((other) => sameTerms(one, other)));
  const named = (what: string) => come.find((other) => sameLineOfPrice(other.what, what));
  return [
    ...gone.map((one) => {
      const then = named(one.what);
      return `${one.what}: ${termsOf(one)} before, ${then === undefined ? 'and not agreed any more' : `and ${termsOf(then)} now`}`;
    }),
    ...come
      .filter(({ what }) => !gone.some((one) => sameLineOfPrice(one.what, what)))
      .map((one) => `${one.what}: ${termsOf(one)}, which is new`),
  ];
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

/** Undefined where nothing was agreed again since the home was last before the director, and where it never was. */
export const termsChanged = (
  events: readonly CaseEvent[],
  offer: Pick<Offer, 'key' | 'core' | 'additions'>,
): TermsChanged | undefined => {
  const since = sinceChosen(events);
  const agreed = since.findLast(({ step }) => step === 'agree-terms');
  const put = since.findLast(
    ({ number, from, to }) => to === 'with-director' && from !== to && number < (agreed?.number ?? 0),
  );
  if (put === undefined) return undefined;
  const before = agreedPrice(events.slice(0, put.number), offer);
  const now = agreedPrice(events, offer);
  return before && now && { at: put.at, changes: changesOf(before, now) };
};
