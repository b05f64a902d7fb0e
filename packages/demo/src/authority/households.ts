import { type Heritage } from '../people/heritage.ts';
import { familyName, givenName } from '../people/names.ts';
import type { Geography, Sector } from '../places/geography.ts';
import { impossiblePostcode } from '../places/postcodes.ts';
import { between, type Odds, pick, weighted } from '../random/draw.ts';
import { type Stream, stream } from '../random/stream.ts';
import type { SitedSetting } from './settings.ts';

/** A foster carer's home. A placement there has the agency's URN and this postcode. */
export interface DemoHousehold {
  readonly name: string;
  readonly agencyUrn: string;
  readonly providerId: string;
  readonly providerCode: string;
  readonly inHouse: boolean;
  /** Relatives and friends are approved for the one child or family. */
  readonly kinship: boolean;
  readonly postcode: string;
  readonly district: string;
  readonly approvedFor: number;
}

export interface SitedHousehold extends DemoHousehold {
  readonly sector: Sector;
}

const HERITAGE: Odds<Heritage> = [
  ['british', 84],
  ['eastern-european', 4],
  ['south-asian', 5],
  ['caribbean', 3],
  ['west-african', 4],
];

/** "Mr and Mrs Lowe", "Bonnie Fenwright". */
export const householdName = (next: Stream): string => {
  const heritage = weighted(next, HERITAGE);
  const family = familyName(next, heritage);
  const form = next();
  if (form < 0.5) return `Mr and Mrs ${family}`;
  if (form < 0.58) return `${givenName(next, heritage, 'F')} and ${givenName(next, heritage, 'F')} ${family}`;
  if (form < 0.62) return `${givenName(next, heritage, 'M')} and ${givenName(next, heritage, 'M')} ${family}`;
  return `${givenName(next, heritage, form < 0.95 ? 'F' : 'M')} ${family}`;
};

/** Households per thousand children looked after, and the share of them in the area. */
const SUPPLY: Readonly<Record<string, readonly [perThousand: number, inArea: number]>> = {
  PR1: [235, 1],
  PR4: [235, 0.74],
  PR5: [60, 0.74],
  PR2: [6, 0],
};

/** Mainstream foster carers, the authority's own and the agencies'. */
export const inventHouseholds = (
  seed: string,
  children: number,
  geography: Geography,
  settings: readonly SitedSetting[],
): readonly SitedHousehold[] => {
  const next = stream(`${seed}/households`);
  const agencies = settings.filter((s) => s.kind === 'fostering-agency');
  return Object.entries(SUPPLY).flatMap(([code, [perThousand, inArea]]) => {
    const from = agencies.filter((agency) => agency.providerCode === code);
    const number = Math.max(3, Math.round((perThousand * children) / 1000));
    return Array.from({ length: number }, (_, i): SitedHousehold => {
      const agency = pick(next, from);
      const near = next() < inArea || geography.elsewhere.length === 0;
      const sector = weighted(next, near ? geography.homes : geography.elsewhere);
      const name = code === 'PR1' && i === 0 ? 'Mr and Mrs Lowe' : householdName(next);
      return {
        name,
        agencyUrn: agency.urn,
        providerId: agency.providerId,
        providerCode: code,
        inHouse: agency.inHouse,
        kinship: false,
        postcode: impossiblePostcode(next, sector.name),
        district: sector.district,
        approvedFor: between(next, 1, 3),
        sector,
      };
    });
  });
};
