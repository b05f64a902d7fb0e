import {
  CONVENTION_NAMES,
  CONVENTIONS,
  type ConventionName,
  type Conventions,
  type ConventionsOn,
  conventionsUsedBy,
  type Day,
  DEFAULT_CONVENTIONS,
} from '@rightplace/domain';
import type { SettingTimeline } from '@rightplace/store';

/** How an authority's own conventions are kept among its settings, and read back. What cannot be read is as if not set. */

export const CONVENTION_PREFIX = 'convention.';

export const conventionKey = (name: ConventionName): string => `${CONVENTION_PREFIX}${CONVENTIONS[name].id}`;

/** What the authority set, with the days it holds for. */
export interface HeldConvention {
  readonly name: ConventionName;
  readonly value: number;
  readonly why: string;
  readonly from: Day;
  readonly until: Day | undefined;
}

export interface KeptConvention {
  readonly value: number;
  readonly why: string;
}

export const conventionFrom = (name: ConventionName, kept: unknown): KeptConvention | undefined => {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { value, why } = kept as Readonly<Record<string, unknown>>;
  const { least, most } = CONVENTIONS[name];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    return undefined;
  return { value, why: typeof why === 'string' ? why : '' };
};

const namesByKey = new Map(CONVENTION_NAMES.map((name) => [conventionKey(name), name]));

export const heldConventions = (settings: readonly SettingTimeline[]): readonly HeldConvention[] =>
  settings.flatMap(({ key, value, starts, ends }): readonly HeldConvention[] => {
    const name = namesByKey.get(key);
    const kept = name === undefined ? undefined : conventionFrom(name, value);
    return name === undefined || kept === undefined
      ? []
      : [{ name, ...kept, from: starts, until: ends ?? undefined }];
  });

const holdsOn = ({ from, until }: HeldConvention, on: Day): boolean =>
  from <= on && (until === undefined || until > on);

/** By the day, worked out once for each. */
export const conventionsBy = (held: readonly HeldConvention[]): ConventionsOn => {
  const byDay = new Map<Day, Partial<Conventions>>();
  return (asOf) => {
    const known = byDay.get(asOf);
    if (known !== undefined) return known;
    const own = held.filter((each) => holdsOn(each, asOf)).map(({ name, value }) => [name, value]);
    const found = Object.fromEntries(own) as Partial<Conventions>;
    byDay.set(asOf, found);
    return found;
  };
};

/** A convention as a day is counted by it. */
export interface ConventionInForce {
  readonly name: ConventionName;
  readonly value: number;
  /** Undefined: nobody set another, and it is as the papers have it. */
  readonly set: Pick<HeldConvention, 'from' | 'why'> | undefined;
}

export const conventionInForce = (
  held: readonly HeldConvention[],
  name: ConventionName,
  on: Day,
): ConventionInForce => {
  const own = held.find((each) => each.name === name && holdsOn(each, on));
  return { name, value: own?.value ?? DEFAULT_CONVENTIONS[name], set: own };
};

/** What a measure's figure of a day was counted by. */
export const conventionsOfMeasure = (
  held: readonly HeldConvention[] | undefined,
  measureId: string,
  on: Day,
): readonly ConventionInForce[] =>
  conventionsUsedBy(measureId).map((name) => conventionInForce(held ?? [], name, on));
