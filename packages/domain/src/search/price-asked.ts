import { dayInWords } from '../calendar/words.ts';
import { FREE_IS_0 } from '../form/free-is-0.ts';
import { formatWeekly } from '../money/weekly.ts';
import type { Addition, Offer } from './offer.ts';

type Priced = Pick<Offer, 'core' | 'figures'>;

/** Where the core fee that was agreed is asked: what was offered, and the last figure that was written down. */
export const coreAsked = ({ core, figures }: Priced): string => {
  const last = figures.at(-1);
  const since =
    last === undefined
      ? 'No other figure is written down.'
      : `The last figure written down is ${formatWeekly(last.weekly)}, ${last.by === 'us' ? 'from us' : 'from the provider'}.`;
  return `Offered for ${formatWeekly(core)}. ${since} ${FREE_IS_0}`;
};

/** "1 December 2026 to 30 December 2026". */
export const nightsOfAddition = ({ starts, ends }: Addition): string =>
  ends === undefined ? `from ${dayInWords(starts)}` : `${dayInWords(starts)} to ${dayInWords(ends)}`;

/** How each addition of an offer is called when it is asked whether it was agreed: its place among them, its price and its nights. */
export const additionKeys = ({ additions }: Pick<Offer, 'additions'>): readonly string[] =>
  additions.map(
    (addition, at) =>
      `Addition ${at + 1}: ${addition.what}, ${formatWeekly(addition.weekly)}, ${nightsOfAddition(addition)}`,
  );
