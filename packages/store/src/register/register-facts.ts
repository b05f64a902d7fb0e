import type { Day, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';
import { takeMoment } from '../connection/settled-moments.ts';

/** Of what something is told: frameworks of a provider, all else of a setting. */
export type ToldOf = { readonly providerId: number } | { readonly settingId: number };

export interface FactToTell {
  readonly of: ToldOf;
  readonly kind: 'framework' | 'standing' | 'terms' | 'judgement' | 'exemption' | 'fee';
  /** Which framework; left out elsewhere. */
  readonly key?: string;
  /** Null: nothing of the kind holds for these days. */
  readonly value: object | null;
  readonly starts: Day;
  /** The first day it no longer holds for; until further notice when null. */
  readonly ends: Day | null;
}

export interface ToldBy {
  readonly clock: () => Moment;
  readonly byPerson: number | null;
}

interface Row {
  readonly id: number;
  readonly value: object;
  readonly starts: Day;
  readonly ends: Day | null;
  readonly by: number | null;
}

/** Whose rows they are, as the exclusion constraint compares them. */
const sameAs = ({ of, kind, key = '' }: FactToTell) => sql`authority_id = (select current_authority())
  and coalesce(provider_id, 0) = ${'providerId' in of ? of.providerId : 0}
  and coalesce(setting_id, 0) = ${'settingId' in of ? of.settingId : 0} and kind = ${kind} and key = ${key}`;

/**
 * Tells something of a provider or a setting, for these days. What was told of the same days gives way for those days only, and
 * what was believed until now stays on record.
 */
export const tellOfRegister = async (
  tx: Tx,
  fact: FactToTell,
  { clock, byPerson }: ToldBy,
): Promise<void> => {
  const { starts, ends } = fact;
  await sql`select pg_advisory_xact_lock(hashtextextended(current_authority() || ' register', 0))`.execute(
    tx,
  );
  const moment = await takeMoment(tx, clock);
  const { rows: overlapping } = await sql<Row>`
    select id, value, starts, ends, recorded_by as by from register_fact
    where ${sameAs(fact)} and upper_inf(recorded) and valid && daterange(${starts}::date, ${ends}::date)`.execute(
    tx,
  );
  // Strictly after all that was said of it before, even when two are told in one moment.
  const { rows } = await sql<{ at: Moment }>`
    select greatest(${moment}::timestamptz, max(greatest(lower(recorded), upper(recorded))) + interval '1 microsecond') as at
    from register_fact where ${sameAs(fact)}`.execute(tx);
  const at = (rows[0] as { at: Moment }).at;
  for (const old of overlapping) {
    await sql`update register_fact set recorded = tstzrange(lower(recorded), ${at}::timestamptz)
      where authority_id = (select current_authority()) and id = ${old.id}`.execute(tx);
    if (old.starts < starts) await insert(tx, fact, { ...old, ends: starts }, at);
    if (ends !== null && (old.ends === null || old.ends > ends))
      await insert(tx, fact, { ...old, starts: ends }, at);
  }
  if (fact.value !== null) await insert(tx, fact, { value: fact.value, starts, ends, by: byPerson }, at);
};

const insert = async (
  tx: Tx,
  { of, kind, key = '' }: FactToTell,
  { value, starts, ends, by }: Omit<Row, 'id'>,
  at: Moment,
): Promise<void> => {
  await sql`insert into register_fact (provider_id, setting_id, kind, key, value, starts, ends, recorded, recorded_by)
    values (${'providerId' in of ? of.providerId : null}, ${'settingId' in of ? of.settingId : null}, ${kind}, ${key},
      ${JSON.stringify(value)}::jsonb, ${starts}, ${ends}, tstzrange(${at}::timestamptz, null), ${by})`.execute(
    tx,
  );
};

/** Tells many things at once of a register that nothing was told of yet, as believed from a moment on. */
export const addRegisterFacts = async (tx: Tx, facts: readonly FactToTell[], at: Moment): Promise<void> => {
  const rows = facts.map(({ of, kind, key = '', value, starts, ends }) => ({
    provider_id: 'providerId' in of ? of.providerId : null,
    setting_id: 'settingId' in of ? of.settingId : null,
    kind,
    key,
    value,
    starts,
    ends,
  }));
  await sql`insert into register_fact (provider_id, setting_id, kind, key, value, starts, ends, recorded)
    select provider_id, setting_id, kind, key, value, starts, ends, tstzrange(${at}::timestamptz, null)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as told (provider_id bigint, setting_id bigint, kind text,
      key text, value jsonb, starts date, ends date)`.execute(tx);
};
