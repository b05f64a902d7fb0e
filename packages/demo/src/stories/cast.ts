import type { SitedHousehold } from '../authority/households.ts';
import type { SitedSetting } from '../authority/settings.ts';
import type { Market } from '../care/market.ts';
import { NORTHMARSH_DISTRICTS } from '../places/geography.ts';

/** The carers, homes and units that stories name, found among those invented. */
export interface Cast {
  /** "Mr and Mrs Lowe", the authority's own carers. */
  readonly lowe: SitedHousehold;
  readonly inHouse: readonly SitedHousehold[];
  readonly agency: readonly SitedHousehold[];
  /** "Lane House", the authority's own children's home. */
  readonly laneHouse: SitedSetting;
  readonly privateHomes: readonly SitedSetting[];
  /** "Harbour Reception Centre", where unaccompanied young people come first. */
  readonly reception: SitedSetting;
  readonly supported: readonly SitedSetting[];
  readonly secure: SitedSetting;
}

/** One of a list by number, beginning again when a small authority has not so many. */
export const nth = <T>(list: readonly T[], i: number): T => {
  const found = list[i % list.length];
  if (found === undefined) throw new RangeError('The cast is wanting: nothing of that sort was invented');
  return found;
};

export const castOf = (market: Market): Cast => {
  const local = (place: { readonly district: string }): boolean =>
    NORTHMARSH_DISTRICTS.includes(place.district);
  const homes = market.settings.filter((s) => s.kind === 'childrens-home');
  const supported = market.settings.filter((s) => s.kind === 'supported-accommodation');
  const inHouse = market.households.filter((h) => h.providerCode === 'PR1');
  return {
    lowe: nth(inHouse, 0),
    inHouse,
    agency: market.households.filter((h) => h.providerCode === 'PR4' && local(h)),
    laneHouse: nth(
      homes.filter((h) => h.inHouse),
      0,
    ),
    privateHomes: homes.filter((h) => h.providerCode === 'PR4' && local(h)),
    reception: nth(
      supported.filter((s) => s.inHouse),
      0,
    ),
    supported: supported.filter((s) => s.providerCode === 'PR4' && local(s)),
    secure: nth(
      market.settings.filter((s) => s.kind === 'secure-home'),
      0,
    ),
  };
};
