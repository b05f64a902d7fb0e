import { addDays, type Day } from '../calendar/day.ts';
import { addPence, type Pence, pence, sumPence } from '../money/pence.ts';
import { costOverPeriod, type PencePerWeek, pencePerWeek } from '../money/weekly.ts';
import type { Addition, Offer } from './search.ts';

const isPaidOn = ({ starts, ends }: Addition, on: Day): boolean =>
  starts <= on && (ends === undefined || on <= ends);

/** What an offer costs a week on a day: the core fee, and the additions that are paid then. */
export const weeklyOn = ({ core, additions }: Pick<Offer, 'core' | 'additions'>, on: Day): PencePerWeek =>
  pencePerWeek(
    sumPence([
      pence(core),
      ...additions.filter((one) => isPaidOn(one, on)).map(({ weekly }) => pence(weekly)),
    ]),
  );

const overlap = (addition: Addition, starts: Day, ends: Day) => {
  const from = addition.starts > starts ? addition.starts : starts;
  const until =
    addition.ends === undefined || addDays(addition.ends, 1) > ends ? ends : addDays(addition.ends, 1);
  return from < until ? { starts: from, ends: until } : undefined;
};

/** What it comes to. */
export interface OfferCost {
  readonly core: Pence;
  readonly additions: Pence;
  readonly all: Pence;
}

/** What an offer comes to over so many nights from a day, each addition for the days on which it is paid. */
export const costOver = (
  { core, additions }: Pick<Offer, 'core' | 'additions'>,
  { from, nights }: { readonly from: Day; readonly nights: number },
): OfferCost => {
  const ends = addDays(from, nights);
  const ofCore = costOverPeriod(core, { starts: from, ends });
  const ofAdditions = sumPence(
    additions.map((addition) => {
      const paid = overlap(addition, from, ends);
      return paid === undefined ? pence(0) : costOverPeriod(addition.weekly, paid);
    }),
  );
  return { core: ofCore, additions: ofAdditions, all: addPence(ofCore, ofAdditions) };
};
