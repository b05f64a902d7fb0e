import type { Ledger, MeasureContext } from '@rightplace/domain';
import { loadPopulations, locatePostcodes, type Tx } from '@rightplace/store';
import { populationAsOf, publishedPopulations } from '../reference/population.ts';
import { compactPostcode, type Located, locateBySector } from '../reference/sectors.ts';

const postcodesOf = (ledger: Ledger): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const { placements } of ledger.children) {
    for (const { postcode, homePostcode } of placements) {
      if (postcode !== null) found.add(compactPostcode(postcode));
      if (homePostcode !== null) found.add(compactPostcode(homePostcode));
    }
  }
  return found;
};

/**
 * What measures need beside the record: a population that was loaded, or else the published one; and where postcodes are, from
 * the directory where it was loaded, or else from the centre of the sector.
 */
export const measureContext = async (tx: Tx, ledger: Ledger): Promise<MeasureContext> => {
  const loaded = await loadPopulations(tx, ledger.authority);
  const populations = loaded.length > 0 ? loaded : publishedPopulations();
  const directory = await locatePostcodes(tx, [...postcodesOf(ledger)]);
  const found = new Map<string, Located | undefined>();
  return {
    population: (asOf) => populationAsOf(populations, ledger.authority, asOf),
    locate: (postcode) => {
      const compact = compactPostcode(postcode);
      if (!found.has(compact)) {
        const exact = directory.get(compact);
        found.set(compact, exact === undefined ? locateBySector(compact) : { ...exact, source: 'directory' });
      }
      return found.get(compact);
    },
  };
};
