import { type DayNumber, day, dayNumber } from '@rightplace/domain';
import { householdName } from '../authority/households.ts';
import type { Sector } from '../places/geography.ts';
import { impossiblePostcode } from '../places/postcodes.ts';
import { between, chance, type Odds, pick, weighted } from '../random/draw.ts';
import type { Stream } from '../random/stream.ts';
import type { Stay } from './life.ts';
import type { Market } from './market.ts';
import type { HomeStretch } from './stays.ts';

/** Somewhere found for a stretch: the parts of a stay that say where and whose. */
type Found = Pick<Stay, 'type' | 'provider' | 'postcode' | 'urn' | 'kinCarer'>;

/** Whom placements are bought from, by sort. Chosen so that the whole is near England's mix of providers. */
const FOSTER_FROM: Odds<string> = [
  ['PR1', 43],
  ['PR4', 46],
  ['PR5', 10],
  ['PR2', 1],
];
const CHILDRENS_HOME_FROM: Odds<string> = [
  ['PR1', 12],
  ['PR4', 80],
  ['PR5', 8],
];
const SUPPORTED_FROM: Odds<string> = [
  ['PR1', 10],
  ['PR4', 74],
  ['PR5', 16],
];
const ADOPTION_FROM: Odds<string> = [
  ['PR1', 84],
  ['PR5', 16],
];

/** Until this day supported accommodation was outside regulation; providers had to register by it. */
const SUPPORTED_REGISTERED = dayNumber(day('2023-10-28'));
/** The collection year from which the return splits other placements into four codes. */
const OTHER_SPLIT = dayNumber(day('2025-04-01'));

export interface ChildsHome {
  readonly sector: Sector;
  readonly postcode: string | null;
}

const near = (next: Stream, market: Market, home: Sector): string => {
  const household = market.household(next, 'PR1', home);
  return impossiblePostcode(next, (chance(next, 0.75) ? home : household.sector).name);
};

const withSetting = (
  next: Stream,
  market: Market,
  kind: 'childrens-home' | 'secure-home' | 'supported-accommodation' | 'residential-school' | 'family-centre',
  from: Odds<string>,
  home: Sector,
  type: string,
): Found => {
  const setting = market.setting(next, kind, weighted(next, from), home);
  return { type, provider: setting.providerCode, postcode: setting.postcode, urn: setting.urn };
};

const supported = (next: Stream, market: Market, home: Sector, ends: DayNumber): Found => {
  const found = withSetting(next, market, 'supported-accommodation', SUPPORTED_FROM, home, 'K3');
  // A stay that was over before registration has the codes of its time, and nothing to register.
  if (ends >= SUPPORTED_REGISTERED) return found;
  return { ...found, type: chance(next, 0.25) ? 'P2' : 'H5', urn: null };
};

const foster = (next: Stream, market: Market, home: Sector, type: string): Found => {
  const { providerCode, postcode, agencyUrn } = market.household(next, weighted(next, FOSTER_FROM), home);
  return { type, provider: providerCode, postcode, urn: agencyUrn };
};

/** Finds somewhere of that kind for one stretch. */
const find = (next: Stream, market: Market, stretch: HomeStretch, home: ChildsHome): Found => {
  const at = home.sector;
  const plain = (type: string, provider: string | null, postcode: string | null): Found => ({
    type,
    provider,
    postcode,
    urn: null,
  });
  switch (stretch.kind) {
    case 'foster':
      return foster(next, market, at, 'U6');
    case 'early-permanence':
      return foster(next, market, at, 'U5');
    case 'kin': {
      const { urn } = market.agency('fostering-agency', 'PR1');
      return { ...plain('U3', 'PR1', near(next, market, at)), urn, kinCarer: householdName(next) };
    }
    case 'childrens-home':
      return withSetting(next, market, 'childrens-home', CHILDRENS_HOME_FROM, at, 'K2');
    case 'secure-home':
      return withSetting(next, market, 'secure-home', [['PR2', 1]], at, 'K1');
    case 'supported':
      return supported(next, market, at, stretch.ends);
    case 'parents':
      return plain('P1', 'PR0', home.postcode);
    case 'adoptive': {
      const agency = market.agency('adoption-agency', weighted(next, ADOPTION_FROM));
      return { ...plain('A6', agency.providerCode, somewhere(next, market)), urn: agency.urn };
    }
    case 'family-centre':
      return withSetting(next, market, 'family-centre', [['PR4', 1]], at, 'R3');
    case 'hospital':
      return plain('R2', 'PR3', impossiblePostcode(next, at.name));
    case 'custody':
      return plain('R5', 'PR3', somewhere(next, market));
    case 'school':
      return withSetting(next, market, 'residential-school', [['PR4', 1]], at, 'S1');
    case 'care-home':
      return plain('R1', 'PR4', somewhere(next, market));
    case 'unregistered': {
      const type = stretch.ends >= OTHER_SPLIT ? pick(next, ['Z12', 'Z12', 'Z13', 'Z11', 'Z14']) : 'Z1';
      return plain(type, null, near(next, market, at));
    }
  }
};

const somewhere = (next: Stream, market: Market): string =>
  impossiblePostcode(next, pick(next, market.households).sector.name);

const PLANNED: Odds<string> = [
  ['CARPL', 84],
  ['CREQO', 6],
  ['OTHER', 6],
  ['LAREQ', 4],
];
const UNSETTLED: Odds<string> = [
  ['CARPL', 43],
  ['CREQB', 22],
  ['CREQO', 12],
  ['CHILD', 8],
  ['LAREQ', 3],
  ['ALLEG', 3],
  ['STAND', 2],
  ['CLOSE', 2],
  ['OTHER', 5],
];

const reasonForMove = (next: Stream, from: HomeStretch, to: HomeStretch): string => {
  if (to.kind === 'custody') return 'CUSTOD';
  const planned =
    to.kind === 'adoptive' || to.kind === 'parents' || from.kind === 'hospital' || from.kind === 'custody';
  return planned ? 'CARPL' : weighted(next, to.settled && !from.settled ? PLANNED : UNSETTLED);
};

/** Puts a real stay behind each stretch. A move to the very same place is no move: somewhere else is sought. */
export const placeIn = (
  next: Stream,
  market: Market,
  stretches: readonly HomeStretch[],
  home: ChildsHome,
): readonly Stay[] => {
  const stays: Stay[] = [];
  for (const [i, stretch] of stretches.entries()) {
    const before = stays[stays.length - 1];
    const following = stretches[i + 1];
    const sameCarer = stretch.kind === 'adoptive' && before?.type === 'U5';
    const found = sameCarer ? withSameCarer(before) : findElsewhere(next, market, stretch, home, before);
    stays.push({
      ...found,
      starts: stretch.starts,
      ends: stretch.ends,
      began: sameCarer ? 'same-carer' : 'changed',
      whyEnded: following === undefined ? null : whyEnded(next, stretch, following, found),
    });
  }
  return stays;
};

const withSameCarer = ({ provider, postcode, urn }: Stay): Found => ({ type: 'A5', provider, postcode, urn });

const findElsewhere = (
  next: Stream,
  market: Market,
  stretch: HomeStretch,
  home: ChildsHome,
  before: Stay | undefined,
): Found => {
  let found = find(next, market, stretch, home);
  for (let tries = 0; cannotBe(found, before, home) && tries < 40; tries += 1) {
    found = find(next, market, stretch, home);
  }
  return found;
};

const whyEnded = (next: Stream, from: HomeStretch, to: HomeStretch, found: Found): string =>
  to.kind === 'adoptive' && found.type === 'U5' ? 'PLACE' : reasonForMove(next, from, to);

/** Moving to where one was is no move, and only parents live at the child's own home. */
const cannotBe = (found: Found, before: Stay | undefined, home: ChildsHome): boolean =>
  (found.postcode === home.postcode && found.type !== 'P1' && found.postcode !== null) ||
  (before !== undefined && found.type === before.type && found.postcode === before.postcode);

/** A settled foster home is matched long term after about a year and a half: same carer, another code. */
export const matchLongTerm = (
  next: Stream,
  stay: Stay,
  stretch: HomeStretch | undefined,
  careOrderFrom: DayNumber,
): readonly Stay[] => {
  const longTerm = stay.type === 'U6' ? 'U4' : stay.type === 'U3' ? 'U1' : undefined;
  if (longTerm === undefined || stretch?.settled !== true || !chance(next, 0.88)) return [stay];
  // Some matches are part of the court's plan and begin on the day of the full order.
  const withOrder = chance(next, 0.12);
  const later = Math.max(stay.starts + between(next, 200, 620), careOrderFrom + between(next, 5, 120));
  const matched = withOrder ? careOrderFrom : later;
  if (matched <= stay.starts + 30 || matched >= stay.ends - 30) return [stay];
  return [
    { ...stay, ends: matched, whyEnded: 'PLACE' },
    { ...stay, starts: matched, type: longTerm, began: 'same-carer' },
  ];
};
