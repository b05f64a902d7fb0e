import { bundledRecords } from './published-csv.ts';

export interface Located {
  readonly lat: number;
  readonly lon: number;
  /** `directory`: the postcode itself. `sector`: the centre of its sector, so any distance from it is provisional. */
  readonly source: 'directory' | 'sector';
}

export interface Sector {
  readonly lat: number;
  readonly lon: number;
  /** English district and upper-tier authority that the centre falls in; blank outside England. */
  readonly district: string;
  readonly authority: string;
}

/** Upper case without spaces: how postcodes are compared. */
export const compactPostcode = (postcode: string): string => postcode.toUpperCase().replaceAll(/\s+/g, '');

/** `PE210CV` -> `PE21 0`: all but the last two letters, with the one space that the published file has. */
const sectorOf = (postcode: string): string => {
  const compact = compactPostcode(postcode);
  return compact.length < 5 ? '' : `${compact.slice(0, -3)} ${compact.slice(-3, -2)}`;
};

let bundled: ReadonlyMap<string, Sector> | undefined;

const sectors = (): ReadonlyMap<string, Sector> => {
  bundled ??= new Map(
    bundledRecords('postcode_sectors.csv').map((record) => [
      record['sector'] ?? '',
      {
        lat: Number(record['lat']),
        lon: Number(record['lon']),
        district: record['district'] ?? '',
        authority: record['authority'] ?? '',
      },
    ]),
  );
  return bundled;
};

/** The sector a postcode is in, if it is one of Great Britain's or Northern Ireland's. */
export const findSector = (postcode: string): Sector | undefined => sectors().get(sectorOf(postcode));

export const locateBySector = (postcode: string): Located | undefined => {
  const sector = findSector(postcode);
  return sector === undefined ? undefined : { lat: sector.lat, lon: sector.lon, source: 'sector' };
};
