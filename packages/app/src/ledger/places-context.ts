import type { Ledger, MeasureContext } from '@rightplace/domain';
import { authorityFinder, homeDistrictsOf, ownDistrictsOf } from '../reference/authority-places.ts';
import { findPublishedAuthority } from '../reference/population.ts';
import { findSector } from '../reference/sectors.ts';

type Places = Pick<MeasureContext, 'authorityAt' | 'districtAt'>;

/** In which district a home is, and in which authority a placement: by the middle of the postcode's sector. */
export const placesContext = (ledger: Ledger): Places => placesAround(districtsOf(ledger));

/** The authority's own districts: of one that is in no published list, those that its children are from. */
export const districtsOf = ({ authority, children }: Ledger): readonly string[] => {
  const homes = children.flatMap(({ placements }) => placements.at(-1)?.homePostcode ?? []);
  return ownDistrictsOf(findPublishedAuthority(authority)?.name, homeDistrictsOf(homes)).toSorted();
};

export const placesAround = (districts: readonly string[]): Places => ({
  authorityAt: remembering(authorityFinder(districts)),
  districtAt: remembering((postcode) => findSector(postcode)?.district || undefined),
});

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
