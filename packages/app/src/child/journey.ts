import {
  type ChildRecord,
  type CountedPlacement,
  containsDay,
  countedPlacements,
  type Day,
  episodesFromTimelines,
  type FactKind,
  findCodeGroup,
  findFactPeriod,
  isTemporary,
  isZeroLength,
  LEGAL_STATUSES,
  type MeasureContext,
  milesBetween,
  type Period,
  type PeriodOfCare,
  PLACEMENT_TYPES,
  type Placement,
  type PlacementCountingSettings,
  samePostcode,
} from '@rightplace/domain';
import type { Coded } from './child-line.ts';
import { type District, districtOf } from './district.ts';
import type { FindSetting, NamedSetting } from './named-setting.ts';

/** A child's life in care as far as a day could tell it: the picture and the tables are drawn from this. */
export interface CareJourney {
  /** Earliest first, as are all of its parts. */
  readonly periods: readonly JourneyPeriod[];
  readonly events: readonly JourneyEvent[];
  /** Moves from one home to another while in care, over all periods. */
  readonly moves: number;
}

export interface JourneyPeriod extends PeriodOfCare {
  readonly legalStatuses: readonly (Period & Coded)[];
  readonly homes: readonly JourneyHome[];
  readonly need: string | null;
}

export interface JourneyHome extends Period, Coded {
  readonly setting: NamedSetting | undefined;
  /** Code of PLACE_PROVIDER. */
  readonly provider: string | null;
  readonly postcode: string | null;
  readonly urn: string | null;
  /** The home they are from, as this placement's distance is measured. */
  readonly homePostcode: string | null;
  readonly district: District;
  readonly miles: number | undefined;
  /** Hospital, holiday: the child is expected back. */
  readonly temporary: boolean;
  /** Since when the child has lived there, whatever has changed about the placement in the meantime. */
  readonly since: Day;
  /** The child moved here from another home: the number of the move. */
  readonly move: number | undefined;
  /** The placement changed and the carer did not. */
  readonly sameCarer: boolean;
  /** Code of REASON_PLACE_CHANGE: why it ended. */
  readonly endReason: string | null;
  /** Why the home before ended, where the child moved from it. */
  readonly movedBecause: string | null;
}

export interface JourneyEvent extends Period {
  readonly kind: FactKind;
  /** Columns of the return. */
  readonly fields: Readonly<Record<string, string>>;
}

const EVENT_KINDS: ReadonlySet<FactKind> = new Set<FactKind>([
  'review',
  'missing',
  'placed-for-adoption',
  'deprivation-of-liberty',
]);

export interface JourneyQuestion {
  readonly context: MeasureContext;
  readonly findSetting: FindSetting;
  readonly counting: PlacementCountingSettings;
}

/** `child` is already cut at the day looked at: see `recordAsOf`. */
export const journeyOf = (child: ChildRecord, question: JourneyQuestion): CareJourney => {
  const counted = countedPlacements(episodesFromTimelines(child), question.counting);
  let moves = 0;
  const periods = child.periodsOfCare.map((period): JourneyPeriod => {
    const homes: JourneyHome[] = [];
    for (const placement of joined(partsOf(period, child.placements), isSameStay)) {
      const moved = isMove(placement, period, counted);
      if (moved) moves++;
      homes.push(homeOf(placement, moved ? moves : undefined, homes, question));
    }
    return {
      ...period,
      legalStatuses: joined(
        partsOf(period, child.legalStatuses),
        (a, b) => a.status === b.status && b.began === 'continues',
      ).map(({ starts, ends, status }) => ({
        starts,
        ends,
        code: status,
        group: findCodeGroup(LEGAL_STATUSES, status),
      })),
      homes,
      need: partsOf(period, child.needs).find(({ need }) => need !== null)?.need ?? null,
    };
  });
  return { periods, moves, events: eventsOf(child) };
};

/** The stretches of a timeline that lie in a period. One of no length may stand on either edge; its start decides. */
const partsOf = <S extends Period>(period: Period, stretches: readonly S[]): readonly S[] =>
  stretches.filter(
    (stretch) =>
      containsDay(period, stretch.starts) ||
      (isZeroLength(stretch) && isZeroLength(period) && stretch.starts === period.starts),
  );

/** Neighbours that differ only in what the record says of them are shown as one. */
const joined = <S extends Period>(stretches: readonly S[], isSame: (a: S, b: S) => boolean): readonly S[] => {
  const result: S[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    if (last !== undefined && last.ends === stretch.starts && !isZeroLength(last) && isSame(last, stretch))
      result[result.length - 1] = { ...stretch, starts: last.starts };
    else result.push(stretch);
  }
  return result;
};

const isSameStay = (a: Placement, b: Placement): boolean =>
  b.began === 'continues' &&
  a.type === b.type &&
  a.provider === b.provider &&
  a.urn === b.urn &&
  samePostcode(a.postcode, b.postcode);

/** As the measures count: a new home in the same period of care. Coming back from hospital is not one. */
const isMove = (placement: Placement, period: Period, counted: readonly CountedPlacement[]): boolean =>
  placement.starts > period.starts &&
  counted.some(
    ({ starts, episodes: [first] }) => starts === placement.starts && first.place === placement.type,
  );

const homeOf = (
  placement: Placement,
  move: number | undefined,
  homes: readonly JourneyHome[],
  { context, findSetting }: JourneyQuestion,
): JourneyHome => ({
  starts: placement.starts,
  ends: placement.ends,
  code: placement.type,
  group: findCodeGroup(PLACEMENT_TYPES, placement.type),
  setting: findSetting(placement),
  provider: placement.provider,
  postcode: placement.postcode,
  urn: placement.urn,
  homePostcode: placement.homePostcode,
  district: districtOf(placement.postcode),
  miles: milesFromHome(placement, context),
  temporary: isTemporary(placement.type),
  since: livedThereSince(placement, move, homes),
  move,
  sameCarer: placement.began === 'same-carer',
  endReason: placement.endReason,
  movedBecause: move === undefined ? null : (homes.at(-1)?.endReason ?? null),
});

const livedThereSince = (
  placement: Placement,
  move: number | undefined,
  homes: readonly JourneyHome[],
): Day => {
  const before = homes.findLast(({ temporary }) => !temporary);
  return move !== undefined || isTemporary(placement.type) || before === undefined
    ? placement.starts
    : before.since;
};

const milesFromHome = (
  { postcode, homePostcode }: Placement,
  { locate }: MeasureContext,
): number | undefined => {
  const here = postcode === null ? undefined : locate?.(postcode);
  const home = homePostcode === null ? undefined : locate?.(homePostcode);
  return here === undefined || home === undefined ? undefined : milesBetween(home, here);
};

const eventsOf = (child: ChildRecord): readonly JourneyEvent[] =>
  child.facts
    .flatMap((fact): readonly JourneyEvent[] => {
      const period = EVENT_KINDS.has(fact.kind) ? findFactPeriod(fact) : undefined;
      return period === undefined ? [] : [{ ...period, kind: fact.kind, fields: fact.fields }];
    })
    .sort((a, b) => (a.starts < b.starts ? -1 : a.starts > b.starts ? 1 : 0));

/** Where a child is and was, told on a day. */
export type Situation =
  | {
      readonly kind: 'in-care';
      readonly period: JourneyPeriod;
      readonly home: JourneyHome | undefined;
      readonly away: JourneyHome | undefined;
    }
  | { readonly kind: 'left'; readonly period: JourneyPeriod }
  | { readonly kind: 'never' };

/** `home` is where the child usually lives; `away` a temporary stay elsewhere just now. */
export const situationOn = ({ periods }: CareJourney, on: Day): Situation => {
  const period = periods.findLast((each) => containsDay(each, on)) ?? periods.at(-1);
  if (period === undefined) return { kind: 'never' };
  if (!containsDay(period, on)) return { kind: 'left', period };
  const now = period.homes.findLast((home) => containsDay(home, on));
  if (now?.temporary !== true) return { kind: 'in-care', period, home: now, away: undefined };
  const usual = period.homes.findLast((home) => !home.temporary && home.starts < now.starts);
  return usual === undefined
    ? { kind: 'in-care', period, home: now, away: undefined }
    : { kind: 'in-care', period, home: usual, away: now };
};
