import type { ChildId, Day, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { StatesOfCases } from '../cases/events-into.ts';
import type { Tx } from '../connection/database.ts';
import { readOnce } from '../connection/read-once.ts';

/** What tells whether a ledger kept in memory, with all that was worked out from it, is still the one to use. */
export interface LedgerSigns {
  /** When the record last learned anything, up to the moment asked about. */
  readonly changedAt: Moment | undefined;
  /** Children whose records are restricted. Holds at once, whatever moment is asked about. */
  readonly restricted: readonly ChildId[];
  /** Which published data is loaded and since when. Holds at once too: it is no knowledge of children. */
  readonly loaded: readonly string[];
  /**
   * How often cases had come into states of the names asked for, of whichever process, or something asked for was said of them
   * where they stood, and how many were opened from another, up to the moment asked about. It changes with whatever measures take from cases, and now and then with what they do not.
   */
  readonly comeInto: number;
  /** How many approaches and offers were written down in searches, up to that moment. */
  readonly logged: number;
  /** How often something was agreed on what placements cost, signed, set up or decided on cost avoided, up to that moment. */
  readonly agreed: number;
  /** The values of the settings asked for, by key; one that was never set is not there. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Every value, with its days, of the settings whose keys begin as asked: what an earlier day is counted by holds still. */
  readonly timelines: readonly SettingTimeline[];
  /** Whether this transaction has written something itself, that nobody else sees yet and that can still be undone. */
  readonly hasWritten: boolean;
}

export interface SettingTimeline {
  readonly key: string;
  readonly value: unknown;
  readonly starts: Day;
  readonly ends: Day | null;
}

export interface SignsAsked {
  readonly knownAt?: Moment | undefined;
  readonly settingKeys: readonly string[];
  readonly settingOn: Day;
  readonly timelinesOf: string;
  readonly cameInto: readonly StatesOfCases[];
  /** What is said of cases where they stand, by its steps. */
  readonly steps: readonly string[];
}

/** Of the signs, those that are counted among what happened in cases: some tens of thousands of rows in a large authority. */
export type SignsOfCases = Pick<LedgerSigns, 'comeInto' | 'logged'>;

/**
 * Every page with a figure or a child asks, and some for several of their parts: once in a transaction that only reads. Whoever knows
 * the signs of cases without counting says how.
 */
export const ledgerSigns = (
  tx: Tx,
  asked: SignsAsked,
  ofCases: (count: () => Promise<SignsOfCases>) => Promise<SignsOfCases> = (count) => count(),
): Promise<LedgerSigns> =>
  readOnce(tx, `ledger signs ${JSON.stringify(asked)}`, async () => ({
    ...(await readSigns(tx, asked)),
    ...(await ofCases(() => countOfCases(tx, asked))),
  }));

const upTo = (knownAt: Moment | undefined) => (at: 'at' | 'linked_at') =>
  knownAt === undefined ? sql`` : sql`and ${sql.ref(at)} <= ${knownAt}::timestamptz`;

const countOfCases = async (
  tx: Tx,
  { knownAt, cameInto, steps }: Pick<SignsAsked, 'knownAt' | 'cameInto' | 'steps'>,
): Promise<SignsOfCases> => {
  const states = [...new Set(cameInto.flatMap(({ states: into }) => into))];
  const until = upTo(knownAt);
  const { rows } = await sql<SignsOfCases>`
    select
      (select count(*) from case_event where authority_id = (select current_authority())
          and to_state = any(${states}::text[]) and from_state is distinct from to_state ${until('at')})
        + (select count(*) from case_event where authority_id = (select current_authority())
          and step = any(${steps}::text[]) and from_state = to_state ${until('at')})
        + (select count(*) from case_link where authority_id = (select current_authority()) ${until('linked_at')}) as "comeInto",
      (select count(*) from search_entry where authority_id = (select current_authority())
        and kind in ('approach', 'offer') ${until('at')}) as logged`.execute(tx);
  return rows[0] ?? { comeInto: 0, logged: 0 };
};

const readSigns = async (
  tx: Tx,
  { knownAt, settingKeys, settingOn, timelinesOf }: SignsAsked,
): Promise<Omit<LedgerSigns, keyof SignsOfCases>> => {
  const believed =
    knownAt === undefined ? sql`upper_inf(recorded)` : sql`recorded @> ${knownAt}::timestamptz`;
  const until = upTo(knownAt);
  const { rows } = await sql<{
    changedAt: Moment | null;
    restricted: readonly ChildId[];
    loaded: readonly string[];
    agreed: number;
    settings: Readonly<Record<string, unknown>> | null;
    timelines: readonly SettingTimeline[];
    settled: boolean | null;
    hasWritten: boolean;
  }>`
    select
      (select max(at) from record_change where authority_id = (select current_authority())
        ${knownAt === undefined ? sql`` : sql`and at <= ${knownAt}::timestamptz`}) as "changedAt",
      array(select local_id from child where authority_id = (select current_authority()) and restricted
        order by local_id) as restricted,
      array(select name || ' ' || loaded_at::text from reference.loaded order by name) as loaded,
      (select count(*) from placement_agreement_version where authority_id = (select current_authority()) ${until('at')})
        + (select count(*) from placement_agreement_mark where authority_id = (select current_authority()) ${until('at')})
        + (select count(*) from cost_avoidance where authority_id = (select current_authority()) ${until('at')})
        + (select count(*) from cost_avoidance_decision where authority_id = (select current_authority()) ${until('at')}) as agreed,
      (select jsonb_object_agg(key, value) from setting where authority_id = (select current_authority())
        and key in (${sql.join(settingKeys)}) and valid @> ${settingOn}::date
        and ${believed}) as settings,
      (select coalesce(jsonb_agg(jsonb_build_object('key', key, 'value', value, 'starts', starts, 'ends', ends)
          order by key, starts), '[]')
        from setting where authority_id = (select current_authority()) and starts_with(key, ${timelinesOf})
        and ${believed}) as timelines,
      nullif(current_setting('rightplace.settled', true), '')::timestamptz >= ${knownAt ?? null}::timestamptz as settled,
      pg_current_xact_id_if_assigned() is not null as "hasWritten"`.execute(tx);
  const found = rows[0];
  if (knownAt !== undefined && found?.settled !== true)
    throw new Error(`This transaction has not waited for what was known at ${knownAt} to be settled`);
  return {
    changedAt: found?.changedAt ?? undefined,
    restricted: found?.restricted ?? [],
    loaded: found?.loaded ?? [],
    agreed: found?.agreed ?? 0,
    settings: found?.settings ?? {},
    timelines: found?.timelines ?? [],
    hasWritten: found?.hasWritten ?? false,
  };
};
