import { type ChildRecord, type DayNumber, dayNumber, type Moment, moment } from '@rightplace/domain';
import { dayText, nextWeekday } from '../calendar/days.ts';
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

/** Of children with something recorded lately, those of whom a date is wrong at first. */
const SHARE_MISTAKEN = 0.3;

const evening = (on: DayNumber): Moment => moment(`${dayText(on)}T18:30:00Z`);

/** Days after `after` on which there was something new to tell. */
const newsDays = (
  { life, episodes, happenings }: Telling,
  after: DayNumber,
  asOf: DayNumber,
): Set<DayNumber> => {
  const days = new Set<DayNumber>();
  const add = (day: DayNumber): void => {
    if (day > after && day < asOf) days.add(day);
  };
  const [from, to] = [dayText(after), dayText(asOf)];
  for (const { decom, dec } of episodes) {
    if (decom > from && decom < to) add(dayNumber(decom));
    if (dec !== null && dec > from && dec < to) add(dayNumber(dec));
  }
  for (const happening of happenings) {
    add(happening.from);
    if (happening.to !== null && happening.endCells !== undefined) add(happening.to);
  }
  if (life.motherOf !== undefined) add(life.motherOf);
  return days;
};

interface Recording {
  readonly telling: Telling;
  readonly late: number;
  readonly wrong: Misrecording | undefined;
  /** On this evening everything is known, and rightly. */
  readonly last: DayNumber;
}

/** The child as recorded by the evening of that day, late and mistaken as recording is; right on the last. */
const asRecorded = ({ telling, late, wrong, last }: Recording, on: DayNumber): ChildRecord | undefined => {
  if (on >= last) return findRecordAsAt(telling, dayText(last));
  const believed = wrong !== undefined && on < wrong.putRight ? wrong.telling : telling;
  return findRecordAsAt(believed, dayText(on - late));
};

/** The evenings on which something of the child was recorded after going live, in order. */
const evenings = ({ telling, late, wrong, last }: Recording, live: DayNumber): readonly DayNumber[] => {
  const days = newsDays(telling, live - late, last + 1);
  if (wrong !== undefined) days.add(wrong.believed).add(wrong.putRight - late);
  const recorded = new Set([...days].map((day) => Math.min(last, nextWeekday(day + late))));
  return [...recorded].sort((a, b) => a - b);
};

const recordingOf = (telling: Telling, live: DayNumber, last: DayNumber, seed: string): Recording => {
  const next = stream(`${seed}/recording/${telling.life.id}`);
  const [from, to] = weighted(next, DAYS_LATE);
  const late = between(next, from, to);
  const mistaken = chance(next, SHARE_MISTAKEN);
  const wrong = mistaken
    ? findMisrecording(next, telling, { after: live + 1, before: last - 11 })
    : undefined;
  return { telling, late, wrong, last };
};

export interface Knowledge {
  readonly moments: readonly DemoMoment[];
  /** Everyone as last recorded, which is everyone as they are. */
  readonly children: readonly ChildRecord[];
}

/**
 * How the authority came to know what it knows: everything brought across on the day it went live, as then known;
 * after that each working day's news in the evening, some of it late and a little of it wrong and later corrected.
 * Played in order, the last record of each child is the child's record today.
 */
export const inventKnowledge = (tellings: readonly Telling[], asOf: DayNumber, seed: string): Knowledge => {
  const live = nextWeekday(asOf - WENT_LIVE);
  const byEvening = new Map<DayNumber, ChildRecord[]>([[live, []]]);
  const children: ChildRecord[] = [];
  for (const telling of tellings) {
    const recording = recordingOf(telling, live, asOf - 1, seed);
    let latest: ChildRecord | undefined;
    for (const on of [live, ...evenings(recording, live)]) {
      const child = asRecorded(recording, on);
      if (child === undefined) continue;
      latest = child;
      const that = byEvening.get(on);
      if (that === undefined) byEvening.set(on, [child]);
      else that.push(child);
    }
    if (latest !== undefined) children.push(latest);
  }
  const moments = [...byEvening]
    .sort(([a], [b]) => a - b)
    .map(([on, recorded]) => ({ at: evening(on), children: recorded }));
  return { moments, children };
};
