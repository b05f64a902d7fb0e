import { milesBetween } from '@rightplace/domain';
import type { SitedHousehold } from '../authority/households.ts';
import type { SettingKind, SitedSetting } from '../authority/settings.ts';
import type { Sector } from '../places/geography.ts';
import { chance, pick } from '../random/draw.ts';
import type { Stream } from '../random/stream.ts';

/** What can be chosen when a child needs somewhere to live. */
export interface Market {
  readonly settings: readonly SitedSetting[];
  readonly households: readonly SitedHousehold[];
  household(next: Stream, code: string, home: Sector): SitedHousehold;
  setting(next: Stream, kind: SettingKind, code: string, home: Sector): SitedSetting;
  agency(kind: 'fostering-agency' | 'adoption-agency', code: string): SitedSetting;
}

/** How likely a search looks near home, and among how many of the nearest. */
interface Search {
  readonly near: number;
  readonly among: number;
}

const FOSTER_SEARCH: Search = { near: 0.58, among: 64 };
const SETTING_SEARCH: Readonly<Record<SettingKind, Search>> = {
  'fostering-agency': { near: 1, among: 1 },
  'adoption-agency': { near: 1, among: 1 },
  'childrens-home': { near: 0.5, among: 8 },
  'secure-home': { near: 0, among: 1 },
  'supported-accommodation': { near: 0.85, among: 8 },
  'residential-school': { near: 0, among: 1 },
  'family-centre': { near: 0.5, among: 2 },
};

interface Sited {
  readonly sector: Sector;
}

/** Places of one sort grouped by sector, so that the nearest to a home are found without measuring to every one. */
class Nearest<T extends Sited> {
  readonly all: readonly T[];
  readonly #bySector = new Map<Sector, T[]>();
  readonly #found = new Map<Sector, readonly T[]>();
  readonly #among: number;

  constructor(all: readonly T[], among: number) {
    this.all = all;
    this.#among = among;
    for (const place of all) {
      const there = this.#bySector.get(place.sector);
      if (there === undefined) this.#bySector.set(place.sector, [place]);
      else there.push(place);
    }
  }

  to(home: Sector): readonly T[] {
    const known = this.#found.get(home);
    if (known !== undefined) return known;
    const sectors = [...this.#bySector.keys()]
      .map((sector) => ({ sector, miles: milesBetween(home, sector) }))
      .sort((a, b) => a.miles - b.miles);
    const near: T[] = [];
    for (const { sector } of sectors) {
      near.push(...(this.#bySector.get(sector) ?? []));
      if (near.length >= this.#among) break;
    }
    const found = near.slice(0, this.#among);
    this.#found.set(home, found);
    return found;
  }
}

const choose = <T extends Sited>(next: Stream, from: Nearest<T>, search: Search, home: Sector): T =>
  chance(next, search.near) ? pick(next, from.to(home)) : pick(next, from.all);

export const openMarket = (
  settings: readonly SitedSetting[],
  households: readonly SitedHousehold[],
): Market => {
  const nearestHouseholds = new Map<string, Nearest<SitedHousehold>>();
  const nearestSettings = new Map<string, Nearest<SitedSetting>>();

  const settingsOf = (kind: SettingKind, code: string): Nearest<SitedSetting> => {
    const key = `${kind}/${code}`;
    const known = nearestSettings.get(key);
    if (known !== undefined) return known;
    const made = new Nearest(
      settings.filter((s) => s.kind === kind && s.providerCode === code),
      SETTING_SEARCH[kind].among,
    );
    nearestSettings.set(key, made);
    return made;
  };

  const householdsOf = (code: string): Nearest<SitedHousehold> => {
    const known = nearestHouseholds.get(code);
    if (known !== undefined) return known;
    const made = new Nearest(
      households.filter((h) => h.providerCode === code),
      FOSTER_SEARCH.among,
    );
    nearestHouseholds.set(code, made);
    return made;
  };

  return {
    settings,
    households,
    household: (next, code, home) => choose(next, householdsOf(code), FOSTER_SEARCH, home),
    setting: (next, kind, code, home) => choose(next, settingsOf(kind, code), SETTING_SEARCH[kind], home),
    agency: (kind, code) => {
      const found = settingsOf(kind, code).all[0];
      if (found === undefined) throw new RangeError(`No ${kind} of ${code}`);
      return found;
    },
  };
};
