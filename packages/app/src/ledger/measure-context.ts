import type { BankHolidays, Ledger, MeasureContext } from '@rightplace/domain';
import { findPostcodes, populationOf, type Tx } from '@rightplace/store';
import { authorityFinder, homeDistrictsOf, ownDistrictsOf } from '../reference/authority-places.ts';
import { locator } from '../reference/locator.ts';
import { findPublishedAuthority, populationAsOf, publishedPopulations } from '../reference/population.ts';
import { findSector } from '../reference/sectors.ts';
import { postcodesOf } from './postcodes-of.ts';

/**
 * What measures need beside the record: a population that was loaded, or else the published one; and where postcodes are, from
 * the directory where it was loaded, or else from the centre of the sector; and the authority's own calendar of working days.
 */
export const measureContext = async (
  tx: Tx,
  ledger: Ledger,
  bankHolidays: BankHolidays,
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
    ...placesContext(ledger),
  };
};

/** In which district a home is, and in which authority a placement: by the middle of the postcode's sector. */
export const placesContext = (ledger: Ledger): Pick<MeasureContext, 'authorityAt' | 'districtAt'> => {
  const homes = ledger.children.flatMap(({ placements }) => placements.at(-1)?.homePostcode ?? []);
  const own = new Set(ownDistrictsOf(findPublishedAuthority(ledger.authority)?.name, homeDistrictsOf(homes)));
  return {
    authorityAt: remembering(authorityFinder([...own])),
    districtAt: remembering((postcode) => findSector(postcode)?.district || undefined),
  };
};

/** A series asks for the same few thousand postcodes some hundred thousand times. */
const remembering = <Found>(find: (postcode: string) => Found): ((postcode: string) => Found) => {
  const found = new Map<string, Found>();
  return (postcode) => {
    const known = found.get(postcode);
    if (known !== undefined || found.has(postcode)) return known as Found;
    const fresh = find(postcode);
    found.set(postcode, fresh);
    return fresh;
  };
};
