import type { Answers, Moment, SearchEntry } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** An entry of a referral, as its provider sees it: who of the staff wrote it is not told. */
export interface ReferralEntry extends Omit<SearchEntry, 'by'> {
  readonly caseId: number;
  readonly referral: number;
  readonly key: string;
  /** Who of the provider wrote it; null for the authority. */
  readonly byPortalPerson: number | null;
}

interface Row extends Omit<ReferralEntry, 'register'> {
  readonly providerId: number;
  readonly settingId: number | null;
  readonly profileVersion: number | null;
}

/**
 * Every entry of this provider’s referrals, oldest first, or of one of them. Whose they are is asked so that those alone are looked at;
 * inside `asProvider` the database shows no other’s, whatever is asked.
 */
export const listReferralEntries = async (
  tx: Tx,
  of?: { readonly caseId: number; readonly referral: number },
): Promise<readonly ReferralEntry[]> => {
  const { rows } = await sql<Row>`
    select case_id as "caseId", referral, number, at, kind, about, said, key, by_portal_person as "byPortalPerson",
      provider_id as "providerId", setting_id as "settingId", profile_version as "profileVersion"
    from search_entry
    where authority_id = (select current_authority()) and provider_id = (select current_provider()) and referral is not null
      and ${of === undefined ? sql`true` : sql`case_id = ${of.caseId} and referral = ${of.referral}`}
    order by case_id, number`.execute(tx);
  return rows.map(({ providerId, settingId, profileVersion, ...entry }) => ({
    ...entry,
    register: { providerId, settingId, profileVersion },
  }));
};

/** A version of the profile as it was sent; undefined where this provider was not sent it. */
export const findSentProfile = async (
  tx: Tx,
  { caseId, version }: { readonly caseId: number; readonly version: number },
): Promise<{ readonly content: string; readonly approvedAt: Moment } | undefined> => {
  const { rows } = await sql<{ content: string; approvedAt: Moment }>`
    select content, approved_at as "approvedAt" from profile_version
    where authority_id = (select current_authority()) and case_id = ${caseId} and version = ${version}`.execute(
    tx,
  );
  return rows[0];
};

/** The number that the next entry of a search has. Whoever asks holds the log, as the service: a provider sees only its own. */
export const nextEntryNumber = async (tx: Tx, caseId: number): Promise<number> => {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(number), 0) + 1 as next from search_entry
    where authority_id = (select current_authority()) and case_id = ${caseId}`.execute(tx);
  return rows[0]?.next ?? 1;
};

/** Adds what somebody of the provider says. */
export const addReferralEntry = async (
  tx: Tx,
  entry: {
    readonly caseId: number;
    readonly number: number;
    readonly at: Moment;
    readonly kind: SearchEntry['kind'];
    readonly about: number;
    readonly by: number;
    readonly said: Answers;
    readonly key: string;
  },
): Promise<void> => {
  const { caseId, number, at, kind, about, by, said, key } = entry;
  await sql`
    insert into search_entry (case_id, number, at, kind, about, by_portal_person, by_role, said, key)
    values (${caseId}, ${number}, ${at}, ${kind}, ${about}, ${by}, 'external-provider', ${JSON.stringify(said)}::jsonb, ${key})`.execute(
    tx,
  );
};

/** Where each of these cases stands, by its number. */
export const listStatesOfCases = async (
  tx: Tx,
  cases: readonly number[],
): Promise<ReadonlyMap<number, string>> => {
  if (cases.length === 0) return new Map();
  const { rows } = await sql<{ id: number; state: string }>`
    select case_id as id, state from case_standing
    where authority_id = (select current_authority()) and case_id = any(${[...cases]}::bigint[])`.execute(tx);
  return new Map(rows.map(({ id, state }) => [id, state]));
};
