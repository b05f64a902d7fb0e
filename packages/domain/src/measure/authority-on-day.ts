import { addDays, addMonths, type Day, dayNumber } from '../calendar/day.ts';
import type { ClosedPeriod } from '../calendar/period.ts';
import { collectionYearEnd, collectionYearOf, yearToDate } from '../calendar/reporting-year.ts';
import {
  type CareHistory,
  type ChildOnDay,
  careHistory,
  childInStage,
  type Stage,
} from '../child/care-history.ts';
import { type Episode, followsOnInCare } from '../child/episode.ts';
import { ceasedCare } from '../child/reason-ceased.ts';
import type { ChildId, ChildRecord, Ledger } from '../child/record.ts';
import {
  DEFAULT_PLACEMENT_COUNTING,
  type PlacementCountingSettings,
} from '../placement/counted-placements.ts';
import { careDaysOf } from './care-days.ts';
import { inOrderOfDay } from './in-order-of-day.ts';

/** A ledger made ready for counting: worked out once, asked about for as many days as one likes. */
export interface PreparedLedger {
  readonly authority: string;
  readonly settings: PlacementCountingSettings;
  /** In order of identifier, so that the order in which a record came makes no difference. */
  readonly histories: readonly CareHistory[];
  readonly starts: readonly CareEvent[];
  readonly ends: readonly CareEvent[];
  /** Where the record of a period of care begins without its start. */
  readonly firstKnown: readonly CareEvent[];
}

/** Something that happened to a child on a day. */
export interface CareEvent {
  readonly id: ChildId;
  readonly on: Day;
  readonly episode: Episode;
  readonly history: CareHistory;
  /** The episode with what led up to it. */
  readonly stage: Stage;
}

/** Whoever has worked out some children's histories by the same settings already may give them again. */
export const prepare = (
  ledger: Ledger,
  settings: PlacementCountingSettings = DEFAULT_PLACEMENT_COUNTING,
  known: (child: ChildRecord) => CareHistory | undefined = () => undefined,
): PreparedLedger => {
  const histories = ledger.children
    .map((child) => known(child) ?? careHistory(child, settings))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return { authority: ledger.authority, settings, histories, ...careEvents(histories) };
};

const careEvents = (
  histories: readonly CareHistory[],
): Pick<PreparedLedger, 'starts' | 'ends' | 'firstKnown'> => {
  const starts: CareEvent[] = [];
  const ends: CareEvent[] = [];
  const firstKnown: CareEvent[] = [];
  for (const history of histories) {
    let before: Episode | undefined;
    for (const stage of history.stages) {
      const { episode } = stage;
      const started = { id: history.id, on: episode.decom, episode, history, stage };
      if (episode.rne === 'S') starts.push(started);
      else if (before === undefined || !followsOnInCare(episode, before)) firstKnown.push(started);
      if (episode.dec !== null && ceasedCare(episode.rec)) ends.push({ ...started, on: episode.dec });
      before = episode;
    }
  }
  // Of one day by child, as they come.
  return { starts: inOrderOfDay(starts), ends: inOrderOfDay(ends), firstKnown: inOrderOfDay(firstKnown) };
};

/** An authority at the end of a day, knowing nothing of what came later. */
export interface AuthorityOnDay {
  readonly ledger: PreparedLedger;
  readonly asOf: Day;
  /** Everyone with an open episode, short breaks included. */
  readonly inCare: readonly ChildOnDay[];
  /** The first of the twelve months' days up to the as-of day. */
  readonly twelveMonthsFrom: Day;
  readonly twoYearsBefore: Day;
  readonly thirtyMonthsBefore: Day;
  /** The time that flows are counted over, the as-of day in it: from 1 April unless another was asked for. */
  readonly window: ClosedPeriod;
  /** The same authority on another day, with the time from 1 April to it: worked out once. */
  readonly onDay: (other: Day) => AuthorityOnDay;
}

export const authorityOnDay = (
  ledger: PreparedLedger,
  asOf: Day,
  window: ClosedPeriod = yearToDate(asOf),
): AuthorityOnDay => {
  const inCare: ChildOnDay[] = [];
  careDaysOf(ledger.histories).eachOn(dayNumber(asOf), (history, stage) => {
    inCare.push(childInStage(history, stage, asOf));
  });
  const others = new Map<Day, AuthorityOnDay>();
  return {
    ledger,
    asOf,
    inCare,
    twelveMonthsFrom: addDays(addMonths(asOf, -12), 1),
    twoYearsBefore: addMonths(asOf, -24),
    thirtyMonthsBefore: addMonths(asOf, -30),
    window,
    onDay: (other) => {
      const found = others.get(other) ?? authorityOnDay(ledger, other);
      others.set(other, found);
      return found;
    },
  };
};

/**
 * The last 31 March on or before a day. What the return asks once a year (health, care leavers) is told of it: on any
 * later day it is the latest that there can be.
 */
export const yearEndBy = (asOf: Day): Day => {
  const ends = collectionYearEnd(collectionYearOf(asOf));
  return ends === asOf ? ends : collectionYearEnd(collectionYearOf(asOf) - 1);
};

/** Those of the events that happened in a time, its first day and the day before its end included. */
export const eventsWithin = <Event extends { readonly on: Day }>(
  events: readonly Event[],
  { starts, ends }: ClosedPeriod,
): readonly Event[] =>
  events.slice(
    firstWhere(events, ({ on }) => on >= starts),
    firstWhere(events, ({ on }) => on >= ends),
  );

/** The place of the first event for which it is true, when it is true for every one after that. */
const firstWhere = <Event>(events: readonly Event[], isTrue: (event: Event) => boolean): number => {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(events[middle] as Event)) high = middle;
    else low = middle + 1;
  }
  return low;
};
