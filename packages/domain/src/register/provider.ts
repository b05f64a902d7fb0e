import type { Day } from '../calendar/day.ts';
import { containsDay } from '../calendar/period.ts';
import { findCodeGroup } from '../child/code-list.ts';
import type { PlacementKind } from '../measure/records/search.ts';
import { PROVIDER_TYPES } from '../placement/provider-type.ts';
import { type Dated, placementKindOf, type SettingInRegister } from './setting.ts';

/** Whose provision it is, as people speak of it; the return's PLACE_PROVIDER has the code. */
export const SECTORS = {
  PR1: 'Own provision',
  PR2: 'Another local authority',
  PR3: 'Another public body',
  PR4: 'Private',
  PR5: 'Voluntary',
} as const;
export type Sector = keyof typeof SECTORS;
export const isSector = (text: string): text is Sector => Object.hasOwn(SECTORS, text);

/** A framework or contract that a provider is on, for one kind of placement. */
export interface FrameworkPlace {
  readonly name: string;
  readonly kind: PlacementKind;
}

export interface ProviderInRegister {
  readonly id: number;
  readonly name: string;
  /** A code of PLACE_PROVIDER. */
  readonly sector: string;
  readonly inHouse: boolean;
  readonly frameworks: readonly Dated<FrameworkPlace>[];
}

export const isOwnProvision = ({ sector }: Pick<ProviderInRegister, 'sector'>): boolean =>
  findCodeGroup(PROVIDER_TYPES, sector) === 'in-house';

const named = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** The one provider whose whole name was typed, in capitals or not; undefined where none or several have it. */
export const providerNamed = <P extends { readonly name: string }>(
  providers: Iterable<P>,
  name: string,
): P | undefined => {
  const wanted = named(name);
  const found = [...providers].filter((provider) => named(provider.name) === wanted);
  return wanted !== '' && found.length === 1 ? found[0] : undefined;
};

export const frameworksOn = (
  { frameworks }: Pick<ProviderInRegister, 'frameworks'>,
  on: Day,
): readonly Dated<FrameworkPlace>[] => frameworks.filter((place) => containsDay(place, on));

/** In which order a search asks: the authority's own, then those on a framework, then the rest, price by price. */
export const TIERS = {
  'in-house': 'In-house',
  framework: 'Framework',
  spot: 'Spot purchase',
} as const;
export type Tier = keyof typeof TIERS;
export const ALL_TIERS = Object.keys(TIERS) as readonly Tier[];

/**
 * The tier that a setting is asked in on a day. A provider is on a framework for a kind of placement, so that one that is on
 * the residential framework only is a spot purchase for its supported accommodation.
 */
export const tierOf = (
  setting: Pick<SettingInRegister, 'inHouse' | 'kind'>,
  provider: Pick<ProviderInRegister, 'frameworks'> | undefined,
  on: Day,
): Tier => {
  if (setting.inHouse) return 'in-house';
  const kind = placementKindOf(setting.kind);
  return provider !== undefined && frameworksOn(provider, on).some((place) => place.kind === kind)
    ? 'framework'
    : 'spot';
};
