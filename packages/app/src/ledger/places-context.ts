import type { Ledger, MeasureContext } from '@rightplace/domain';
import { authorityFinder, homeDistrictsOf, ownDistrictsOf } from '../reference/authority-places.ts';
import { findPublishedAuthority } from '../reference/population.ts';
import { findSector } from '../reference/sectors.ts';

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
