import type { FindingAnswer, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** A profile as it was approved: the very text that goes out. */
export interface ProfileVersion {
  readonly version: number;
  /** The revision of the request that it was made from. */
  readonly revision: number;
  readonly content: string;
  readonly approvedBy: number;
  readonly approvedAt: Moment;
}

/** Every version that was approved, the last first. */
export const listProfileVersions = async (tx: Tx, caseId: number): Promise<readonly ProfileVersion[]> => {
  const { rows } = await sql<ProfileVersion>`
    select version, revision, content, approved_by as "approvedBy", approved_at as "approvedAt"
    from profile_version where authority_id = (select current_authority()) and case_id = ${caseId}
    order by version desc`.execute(tx);
  return rows;
};

/** Keeps the next version. The same form sent again adds none. Its case has to be held. */
export const addProfileVersion = async (
  tx: Tx,
  caseId: number,
  {
    revision,
    content,
    approvedBy,
    approvedAt,
    key,
  }: Omit<ProfileVersion, 'version'> & { readonly key: string },
): Promise<void> => {
  await sql`
    insert into profile_version (case_id, version, revision, content, approved_by, approved_at, key)
    select ${caseId}, coalesce(max(version), 0) + 1, ${revision}, ${content}, ${approvedBy}, ${approvedAt}, ${key}
    from profile_version where authority_id = (select current_authority()) and case_id = ${caseId}
    on conflict (authority_id, case_id, approved_by, key) do nothing`.execute(tx);
};

export interface StoredFindingAnswer extends FindingAnswer {
  readonly weight: 'reason' | 'look';
  readonly answeredBy: number;
  readonly answeredAt: Moment;
}

/** What was said of words in a request, the first first. */
export const listProfileAnswers = async (tx: Tx, caseId: number): Promise<readonly StoredFindingAnswer[]> => {
  const { rows } = await sql<StoredFindingAnswer>`
    select question, kind, weight, words, "text", why, answered_by as "answeredBy", answered_at as "answeredAt"
    from profile_answer where authority_id = (select current_authority()) and case_id = ${caseId}
    order by id`.execute(tx);
  return rows;
};

/** The same form sent again adds nothing. */
export const addProfileAnswer = async (
  tx: Tx,
  caseId: number,
  answer: StoredFindingAnswer & { readonly key: string },
): Promise<void> => {
  await sql`
    insert into profile_answer (case_id, question, kind, weight, words, "text", why, answered_by, answered_at, key)
    values (${caseId}, ${answer.question}, ${answer.kind}, ${answer.weight}, ${answer.words}, ${answer.text}, ${answer.why},
      ${answer.answeredBy}, ${answer.answeredAt}, ${answer.key})
    on conflict do nothing`.execute(tx);
};
