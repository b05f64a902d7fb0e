import type { DayNumber } from '@rightplace/domain';
import { on } from './collection.ts';
import type { PossibleDays } from './partial-date.ts';

/** Authorities made since the published list of LA_PERM, by the day from which there is such a one. */
const MADE: ReadonlyMap<string, DayNumber> = new Map([
  ['838', on('2019-04-01')],
  ['839', on('2019-04-01')],
  ['940', on('2021-04-01')],
  ['941', on('2021-04-01')],
  ['942', on('2023-04-01')],
  ['943', on('2023-04-01')],
]);

/** Those that they took the place of, by the last day on which there was such a one. */
const ABOLISHED: ReadonlyMap<string, DayNumber> = new Map([
  ['835', on('2019-03-31')],
  ['836', on('2019-03-31')],
  ['837', on('2019-03-31')],
  ['928', on('2021-03-31')],
  ['909', on('2023-03-31')],
]);

/** Whether there is such an authority among those made since the published list. */
export const isNewAuthority = (code: string): boolean => MADE.has(code);

/** Whether an authority of the list, or a new one, was there on some of the days. */
export const wasThere = (code: string, { first, last }: PossibleDays): boolean =>
  last >= (MADE.get(code) ?? -Infinity) && first <= (ABOLISHED.get(code) ?? Infinity);
