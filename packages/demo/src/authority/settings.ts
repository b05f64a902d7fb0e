import { inventedVillage } from '../places/addresses.ts';
import type { Geography, Sector } from '../places/geography.ts';
import { impossiblePostcode } from '../places/postcodes.ts';
import { between, type Odds, pick, weighted } from '../random/draw.ts';
import { type Stream, stream } from '../random/stream.ts';
import {
  type DemoProvider,
  OWN_PROVIDER,
  PROVIDERS,
  type ProviderService,
  providersOf,
} from './providers.ts';

export type SettingKind =
  | 'fostering-agency'
  | 'adoption-agency'
  | 'childrens-home'
  | 'secure-home'
  | 'supported-accommodation'
  | 'residential-school'
  | 'family-centre';

/** A registered place or agency: what a placement's URN points to. */
export interface DemoSetting {
  readonly urn: string;
  readonly name: string;
  readonly kind: SettingKind;
  readonly providerId: string;
  /** The return's PLACE_PROVIDER for a placement here. */
  readonly providerCode: DemoProvider['code'];
  /** The return's PLACE codes that may be used with this URN. */
  readonly placeCodes: readonly string[];
  readonly inHouse: boolean;
  readonly postcode: string;
  readonly district: string;
  /** Children it may have at once; agencies have no number of their own. */
  readonly places: number | null;
}

/** A setting with where it stands, while placements are being chosen. */
export interface SitedSetting extends DemoSetting {
  readonly sector: Sector;
}

const FOSTER_CODES = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'] as const;
export const PLACE_CODES: Readonly<Record<SettingKind, readonly string[]>> = {
  'fostering-agency': FOSTER_CODES,
  'adoption-agency': ['A3', 'A4', 'A5', 'A6'],
  'childrens-home': ['K2'],
  'secure-home': ['K1'],
  'supported-accommodation': ['K3'],
  'residential-school': ['S1'],
  'family-centre': ['R3'],
};

const HOUSE_FIRST =
  'Lane Quill Lantern Teasel Copper Marrow Osier Harrier Sallow Plover Thistle Kittiwake Merlin Rowanby Saltern Tansy'.split(
    ' ',
  );
const HOUSE_LAST = ['House', 'Lodge', 'Court', 'View', 'Cottage', 'Place', 'Bank', 'Rise'];

/** Those that stories and screens speak of. */
const NAMED: Readonly<Record<string, string>> = {
  'childrens-home/PR1': 'Lane House',
  'supported-accommodation/PR1': 'Harbour Reception Centre',
  'secure-home/PR2': 'Farcountry Secure Home',
};

/** How many of each there are for each thousand children looked after, and how many of those are in the area. */
interface Supply {
  readonly kind: SettingKind;
  readonly service: ProviderService;
  readonly code: DemoProvider['code'];
  readonly perThousand: number;
  readonly inArea: number;
  readonly places: readonly [number, number];
}

const SUPPLY: readonly Supply[] = [
  {
    kind: 'childrens-home',
    service: 'childrens-home',
    code: 'PR1',
    perThousand: 5,
    inArea: 1,
    places: [4, 6],
  },
  {
    kind: 'childrens-home',
    service: 'childrens-home',
    code: 'PR4',
    perThousand: 62,
    inArea: 0.5,
    places: [2, 5],
  },
  {
    kind: 'childrens-home',
    service: 'childrens-home',
    code: 'PR5',
    perThousand: 7,
    inArea: 0.6,
    places: [3, 5],
  },
  { kind: 'secure-home', service: 'secure-home', code: 'PR2', perThousand: 1, inArea: 0, places: [12, 24] },
  {
    kind: 'supported-accommodation',
    service: 'supported-accommodation',
    code: 'PR1',
    perThousand: 4,
    inArea: 1,
    places: [4, 8],
  },
  {
    kind: 'supported-accommodation',
    service: 'supported-accommodation',
    code: 'PR4',
    perThousand: 26,
    inArea: 0.8,
    places: [3, 8],
  },
  {
    kind: 'supported-accommodation',
    service: 'supported-accommodation',
    code: 'PR5',
    perThousand: 6,
    inArea: 0.9,
    places: [4, 10],
  },
  {
    kind: 'residential-school',
    service: 'residential-school',
    code: 'PR4',
    perThousand: 2,
    inArea: 0.3,
    places: [20, 48],
  },
  {
    kind: 'family-centre',
    service: 'family-centre',
    code: 'PR4',
    perThousand: 3,
    inArea: 0.4,
    places: [4, 8],
  },
];

/** In a range that Ofsted has never issued: seven digits from 9,900,001, or SC and six from SC990001. */
const urns = () => {
  let issued = 0;
  return (): string => {
    issued += 1;
    return issued % 3 === 0 ? `SC${990_000 + issued}` : String(9_900_000 + issued);
  };
};

const sectorFor = (next: Stream, geography: Geography, inArea: number): Sector => {
  const from: Odds<Sector> =
    next() < inArea || geography.elsewhere.length === 0 ? geography.homes : geography.elsewhere;
  return weighted(next, from);
};

/** Every registered setting the authority uses, agencies first. */
export const inventSettings = (
  seed: string,
  children: number,
  geography: Geography,
): readonly SitedSetting[] => {
  const next = stream(`${seed}/settings`);
  const newUrn = urns();
  const settings: SitedSetting[] = [];
  const taken = new Set<string>();

  const houseName = (): string => {
    for (let tries = 0; tries < 30; tries += 1) {
      const name = `${pick(next, HOUSE_FIRST)} ${pick(next, HOUSE_LAST)}`;
      if (!taken.has(name)) return name;
    }
    return `${pick(next, HOUSE_FIRST)} ${pick(next, HOUSE_LAST)}, ${inventedVillage(next)}`;
  };

  const add = (
    kind: SettingKind,
    of: DemoProvider,
    sector: Sector,
    name: string,
    places: number | null,
  ): void => {
    taken.add(name);
    settings.push({
      urn: newUrn(),
      name,
      kind,
      providerId: of.id,
      providerCode: of.code,
      placeCodes: PLACE_CODES[kind],
      inHouse: of.id === OWN_PROVIDER,
      postcode: impossiblePostcode(next, sector.name),
      district: sector.district,
      places,
      sector,
    });
  };

  for (const of of PROVIDERS) {
    const own = of.id === OWN_PROVIDER;
    const at = sectorFor(next, geography, own ? 1 : 0.6);
    if (of.provides.includes('fostering')) {
      add('fostering-agency', of, at, own ? 'Northmarsh Fostering Service' : of.name, null);
    }
    if (of.provides.includes('adoption')) {
      add('adoption-agency', of, at, own ? 'Wash and Fens Adoption' : `${of.name} Adoption`, null);
    }
  }
  for (const supply of SUPPLY) {
    const number = Math.max(2, Math.round((supply.perThousand * children) / 1000));
    const from = providersOf(supply.service, supply.code);
    for (let i = 0; i < number; i += 1) {
      const inArea = (i + 0.5) / number < supply.inArea ? 1 : 0;
      const places = between(next, supply.places[0], supply.places[1]);
      const name = i === 0 ? NAMED[`${supply.kind}/${supply.code}`] : undefined;
      add(supply.kind, pick(next, from), sectorFor(next, geography, inArea), name ?? houseName(), places);
    }
  }
  return settings;
};
