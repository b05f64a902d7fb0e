import type { Day, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';
import { readOnce } from '../connection/read-once.ts';
import { takeMoment } from '../connection/settled-moments.ts';

export interface NewSetting {
  readonly key: string;
  readonly value: unknown;
  /** The first day it holds for. */
  readonly starts: Day;
  /** The first day it no longer holds for; until further notice when left out. */
  readonly ends?: Day;
  /** As for a change of the record. */
  readonly clock: () => Moment;
  readonly byPerson?: number;
}

export interface HeldSetting {
  readonly key: string;
  readonly value: unknown;
  readonly starts: Day;
  readonly ends: Day | null;
  readonly setAt: Moment;
}

interface Held extends HeldSetting {
  readonly id: number;
  readonly setBy: number | null;
}

/** Until the transaction ends nobody else changes the setting, so what is read of it can be decided upon. */
export const holdSetting = async (tx: Tx, key: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_authority() || ' setting ' || ${key}, 0))`.execute(
    tx,
  );
};

/**
 * Lets a setting hold for these days. What was to hold then gives way for those days only, and what was believed
 * until now stays on record: a figure as it was known on a day uses the settings as they were known on it.
 */
export const setSetting = async (tx: Tx, setting: NewSetting): Promise<void> => {
  const { key, starts, ends = null } = setting;
  await holdSetting(tx, key);
  const moment = await takeMoment(tx, setting.clock);
  const { rows: overlapping } = await sql<Held>`
    select id, key, value, starts, ends, set_by as "setBy", lower(recorded) as "setAt" from setting
    where authority_id = (select current_authority()) and key = ${key} and upper_inf(recorded)
      and valid && daterange(${starts}::date, ${ends}::date)`.execute(tx);
  // Strictly after all that was said of it before, even when two are set in one moment.
  const { rows } = await sql<{ at: Moment }>`
    select greatest(${moment}::timestamptz, max(greatest(lower(recorded), upper(recorded))) + interval '1 microsecond')
      as at
    from setting where authority_id = (select current_authority()) and key = ${key}`.execute(tx);
  const at = (rows[0] as { at: Moment }).at;
  for (const old of overlapping) {
    await sql`update setting set recorded = tstzrange(lower(recorded), ${at}::timestamptz)
              where authority_id = (select current_authority()) and id = ${old.id}`.execute(tx);
    if (old.starts < starts) await insert(tx, { ...old, ends: starts }, at);
    if (ends !== null && (old.ends === null || old.ends > ends))
      await insert(tx, { ...old, starts: ends }, at);
  }
  await insert(tx, { key, value: setting.value, starts, ends, setBy: setting.byPerson ?? null }, at);
};

const insert = async (
  tx: Tx,
  { key, value, starts, ends, setBy }: Omit<Held, 'id' | 'setAt'>,
  at: Moment,
): Promise<void> => {
  await sql`insert into setting (key, value, starts, ends, recorded, set_by)
            values (${key}, ${JSON.stringify(value)}::jsonb, ${starts}, ${ends}, tstzrange(${at}::timestamptz, null), ${setBy})`.execute(
    tx,
  );
};

/** Every setting with its days, as known now or then. */
export const listSettings = (tx: Tx, knownAt?: Moment): Promise<readonly HeldSetting[]> =>
  readOnce(tx, `settings ${knownAt ?? ''}`, () => readSettings(tx, knownAt));

const readSettings = async (tx: Tx, knownAt: Moment | undefined): Promise<readonly HeldSetting[]> => {
  const { rows } = await sql<HeldSetting>`
    select key, value, starts, ends, lower(recorded) as "setAt" from setting
    where authority_id = (select current_authority())
      and ${knownAt === undefined ? sql`upper_inf(recorded)` : sql`recorded @> ${knownAt}::timestamptz`}
    order by key, starts`.execute(tx);
  return rows;
};

/** The settings that hold on a day, as known now or then. */
export const settingsOn = async (
  tx: Tx,
  day: Day,
  knownAt?: Moment,
): Promise<ReadonlyMap<string, unknown>> => {
  const all = await listSettings(tx, knownAt);
  const held = all.filter(({ starts, ends }) => starts <= day && (ends === null || ends > day));
  return new Map(held.map(({ key, value }) => [key, value]));
};
