import type { Day } from '../calendar/day.ts';
import { containsDay } from '../calendar/period.ts';
import type { ChildId } from '../child/record.ts';
import { type PlacementPrice, PURCHASE_ROUTES } from '../measure/records/money.ts';
import type { PlacementKind } from '../measure/records/search.ts';
import { type PencePerWeek, pencePerWeek } from '../money/weekly.ts';

export type PurchaseRoute = keyof typeof PURCHASE_ROUTES;

/** What placements of one type, bought in one way, cost a week on a day. */
export interface AverageFee {
  readonly route: PurchaseRoute;
  readonly placements: number;
  /** The mean core fee, and the mean with additions; undefined where there is none. */
  readonly core: PencePerWeek | undefined;
  readonly total: PencePerWeek | undefined;
}

/** Under so many placements an average says little, and is said to. */
export const FEW_PRICES = 5;

const ROUTES: readonly PurchaseRoute[] = ['framework', 'spot'];

const meanOf = (amounts: readonly number[]): PencePerWeek | undefined =>
  amounts.length === 0
    ? undefined
    : pencePerWeek(Math.round(amounts.reduce((sum, one) => sum + one, 0) / amounts.length));

/** The average of the authority's own agreements in force, framework beside spot; the child's own are not in it. */
export const averageFees = (
  prices: readonly PlacementPrice[],
  { kind, on, but }: { readonly kind: PlacementKind; readonly on: Day; readonly but: ChildId },
): readonly AverageFee[] =>
  ROUTES.map((route) => {
    const own = prices.filter(
      (price) =>
        price.kind === kind && price.route === route && price.child !== but && containsDay(price, on),
    );
    return {
      route,
      placements: own.length,
      core: meanOf(own.map(({ core }) => core)),
      total: meanOf(own.map(({ core, additional }) => core + additional)),
    };
  });
