/** What the rules of the return look up: the grid of postcodes, and Ofsted's lists of providers. */
import { sql } from 'kysely';
import type { Connections, Tx } from '../connection/database.ts';
import { replaceReference, type Source } from './reference.ts';

export interface PostcodeGrid {
  /** In capitals without spaces. */
  readonly postcode: string;
  /** Metres; null where the directory gives no position. */
  readonly east: number | null;
  readonly north: number | null;
  /** Code of the district; null where the directory gives none. */
  readonly district: string | null;
}

/** One line of Ofsted's lists, by its own column names. A URN may have several. */
export interface ProviderOnList {
  readonly URN: string;
  readonly PLACE_CODES: string;
  readonly PROVIDER_CODES: string;
  readonly REG_END: string;
  readonly POSTCODE: string;
  readonly LA_CODE_INFERRED: string;
}

/** Where these postcodes are. Undefined when no directory that tells places on the grid has been loaded. */
export const findPostcodeGrid = async (
  db: Connections | Tx,
  postcodes: readonly string[],
): Promise<readonly PostcodeGrid[] | undefined> => {
  const { rows } = await sql<{ loaded: boolean }>`
    select exists (select from reference.postcode where east is not null) as loaded`.execute(db);
  if (rows[0]?.loaded !== true) return undefined;
  const found = await sql<PostcodeGrid>`
    select postcode, east, north, district from reference.postcode
    where postcode = any(${[...postcodes]}::text[])`.execute(db);
  return found.rows;
};

/** Replaces Ofsted's lists, all of them. */
export const replaceProviders = (
  owner: Connections,
  lines: readonly ProviderOnList[],
  source: Source,
): Promise<void> =>
  replaceReference(owner, { name: 'providers', table: 'reference.provider_line', source }, (tx) =>
    sql`insert into reference.provider_line (urn, place_codes, provider_codes, reg_end, postcode, la)
      select "URN", "PLACE_CODES", "PROVIDER_CODES", "REG_END", "POSTCODE", "LA_CODE_INFERRED"
      from json_to_recordset(${JSON.stringify(lines)}::json) as t ("URN" text, "PLACE_CODES" text,
        "PROVIDER_CODES" text, "REG_END" text, "POSTCODE" text, "LA_CODE_INFERRED" text)`.execute(tx),
  );

/** The lines of these URNs. Undefined when no list has been loaded. */
export const findProviders = async (
  db: Connections | Tx,
  urns: readonly string[],
): Promise<readonly ProviderOnList[] | undefined> => {
  const { rows } = await sql<{ loaded: boolean }>`
    select exists (select from reference.provider_line) as loaded`.execute(db);
  if (rows[0]?.loaded !== true) return undefined;
  const found = await sql<ProviderOnList>`
    select urn as "URN", place_codes as "PLACE_CODES", provider_codes as "PROVIDER_CODES", reg_end as "REG_END",
      postcode as "POSTCODE", la as "LA_CODE_INFERRED"
    from reference.provider_line where urn = any(${[...urns]}::text[])
    order by urn, place_codes, provider_codes, reg_end, postcode, la`.execute(db);
  return found.rows;
};
