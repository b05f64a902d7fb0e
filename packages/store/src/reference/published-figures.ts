import { AREA_LEVELS, type Moment, type PublishedArea, type PublishedFigure } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Connections, Tx } from '../connection/database.ts';
import type { Source } from './reference.ts';

/** What was loaded of published statistics, for the figures asked for. */
export interface LoadedPublished {
  /** Every series and year that was loaded: what comes with the product of these no longer holds. */
  readonly tables: readonly Pick<PublishedFigure, 'series' | 'year' | 'release'>[];
  readonly figures: readonly PublishedFigure[];
}

/**
 * Loads tables of published statistics. What was loaded before of the same series and year gives way; other years stay. As the
 * owner: it is the same for every authority.
 */
export const loadPublishedFigures = (
  owner: Connections,
  {
    areas,
    figures,
  }: { readonly areas: readonly PublishedArea[]; readonly figures: readonly PublishedFigure[] },
  { source, sha256 }: Source,
): Promise<void> =>
  owner.transaction().execute(async (tx) => {
    const told = { source, sha256: sha256 ?? null, loaded_at: sql<Moment>`now()` };
    await tx
      .insertInto('reference.loaded')
      .values({ name: 'published', ...told })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(told))
      .execute();
    await sql`
      insert into reference.published_area (code, level, name, region)
      select code, level, name, region
      from json_to_recordset(${JSON.stringify(areas)}::json) as t (code text, level text, name text, region text)
      on conflict (code) do update set level = excluded.level, name = excluded.name,
        region = coalesce(excluded.region, published_area.region)`.execute(tx);
    const tables = new Map(
      figures.map(({ series, year, release }) => [`${series} ${year}`, { series, year, release }]),
    );
    const given = sql`json_to_recordset(${JSON.stringify([...tables.values()])}::json)
      as t (series text, year smallint, release text)`;
    await sql`delete from reference.published_table using ${given}
              where published_table.series = t.series and published_table.year = t.year`.execute(tx);
    await sql`insert into reference.published_table (series, year, release)
              select series, year, release from ${given}`.execute(tx);
    const numbers = figures.map(({ value }) => (typeof value === 'number' ? value : null));
    const marks = figures.map(({ value }) => (typeof value === 'number' ? null : value));
    await sql`
      insert into reference.published_figure (series, year, area, value, mark)
      select * from unnest(${figures.map(({ series }) => series)}::text[],
        ${figures.map(({ year }) => year)}::smallint[], ${figures.map(({ area }) => area)}::text[],
        ${numbers}::float8[], ${marks}::text[])`.execute(tx);
  });

/** What was loaded of these series for these areas. */
export const findPublishedFigures = async (
  db: Connections | Tx,
  { series, areas }: { readonly series: readonly string[]; readonly areas: readonly string[] },
): Promise<LoadedPublished> => {
  const { rows: tables } = await sql<LoadedPublished['tables'][number]>`
    select series, year, release from reference.published_table where series = any(${[...series]}::text[])`.execute(
    db,
  );
  // Mostly nothing has been loaded.
  if (tables.length === 0) return { tables, figures: [] };
  const { rows: figures } = await sql<PublishedFigure>`
    select series, year, area, release,
      case when value is null then to_jsonb(mark) else to_jsonb(value) end as value
    from reference.published_figure join reference.published_table using (series, year)
    where series = any(${[...series]}::text[]) and area = any(${[...areas]}::text[])`.execute(db);
  return { tables, figures };
};

/** Areas that loaded tables name. */
export const listPublishedAreas = async (db: Connections | Tx): Promise<readonly PublishedArea[]> => {
  const { rows } = await sql<{ code: string; level: string; name: string; region: string | null }>`
    select code, level, name, region from reference.published_area order by code`.execute(db);
  return rows.flatMap(({ code, level, name, region }) => {
    const found = AREA_LEVELS.find((each) => each === level);
    return found === undefined ? [] : [{ code, level: found, name, ...(region === null ? {} : { region }) }];
  });
};
