import type { Day } from '../calendar/day.ts';
import type { CareHistory } from '../child/care-history.ts';
import { findCodeGroup } from '../child/code-list.ts';
import type { Episode } from '../child/episode.ts';
import { REASONS_PLACEMENT_ENDED } from '../placement/reason-placement-ended.ts';
import { timesInCare } from '../review/reviews-due.ts';
import type { ClockStart } from './clock-rule.ts';

/** Something in a child's record that starts a clock, and when the reason for the clock is gone. */
export interface RecordedStart {
  /** Tells it from the child's others of its kind, for as long as the record has it on that day. */
  readonly key: string;
  readonly on: Day;
  readonly ends: Day | null;
}

/** A time under one legal status. */
interface StatusTime {
  readonly status: string;
  readonly first: Episode;
  readonly startKnown: boolean;
  readonly ends: Day | null;
}

const STATUS_BEGINS: ReadonlySet<string> = new Set(['S', 'L', 'B', 'U']);
const PLACEMENT_BEGINS: ReadonlySet<string> = new Set(['S', 'P', 'B']);

const statusTimes = ({ stages }: CareHistory): readonly StatusTime[] => {
  const times: StatusTime[] = [];
  for (const { episode } of stages) {
    const before = times.at(-1);
    const goesOn = before !== undefined && before.status === episode.ls && before.ends === episode.decom;
    if (goesOn && episode.rne !== 'S') times[times.length - 1] = { ...before, ends: episode.dec };
    else
      times.push({
        status: episode.ls,
        first: episode,
        startKnown: STATUS_BEGINS.has(episode.rne),
        ends: episode.dec,
      });
  }
  return times;
};

const placementsOf = ({ placements }: CareHistory): readonly RecordedStart[] =>
  placements.flatMap(({ starts, ends, episodes: [first] }) =>
    PLACEMENT_BEGINS.has(first.rne) ? [{ key: `placement ${starts}`, on: starts, ends }] : [],
  );

/** Those that begin as one before it in the same time in care ends for a reason that is not a plan. */
const placementsNotPlanned = (history: CareHistory): readonly RecordedStart[] => {
  const lost = new Set(
    history.placements.flatMap(({ ends, episodes }) => {
      const last = episodes.at(-1);
      const why = last?.rec === 'X1' ? last.reasonPlaceChange : null;
      return why !== null && findCodeGroup(REASONS_PLACEMENT_ENDED, why) === 'unplanned' ? [ends] : [];
    }),
  );
  return placementsOf(history).filter(({ on }) => lost.has(on));
};

/** Of several on one day, the last: the others were over before the day was. */
export const recordedStarts = (history: CareHistory, start: ClockStart): readonly RecordedStart[] => [
  ...new Map(everyStart(history, start).map((one) => [one.key, one])).values(),
];

/** Every start of that kind in a record, earliest first. One whose day the record does not know is none. */
const everyStart = (history: CareHistory, start: ClockStart): readonly RecordedStart[] => {
  switch (start.kind) {
    case 'coming-into-care':
      return timesInCare(history).flatMap(({ starts, ends, startKnown }) =>
        startKnown ? [{ key: `care ${starts}`, on: starts, ends }] : [],
      );
    case 'first-placement': {
      const placements = placementsOf(history);
      return timesInCare(history).flatMap(({ starts, ends, startKnown }) => {
        const first = placements.find(({ on }) => on >= starts && (ends === null || on <= ends));
        return startKnown && first !== undefined ? [{ ...first, ends }] : [];
      });
    }
    case 'placement':
      return start.after === undefined ? placementsOf(history) : placementsNotPlanned(history);
    case 'legal-status':
      return statusTimes(history).flatMap(({ status, first, startKnown, ends }) =>
        startKnown && status === start.status && (start.livingIn?.includes(first.place) ?? true)
          ? [{ key: `status ${status} ${first.decom}`, on: first.decom, ends }]
          : [],
      );
    case 'said':
      return [];
  }
};
