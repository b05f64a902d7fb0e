import {
  type AuthorityOnDay,
  ageOn,
  type CareHistory,
  type ChildId,
  type ChildOnDay,
  type ChildRecord,
  ceasedCare,
  type Day,
  findChildOnDay,
  findCodeGroup,
  findMilesFromHome,
  LEGAL_STATUSES,
  type MeasureContext,
  PLACEMENT_TYPES,
  placementsInTwelveMonths,
  type Sex,
} from '@rightplace/domain';
import { type District, districtOf } from './district.ts';
import { type CaseHolding, caseHoldingOn, type Staff } from './scope.ts';

/**
 * Where a child stands at the end of a day. Short breaks are apart, as in every figure; `never` has a header and no
 * episode up to that day.
 */
export type Standing = 'in-care' | 'short-breaks' | 'left' | 'never';

/** One child as a list shows them on a day. What is not recorded is undefined. */
export interface ChildLine {
  readonly id: ChildId;
  readonly givenName: string | undefined;
  readonly familyName: string | undefined;
  readonly dateOfBirth: Day | undefined;
  readonly age: number | undefined;
  readonly sex: Sex | undefined;
  readonly uasc: boolean;
  readonly standing: Standing;
  /** For those in care; `startKnown` is false when care began no later than that day. */
  readonly inCareSince: Day | undefined;
  readonly startKnown: boolean;
  /** Codes, with the group each belongs to. */
  readonly legalStatus: Coded | undefined;
  /** Where the child usually lives: a stay in hospital or a holiday does not change it. */
  readonly home: HomeNow | undefined;
  /** Homes in the twelve months to the day, counted as the measure of stability counts them. */
  readonly homesInYear: number | undefined;
  readonly left: { readonly on: Day; readonly reason: string | null } | undefined;
  readonly holding: CaseHolding;
}

export interface Coded {
  readonly code: string;
  readonly group: string | undefined;
}

export interface HomeNow extends Coded {
  readonly since: Day;
  readonly postcode: string | null;
  readonly urn: string | null;
  readonly district: District;
  /** Straight miles from the home they are from; undefined when either is not known. */
  readonly miles: number | undefined;
}

export interface LineQuestion {
  readonly day: AuthorityOnDay;
  readonly context: MeasureContext;
  readonly staff: Staff;
}

export const childLine = (
  child: ChildRecord,
  history: CareHistory,
  { day, context, staff }: LineQuestion,
): ChildLine => {
  const { details } = child;
  const on = findChildOnDay(history, day.asOf);
  const standing = standingOf(history, on, day.asOf);
  const isShortBreaks = on?.shortBreaks === true;
  return {
    id: child.id,
    givenName: details.givenName,
    familyName: details.familyName,
    dateOfBirth: details.dateOfBirth,
    age: details.dateOfBirth === undefined ? undefined : ageOn(details.dateOfBirth, day.asOf),
    sex: details.sex,
    uasc: on?.uasc === true,
    standing,
    inCareSince: on?.inCareSince,
    startKnown: on?.startKnown !== false,
    legalStatus:
      on === undefined
        ? undefined
        : { code: on.episode.ls, group: findCodeGroup(LEGAL_STATUSES, on.episode.ls) },
    home: on === undefined ? undefined : homeNow(on, context),
    homesInYear: on === undefined || isShortBreaks ? undefined : placementsInTwelveMonths(on, day),
    left: on === undefined ? lastEnding(history, day.asOf) : undefined,
    holding: caseHoldingOn(child, staff, day.asOf),
  };
};

const homeNow = (on: ChildOnDay, context: MeasureContext): HomeNow => ({
  code: on.usual.place,
  group: findCodeGroup(PLACEMENT_TYPES, on.usual.place),
  since: on.placement?.starts ?? on.usual.decom,
  postcode: on.usual.postcode,
  urn: on.usual.urn,
  district: districtOf(on.usual.postcode),
  miles: findMilesFromHome(on, context),
});

const standingOf = ({ stages }: CareHistory, on: ChildOnDay | undefined, asOf: Day): Standing => {
  if (on !== undefined) return on.shortBreaks ? 'short-breaks' : 'in-care';
  return stages.some(({ episode }) => episode.decom <= asOf) ? 'left' : 'never';
};

/** Where a child stands at the end of a day: the cheapest thing to ask, so lists ask it first. */
export const standingOn = (history: CareHistory, asOf: Day): Standing =>
  standingOf(history, findChildOnDay(history, asOf), asOf);

const lastEnding = ({ stages }: CareHistory, asOf: Day): ChildLine['left'] => {
  const last = stages.findLast(({ episode }) => episode.dec !== null && episode.dec <= asOf)?.episode;
  if (last === undefined || last.dec === null) return undefined;
  return { on: last.dec, reason: ceasedCare(last.rec) ? last.rec : null };
};
