import { type Day, londonDayOf, TERMS_AGAIN } from '@rightplace/domain';
import type { AgreedPlacement } from './agreed-placements.ts';

/** Changes by which the price of an agreement stays what it was. */
const KEEPS_PRICE: ReadonlySet<string> = new Set(['absence', 'absence-right', 'pay-by-this', 'expected-end']);

/**
 * On which day the terms of the home were agreed again in the search, where the agreement was written before that and its price has not
 * been changed since; undefined where that is not so.
 */
export const agreedAgainOn = ({
  agreement: { versions },
  case: { events },
  standing,
}: Pick<AgreedPlacement, 'agreement' | 'case' | 'standing'>): Day | undefined => {
  const again = events.findLast(({ step }) => step === TERMS_AGAIN);
  const agreed = events.findLast(({ step }) => step === 'agree-terms');
  if (again === undefined || agreed === undefined || agreed.number < again.number) return undefined;
  const written = versions.findLast(({ what }) => !KEEPS_PRICE.has(what)) ?? versions[0];
  return standing !== 'came-to-nothing' && written.at < agreed.at ? londonDayOf(agreed.at) : undefined;
};
