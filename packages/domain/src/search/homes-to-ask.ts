import type { Day } from '../calendar/day.ts';
import type { Answers } from '../form/form.ts';
import { type InTheWay, type PlaceSought, whatStandsInTheWay } from '../register/may-take.ts';
import type { Tier } from '../register/provider.ts';
import { isAgency, type SettingInRegister, type SettingKind, standingOn } from '../register/setting.ts';
import { isRegisteredWhen } from '../register/setting-facts.ts';
import { type KindOfHomeId, kindOfHome } from './kinds-of-home.ts';
import { type Fit, fitOfKind } from './needs.ts';

const KINDS: Readonly<Record<SettingKind, KindOfHomeId | undefined>> = {
  'foster-household': 'agency-carer',
  'kinship-household': 'connected',
  'fostering-agency': 'agency-carer',
  'adoption-agency': undefined,
  'childrens-home': 'childrens-home',
  'secure-home': 'secure-home',
  supported: 'supported',
  'residential-school': 'residential-school',
  'residential-other': undefined,
  other: undefined,
};

/** What kind of home a setting would be offered as; undefined where the register cannot tell. */
export const offeredAs = ({
  kind,
  inHouse,
}: Pick<SettingInRegister, 'kind' | 'inHouse'>): KindOfHomeId | undefined =>
  kind === 'foster-household' && inHouse ? 'own-carer' : KINDS[kind];

/**
 * Whether a search asks it at all: what is registered or approved, and for other children than those the carers know. An agency
 * is asked for its carers; whether it is registered is looked at when it offers some.
 */
export const isAskedForPlaces = (setting: SettingInRegister, on: Day): boolean => {
  if (offeredAs(setting) === undefined || setting.kind === 'kinship-household') return false;
  const standing = standingOn(setting, on);
  return setting.kind === 'fostering-agency'
    ? standing?.state !== 'closed'
    : standing !== undefined && isRegisteredWhen(standing);
};

/** How far a home is what a search looks for, as far as the register and the request say. */
export interface HomeFit {
  /** Whether the kind of home is what the request finds suitable. */
  readonly kind: Fit;
  /** What of the register stands in the way; of an agency not whom its carers may take, which each of them says. */
  readonly inTheWay: readonly InTheWay[];
}

/**
 * A request speaks of “a children’s home”. A secure one is no stronger sort of that: it takes a child by an order of a court alone. A
 * residential school is chosen for its teaching before it is chosen as a home.
 */
export const fitOfOfferedKind = (kind: KindOfHomeId | undefined, request: Answers): Fit => {
  if (kind === 'secure-home') return restrictsLiberty(request) ? 'partly' : 'not';
  const fit = fitOfKind(kind === undefined ? undefined : kindOfHome(kind).group, request);
  return kind === 'residential-school' && fit === 'met' ? 'partly' : fit;
};

const restrictsLiberty = ({ 'deprivation-of-liberty': said }: Answers): boolean =>
  said !== undefined && said !== 'no';

export const fitOfHome = (setting: SettingInRegister, request: Answers, sought: PlaceSought): HomeFit => {
  const inTheWay = whatStandsInTheWay(setting, sought);
  return {
    kind: fitOfOfferedKind(offeredAs(setting), request),
    inTheWay: isAgency(setting.kind)
      ? inTheWay.filter(({ name }) => name !== 'no-terms' && name !== 'not-registered')
      : inTheWay,
  };
};

export interface HomeToOrder {
  readonly name: string;
  readonly tier: Tier;
  readonly fit: HomeFit;
  /** Of an agency nobody knows how many there are. */
  readonly vacant: number | undefined;
  /** From where the child’s family lives; undefined where either end is not known. */
  readonly miles: number | undefined;
}

const KIND_RANK: Readonly<Record<Fit, number>> = { met: 0, partly: 1, unknown: 1, not: 2 };
const BY_NAME = new Intl.Collator('en');

/** Those in whose way nothing stands first, then those of the kind that is preferred, with a place, and near. */
export const byFitAndDistance = (a: HomeToOrder, b: HomeToOrder): number =>
  Math.min(a.fit.inTheWay.length, 1) - Math.min(b.fit.inTheWay.length, 1) ||
  KIND_RANK[a.fit.kind] - KIND_RANK[b.fit.kind] ||
  Number(a.vacant === 0) - Number(b.vacant === 0) ||
  (a.miles ?? 9999) - (b.miles ?? 9999) ||
  BY_NAME.compare(a.name, b.name);
