import { type Day, dayNumber, monthInWords } from '@rightplace/domain';
import { scaleLinear } from 'd3-scale';
import { curveLinear, curveStepAfter, line } from 'd3-shape';
import { type Html, html } from '../kit/html.ts';
import { type FigureOptions, figure, type Picture } from './figure.ts';
import {
  drawBand,
  drawRings,
  type LimitsView,
  type LineLimits,
  limitsKey,
  limitsView,
} from './line-limits.ts';
import { lineTable } from './line-table.ts';
import { label, labelLines, markerPath, type SeriesLook, seriesLooks, tenth } from './marks.ts';
import { boldWidth, LINE_HEIGHT, nameWithFigure, spread, textWidth, wrapText } from './text-width.ts';

export interface LineSeries {
  /** Short: it stands at the end of the line. */
  readonly label: string;
  /** In order of day. A value that is not known leaves a gap. */
  readonly points: readonly { readonly on: Day; readonly value: number | null }[];
  /** Told on days of its own, far apart, as what is published once a year: marks without a line, which would be made up. */
  readonly isApart?: boolean | undefined;
}

export interface LineOptions extends FigureOptions {
  /** The measure first, then what it is compared with. At most four. */
  readonly series: readonly LineSeries[];
  readonly target?:
    | {
        readonly label: string;
        readonly value: number;
        /** The first day it holds; before it there is no line. */
        readonly from?: Day | undefined;
      }
    | undefined;
  /** What the first series usually does. */
  readonly limits?: LineLimits | undefined;
  /** How a value is written: `percent`, `number`. */
  readonly format: (value: number) => string;
  /** How a day is written under the axis and in the table: "March 2026" unless said. */
  readonly formatDay?: ((on: Day) => string) | undefined;
  /** Starts the value axis at nought. On unless said; off only where nought would flatten what matters. */
  readonly zeroBaseline?: boolean | undefined;
  /** `step` for what holds until it changes. */
  readonly shape?: 'line' | 'step' | undefined;
  /** Whose month it is: the heading of the table's first column. */
  readonly dayHeader?: string | undefined;
}

export interface LineView {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly valueTicks: readonly { readonly y: number; readonly text: string }[];
  readonly dayTicks: readonly { readonly x: number; readonly lines: readonly string[] }[];
  readonly lines: readonly {
    readonly look: SeriesLook;
    readonly path: string;
    readonly markers: readonly { readonly x: number; readonly y: number; readonly says: string }[];
    /** None when the series has no value at all. */
    readonly label: { readonly y: number; readonly lines: readonly string[] } | undefined;
  }[];
  readonly limits: LimitsView | undefined;
  /** Its words lie on the side of it where there are fewer values. */
  readonly target:
    | { readonly x: number; readonly y: number; readonly isBelow: boolean; readonly text: string }
    | undefined;
}

const WIDTH = 640;
const HEIGHT = 320;
const MANY_POINTS = 30;
/** Room for a series' marker before its name at the end of the line. */
const KEY = 20;
/** Between the ends of the axis and the first and last day. */
const PLOT_MARGIN = 6;

const lastKnown = (series: LineSeries): { readonly on: Day; readonly value: number } | undefined =>
  series.points.findLast((point): point is { on: Day; value: number } => point.value !== null);

/** "Mar 2026": under an axis there is little room. */
const shortMonth = (on: Day): string => monthInWords(on).replace(/^(\w{3})\w*/, '$1');

/** Marks of an axis without the decimals that they all lack: 2%, 4%, not 2.0%, 4.0%. */
const plainTicks = (texts: readonly string[]): readonly string[] =>
  texts.every((text) => /\.0+(?!\d)/.test(text))
    ? texts.map((text) => text.replace(/\.0+(?!\d)/, ''))
    : texts;

/** At most so many of the days, evenly, always with the last: a label is of a point that is there. */
const chooseTicks = (days: readonly Day[], most: number): readonly Day[] => {
  const step = Math.max(1, Math.ceil((days.length - 1) / Math.max(1, most - 1)));
  return days.filter((_, i) => (days.length - 1 - i) % step === 0);
};

export const lineView = (options: LineOptions): LineView => {
  const formatDay = options.formatDay ?? monthInWords;
  const looks = seriesLooks(options.series.length);
  const endLabels = options.series.map((series) => {
    const last = lastKnown(series);
    return last === undefined ? [] : nameWithFigure(series.label, options.format(last.value));
  });
  const days = [
    ...new Set(options.series.flatMap((series) => series.points.map((point) => point.on))),
  ].sort();
  const values = options.series.flatMap((series) => series.points.flatMap((point) => point.value ?? []));
  if (options.target !== undefined) values.push(options.target.value);
  if (options.limits !== undefined) {
    values.push(options.limits.lower, options.limits.upper);
    for (const band of options.limits.bands ?? [])
      if (band !== undefined) values.push(band.lower, band.upper);
  }

  const lowest = Math.min(...values);
  const start = options.zeroBaseline === false && values.length > 0 ? lowest : Math.min(0, lowest);
  const highest = Math.max(...values);
  const value = scaleLinear()
    .domain(values.length === 0 ? [0, 1] : [start, highest === start ? start + 1 : highest])
    .nice(4);
  const ticks = value.ticks(4);
  const tickTexts = plainTicks(ticks.map((tick) => options.format(tick)));
  const dayLines = (on: Day): readonly string[] => wrapText((options.formatDay ?? shortMonth)(on), 80);
  const plot = {
    // A day under the axis stands about its point, and the first one's must not begin before the picture does.
    left: Math.max(
      Math.max(...tickTexts.map(textWidth)) + 12,
      Math.max(0, ...days.flatMap(dayLines).map(textWidth)) / 2 - PLOT_MARGIN,
    ),
    right: WIDTH - KEY - 2 - Math.max(20, ...endLabels.flat().map(boldWidth)),
    top: 14,
    bottom: HEIGHT - 2 * LINE_HEIGHT - 10,
  };
  value.range([plot.bottom, plot.top]);
  const numbers = days.map(dayNumber);
  const [first = 0, last = 1] = [numbers[0], numbers.at(-1)];
  const time = scaleLinear()
    .domain(first === last ? [first - 1, last + 1] : [first, last])
    .range([plot.left + PLOT_MARGIN, plot.right - PLOT_MARGIN]);

  const draw = line<{ on: Day; value: number | null }>()
    .defined((point) => point.value !== null)
    .x((point) => tenth(time(dayNumber(point.on))))
    .y((point) => tenth(value(point.value ?? 0)))
    .curve(options.shape === 'step' ? curveStepAfter : curveLinear);
  const heights = options.series.map((series) => value(lastKnown(series)?.value ?? 0));
  const tallest = Math.max(1, ...endLabels.map((lines) => lines.length)) * LINE_HEIGHT;
  const labelAt = spread(heights, tallest, plot.top, plot.bottom);

  return {
    width: WIDTH,
    height: HEIGHT,
    plot,
    valueTicks: ticks.map((tick, i) => ({ y: tenth(value(tick)), text: tickTexts[i] ?? '' })),
    dayTicks: chooseTicks(days, Math.floor((plot.right - plot.left) / 90)).map((on) => ({
      x: tenth(time(dayNumber(on))),
      lines: dayLines(on),
    })),
    lines: options.series.map((series, i) => {
      const lines = endLabels[i] ?? [];
      const known = series.points.flatMap(({ on, value: at }) => (at === null ? [] : { on, at }));
      // A lone value between gaps draws no line, so every value has a marker unless there are very many.
      const marked = known.length > MANY_POINTS ? known.slice(-1) : known;
      return {
        look: looks[i] as SeriesLook,
        path: series.isApart === true ? '' : (draw([...series.points]) ?? ''),
        markers: marked.map(({ on, at }) => ({
          x: tenth(time(dayNumber(on))),
          y: tenth(value(at)),
          says: `${series.label}, ${formatDay(on)}: ${options.format(at)}`,
        })),
        label: lines.length === 0 ? undefined : { y: tenth(labelAt[i] ?? 0), lines },
      };
    }),
    limits:
      options.limits &&
      limitsView(options.limits, {
        ...plot,
        yOf: value,
        points: (options.series[0]?.points ?? []).map(({ on, value: at }) =>
          at === null ? undefined : { x: time(dayNumber(on)), y: value(at) },
        ),
      }),
    target: options.target && {
      x: tenth(targetStart(options.target.from, numbers, { time, plot })),
      y: tenth(value(options.target.value)),
      isBelow: values.filter((each) => each > (options.target?.value ?? 0)).length > values.length / 2,
      text: `${options.target.label} ${options.format(options.target.value)}`,
    },
  };
};

/** Where a target's line begins: no further right than leaves room for its words. */
const targetStart = (
  from: Day | undefined,
  [first = 0]: readonly number[],
  { time, plot }: { readonly time: (day: number) => number } & Pick<LineView, 'plot'>,
): number => {
  if (from === undefined || dayNumber(from) <= first) return plot.left;
  return Math.min(time(dayNumber(from)), plot.right - 20);
};

/** "The council: from 11.2% in March 2025 to 9.8% in March 2026." */
const describe = (options: LineOptions): string => {
  const formatDay = options.formatDay ?? monthInWords;
  const sentences = options.series.map((series) => {
    const first = series.points.find((point) => point.value !== null);
    const last = lastKnown(series);
    if (first === undefined || first.value === null || last === undefined)
      return `${series.label}: no figures.`;
    if (first.on === last.on)
      return `${series.label}: ${options.format(last.value)} (${formatDay(last.on)}).`;
    return `${series.label}: from ${options.format(first.value)} (${formatDay(first.on)}) to ${options.format(last.value)} (${formatDay(last.on)}).`;
  });
  if (options.target) sentences.push(`${options.target.label}: ${options.format(options.target.value)}.`);
  if (options.limits)
    sentences.push(
      `${options.limits.bands === undefined ? 'Its usual range' : 'What usually follows the month before, for the latest'}: ${options.limits.format(options.limits.lower)} to ${options.limits.format(options.limits.upper)}.`,
    );
  return `Line chart. ${sentences.join(' ')} Every figure is in the table that follows.`;
};

/** Its words stand on the line's beginning, or before its end where there is no room after. */
const targetLabel = ({ plot }: LineView, { x, y, isBelow, text }: NonNullable<LineView['target']>): Html => {
  const at = y + (isBelow ? 13 : -11);
  return x + 6 + textWidth(text) <= plot.right
    ? label(x + 6, at, text, { quiet: true })
    : label(plot.right, at, text, { quiet: true, anchor: 'end' });
};

const draw = (view: LineView): Html => html`
${view.valueTicks.map(({ y, text }) => html`<path d="M${view.plot.left},${y}H${view.plot.right}" class="app-chart__grid"/>${label(view.plot.left - 8, y, text, { anchor: 'end' })}`)}
${view.limits && drawBand(view.limits)}
${view.dayTicks.map(({ x, lines }) => html`<path d="M${x},${view.plot.bottom}v6" class="app-chart__axis"/>${labelLines(x, view.plot.bottom + 8 + (lines.length * LINE_HEIGHT) / 2, lines, { anchor: 'middle' })}`)}
${
  view.target &&
  html`<path d="M${view.target.x},${view.target.y}H${view.plot.right}" class="app-chart__target"/>${targetLabel(view, view.target)}`
}
${view.lines.map(
  ({
    look,
    path,
    markers,
    label: end,
  }) => html`<path d="${path}" class="app-chart__line" fill="none" stroke="${look.colour}" stroke-width="2.5" stroke-dasharray="${look.dash || 'none'}"/>
${markers.map(({ x, y, says }) => html`<path d="${markerPath(look.marker, x, y)}" class="app-chart__fill" fill="${look.colour}"><title>${says}</title></path>`)}
${end && html`<path d="${markerPath(look.marker, view.plot.right + 8, end.y - ((end.lines.length - 1) * LINE_HEIGHT) / 2)}" class="app-chart__fill" fill="${look.colour}"/>${labelLines(view.plot.right + KEY, end.y, end.lines, { bold: true })}`}`,
)}
${view.limits && drawRings(view.limits)}`;

/** A trend, with its comparators named at the ends of their lines. */
export const lineChart = (options: LineOptions): Html => {
  const view = lineView(options);
  const picture: Picture = { ...view, description: describe(options), content: draw(view) };
  const { limits, note } = options;
  return figure(
    limits === undefined ? options : { ...options, note: html`${limitsKey(limits)}${note}` },
    picture,
    lineTable(options),
  );
};
