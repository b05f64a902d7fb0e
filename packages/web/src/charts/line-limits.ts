import { type Html, html } from '../kit/html.ts';
import { markerPath, tenth } from './marks.ts';

/** What a figure usually does, as a band behind its line, and the points that chance alone would hardly give. */
export interface LineLimits {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  /**
   * Where what is usual depends on the point before: a range for each point of the first series. The numbers above are then those of
   * the latest.
   */
  readonly bands?: readonly ({ readonly lower: number; readonly upper: number } | undefined)[] | undefined;
  /** For each point of the first series: what it is part of, in words; undefined for what is usual. */
  readonly marked: readonly (string | undefined)[];
  /** How a limit is written: to the figure's own decimals. */
  readonly format: (value: number) => string;
}

export interface LimitsView {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly middle: number;
  /** The range of each point that has one of its own; none where all have the same. */
  readonly steps: readonly { readonly x: number; readonly top: number; readonly bottom: number }[];
  readonly rings: readonly { readonly x: number; readonly y: number; readonly says: string }[];
}

export interface Placing {
  readonly left: number;
  readonly right: number;
  readonly yOf: (value: number) => number;
  /** Where each point of the first series is; undefined where it has no value. */
  readonly points: readonly ({ readonly x: number; readonly y: number } | undefined)[];
}

export const limitsView = (limits: LineLimits, { left, right, yOf, points }: Placing): LimitsView => ({
  left: tenth(left),
  right: tenth(right),
  top: tenth(yOf(limits.upper)),
  bottom: tenth(yOf(limits.lower)),
  middle: tenth(yOf(limits.centre)),
  steps: (limits.bands ?? []).flatMap((band, i) => {
    const point = points[i];
    if (band === undefined || point === undefined) return [];
    return [{ x: tenth(point.x), top: tenth(yOf(band.upper)), bottom: tenth(yOf(band.lower)) }];
  }),
  rings: limits.marked.flatMap((says, i) => {
    const point = points[i];
    return says === undefined || point === undefined ? [] : { x: tenth(point.x), y: tenth(point.y), says };
  }),
});

/** Under the lines. */
export const drawBand = ({ left, right, top, bottom, middle, steps }: LimitsView): Html => {
  if (steps.length > 0) {
    const upper = steps.map(({ x, top: y }) => `${x},${y}`);
    const lower = steps.map(({ x, bottom: y }) => `${x},${y}`);
    return html`<path d="M${[...upper, ...lower.toReversed()].join('L')}Z" class="app-chart__band"/>
<path d="M${upper.join('L')}M${lower.join('L')}" class="app-chart__limit"/>`;
  }
  return html`<rect x="${left}" y="${top}" width="${tenth(right - left)}" height="${tenth(bottom - top)}" class="app-chart__band"/>
<path d="M${left},${top}H${right}M${left},${bottom}H${right}" class="app-chart__limit"/><path d="M${left},${middle}H${right}" class="app-chart__centre"/>`;
};

/** Over them. */
export const drawRings = ({ rings }: LimitsView): Html =>
  html`${rings.map(({ x, y, says }) => html`<path d="${markerPath('circle', x, y, 7)}" class="app-chart__ring"><title>${says}</title></path>`)}`;

/** In words, because a band and a ring say nothing by themselves. */
export const limitsKey = ({
  lower,
  upper,
  centre,
  bands,
  marked,
  format,
}: LineLimits): Html => html`<ul class="app-chart__key">
<li><svg class="app-chart__swatch" width="16" height="16" aria-hidden="true" focusable="false"><rect width="16" height="16" class="app-chart__band"/><path d="M0,0H16M0,16H16" class="app-chart__limit"/></svg> ${
  bands === undefined
    ? html`Its usual range, ${format(lower)} to ${format(upper)}, about an average of ${format(centre)}`
    : html`What usually follows the month before: for the latest, ${format(lower)} to ${format(upper)}`
}</li>
${
  marked.some((mark) => mark !== undefined) &&
  html`<li><svg class="app-chart__swatch" width="18" height="18" aria-hidden="true" focusable="false"><path d="${markerPath('circle', 9, 9, 7)}" class="app-chart__ring"/></svg> More than chance alone would give</li>`
}</ul>`;
