import type { Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Connections, Tx } from '../connection/database.ts';

export interface Population {
  readonly authorityCode: string;
  readonly name: string;
  /** The estimate is of 30 June of this year. */
  readonly midYear: number;
  /** People aged 0 to 17. */
  readonly children: number;
}

/** A place's point on the ground: of a postcode sector's centre, or of a full postcode. */
export interface PostcodePoint {
  /** Sector (`WR1 1`) or postcode (`WR1 1AA`). */
  readonly code: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly district: string | undefined;
  readonly authority: string | undefined;
}

/** As the full directory has it, with its place on the national grid in metres where it gives one. */
export interface DirectoryPostcode extends Omit<PostcodePoint, 'latitude' | 'longitude'> {
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
  readonly east?: number | undefined;
  readonly north?: number | undefined;
}

export interface SectorCentre extends PostcodePoint {
  readonly postcodes: number;
}

/** Where published data came from. `sha256` of its bytes lets loading the same again be skipped. */
export interface Source {
  readonly source: string;
  readonly sha256?: string;
}

export interface Loaded extends Source {
  readonly name: 'population' | 'sectors' | 'postcodes' | 'providers' | 'published';
  readonly loadedAt: Moment;
}

/** Which published data is held, and since when. */
export const listLoaded = async (db: Connections | Tx): Promise<readonly Loaded[]> => {
  const rows = await db.selectFrom('reference.loaded').selectAll().orderBy('name').execute();
  return rows.map(({ name, source, loaded_at, sha256 }) => ({
    name: name as Loaded['name'],
    source,
    loadedAt: loaded_at,
    ...(sha256 === null ? {} : { sha256 }),
  }));
};

/** Replaces the whole of one kind of published data, and notes where it came from. As the owner. */
export const replaceReference = (
  owner: Connections,
  { name, table, source }: { name: Loaded['name']; table: string; source: Source },
  fill: (tx: Tx) => Promise<unknown>,
): Promise<void> =>
  owner.transaction().execute(async (tx) => {
    const told = { source: source.source, sha256: source.sha256 ?? null, loaded_at: sql<Moment>`now()` };
    await tx
      .insertInto('reference.loaded')
      .values({ name, ...told })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(told))
      .execute();
    await sql`delete from ${sql.table(table)}`.execute(tx);
    await fill(tx);
  });

/** Replaces the population estimates, all of them. As the owner: it is the same for every authority. */
export const replacePopulation = (
  owner: Connections,
  rows: readonly Population[],
  source: Source,
): Promise<void> =>
  replaceReference(owner, { name: 'population', table: 'reference.population', source }, (tx) =>
    sql`insert into reference.population (authority_code, mid_year, name, children)
        select * from unnest(${rows.map((r) => r.authorityCode)}::text[], ${rows.map((r) => r.midYear)}::smallint[],
          ${rows.map((r) => r.name)}::text[], ${rows.map((r) => r.children)}::integer[])`.execute(tx),
  );

/** Replaces the centres of postcode sectors. */
export const replaceSectors = (
  owner: Connections,
  rows: readonly SectorCentre[],
  source: Source,
): Promise<void> =>
  replaceReference(owner, { name: 'sectors', table: 'reference.postcode_sector', source }, (tx) =>
    sql`insert into reference.postcode_sector (sector, latitude, longitude, postcodes, district, authority)
        select * from unnest(${rows.map((r) => r.code)}::text[], ${rows.map((r) => r.latitude)}::float8[],
          ${rows.map((r) => r.longitude)}::float8[], ${rows.map((r) => r.postcodes)}::integer[],
          ${rows.map((r) => r.district ?? null)}::text[], ${rows.map((r) => r.authority ?? null)}::text[])`.execute(
      tx,
    ),
  );

/** Replaces the full postcode directory, given in pieces since it is large. */
export const replacePostcodes = (
  owner: Connections,
  pieces: AsyncIterable<readonly DirectoryPostcode[]> | Iterable<readonly DirectoryPostcode[]>,
  source: Source,
): Promise<void> =>
  replaceReference(owner, { name: 'postcodes', table: 'reference.postcode', source }, async (tx) => {
    for await (const rows of pieces) {
      await sql`insert into reference.postcode (postcode, latitude, longitude, district, authority, east, north)
        select * from unnest(${rows.map((r) => r.code)}::text[], ${rows.map((r) => r.latitude ?? null)}::float8[],
          ${rows.map((r) => r.longitude ?? null)}::float8[], ${rows.map((r) => r.district ?? null)}::text[],
          ${rows.map((r) => r.authority ?? null)}::text[], ${rows.map((r) => r.east ?? null)}::integer[],
          ${rows.map((r) => r.north ?? null)}::integer[])`.execute(tx);
    }
  });

/** The population estimates of one authority, oldest first. */
export const populationOf = async (
  db: Connections | Tx,
  authorityCode: string,
): Promise<readonly Population[]> => {
  const rows = await db
    .selectFrom('reference.population')
    .selectAll()
    .where('authority_code', '=', authorityCode)
    .orderBy('mid_year')
    .execute();
  return rows.map(({ authority_code, mid_year, name, children }) => ({
    authorityCode: authority_code,
    name,
    midYear: mid_year,
    children,
  }));
};

const asPoint = ({
  district,
  authority,
  ...point
}: {
  code: string;
  latitude: number;
  longitude: number;
  district: string | null;
  authority: string | null;
}): PostcodePoint => ({ ...point, district: district ?? undefined, authority: authority ?? undefined });

/** All sector centres. About eleven thousand rows: read once and kept. */
export const loadSectors = async (db: Connections | Tx): Promise<readonly SectorCentre[]> => {
  const { rows } = await sql<Parameters<typeof asPoint>[0] & { postcodes: number }>`
    select sector as code, latitude, longitude, postcodes, district, authority
    from reference.postcode_sector order by sector`.execute(db);
  return rows.map((row) => ({ ...asPoint(row), postcodes: row.postcodes }));
};

/** The points of these postcodes, as far as the full directory is loaded and has them. */
export const findPostcodes = async (
  db: Connections | Tx,
  postcodes: readonly string[],
): Promise<readonly PostcodePoint[]> => {
  const { rows } = await sql<Parameters<typeof asPoint>[0]>`
    select postcode as code, latitude, longitude, district, authority from reference.postcode
    where postcode = any(${[...postcodes]}::text[]) and latitude is not null and longitude is not null`.execute(
    db,
  );
  return rows.map(asPoint);
};
