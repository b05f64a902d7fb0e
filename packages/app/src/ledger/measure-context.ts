import type { BankHolidays, Ledger, MeasureContext } from '@rightplace/domain';
import { findPostcodes, populationOf, type Tx } from '@rightplace/store';
import { conventionsBy, type HeldConvention } from '../convention/kept-conventions.ts';
import { locator } from '../reference/locator.ts';
import { populationAsOf, publishedPopulations } from '../reference/population.ts';
import { placesContext } from './places-context.ts';
import { postcodesOf } from './postcodes-of.ts';
import { registrationContext } from './registration-by-lists.ts';

/**
 * What measures need beside the record: a population that was loaded, or else the published one; and where postcodes are, from
 * the directory where it was loaded, or else from the centre of the sector; and the authority's own calendar of working days and conventions.
 */
export const measureContext = async (
  tx: Tx,
  {
    ledger,
    bankHolidays,
    conventions,
  }: {
    readonly ledger: Ledger;
    readonly bankHolidays: BankHolidays;
    readonly conventions: readonly HeldConvention[];
  },
): Promise<MeasureContext> => {
  const loaded = await populationOf(tx, ledger.authority);
  const populations =
    loaded.length > 0
      ? loaded.map(({ midYear, children }) => ({ authority: ledger.authority, midYear, people: children }))
      : publishedPopulations();
  const points = await findPostcodes(tx, [...postcodesOf(ledger)]);
  const directory = new Map(
    points.map(({ code, latitude, longitude }) => [code, { lat: latitude, lon: longitude }]),
  );
  return {
    population: (asOf) => populationAsOf(populations, ledger.authority, asOf),
    locate: locator(directory),
    bankHolidays,
    conventions: conventionsBy(conventions),
    ...placesContext(ledger),
    ...(await registrationContext(tx, ledger)),
  };
};
