import { type Colour, textOn } from '../kit/colour.ts';
import { type Html, html } from '../kit/html.ts';
import { dataTable } from '../kit/table.ts';
import { type FigureOptions, figure } from './figure.ts';
import { type MapView, mapView, valueOf } from './map-view.ts';
import { label } from './marks.ts';
import { LINE_HEIGHT } from './text-width.ts';

/** The parsed file of English districts: only what is used of GeoJSON. */
export interface DistrictShapes {
  readonly features: readonly {
    readonly properties: { readonly district: string; readonly authority: string };
    readonly geometry:
      | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly number[])[])[] }
      | {
          readonly type: 'MultiPolygon';
          readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[];
        };
  }[];
}

export interface DistrictCount {
  readonly district: string;
  /** How many of the authority's children live there now. */
  readonly livingNow: number;
  /** How many came into care from there. */
  readonly from: number;
}

export interface MapOptions extends FigureOptions {
  /** Parse the file once and pass the same object: its shapes are worked out once. */
  readonly districts: DistrictShapes;
  /** The districts of the authority itself: outlined, and the middle of the picture. */
  readonly ownDistricts: readonly string[];
  readonly counts: readonly DistrictCount[];
  /** Which of the two counts to draw; the table has both. */
  readonly show?: 'livingNow' | 'from' | undefined;
  readonly format: (count: number) => string;
}

const LEVELS: readonly Colour[] = ['#f3f2f1', '#d5e3ee', '#8eb2ce', '#3b719b', '#12436d'];

const shape = ({ path, level, district }: MapView['shapes'][number]): Html =>
  html`<path d="${path}" fill="${LEVELS[level]}"><title>${district}</title></path>`;

const draw = (id: string, view: MapView): Html => html`
<g class="app-map__districts">${view.shapes.filter(({ isOwn }) => !isOwn).map(shape)}</g>
<use href="#${id}-own" class="app-map__outline"/>
<g class="app-map__districts"><g id="${id}-own">${view.shapes.filter(({ isOwn }) => isOwn).map(shape)}</g></g>
${view.labels.map(({ x, y, count, name, level }) => {
  const colour = textOn(LEVELS[level] ?? '#f3f2f1');
  const half = count !== '' && name !== '' ? LINE_HEIGHT / 2 : 0;
  // A narrow district may end under its own words: white ones carry their ground with them.
  const look = { anchor: 'middle', colour, halo: colour === '#ffffff' ? 'dark' : undefined } as const;
  return html`${count !== '' && label(x, y - half, count, { ...look, bold: true })}${name !== '' && label(x, y + half, name, look)}`;
})}`;

const keyOf = (options: MapOptions, view: MapView): Html => {
  const range = (i: number): string => {
    const [from = 0, next] = [view.levelsFrom[i], view.levelsFrom[i + 1]];
    if (next === undefined) return `${options.format(from)} or more`;
    return next - 1 === from
      ? options.format(from)
      : `${options.format(from)} to ${options.format(next - 1)}`;
  };
  const swatch = (fill: string): Html =>
    html`<svg class="app-chart__swatch" width="16" height="16" aria-hidden="true" focusable="false"><rect width="16" height="16" class="app-chart__part" fill="${fill}"/></svg>`;
  return html`<ul class="app-chart__key"><li>${swatch(LEVELS[0] ?? '')} none</li>${view.levelsFrom.map(
    (_, i) => html`<li>${swatch(LEVELS[i + 1] ?? '')} ${range(i)}</li>`,
  )}<li><svg class="app-chart__swatch" width="16" height="16" aria-hidden="true" focusable="false"><rect x="1.5" y="1.5" width="13" height="13" fill="none" stroke="currentColor" stroke-width="2.5"/></svg> the authority’s own districts</li></ul>${
    view.beyond > 0 &&
    html`<p>${options.format(view.beyond)} more, beyond the edge of this map, ${view.beyond === 1 ? 'is' : 'are'} in the table.</p>`
  }`;
};

/** Where the authority's children live, or came from, by district. */
export const districtMap = (options: MapOptions): Html => {
  const view = mapView(options);
  const rows = [...options.counts]
    .filter((count) => count.livingNow > 0 || count.from > 0 || options.ownDistricts.includes(count.district))
    .sort((a, b) => valueOf(b, options) - valueOf(a, options) || (a.district < b.district ? -1 : 1));
  const outside = (row: DistrictCount): string =>
    options.ownDistricts.includes(row.district) ? 'inside' : 'outside';
  const table = dataTable({
    caption: options.subtitle,
    dense: true,
    columns: [
      { key: 'district', header: 'District' },
      { key: 'where', header: 'Inside the authority', cell: outside },
      {
        key: 'livingNow',
        header: 'Living there now',
        numeric: true,
        cell: (row) => options.format(row.livingNow),
      },
      { key: 'from', header: 'Came from there', numeric: true, cell: (row) => options.format(row.from) },
    ],
    rows,
  });
  const most = rows.slice(0, 5).map((row) => `${row.district} ${options.format(valueOf(row, options))}`);
  const description = `Map of districts. Most: ${most.join(', ') || 'none'}. Every district with a child is in the table that follows.`;
  return figure(
    { ...options, note: html`${keyOf(options, view)}${options.note}` },
    { ...view, description, content: draw(options.id, view) },
    table,
  );
};
