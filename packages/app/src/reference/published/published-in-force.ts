import type { Published, PublishedArea, PublishedFigure, SeriesId } from '@rightplace/domain';
import { findPublishedFigures, listPublishedAreas, type Tx } from '@rightplace/store';
import { publishedBundle } from './published-bundle.ts';

/** Every area that figures are published of: those that were loaded, over those that come with the product. */
export const publishedAreas = async (tx: Tx): Promise<ReadonlyMap<string, PublishedArea>> => {
  const areas = new Map(publishedBundle().areas);
  for (const area of await listPublishedAreas(tx)) {
    const region = area.region ?? areas.get(area.code)?.region;
    areas.set(area.code, { ...area, ...(region === undefined ? {} : { region }) });
  }
  return areas;
};

type Found = Pick<PublishedFigure, 'value' | 'release'>;

/**
 * The published figures that hold: of a series and year that was loaded what was loaded, and of every other what comes with
 * the product. They are no knowledge of children: whatever moment is looked back to, today's hold.
 */
export const publishedInForce = async (
  tx: Tx,
  asked: { readonly series: readonly SeriesId[]; readonly areas: readonly string[] },
): Promise<Published> => {
  const { tables, figures } = await findPublishedFigures(tx, asked);
  const { lines } = publishedBundle();
  const loaded = new Set(tables.map(({ series, year }) => `${series} ${year}`));
  const values = new Map<string, Found>(
    figures.map(({ series, year, area, value, release }) => [
      `${series} ${year} ${area}`,
      { value, release },
    ]),
  );
  const bundled = (series: SeriesId, area: string, year: number): Found | undefined => {
    const line = lines.get(series)?.get(year);
    const value = line?.values.get(area);
    return line === undefined || value === undefined ? undefined : { value, release: line.release };
  };
  return {
    find: (series, area, year) =>
      loaded.has(`${series} ${year}`) ? values.get(`${series} ${year} ${area}`) : bundled(series, area, year),
    years: (series) => [
      ...new Set([
        ...(lines.get(series)?.keys() ?? []),
        ...tables.flatMap((table) => (table.series === series ? [table.year] : [])),
      ]),
    ],
  };
};
