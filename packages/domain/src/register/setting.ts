import type { Day } from '../calendar/day.ts';
import { containsDay, type Period } from '../calendar/period.ts';
import type { PlacementKind } from '../measure/records/search.ts';
import { isFosterCare, isPlacedForAdoption, PLACEMENT_TYPES } from '../placement/placement-type.ts';
import type { FosteringExemption, Judgement, SettingStanding, Terms, WeeklyFee } from './setting-facts.ts';

/** What sort of setting it is. Told by the return's type of placement, and by who has a number of Ofsted's. */
export const SETTING_KINDS = {
  'foster-household': 'Foster carers’ household',
  'kinship-household': 'Relatives or friends who foster',
  'fostering-agency': 'Fostering agency',
  'adoption-agency': 'Adoption agency',
  'childrens-home': 'Children’s home',
  'secure-home': 'Secure children’s home',
  supported: 'Supported accommodation',
  'residential-school': 'Residential school',
  'residential-other': 'Other residential setting',
  other: 'Other setting',
} as const;
export type SettingKind = keyof typeof SETTING_KINDS;

/** U1 to U3: with relatives or friends. */
const WITH_KIN = /^U[1-3]$/;

/**
 * What sort a setting is. A foster household has no number of its own: its placements carry the agency's, so that one that has
 * a number is the agency.
 */
export const settingKindOf = (type: string, urn: string | null): SettingKind => {
  if (isFosterCare(type)) {
    if (urn !== null) return 'fostering-agency';
    return WITH_KIN.test(type) ? 'kinship-household' : 'foster-household';
  }
  if (isPlacedForAdoption(type)) return 'adoption-agency';
  const codes: Readonly<Record<string, { readonly group: string }>> = PLACEMENT_TYPES.codes;
  switch (codes[type]?.group) {
    case 'childrens-home':
      return 'childrens-home';
    case 'secure':
      return 'secure-home';
    case 'supported':
      return 'supported';
    case 'residential-school':
      return 'residential-school';
    case 'residential-other':
      return 'residential-other';
    default:
      return 'other';
  }
};

/** A household of carers: people at home, whose names are for those who need them. */
export const isHousehold = (kind: SettingKind): boolean =>
  kind === 'foster-household' || kind === 'kinship-household';

/** An agency finds homes and is none: no child lives at its address. */
export const isAgency = (kind: SettingKind): boolean =>
  kind === 'fostering-agency' || kind === 'adoption-agency';

/** The kind of placement that a setting of a kind offers, as a search asks for it and a framework is let by. */
export const placementKindOf = (kind: SettingKind): PlacementKind | undefined => {
  switch (kind) {
    case 'foster-household':
    case 'kinship-household':
    case 'fostering-agency':
      return 'fostering';
    case 'childrens-home':
    case 'secure-home':
    case 'residential-school':
    case 'residential-other':
      return 'residential';
    case 'supported':
      return 'supported';
    default:
      return undefined;
  }
};

/** Something told of a setting or a provider, with the days for which it holds. */
export type Dated<T> = Period & T;

/** A setting as the register has it: what it is, and all that was told of it with its days. */
export interface SettingInRegister {
  readonly id: number;
  readonly providerId: number | null;
  readonly name: string;
  /** The return's PLACE. */
  readonly type: string;
  readonly kind: SettingKind;
  readonly urn: string | null;
  readonly postcode: string | null;
  readonly inHouse: boolean;
  readonly standings: readonly Dated<SettingStanding>[];
  readonly terms: readonly Dated<Terms>[];
  readonly judgements: readonly Dated<Judgement>[];
  readonly exemptions: readonly Dated<FosteringExemption>[];
  readonly fees: readonly Dated<WeeklyFee>[];
}

/** What of a thing's history holds on a day. */
export const onDay = <T extends Period>(history: readonly T[], on: Day): T | undefined =>
  history.find((told) => containsDay(told, on));

export const standingOn = ({ standings }: SettingInRegister, on: Day): Dated<SettingStanding> | undefined =>
  onDay(standings, on);
export const termsOn = ({ terms }: SettingInRegister, on: Day): Dated<Terms> | undefined => onDay(terms, on);
/** What Ofsted last published of it by then. */
export const judgementOn = ({ judgements }: SettingInRegister, on: Day): Dated<Judgement> | undefined =>
  onDay(judgements, on);
export const exemptionOn = (
  { exemptions }: SettingInRegister,
  on: Day,
): Dated<FosteringExemption> | undefined => onDay(exemptions, on);
export const feeOn = ({ fees }: SettingInRegister, on: Day): Dated<WeeklyFee> | undefined => onDay(fees, on);
