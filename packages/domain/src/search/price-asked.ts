import { dayInWords } from '../calendar/words.ts';
import { FREE_IS_0 } from '../form/free-is-0.ts';
import { formatWeekly } from '../money/weekly.ts';
import type { Addition, Offer } from './offer.ts';

type Priced = Pick<Offer, 'core' | 'additions' | 'figures'>;

/** Where the core fee that was agreed is asked: what was offered, and the last figure that was written down. */
export const coreAsked = ({ core, figures }: Priced): string => {
  const last = figures.at(-1);
  const since =
    last === undefined
      ? 'No other figure is written down.'
      : `The last figure written down is ${formatWeekly(last.weekly)}, ${last.by === 'us' ? 'from us' : 'from the provider'}.`;
  return `Offered for ${formatWeekly(core)}. ${since} ${FREE_IS_0}`;
};

const nights = ({ starts, ends }: Addition): string =>
  ends === undefined ? `from ${dayInWords(starts)}` : `${dayInWords(starts)} to ${dayInWords(ends)}`;

/** Where extras that were agreed are asked: what the home was offered with; undefined where that is nothing. */
export const extrasAsked = ({ additions }: Priced): string | undefined =>
  additions.length === 0
    ? undefined
    : `Offered with ${additions
        .map((addition) => `${addition.what}, ${formatWeekly(addition.weekly)}, ${nights(addition)}`)
        .join('; ')}.`;
