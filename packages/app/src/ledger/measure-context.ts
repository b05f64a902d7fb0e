import type { BankHolidays, Ledger, MeasureContext } from '@rightplace/domain';
import { findPostcodes, populationOf, type Tx } from '@rightplace/store';
import { conventionsBy, type HeldConvention } from '../convention/kept-conventions.ts';
import { locator } from '../reference/locator.ts';
import { populationAsOf, publishedPopulations } from '../reference/population.ts';
import type { HeldLedger } from './ledgers.ts';
import { areAllIn, type Names, namesIn } from './names-in-records.ts';
import { districtsOf, placesAround } from './places-context.ts';
import { registrationContext } from './registration-by-lists.ts';

/** What measures need beside the record, and what of the record it was made for. */
export interface ContextForLedger {
  readonly context: MeasureContext;
  /** Looked for in published data: anything else that a record names has to be looked for yet. */
  readonly names: Names;
  readonly districts: readonly string[];
}

export interface ContextAsked {
  readonly ledger: Ledger;
  readonly bankHolidays: BankHolidays;
  readonly conventions: readonly HeldConvention[];
  /** Made for another ledger by the same published data, calendar and conventions: what of it serves this one is kept. */
  readonly before: (ContextForLedger & { readonly held: Pick<HeldLedger, 'childById'> }) | undefined;
}

/**
 * What measures need beside the record: a population that was loaded, or else the published one; and where postcodes are, from
 * the directory where it was loaded, or else from the centre of the sector; and the authority's own calendar of working days and conventions.
 */
export const measureContext = async (tx: Tx, asked: ContextAsked): Promise<ContextForLedger> => {
  const { ledger, before } = asked;
  const fresh = ledger.children.filter((child) => before?.held.childById.get(child.id) !== child);
  const newNames = namesIn(fresh);
  const isAllKnown =
    before !== undefined &&
    areAllIn(newNames.postcodes, before.names.postcodes) &&
    areAllIn(newNames.urns, before.names.urns);
  // A postcode or a home that no record names any more stays known: that is no knowledge of children.
  const names = isAllKnown ? before.names : namesIn(ledger.children);
  const published = isAllKnown ? before.context : await findPublished(tx, asked, names);
  const districts = districtsOf(ledger);
  const isSamePlace = before?.districts.join() === districts.join();
  const context = isSamePlace ? published : { ...published, ...placesAround(districts) };
  return { context, names, districts };
};

const findPublished = async (
  tx: Tx,
  { ledger, bankHolidays, conventions, before }: ContextAsked,
  { postcodes, urns }: Names,
): Promise<MeasureContext> => {
  const points = await findPostcodes(tx, [...postcodes]);
  const directory = new Map(
    points.map(({ code, latitude, longitude }) => [code, { lat: latitude, lon: longitude }]),
  );
  return {
    ...(before?.context ?? {
      population: await populationContext(tx, ledger.authority),
      bankHolidays,
      conventions: conventionsBy(conventions),
    }),
    locate: locator(directory),
    ...(await registrationContext(tx, urns)),
  };
};

const populationContext = async (
  tx: Tx,
  authority: string,
): Promise<NonNullable<MeasureContext['population']>> => {
  const loaded = await populationOf(tx, authority);
  const populations =
    loaded.length > 0
      ? loaded.map(({ midYear, children }) => ({ authority, midYear, people: children }))
      : publishedPopulations();
  return (asOf) => populationAsOf(populations, authority, asOf);
};
