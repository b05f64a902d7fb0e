import { scaleBand, scaleLinear } from 'd3-scale';
import { type Html, html } from '../kit/html.ts';
import { dataTable } from '../kit/table.ts';
import { type FigureOptions, figure } from './figure.ts';
import { label, labelLines, markerPath, tenth } from './marks.ts';
import { LINE_HEIGHT, textWidth, wrapText } from './text-width.ts';

/** Comings and goings in one period. */
export interface FlowPeriod {
  readonly label: string;
  readonly came: number;
  readonly left: number;
}

export interface FlowOptions extends FigureOptions {
  readonly periods: readonly FlowPeriod[];
  readonly cameLabel: string;
  readonly leftLabel: string;
  readonly netLabel: string;
  readonly format: (value: number) => string;
  /** For the net: with its sign. */
  readonly formatNet: (value: number) => string;
  readonly periodHeader: string;
}

export interface FlowView {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly zero: number;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly columns: readonly {
    readonly x: number;
    readonly width: number;
    readonly cameTop: number;
    readonly leftBottom: number;
    readonly netY: number;
    readonly lines: readonly string[];
    readonly says: string;
  }[];
}

const WIDTH = 640;
const HEIGHT = 320;

export const flowView = (options: FlowOptions): FlowView => {
  const up = Math.max(1, ...options.periods.map((period) => period.came));
  const down = Math.max(1, ...options.periods.map((period) => period.left));
  const value = scaleLinear().domain([-down, up]).nice(4);
  const ticks = value.ticks(4);
  const left = Math.max(...ticks.map((tick) => textWidth(options.format(Math.abs(tick))))) + 12;
  const bottom = HEIGHT - 2 * LINE_HEIGHT - 6;
  value.range([bottom, 10]);
  const band = scaleBand<number>()
    .domain(options.periods.map((_, i) => i))
    .range([left, WIDTH])
    .padding(0.25);
  // Every label, or every second, third…: whichever fits, and always the last.
  const widest = Math.max(
    0,
    ...options.periods.flatMap((period) => wrapText(period.label, 60).map(textWidth)),
  );
  const every = Math.max(1, Math.ceil((widest + 8) / Math.max(1, band.step())));
  // A label wider than its column hangs over: the last one must not hang out of the picture.
  const overhang = Math.max(0, (widest - band.bandwidth()) / 2 - (band.step() - band.bandwidth()) / 2);
  band.range([left, WIDTH - overhang]);
  return {
    width: WIDTH,
    height: HEIGHT,
    left: tenth(left),
    zero: tenth(value(0)),
    ticks: ticks.map((tick) => ({ y: tenth(value(tick)), text: options.format(Math.abs(tick)) })),
    columns: options.periods.map((period, i) => ({
      x: tenth(band(i) ?? 0),
      width: tenth(band.bandwidth()),
      cameTop: tenth(value(period.came)),
      leftBottom: tenth(value(-period.left)),
      netY: tenth(value(period.came - period.left)),
      lines: (options.periods.length - 1 - i) % every === 0 ? wrapText(period.label, 60) : [],
      says: `${period.label}: ${options.cameLabel} ${options.format(period.came)}, ${options.leftLabel} ${options.format(period.left)}, ${options.netLabel} ${options.formatNet(period.came - period.left)}`,
    })),
  };
};

const CAME = '#12436D';
const LEFT = '#F46A25';

const draw = (view: FlowView): Html => html`
${view.ticks.map(({ y, text }) => html`<path d="M${view.left},${y}H${view.width}" class="app-chart__grid"/>${label(view.left - 8, y, text, { anchor: 'end' })}`)}
${view.columns.map(
  ({ x, width, cameTop, leftBottom, netY, lines, says }) => html`<g><title>${says}</title>
<rect x="${x}" y="${cameTop}" width="${width}" height="${tenth(view.zero - cameTop)}" class="app-chart__fill" fill="${CAME}"/>
<rect x="${x}" y="${view.zero}" width="${width}" height="${tenth(leftBottom - view.zero)}" class="app-chart__hollow" fill="${LEFT}"/>
<path d="${markerPath('diamond', x + width / 2, netY, 5)}" class="app-chart__net"/></g>
${labelLines(x + width / 2, view.height - LINE_HEIGHT, lines, { anchor: 'middle' })}`,
)}
<path d="M${view.left},${view.zero}H${view.width}" class="app-chart__axis"/>`;

const key = (options: FlowOptions): Html => html`<ul class="app-chart__key">
<li><svg class="app-chart__swatch" width="16" height="16" aria-hidden="true" focusable="false"><rect width="16" height="16" class="app-chart__fill" fill="${CAME}"/></svg> ${options.cameLabel}, above the line</li>
<li><svg class="app-chart__swatch" width="16" height="16" aria-hidden="true" focusable="false"><rect width="16" height="16" class="app-chart__hollow" fill="${LEFT}"/></svg> ${options.leftLabel}, below the line</li>
<li><svg class="app-chart__swatch" width="16" height="16" aria-hidden="true" focusable="false"><path d="${markerPath('diamond', 8, 8, 5)}" class="app-chart__net"/></svg> ${options.netLabel}</li></ul>`;

/** Who came and who left, period by period, and the difference it made. */
export const flowChart = (options: FlowOptions): Html => {
  const view = flowView(options);
  const table = dataTable({
    caption: options.subtitle,
    dense: true,
    columns: [
      { key: 'label', header: options.periodHeader },
      {
        key: 'came',
        header: options.cameLabel,
        numeric: true,
        cell: (period) => options.format(period.came),
      },
      {
        key: 'left',
        header: options.leftLabel,
        numeric: true,
        cell: (period) => options.format(period.left),
      },
      {
        key: 'net',
        header: options.netLabel,
        numeric: true,
        cell: (period) => options.formatNet(period.came - period.left),
      },
    ],
    rows: options.periods,
  });
  const said = view.columns.map((column) => `${column.says}.`).join(' ');
  return figure(
    { ...options, note: html`${key(options)}${options.note}` },
    { ...view, description: `Columns above and below a line. ${said}`, content: draw(view) },
    table,
  );
};
