import { type Colour, textOn } from '../kit/colour.ts';
import { type Html, html } from '../kit/html.ts';
import { dataTable } from '../kit/table.ts';
import { type FigureOptions, figure } from './figure.ts';
import { label, tenth } from './marks.ts';
import { boldWidth, LINE_HEIGHT } from './text-width.ts';

export interface SharePart {
  readonly label: string;
  readonly count: number;
}

export interface ShareRow {
  /** Whose shares: "Northmarsh", "England". */
  readonly label: string;
  /** The same parts in the same order in each row. */
  readonly parts: readonly SharePart[];
}

export interface ShareOptions extends FigureOptions {
  /** One bar or several to compare. Each is a whole, of at most five parts. */
  readonly rows: readonly ShareRow[];
  readonly formatShare: (percent: number) => string;
  readonly formatCount: (count: number) => string;
  readonly rowHeader?: string | undefined;
}

export interface ShareView {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly {
    readonly y: number;
    readonly label: string;
    readonly segments: readonly {
      readonly x: number;
      readonly width: number;
      readonly colour: Colour;
      /** The share if it fits, else the part's number in the key if that fits, else nothing. */
      readonly text: string;
      readonly says: string;
    }[];
  }[];
  /** In the order of the segments, so that the key can be read without seeing colour. */
  readonly key: readonly { readonly number: number; readonly label: string; readonly colour: Colour }[];
}

const WIDTH = 640;
const BAR = 40;
/** Neighbours differ by at least three to one in brightness, or nearly: dark, light, dark, light, dark. */
const COLOURS = ['#12436d', '#28a197', '#801650', '#f46a25', '#3d3d3d'] as const satisfies readonly Colour[];

const percentOf = (part: SharePart, row: ShareRow): number => {
  const total = row.parts.reduce((sum, each) => sum + each.count, 0);
  return total === 0 ? 0 : (part.count / total) * 100;
};

export const shareView = (options: ShareOptions): ShareView => {
  const most = Math.max(0, ...options.rows.map((row) => row.parts.length));
  if (most > COLOURS.length)
    throw new RangeError(`A share bar has at most five parts, not ${most}: put the rest together`);
  const hasLabels = options.rows.length > 1;
  const height = BAR + (hasLabels ? LINE_HEIGHT + 4 : 0) + 10;
  return {
    width: WIDTH,
    height: options.rows.length * height,
    rows: options.rows.map((row, r) => {
      let x = 0;
      return {
        y: r * height + (hasLabels ? LINE_HEIGHT + 4 : 0),
        label: hasLabels ? row.label : '',
        segments: row.parts.map((part, i) => {
          const share = percentOf(part, row);
          const width = (share / 100) * WIDTH;
          const [words, numeral] = [options.formatShare(share), String(i + 1)];
          const segment = {
            x: tenth(x),
            width: tenth(width),
            colour: COLOURS[i] ?? COLOURS[0],
            text: boldWidth(words) + 10 <= width ? words : boldWidth(numeral) + 6 <= width ? numeral : '',
            says: `${part.label}: ${words}`,
          };
          x += width;
          return segment;
        }),
      };
    }),
    key: (options.rows[0]?.parts ?? []).map((part, i) => ({
      number: i + 1,
      label: part.label,
      colour: COLOURS[i] ?? COLOURS[0],
    })),
  };
};

const draw = (view: ShareView): Html =>
  html`${view.rows.map(
    (row) => html`${row.label !== '' && label(0, row.y - LINE_HEIGHT / 2 - 2, row.label, { bold: true })}
${row.segments.map(
  ({ x, width, colour, text, says }) =>
    width > 0 &&
    html`<rect x="${x}" y="${row.y}" width="${width}" height="${BAR}" class="app-chart__part" fill="${colour}"><title>${says}</title></rect>${text !== '' && label(x + width / 2, row.y + BAR / 2, text, { anchor: 'middle', bold: true, colour: textOn(colour) })}`,
)}`,
  )}`;

const keyOf = (view: ShareView): Html =>
  html`<ol class="app-chart__key">${view.key.map(
    ({ number, label: words, colour }) =>
      html`<li><svg class="app-chart__swatch" width="16" height="16" aria-hidden="true" focusable="false"><rect width="16" height="16" class="app-chart__part" fill="${colour}"/></svg> <strong>${number}</strong> ${words}</li>`,
  )}</ol>`;

/** How a whole divides. The key has the order of the bar, so it is read by place as well as by colour. */
export const shareBar = (options: ShareOptions): Html => {
  const view = shareView(options);
  const said = options.rows.map(
    (row) =>
      `${row.label}: ${row.parts.map((part) => `${part.label} ${options.formatShare(percentOf(part, row))}`).join(', ')}.`,
  );
  const table = dataTable({
    caption: options.subtitle,
    dense: true,
    columns: [
      ...(options.rows.length > 1
        ? [{ key: 'row', header: options.rowHeader ?? 'Where', cell: ({ row }: Line) => row.label }]
        : []),
      { key: 'part', header: 'Part', cell: ({ part }: Line) => part.label },
      {
        key: 'count',
        header: 'Number',
        numeric: true,
        cell: ({ part }: Line) => options.formatCount(part.count),
      },
      {
        key: 'share',
        header: 'Share',
        numeric: true,
        cell: ({ part, row }: Line) => options.formatShare(percentOf(part, row)),
      },
    ],
    rows: options.rows.flatMap((row) => row.parts.map((part) => ({ row, part }))),
    rowHeader: 'part',
  });
  return figure(
    { ...options, note: html`${keyOf(view)}${options.note}` },
    { ...view, description: `Divided bar. ${said.join(' ')}`, content: draw(view) },
    table,
  );
};

interface Line {
  readonly row: ShareRow;
  readonly part: SharePart;
}
