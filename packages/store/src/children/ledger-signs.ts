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
  /** The value of the setting asked for. */
  readonly setting: unknown;
}

/** All of it in one query, since every page with a figure or a child asks. */
export const ledgerSigns = async (
  tx: Tx,
  asked: { readonly knownAt?: Moment | undefined; readonly settingKey: string; readonly settingOn: Day },
): Promise<LedgerSigns> => {
  const { knownAt, settingKey, settingOn } = asked;
  const { rows } = await sql<{
    changedAt: Moment | null;
    restricted: readonly ChildId[];
    loaded: readonly string[];
    setting: unknown;
    settled: boolean | null;
  }>`
    select
      (select max(at) from record_change where authority_id = (select current_authority())
        ${knownAt === undefined ? sql`` : sql`and at <= ${knownAt}::timestamptz`}) as "changedAt",
      array(select local_id from child where authority_id = (select current_authority()) and restricted
        order by local_id) as restricted,
      array(select name || ' ' || loaded_at::text from reference.loaded order by name) as loaded,
      (select value from setting where authority_id = (select current_authority()) and key = ${settingKey}
        and valid @> ${settingOn}::date
        and ${knownAt === undefined ? sql`upper_inf(recorded)` : sql`recorded @> ${knownAt}::timestamptz`}) as setting,
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
    setting: found?.setting ?? undefined,
  };
};
