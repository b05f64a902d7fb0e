import { type Odds, weighted } from '../random/draw.ts';
import type { Stream } from '../random/stream.ts';
import { ENGLAND_SECTORS } from './england-sectors.ts';
import { NORTHMARSH_SECTORS } from './northmarsh-sectors.ts';

export interface Sector {
  readonly name: string;
  readonly district: string;
  readonly latitude: number;
  readonly longitude: number;
  /** How many postcodes stand behind it: busier sectors have more homes. */
  readonly weight: number;
}

/** Where children come from, and everywhere they may be placed. */
export interface Geography {
  readonly homes: Odds<Sector>;
  readonly elsewhere: Odds<Sector>;
}

/** The real districts that stand in for Northmarsh on a map. The council, its people and its homes are invented. */
export const NORTHMARSH_DISTRICTS: readonly string[] = Object.keys(NORTHMARSH_SECTORS);

const sector = (line: string, district?: string): Sector => {
  const [name = '', latitude, longitude, weight, of = ''] = line.split('|');
  return {
    name,
    district: district ?? of,
    latitude: Number(latitude),
    longitude: Number(longitude),
    weight: Number(weight),
  };
};

const northmarsh = (): readonly Sector[] =>
  Object.entries(NORTHMARSH_SECTORS).flatMap(([district, lines]) =>
    lines.map((line) => sector(line, district)),
  );

const byWeight = (sectors: readonly Sector[]): Odds<Sector> => sectors.map((s) => [s, s.weight] as const);

export const northmarshGeography = (): Geography => ({
  homes: byWeight(northmarsh()),
  elsewhere: byWeight(ENGLAND_SECTORS.map((line) => sector(line))),
});

/** An invented England: children come from every district. */
export const englandGeography = (): Geography => {
  const everywhere = byWeight([...northmarsh(), ...ENGLAND_SECTORS.map((line) => sector(line))]);
  return { homes: everywhere, elsewhere: everywhere };
};

export const homeSector = (next: Stream, geography: Geography): Sector => weighted(next, geography.homes);

const RADIANS = Math.PI / 180;

/** Straight-line miles between two sectors' centres. */
export const milesBetween = (a: Sector, b: Sector): number => {
  const dLat = (b.latitude - a.latitude) * RADIANS;
  const dLon = (b.longitude - a.longitude) * RADIANS;
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * Math.sin(dLon / 2) ** 2;
  return 2 * 3958.8 * Math.asin(Math.sqrt(h));
};
