import { scaleLinear } from 'd3-scale';
import { type Content, type Html, html } from '../kit/html.ts';
import { dataTable } from '../kit/table.ts';
import { type FigureOptions, figure } from './figure.ts';
import { label, labelLines, tenth } from './marks.ts';
import { boldWidth, LINE_HEIGHT, wrapText } from './text-width.ts';

export interface Bar {
  readonly label: string;
  /** Null for a figure that is not known or may not be shown: the row stays, with `missing` in place of a bar. */
  readonly value: number | null;
  /** The one the finding speaks of. */
  readonly highlight?: boolean | undefined;
  /** For the table: a link to the children counted. */
  readonly cell?: Content;
}

export interface BarOptions extends FigureOptions {
  /** In the order to draw, largest first unless their own order (ages) says more. */
  readonly bars: readonly Bar[];
  readonly format: (value: number) => string;
  readonly missing?: string | undefined;
  readonly rowHeader: string;
  readonly valueHeader: string;
  /** A line across all bars: the target, or England. */
  readonly marker?: { readonly label: string; readonly value: number } | undefined;
}

export interface BarView {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly rows: readonly {
    readonly y: number;
    readonly lines: readonly string[];
    readonly length: number;
    readonly text: string;
    readonly highlight: boolean;
  }[];
  readonly marker:
    | { readonly x: number; readonly text: string; readonly anchor: 'start' | 'end' }
    | undefined;
}

const WIDTH = 640;
const BAR = 24;

export const barView = (options: BarOptions): BarView => {
  const texts = options.bars.map(({ value }) =>
    value === null ? (options.missing ?? 'not known') : options.format(value),
  );
  const wrapped = options.bars.map((bar) => wrapText(bar.label, 250, { widthOf: boldWidth }));
  const left = Math.max(0, ...wrapped.flat().map(boldWidth)) + 10;
  const row = wrapped.some((lines) => lines.length > 1) ? 2 * LINE_HEIGHT + 8 : BAR + 12;
  const top = options.marker === undefined ? 0 : LINE_HEIGHT + 8;
  const most = Math.max(0, ...options.bars.map((bar) => bar.value ?? 0), options.marker?.value ?? 0);
  // Bars always start at nought: their length is the figure.
  const length = scaleLinear()
    .domain([0, most === 0 ? 1 : most])
    .range([0, WIDTH - left - Math.max(...texts.map(boldWidth), 0) - 10]);
  const markerX = options.marker && left + length(options.marker.value);
  return {
    width: WIDTH,
    height: top + options.bars.length * row,
    left: tenth(left),
    rows: options.bars.map((bar, i) => ({
      y: top + i * row + row / 2,
      lines: wrapped[i] ?? [],
      length: tenth(length(bar.value ?? 0)),
      text: texts[i] ?? '',
      highlight: bar.highlight === true,
    })),
    marker:
      options.marker && markerX !== undefined
        ? {
            x: tenth(markerX),
            text: `${options.marker.label} ${options.format(options.marker.value)}`,
            anchor: markerX > WIDTH / 2 ? 'end' : 'start',
          }
        : undefined,
  };
};

const draw = (view: BarView): Html => {
  // When one bar is spoken of, the others step back; otherwise all are alike.
  const anyHighlight = view.rows.some((row) => row.highlight);
  return html`
${view.rows.map(
  ({
    y,
    lines,
    length,
    text,
    highlight,
  }) => html`${labelLines(view.left - 10, y, lines, { anchor: 'end', bold: highlight })}
<rect x="${view.left}" y="${y - BAR / 2}" width="${length}" height="${BAR}" class="app-chart__fill" fill="${anyHighlight && !highlight ? '#6b7c93' : '#12436D'}"/>
${label(view.left + length + 6, y, text, { bold: true })}`,
)}
<path d="M${view.left},0V${view.height}" class="app-chart__axis"/>
${
  view.marker &&
  html`<path d="M${view.marker.x},${LINE_HEIGHT + 4}V${view.height}" class="app-chart__target"/>${label(view.marker.x, LINE_HEIGHT / 2, view.marker.text, { anchor: view.marker.anchor, quiet: true })}`
}`;
};

/** How much of each kind: horizontal, so that names can be read, with every value written at its bar's end. */
export const barChart = (options: BarOptions): Html => {
  const view = barView(options);
  const said = options.bars.map((bar, i) => `${bar.label}: ${view.rows[i]?.text}.`);
  if (options.marker) said.push(`${options.marker.label}: ${options.format(options.marker.value)}.`);
  const table = dataTable({
    caption: options.subtitle,
    dense: true,
    columns: [
      { key: 'label', header: options.rowHeader },
      {
        key: 'value',
        header: options.valueHeader,
        numeric: true,
        cell: (bar: Bar & { text: string }) => bar.cell ?? bar.text,
      },
    ],
    rows: options.bars.map((bar, i) => ({ ...bar, text: view.rows[i]?.text ?? '' })),
  });
  return figure(
    options,
    { ...view, description: `Bar chart. ${said.join(' ')}`, content: draw(view) },
    table,
  );
};
