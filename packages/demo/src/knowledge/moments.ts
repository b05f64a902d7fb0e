import { type ChildRecord, type DayNumber, dayNumber, type Moment, moment } from '@rightplace/domain';
import { dayText, isWeekday, nextWeekday } from '../calendar/days.ts';
import { between, chance, type Odds, weighted } from '../random/draw.ts';
import { stream } from '../random/stream.ts';
import { findRecordAsAt, type Telling } from '../record/child-record.ts';
import { findMisrecording, type Misrecording } from './misrecording.ts';

/** What was learnt at one moment: the children of whom something new was recorded, each in full. */
export interface DemoMoment {
  readonly at: Moment;
  readonly children: readonly ChildRecord[];
}

/** The authority began using Rightplace this many days before the as-of day. */
const WENT_LIVE = 120;

/** How many days after it happened a child's news is recorded: most the same day, some a week late. */
const DAYS_LATE: Odds<readonly [from: number, to: number]> = [
  [[0, 0], 78],
  [[1, 3], 14],
  [[5, 10], 8],
];

const evening = (on: DayNumber): Moment => moment(`${dayText(on)}T18:30:00Z`);

/** Every day on which there was something new to tell. */
const newsDays = ({ episodes, happenings }: Telling, asOf: DayNumber): readonly DayNumber[] => {
  const days = new Set<DayNumber>();
  for (const { decom, dec } of episodes) {
    days.add(dayNumber(decom));
    if (dec !== null) days.add(dayNumber(dec));
  }
  for (const { from, to, endCells } of happenings) {
    days.add(from);
    if (to !== null && endCells !== undefined) days.add(to);
  }
  return [...days].filter((day) => day < asOf);
};

interface Recording {
  readonly telling: Telling;
  readonly late: number;
  readonly wrong: Misrecording | undefined;
}

/** The child as recorded by the evening of that day, late and mistaken as recording is; right on the last. */
const asRecorded = (
  { telling, late, wrong }: Recording,
  on: DayNumber,
  last: DayNumber,
): ChildRecord | undefined => {
  if (on >= last) return findRecordAsAt(telling, dayText(last));
  const believed = wrong !== undefined && on < wrong.putRight ? wrong.telling : telling;
  return findRecordAsAt(believed, dayText(on - late));
};

/**
 * How the authority came to know what it knows: everything brought across on the day it went live, as then known;
 * after that each working day's news in the evening, some of it late and a little of it wrong and later corrected.
 * Played in order, the last record of each child is the child's record today.
 */
export const inventMoments = (
  tellings: readonly Telling[],
  asOf: DayNumber,
  seed: string,
): readonly DemoMoment[] => {
  const last = asOf - 1;
  let live = asOf - WENT_LIVE;
  while (!isWeekday(live)) live += 1;
  const byEvening = new Map<DayNumber, ChildRecord[]>([[live, []]]);

  const record = (recording: Recording, on: DayNumber): void => {
    const child = asRecorded(recording, on, last);
    if (child === undefined) return;
    const that = byEvening.get(on);
    if (that === undefined) byEvening.set(on, [child]);
    else that.push(child);
  };

  for (const telling of tellings) {
    const next = stream(`${seed}/recording/${telling.life.id}`);
    const [from, to] = weighted(next, DAYS_LATE);
    const late = between(next, from, to);
    const wrong = chance(next, 0.3)
      ? findMisrecording(next, telling, { after: live + 1, before: asOf - 12 })
      : undefined;
    const recording = { telling, late, wrong };
    record(recording, live);
    const news = [...newsDays(telling, asOf)];
    if (wrong !== undefined) news.push(wrong.believed, wrong.putRight - late);
    const evenings = new Set<DayNumber>();
    for (const day of news) if (day + late > live) evenings.add(Math.min(last, nextWeekday(day + late)));
    for (const on of [...evenings].sort((a, b) => a - b)) record(recording, on);
  }
  return [...byEvening].sort(([a], [b]) => a - b).map(([on, children]) => ({ at: evening(on), children }));
};
