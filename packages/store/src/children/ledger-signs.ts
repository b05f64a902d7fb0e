import type { ChildId, Day, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** What tells whether a ledger kept in memory, with all that was worked out from it, is still the one to use. */
export interface LedgerSigns {
  /** When the record last learned anything, up to the moment asked about. */
  readonly changedAt: Moment | undefined;
  /** Children whose records are restricted. Holds at once, whatever moment is asked about. */
  readonly restricted: readonly ChildId[];
  /** Which published data is loaded and since when. Holds at once too: it is no knowledge of children. */
  readonly loaded: readonly string[];
  /** The values of the settings asked for, by key; one that was never set is not there. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** All of it in one query, since every page with a figure or a child asks. */
export const ledgerSigns = async (
  tx: Tx,
  asked: {
    readonly knownAt?: Moment | undefined;
    readonly settingKeys: readonly string[];
    readonly settingOn: Day;
  },
): Promise<LedgerSigns> => {
  const { knownAt, settingKeys, settingOn } = asked;
  const { rows } = await sql<{
    changedAt: Moment | null;
    restricted: readonly ChildId[];
    loaded: readonly string[];
    settings: Readonly<Record<string, unknown>> | null;
    settled: boolean | null;
  }>`
    select
      (select max(at) from record_change where authority_id = (select current_authority())
        ${knownAt === undefined ? sql`` : sql`and at <= ${knownAt}::timestamptz`}) as "changedAt",
      array(select local_id from child where authority_id = (select current_authority()) and restricted
        order by local_id) as restricted,
      array(select name || ' ' || loaded_at::text from reference.loaded order by name) as loaded,
      (select jsonb_object_agg(key, value) from setting where authority_id = (select current_authority())
        and key in (${sql.join(settingKeys)}) and valid @> ${settingOn}::date
        and ${knownAt === undefined ? sql`upper_inf(recorded)` : sql`recorded @> ${knownAt}::timestamptz`}) as settings,
      nullif(current_setting('rightplace.settled', true), '')::timestamptz >= ${knownAt ?? null}::timestamptz as settled`.execute(
    tx,
  );
  const found = rows[0];
  if (knownAt !== undefined && found?.settled !== true)
    throw new Error(`This transaction has not waited for what was known at ${knownAt} to be settled`);
  return {
    changedAt: found?.changedAt ?? undefined,
    restricted: found?.restricted ?? [],
    loaded: found?.loaded ?? [],
    settings: found?.settings ?? {},
  };
};
