import { scaleBand, scaleLinear } from 'd3-scale';
import { type Html, html } from '../kit/html.ts';
import { type FigureOptions, figure } from './figure.ts';
import { label, labelLines, tenth } from './marks.ts';
import { LINE_HEIGHT, textWidth, wrapText } from './text-width.ts';

/** Where a figure stands, or what moved it from where it stood to there. */
export interface WaterfallColumn {
  readonly label: string;
  readonly kind: 'level' | 'step';
  /** The figure here, or after this step; null where there is none. */
  readonly value: number | null;
}

export interface WaterfallOptions extends FigureOptions {
  readonly columns: readonly WaterfallColumn[];
  /** How a level is written, and how a step is, with its sign. */
  readonly format: (value: number) => string;
  readonly formatStep: (value: number) => string;
  /** The same in figures, by whoever knows what else to say of a step. */
  readonly figures: Html;
}

export interface WaterfallView {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly columns: readonly {
    readonly x: number;
    readonly width: number;
    readonly lines: readonly string[];
    /** Undefined where there is no figure. */
    readonly bar:
      | { readonly top: number; readonly bottom: number; readonly way: 'level' | 'up' | 'down' }
      | undefined;
    readonly text: string;
    readonly says: string;
  }[];
}

const WIDTH = 640;
const HEIGHT = 320;
const TOP = 26;
/** A step of nothing, and a level, are lines and not areas. */
const THIN = 3;

export const waterfallView = ({ columns, format, formatStep }: WaterfallOptions): WaterfallView => {
  const values = columns.flatMap(({ value }) => value ?? []);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  // From nought a few children of a thousand would not be seen, so it is what changed that fills the picture.
  const value = scaleLinear()
    .domain(values.length === 0 ? [0, 1] : low === high ? [low - 1, high + 1] : [low, high])
    .nice(4);
  const ticks = value.ticks(4);
  const left = Math.max(...ticks.map((tick) => textWidth(format(tick)))) + 12;
  const bottom = HEIGHT - 3 * LINE_HEIGHT - 6;
  value.range([bottom, TOP]);
  const band = scaleBand<number>()
    .domain(columns.map((_, i) => i))
    .range([left, WIDTH])
    .padding(0.2);
  let before: number | null = null;
  const drawn = columns.map((column, i) => {
    const from = column.kind === 'level' ? column.value : before;
    before = column.value;
    return {
      x: tenth(band(i) ?? 0),
      width: tenth(band.bandwidth()),
      lines: wrapText(column.label, band.step() - 4),
      ...spanOf(column, from, { value, format, formatStep }),
    };
  });
  return {
    width: WIDTH,
    height: HEIGHT,
    left: tenth(left),
    ticks: ticks.map((tick) => ({ y: tenth(value(tick)), text: format(tick) })),
    columns: drawn,
  };
};

const spanOf = (
  { label: title, kind, value: to }: WaterfallColumn,
  from: number | null,
  {
    value,
    format,
    formatStep,
  }: { readonly value: (of: number) => number } & Pick<WaterfallOptions, 'format' | 'formatStep'>,
): Pick<WaterfallView['columns'][number], 'bar' | 'text' | 'says'> => {
  if (to === null) return { bar: undefined, text: 'none', says: `${title}: nobody to count` };
  if (kind === 'level' || from === null) {
    const y = value(to);
    const text = format(to);
    return {
      bar: { top: tenth(y - THIN), bottom: tenth(y + THIN), way: 'level' },
      text,
      says: `${title}: ${text}`,
    };
  }
  const [top, bottom] = [Math.min(value(from), value(to)), Math.max(value(from), value(to))];
  const text = formatStep(to - from);
  return {
    bar: {
      top: tenth(top),
      bottom: tenth(Math.max(bottom, top + THIN)),
      way: to < from ? 'down' : 'up',
    },
    text,
    says: `${title}: ${text}, to ${format(to)}`,
  };
};

const UP = '#12436D';
const DOWN = '#F46A25';
const LOOKS = {
  level: { classes: 'app-chart__fill', colour: '#0b0c0c' },
  up: { classes: 'app-chart__fill', colour: UP },
  down: { classes: 'app-chart__hollow', colour: DOWN },
} as const;

const draw = (view: WaterfallView): Html => html`
${view.ticks.map(({ y, text }) => html`<path d="M${view.left},${y}H${view.width}" class="app-chart__grid"/>${label(view.left - 8, y, text, { anchor: 'end' })}`)}
${view.columns.map(({ x, width, lines, bar, text, says }, i) => {
  const middle = x + width / 2;
  const next = view.columns[i + 1];
  const look = bar && LOOKS[bar.way];
  return html`<g><title>${says}</title>${
    bar &&
    look &&
    html`<rect x="${x}" y="${bar.top}" width="${width}" height="${tenth(bar.bottom - bar.top)}" class="${look.classes}" fill="${look.colour}"/>`
  }${label(middle, (bar?.top ?? TOP) - 12, text, { anchor: 'middle', bold: true })}</g>
${bar && next?.bar && html`<path d="M${tenth(x + width)},${endOf(bar)}H${next.x}" class="app-chart__axis"/>`}
${labelLines(middle, view.height - 3 * LINE_HEIGHT + 6 + (lines.length * LINE_HEIGHT) / 2, lines, { anchor: 'middle' })}`;
})}`;

/** Where the next column begins. */
const endOf = ({
  top,
  bottom,
  way,
}: {
  top: number;
  bottom: number;
  way: 'level' | 'up' | 'down';
}): number => {
  if (way === 'level') return tenth((top + bottom) / 2);
  return way === 'up' ? top : bottom;
};

/** How a figure got from one level to another, step by step. */
export const waterfallChart = (options: WaterfallOptions): Html => {
  const view = waterfallView(options);
  const said = view.columns.map(({ says }) => `${says}.`).join(' ');
  return figure(
    { ...options, table: 'plain' },
    { ...view, description: `Steps from one figure to another. ${said}`, content: draw(view) },
    options.figures,
  );
};
