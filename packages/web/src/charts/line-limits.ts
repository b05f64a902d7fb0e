import { type Html, html } from '../kit/html.ts';
import { markerPath, tenth } from './marks.ts';

/** What a figure usually does, as a band behind its line, and the points that chance alone would hardly give. */
export interface LineLimits {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
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
  rings: limits.marked.flatMap((says, i) => {
    const point = points[i];
    return says === undefined || point === undefined ? [] : { x: tenth(point.x), y: tenth(point.y), says };
  }),
});

/** Under the lines. */
export const drawBand = ({ left, right, top, bottom, middle }: LimitsView): Html =>
  html`<rect x="${left}" y="${top}" width="${tenth(right - left)}" height="${tenth(bottom - top)}" class="app-chart__band"/>
<path d="M${left},${top}H${right}M${left},${bottom}H${right}" class="app-chart__limit"/><path d="M${left},${middle}H${right}" class="app-chart__centre"/>`;

/** Over them. */
export const drawRings = ({ rings }: LimitsView): Html =>
  html`${rings.map(({ x, y, says }) => html`<path d="${markerPath('circle', x, y, 7)}" class="app-chart__ring"><title>${says}</title></path>`)}`;

/** In words, because a band and a ring say nothing by themselves. */
export const limitsKey = ({
  lower,
  upper,
  centre,
  marked,
  format,
}: LineLimits): Html => html`<ul class="app-chart__key">
<li><svg class="app-chart__swatch" width="16" height="16" aria-hidden="true" focusable="false"><rect width="16" height="16" class="app-chart__band"/><path d="M0,0H16M0,16H16" class="app-chart__limit"/></svg> Its usual range, ${format(lower)} to ${format(upper)}, about an average of ${format(centre)}</li>
${
  marked.some((mark) => mark !== undefined) &&
  html`<li><svg class="app-chart__swatch" width="18" height="18" aria-hidden="true" focusable="false"><path d="${markerPath('circle', 9, 9, 7)}" class="app-chart__ring"/></svg> More than chance alone would give</li>`
}</ul>`;
