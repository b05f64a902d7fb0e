import { SERIES_COLOURS, TWO_SERIES_COLOURS } from '../kit/colour.ts';
import { type Content, type Html, html } from '../kit/html.ts';
import { LINE_HEIGHT, TEXT_SIZE } from './text-width.ts';

/** How a series looks. Colour is one of three ways to tell it apart, with its dashes and its markers. */
export interface SeriesLook {
  readonly colour: string;
  readonly dash: string;
  readonly marker: 'circle' | 'square' | 'triangle' | 'diamond';
}

const DASHES = ['', '9 4', '2 4', '12 4 2 4'] as const;
const MARKERS = ['circle', 'square', 'triangle', 'diamond'] as const;

/** No more than four: beyond that a reader cannot follow, and a table or several charts serve better. */
export const seriesLooks = (count: number): readonly SeriesLook[] => {
  if (count > SERIES_COLOURS.length) {
    throw new RangeError(`A chart may have four series, not ${count}. Choose, or draw several charts.`);
  }
  const colours = count === 2 ? TWO_SERIES_COLOURS : SERIES_COLOURS;
  return Array.from({ length: count }, (_, i) => ({
    colour: colours[i] ?? '#12436D',
    dash: DASHES[i] ?? '',
    marker: MARKERS[i] ?? 'circle',
  }));
};

/** To a tenth of a unit: finer cannot be seen and only makes the page heavier. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

export const markerPath = (marker: SeriesLook['marker'], x: number, y: number, size = 4.5): string => {
  const [cx, cy, s] = [tenth(x), tenth(y), size];
  switch (marker) {
    case 'circle':
      return `M${cx - s},${cy}a${s},${s} 0 1,0 ${2 * s},0a${s},${s} 0 1,0 ${-2 * s},0z`;
    case 'square':
      return `M${cx - s},${cy - s}h${2 * s}v${2 * s}h${-2 * s}z`;
    case 'triangle':
      return `M${cx},${cy - s - 1}l${s + 1},${2 * s}h${-2 * s - 2}z`;
    case 'diamond':
      return `M${cx},${cy - s - 1}l${s + 1},${s + 1}l${-s - 1},${s + 1}l${-s - 1},${-s - 1}z`;
  }
};

export interface LabelOptions {
  readonly anchor?: 'start' | 'middle' | 'end' | undefined;
  readonly bold?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  /** Set off from what lies beneath by a rim: of paper, or dark about white words. */
  readonly halo?: 'paper' | 'dark' | undefined;
  /** Over a filled shape. */
  readonly colour?: string | undefined;
}

/** Words at a point; `y` is the middle of the line. */
export const label = (x: number, y: number, text: Content, options: LabelOptions = {}): Html =>
  html`<text x="${tenth(x)}" y="${tenth(y + TEXT_SIZE * 0.35)}" text-anchor="${options.anchor ?? 'start'}" class="app-chart__text${options.bold === true && ' app-chart__text--bold'}${options.quiet === true && ' app-chart__text--quiet'}${options.halo !== undefined && ` app-chart__text--halo-${options.halo}`}" fill="${options.colour ?? 'currentColor'}">${text}</text>`;

/** Several lines of words about a middle. */
export const labelLines = (
  x: number,
  y: number,
  lines: readonly string[],
  options: LabelOptions = {},
): Html =>
  html`${lines.map((line, i) => label(x, y + (i - (lines.length - 1) / 2) * LINE_HEIGHT, line, options))}`;
