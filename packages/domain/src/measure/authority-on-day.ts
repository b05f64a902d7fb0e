import { addDays, addMonths, type Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { yearToDate } from '../calendar/reporting-year.ts';
import { type CareHistory, type ChildOnDay, careHistory, findChildOnDay } from '../child/care-history.ts';
import { type Episode, followsOnInCare } from '../child/episode.ts';
import { ceasedCare } from '../child/reason-ceased.ts';
import type { ChildId, Ledger } from '../child/record.ts';
import {
  DEFAULT_PLACEMENT_COUNTING,
  type PlacementCountingSettings,
} from '../placement/counted-placements.ts';

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
}

export const prepare = (
  ledger: Ledger,
  settings: PlacementCountingSettings = DEFAULT_PLACEMENT_COUNTING,
): PreparedLedger => {
  const histories = ledger.children
    .map((child) => careHistory(child, settings))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return { authority: ledger.authority, settings, histories, ...careEvents(histories) };
};

const careEvents = (
  histories: readonly CareHistory[],
): Pick<PreparedLedger, 'starts' | 'ends' | 'firstKnown'> => {
  const starts: CareEvent[] = [];
  const ends: CareEvent[] = [];
  const firstKnown: CareEvent[] = [];
  for (const { id, stages } of histories) {
    let before: Episode | undefined;
    for (const { episode } of stages) {
      const started = { id, on: episode.decom, episode };
      if (episode.rne === 'S') starts.push(started);
      else if (before === undefined || !followsOnInCare(episode, before)) firstKnown.push(started);
      if (episode.dec !== null && ceasedCare(episode.rec)) ends.push({ id, on: episode.dec, episode });
      before = episode;
    }
  }
  return { starts: inOrder(starts), ends: inOrder(ends), firstKnown: inOrder(firstKnown) };
};

/** By day, and of one day by child, so that a stretch of days is found without going through them all. */
const inOrder = (events: CareEvent[]): readonly CareEvent[] =>
  events.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

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
  /** 1 April to the as-of day. */
  readonly yearToDate: Period;
}

export const authorityOnDay = (ledger: PreparedLedger, asOf: Day): AuthorityOnDay => {
  const inCare: ChildOnDay[] = [];
  for (const history of ledger.histories) {
    // Most children of ten years' record are not in care on any one day, and two comparisons tell.
    if (history.from > asOf || (history.until !== null && history.until <= asOf)) continue;
    const child = findChildOnDay(history, asOf);
    if (child !== undefined) inCare.push(child);
  }
  return {
    ledger,
    asOf,
    inCare,
    twelveMonthsFrom: addDays(addMonths(asOf, -12), 1),
    twoYearsBefore: addMonths(asOf, -24),
    thirtyMonthsBefore: addMonths(asOf, -30),
    yearToDate: yearToDate(asOf),
  };
};

/** Those of the events that happened from 1 April to the as-of day. */
export const eventsThisYear = (
  events: readonly CareEvent[],
  { yearToDate: year, asOf }: AuthorityOnDay,
): readonly CareEvent[] =>
  events.slice(
    firstWhere(events, ({ on }) => on >= year.starts),
    firstWhere(events, ({ on }) => on > asOf),
  );

/** The place of the first event for which it is true, when it is true for every one after that. */
const firstWhere = (events: readonly CareEvent[], isTrue: (event: CareEvent) => boolean): number => {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(events[middle] as CareEvent)) high = middle;
    else low = middle + 1;
  }
  return low;
};
