import type { DayNumber } from '@rightplace/domain';
import { birthday, notLeapDay } from '../calendar/days.ts';
import { ETHNICITY_OF_AREA, ETHNICITY_OF_UNACCOMPANIED, type Heritage } from '../people/heritage.ts';
import { familyName, givenName } from '../people/names.ts';
import { inventedAddress } from '../places/addresses.ts';
import { type Geography, homeSector } from '../places/geography.ts';
import { impossiblePostcode } from '../places/postcodes.ts';
import { between, chance, logNormalDays, type Odds, pick, weighted } from '../random/draw.ts';
import { type Stream, stream } from '../random/stream.ts';
import type { Entry } from './entry.ts';
import type { Life, Spell } from './life.ts';
import type { Market } from './market.ts';
import type { ChildsHome } from './placing.ts';
import { siblingSpell, siblingsOf } from './siblings.ts';
import { inventSpell } from './spell.ts';

/** What a family is invented in. */
export interface World {
  readonly seed: string;
  readonly geography: Geography;
  readonly market: Market;
  /** The day of looking: no event of any life before it is still to come. */
  readonly asOf: DayNumber;
}

const DISABILITIES: Odds<readonly string[]> = [
  [['LD'], 30],
  [['AUT'], 24],
  [['AUT', 'BEH'], 10],
  [['COMM', 'LD'], 12],
  [['MOB', 'PC', 'LD'], 8],
  [['HEAR'], 4],
  [['VIS'], 4],
  [['BEH'], 8],
];

const disabilitiesOf = (next: Stream, need: string): readonly string[] =>
  chance(next, need === 'N2' ? 0.97 : 0.11) ? weighted(next, DISABILITIES) : [];

/** A short stay in care some time before this one, for about one child in ten. */
const earlierEntry = (next: Stream, entry: Entry): Entry | undefined => {
  if (entry.unaccompanied || entry.starts - entry.born < 500 || !chance(next, 0.11)) return undefined;
  const ends = entry.starts - between(next, 40, Math.min(900, entry.starts - entry.born - 120));
  const starts = Math.max(entry.born + 5, ends - (10 + logNormalDays(next, 90, 0.9)));
  if (ends - starts < 3) return undefined;
  return { ...entry, starts, ends, leaving: 'home', need: entry.need === 'N6' ? 'N4' : entry.need };
};

/** The day a young mother's own child was born, for a few. */
const motherOf = (next: Stream, entry: Entry, asOf: DayNumber): DayNumber | undefined => {
  if (entry.sex !== 'F' || !chance(next, 0.05)) return undefined;
  const from = Math.max(entry.starts, birthday(entry.born, 16));
  const to = Math.min(entry.ends, asOf) - 20;
  return to > from ? between(next, from, to) : undefined;
};

interface FamilyHome extends ChildsHome {
  readonly address: string | null;
  readonly ethnicity: string;
  readonly heritage: Heritage;
  readonly surname: string;
}

const familyHome = (next: Stream, world: World, unaccompanied: boolean): FamilyHome => {
  const [ethnicity, heritage] = weighted(
    next,
    unaccompanied ? ETHNICITY_OF_UNACCOMPANIED : ETHNICITY_OF_AREA,
  );
  const sector = homeSector(next, world.geography);
  return {
    sector,
    postcode: unaccompanied ? null : impossiblePostcode(next, sector.name),
    address: unaccompanied ? null : inventedAddress(next),
    ethnicity,
    heritage,
    surname: familyName(next, heritage),
  };
};

const life = (
  name: string,
  id: string,
  world: World,
  home: FamilyHome,
  entry: Entry,
  spells: readonly Spell[],
): Life => {
  const next = stream(`${name}/who`);
  const mothering = motherOf(next, entry, world.asOf);
  return {
    id,
    born: notLeapDay(entry.born),
    sex: entry.sex,
    ethnicity: home.ethnicity,
    heritage: home.heritage,
    givenName: givenName(next, home.heritage, entry.sex),
    familyName: home.surname,
    unaccompanied: entry.unaccompanied,
    disabilities: disabilitiesOf(next, entry.need),
    homeSector: home.sector,
    homePostcode: home.postcode,
    homeAddress: home.address,
    spells,
    ...(mothering === undefined ? {} : { motherOf: mothering }),
  };
};

/**
 * A child and the brothers and sisters who came into care with them. `idOf` gives each member an identifier; the
 * first member's period of care is the entry given.
 */
export const inventFamily = (
  name: string,
  world: World,
  entry: Entry,
  most: number,
  idOf: (member: number) => string,
): readonly Life[] => {
  const next = stream(`${name}/family`);
  const home = familyHome(next, world, entry.unaccompanied);
  const lead = inventSpell(`${name}/0`, entry, world.market, home);
  const earlier = earlierEntry(next, entry);
  const spells =
    earlier === undefined ? [lead] : [inventSpell(`${name}/earlier`, earlier, world.market, home), lead];
  const siblings = siblingsOf(next, entry, world.asOf, most - 1);
  const group = siblings.length === 0 ? {} : { siblingGroup: `${home.surname} (${idOf(0)})` };
  return [
    { ...life(`${name}/0`, idOf(0), world, home, entry, spells), ...group },
    ...siblings.map((sibling, i): Life => {
      const spell = siblingSpell(
        `${name}/${i + 1}`,
        `${name}/0`,
        sibling,
        lead,
        world.market,
        home,
        pick(next, TOGETHER),
      );
      return { ...life(`${name}/${i + 1}`, idOf(i + 1), world, home, sibling, [spell]), ...group };
    }),
  ];
};

const TOGETHER = ['together', 'together', 'together', 'apart'] as const;
