import { addDays, type Day, dayInShort, daysBetween, maxDay, minDay } from '@rightplace/domain';
import { type DayMark, dayAxis } from './day-axis.ts';
import type { JourneyEvent, JourneyOptions, JourneyStretch, Tone } from './journey.ts';
import { boldWidth, fitText, textWidth } from './text-width.ts';

export interface JourneyBar {
  readonly x: number;
  readonly width: number;
  readonly tone: Tone;
  /** As much of the name as fits; all of it is in `says` and in the table. */
  readonly text: string;
  /** The name is written after the bar, which is too short and the last. */
  readonly isTextAfter: boolean;
  readonly says: string;
  /** Drawn with a point: it goes on. */
  readonly goesOn: boolean;
  /** The number of the move that began it. */
  readonly move: number | undefined;
}

export interface JourneyMove {
  readonly number: number;
  readonly x: number;
  /** The top of the bar it leads to. */
  readonly y: number;
  /** Moves close together are written on two levels. */
  readonly level: 0 | 1;
  /** Out of room on both levels: the mark is there without its number. */
  readonly numbered: boolean;
}

export interface JourneyLaneView {
  readonly label: string;
  readonly y: number;
  readonly height: number;
  readonly bars: readonly JourneyBar[];
}

export interface JourneyPoint {
  readonly x: number;
  readonly y: number;
  readonly symbol: JourneyEvent['symbol'];
  readonly text: string;
  readonly says: string;
}

export interface JourneyView {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly marks: readonly DayMark[];
  readonly axisY: number;
  readonly lanes: readonly JourneyLaneView[];
  readonly moves: readonly JourneyMove[];
  readonly gaps: readonly { readonly x: number; readonly width: number; readonly text: string }[];
  readonly points: readonly JourneyPoint[];
  readonly eventsY: number;
  /** How many events there was no room to draw. They are in the table. */
  readonly notDrawn: number;
  readonly today: { readonly x: number; readonly anchor: 'middle' | 'end' };
}

const WIDTH = 960;
const RIGHT = WIDTH - 16;
const TOP = 30;
const BAR = 30;
const LANE = 44;
/** Above a lane with moves, for their numbers on two levels. */
const MOVES = 38;
const EVENT_ROW = 26;
const MOST_EVENT_ROWS = 4;
/** A stay of a night must still be seen in a childhood of eighteen years. */
const NARROWEST = 3;

const says = (lane: string, stretch: JourneyStretch): string =>
  `${lane}: ${stretch.full ?? stretch.label}, ${dayInShort(stretch.starts)} to ${stretch.ends === null ? 'now' : dayInShort(stretch.ends)}`;

/** The first row where the point does not lie on the one before, or undefined when every row is taken there. */
const freeRow = (takenTo: readonly number[], x: number): number | undefined => {
  const row = takenTo.findIndex((to) => to <= x);
  if (row >= 0) return row;
  return takenTo.length < MOST_EVENT_ROWS ? takenTo.length : undefined;
};

const placeEvents = (
  events: readonly (JourneyEvent & { readonly x: number })[],
  top: number,
  todayX: number,
) => {
  const takenTo: number[] = [];
  const placed: { event: JourneyEvent & { x: number }; row: number }[] = [];
  for (const event of events) {
    const row = freeRow(takenTo, event.x - 9);
    if (row === undefined) continue;
    takenTo[row] = event.x + 9;
    placed.push({ event, row });
  }
  const points = placed.map(({ event, row }, i): JourneyPoint => {
    const following = placed.slice(i + 1).find((other) => other.row === row);
    const room =
      (following === undefined ? (event.x < todayX ? todayX : RIGHT) : following.event.x - 9) - event.x - 14;
    return {
      x: event.x,
      y: top + row * EVENT_ROW + EVENT_ROW / 2,
      symbol: event.symbol,
      text: fitText(event.label, Math.min(room, 190)),
      says: `${event.label}, ${dayInShort(event.on)}`,
    };
  });
  return { points, rows: takenTo.length, notDrawn: events.length - placed.length };
};

export const journeyView = (options: JourneyOptions): JourneyView => {
  const stretches = options.lanes.flatMap((lane) => lane.stretches);
  const days = [
    ...stretches.flatMap((stretch) => [stretch.starts, ...(stretch.ends === null ? [] : [stretch.ends])]),
    ...options.events.map((event) => event.on),
    options.today,
  ];
  const first = days.reduce(minDay);
  const last = days.reduce(maxDay);
  // A first day in care would otherwise be a line: at least a fortnight is shown.
  const to = daysBetween(first, last) < 14 ? addDays(first, 14) : last;
  const left = Math.max(...options.lanes.map((lane) => boldWidth(lane.label)), boldWidth('events')) + 16;
  const axis = dayAxis(first, to, left, RIGHT - 12);

  let moveNumber = 0;
  let y = TOP;
  const lanes = options.lanes.map((lane): JourneyLaneView => {
    if (lane.stretches.some((stretch) => stretch.isMove === true)) y += MOVES;
    const laneY = y;
    y += LANE;
    return {
      label: lane.label,
      y: laneY,
      height: BAR,
      bars: lane.stretches.map((stretch, i): JourneyBar => {
        const x = axis.at(stretch.starts);
        const end = axis.at(stretch.ends ?? maxDay(options.today, stretch.starts));
        const width = Math.max(NARROWEST, Math.round((end - x) * 10) / 10);
        const inside = fitText(stretch.label, width - 12);
        const after =
          inside === '' && i === lane.stretches.length - 1 ? fitText(stretch.label, RIGHT - end - 20) : '';
        return {
          x,
          width,
          tone: stretch.tone ?? 0,
          text: inside || after,
          isTextAfter: after !== '',
          says: says(lane.label, stretch),
          goesOn: stretch.ends === null,
          move: stretch.isMove === true ? ++moveNumber : undefined,
        };
      }),
    };
  });

  const takenTo = [left - 20, left - 20];
  const moves = lanes
    .flatMap((lane) => lane.bars.map((bar) => ({ ...bar, y: lane.y })))
    .filter((bar) => bar.move !== undefined)
    .map((bar): JourneyMove => {
      const half = boldWidth(String(bar.move)) / 2 + 3;
      const free = takenTo.findIndex((to) => to <= bar.x - half);
      if (free >= 0) takenTo[free] = bar.x + half;
      return { number: bar.move ?? 0, x: bar.x, y: bar.y, level: free === 1 ? 1 : 0, numbered: free >= 0 };
    });

  const eventsY = y;
  const events = options.events
    .map((event) => ({ ...event, x: axis.at(event.on) }))
    .sort((a, b) => a.x - b.x);
  const { points, rows, notDrawn } = placeEvents(events, eventsY, axis.at(options.today));
  const axisY = eventsY + Math.max(rows, options.events.length > 0 ? 1 : 0) * EVENT_ROW + 8;

  return {
    width: WIDTH,
    height: axisY + 30,
    left,
    right: RIGHT,
    marks: axis.marks,
    axisY,
    lanes,
    moves,
    gaps: gapsBetween(options).map(({ from, to: until }) => {
      const [x, end] = [axis.at(from), axis.at(until)];
      return {
        x,
        width: Math.round((end - x) * 10) / 10,
        text: textWidth('not in care') + 8 <= end - x ? 'not in care' : '',
      };
    }),
    points,
    eventsY,
    notDrawn,
    today: {
      x: axis.at(options.today),
      anchor: axis.at(options.today) > WIDTH - 40 ? 'end' : 'middle',
    },
  };
};

/** The times between one period of care and the next. */
const gapsBetween = (options: JourneyOptions): readonly { readonly from: Day; readonly to: Day }[] => {
  const periods = [...(options.periodsOfCare ?? [])].sort((a, b) => (a.starts < b.starts ? -1 : 1));
  return periods.slice(1).flatMap((period, i) => {
    const before = periods[i]?.ends;
    return before && before < period.starts ? [{ from: before, to: period.starts }] : [];
  });
};
