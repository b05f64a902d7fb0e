import { readFileSync } from 'node:fs';
import { bundledFile } from './published-csv.ts';

/** The boundaries of English districts, as the published file has them (GeoJSON, degrees). */
export interface DistrictBoundaries {
  readonly features: readonly {
    readonly properties: { readonly district: string; readonly authority: string };
    readonly geometry:
      | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly number[])[])[] }
      | {
          readonly type: 'MultiPolygon';
          readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[];
        };
  }[];
}

let bundled: DistrictBoundaries | undefined;

export const districtBoundaries = (): DistrictBoundaries => {
  bundled ??= JSON.parse(
    readFileSync(bundledFile('england_districts_2024.geojson'), 'utf8'),
  ) as DistrictBoundaries;
  return bundled;
};

/** Districts of the upper-tier authority of that name; none for a name that is not in the file. */
export const districtsOfAuthority = (authority: string): readonly string[] =>
  districtBoundaries().features.flatMap(({ properties }) =>
    properties.authority === authority ? [properties.district] : [],
  );
