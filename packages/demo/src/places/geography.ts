import type { Point } from '@rightplace/domain';
import { type Odds, weighted } from '../random/draw.ts';
import type { Stream } from '../random/stream.ts';
import { ENGLAND_SECTORS } from './england-sectors.ts';
import { NORTHMARSH_SECTORS } from './northmarsh-sectors.ts';

export interface Sector extends Point {
  readonly name: string;
  readonly district: string;
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
  const [name = '', lat, lon, weight, of = ''] = line.split('|');
  return {
    name,
    district: district ?? of,
    lat: Number(lat),
    lon: Number(lon),
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
