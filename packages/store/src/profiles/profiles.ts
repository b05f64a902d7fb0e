import type { Answers, FindingAnswer, Moment, ProfileStage } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** A profile as it was approved: the very text that goes out. */
export interface ProfileVersion {
  readonly version: number;
  readonly stage: ProfileStage;
  /** The revision of the request that it was made from. */
  readonly revision: number;
  /** Of what was written for the stage besides; null where nothing was. */
  readonly addedRevision: number | null;
  readonly content: string;
  readonly approvedBy: number;
  readonly approvedAt: Moment;
}

/** Every version of a stage that was approved, the last first. */
export const listProfileVersions = async (
  tx: Tx,
  caseId: number,
  stage: ProfileStage,
): Promise<readonly ProfileVersion[]> => {
  const { rows } = await sql<ProfileVersion>`
    select version, stage, revision, added_revision as "addedRevision", content, approved_by as "approvedBy", approved_at as "approvedAt"
    from profile_version where authority_id = (select current_authority()) and case_id = ${caseId} and stage = ${stage}
    order by version desc`.execute(tx);
  return rows;
};

/** Keeps the next version: they are numbered on through all stages. The same form sent again adds none. Its case has to be held. */
export const addProfileVersion = async (
  tx: Tx,
  caseId: number,
  {
    stage,
    revision,
    addedRevision,
    content,
    approvedBy,
    approvedAt,
    key,
  }: Omit<ProfileVersion, 'version'> & { readonly key: string },
): Promise<void> => {
  await sql`
    insert into profile_version (case_id, version, stage, revision, added_revision, content, approved_by, approved_at, key)
    select ${caseId}, coalesce(max(version), 0) + 1, ${stage}, ${revision}, ${addedRevision}::integer, ${content}, ${approvedBy},
      ${approvedAt}, ${key}
    from profile_version where authority_id = (select current_authority()) and case_id = ${caseId}
    on conflict (authority_id, case_id, approved_by, key) do nothing`.execute(tx);
};

export interface StoredFindingAnswer extends FindingAnswer {
  /** At which it was said. */
  readonly stage: ProfileStage;
  readonly weight: 'reason' | 'look';
  readonly answeredBy: number;
  readonly answeredAt: Moment;
}

/** What was said of words in a request, the first first. */
export const listProfileAnswers = async (tx: Tx, caseId: number): Promise<readonly StoredFindingAnswer[]> => {
  const { rows } = await sql<StoredFindingAnswer>`
    select stage, question, kind, weight, words, "text", why, answered_by as "answeredBy", answered_at as "answeredAt"
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
    insert into profile_answer (case_id, stage, question, kind, weight, words, "text", why, answered_by, answered_at, key)
    values (${caseId}, ${answer.stage}, ${answer.question}, ${answer.kind}, ${answer.weight}, ${answer.words}, ${answer.text}, ${answer.why},
      ${answer.answeredBy}, ${answer.answeredAt}, ${answer.key})
    on conflict do nothing`.execute(tx);
};

/** What was written for a stage besides the request, as it was saved last. */
export interface ProfileAddition {
  readonly revision: number;
  readonly answers: Answers;
  readonly savedBy: number;
  readonly savedAt: Moment;
}

/** What was saved last for each stage, by the stage. */
export const findProfileAdditions = async (
  tx: Tx,
  caseId: number,
): Promise<ReadonlyMap<ProfileStage, ProfileAddition>> => {
  const { rows } = await sql<ProfileAddition & { readonly stage: ProfileStage }>`
    select distinct on (stage) stage, revision, answers, saved_by as "savedBy", saved_at as "savedAt"
    from profile_addition where authority_id = (select current_authority()) and case_id = ${caseId}
    order by stage, revision desc`.execute(tx);
  return new Map(rows.map(({ stage, ...addition }) => [stage, addition]));
};

/** Keeps the next revision. The same form sent again adds none. Its case has to be held. */
export const addProfileAddition = async (
  tx: Tx,
  caseId: number,
  {
    stage,
    answers,
    savedBy,
    savedAt,
    key,
  }: Omit<ProfileAddition, 'revision'> & { readonly stage: ProfileStage; readonly key: string },
): Promise<void> => {
  await sql`
    insert into profile_addition (case_id, stage, revision, answers, saved_by, saved_at, key)
    select ${caseId}, ${stage}, coalesce(max(revision), 0) + 1, ${JSON.stringify(answers)}::jsonb, ${savedBy}, ${savedAt}, ${key}
    from profile_addition where authority_id = (select current_authority()) and case_id = ${caseId} and stage = ${stage}
    on conflict (authority_id, case_id, saved_by, key) do nothing`.execute(tx);
};
