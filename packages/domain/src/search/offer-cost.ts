import { addDays, type Day } from '../calendar/day.ts';
import { type Pence, sumPence } from '../money/pence.ts';
import { costOverPeriod, type PencePerWeek } from '../money/weekly.ts';
import { CORE_FEE } from '../payment/line-of-price.ts';
import { type Payable, type PriceLine, payableStretches, weeklyOn } from '../payment/payable.ts';
import type { Offer } from './offer.ts';

type Priced = Pick<Offer, 'core' | 'additions'>;

/** The price of an offer as an agreement of it would have it, from a night on. */
export const linesOf = ({ core, additions }: Priced, from: Day): readonly PriceLine[] => [
  { name: CORE_FEE, kind: 'core', weekly: core, starts: from, ends: null },
  ...additions.map(
    ({ what, weekly, starts, ends }): PriceLine => ({
      name: what,
      kind: 'addition',
      weekly,
      starts,
      ends: ends === undefined ? null : addDays(ends, 1),
    }),
  ),
];

/** As if the child lived there so long: what an offer costs is worked out as what is paid. */
const livedThere = (offer: Priced, from: Day, ends: Day | null): Payable => ({
  lines: linesOf(offer, from),
  stay: { starts: from, ends },
  absences: [],
});

/** What an offer costs a week on a day: the core fee, and the additions that are paid then. */
export const offerWeeklyOn = (offer: Priced, on: Day): PencePerWeek =>
  weeklyOn(livedThere(offer, on, null), on);

/** What it comes to. */
export interface OfferCost {
  readonly core: Pence;
  readonly additions: Pence;
  readonly all: Pence;
}

/** What an offer comes to over so many nights from a day, each addition for the nights on which it is paid. */
export const costOver = (
  offer: Priced,
  { from, nights }: { readonly from: Day; readonly nights: number },
): OfferCost => {
  const ends = addDays(from, nights);
  const stretches = payableStretches(livedThere(offer, from, ends), { starts: from, ends });
  const of = (kinds: readonly PriceLine['kind'][]): Pence =>
    sumPence(
      stretches
        .filter(({ line }) => kinds.includes(line.kind))
        .map((stretch) => costOverPeriod(stretch.weekly, stretch)),
    );
  return { core: of(['core']), additions: of(['addition']), all: of(['core', 'addition']) };
};
