import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { type Html, html, noHtml } from '../kit/html.ts';
import { tenth } from './marks.ts';

export interface SparklineOptions {
  /** Oldest first, evenly spaced. What is not known leaves a gap. */
  readonly values: readonly (number | null)[];
  /** The picture in words: "Rose from 898 to 912 over a year". */
  readonly label: string;
  readonly target?: number | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

export interface SparklineView {
  readonly width: number;
  readonly height: number;
  readonly path: string;
  /** Where the last known value is. */
  readonly end: { readonly x: number; readonly y: number } | undefined;
  readonly targetY: number | undefined;
}

const MARGIN = 5;

const FEWEST_POINTS = 3;

export const sparklineView = (options: SparklineOptions): SparklineView => {
  const { values, width = 120, height = 32 } = options;
  const known = values.filter((value) => value !== null);
  const all = options.target === undefined ? known : [...known, options.target];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  // A level line lies in the middle, not along the bottom as if it were nought.
  const y = scaleLinear()
    .domain(all.length === 0 ? [0, 1] : low === high ? [low - 1, high + 1] : [low, high])
    .range([height - MARGIN, MARGIN]);
  const x = scaleLinear()
    .domain([0, Math.max(1, values.length - 1)])
    .range([MARGIN, width - MARGIN]);
  const draw = line<number | null>()
    .defined((value) => value !== null)
    .x((_, i) => tenth(x(i)))
    .y((value) => tenth(y(value ?? 0)));
  const last = values.findLastIndex((value) => value !== null);
  return {
    width,
    height,
    path: draw([...values]) ?? '',
    end: last < 0 ? undefined : { x: tenth(x(last)), y: tenth(y(values[last] ?? 0)) },
    targetY: options.target === undefined ? undefined : tenth(y(options.target)),
  };
};

/** A trend the size of a word, for beside a figure. No axis: it shows the way things go and not how much. */
export const sparkline = (options: SparklineOptions): Html => {
  // One or two points are a dash that says nothing.
  if (options.values.filter((value) => value !== null).length < FEWEST_POINTS) return noHtml;
  const view = sparklineView(options);
  return html`<svg class="app-sparkline" role="img" aria-label="${options.label}" viewBox="0 0 ${view.width} ${view.height}" width="${view.width}" height="${view.height}" xmlns="http://www.w3.org/2000/svg">${
    view.targetY !== undefined && html`<path d="M0,${view.targetY}H${view.width}" class="app-chart__target"/>`
  }<path d="${view.path}" class="app-chart__line" fill="none" stroke="#12436D" stroke-width="2"/>${
    view.end &&
    html`<circle cx="${view.end.x}" cy="${view.end.y}" r="3.5" class="app-chart__fill" fill="#12436D"/>`
  }</svg>`;
};
