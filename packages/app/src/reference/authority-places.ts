import type { AuthorityAt } from '@rightplace/domain';
import { type DistrictBoundaries, districtBoundaries, districtsOfAuthority } from './districts.ts';
import { findSector } from './sectors.ts';

/** The largest share of homes that may lie in a district which is yet not the authority's: a family that moved away. */
const LEAST_SHARE_FROM = 0.03;

/**
 * The districts of an authority: those of the published authority of that name or, for one that is in no published list,
 * those that its children are from.
 */
export const ownDistrictsOf = (
  authorityName: string | undefined,
  homeDistricts: ReadonlyMap<string, number>,
): readonly string[] => {
  const published = districtsOfAuthority(authorityName ?? '');
  if (published.length > 0) return published;
  const all = [...homeDistricts.values()].reduce((sum, count) => sum + count, 0);
  return [...homeDistricts].flatMap(([name, count]) =>
    count > 0 && count >= all * LEAST_SHARE_FROM ? [name] : [],
  );
};

/** How many of some home postcodes are in each English district. */
export const homeDistrictsOf = (postcodes: Iterable<string>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const postcode of postcodes) {
    const district = findSector(postcode)?.district ?? '';
    if (district !== '') counts.set(district, (counts.get(district) ?? 0) + 1);
  }
  return counts;
};

/**
 * Tells which authority a postcode is in, by the middle of its sector, and how that authority lies to the one whose
 * districts are given. Two authorities adjoin when their published boundaries share a point; the sea between an island
 * and its neighbours makes them distant, as the guidance on placements at a distance has it (neither in the area nor in
 * that of an adjoining authority: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 11).
 */
export const authorityFinder = (
  ownDistricts: readonly string[],
): ((postcode: string) => AuthorityAt | undefined) => {
  const own = new Set(ownDistricts);
  let around: ReadonlySet<string> | undefined;
  return (postcode) => {
    const sector = findSector(postcode);
    if (sector === undefined) return undefined;
    if (sector.district === '') return { name: '', relation: 'outside-england' };
    if (own.has(sector.district)) return { name: sector.authority, relation: 'own' };
    around ??= authoritiesAround(own);
    return { name: sector.authority, relation: around.has(sector.authority) ? 'adjoining' : 'distant' };
  };
};

/** Authorities with a boundary point that is also one of these districts'. */
const authoritiesAround = (districts: ReadonlySet<string>): ReadonlySet<string> => {
  const { features } = districtBoundaries();
  const edge = new Set<string>();
  const around = new Set<string>();
  for (const feature of features)
    if (districts.has(feature.properties.district)) for (const point of pointsOf(feature)) edge.add(point);
  for (const feature of features) {
    const { authority, district } = feature.properties;
    if (!districts.has(district) && pointsOf(feature).some((point) => edge.has(point))) around.add(authority);
  }
  return around;
};

const pointsOf = ({ geometry }: DistrictBoundaries['features'][number]): readonly string[] => {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flat(2).map((point) => point.join(' '));
};
