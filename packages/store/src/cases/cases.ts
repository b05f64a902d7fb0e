import {
  type Answers,
  type CaseEvent,
  type ChildId,
  type Doer,
  type Moment,
  moreToLookAt,
  type Role,
} from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';
import { readOnce } from '../connection/read-once.ts';

/** A case and all that happened to it. */
export interface StoredCase {
  readonly id: number;
  readonly workflow: string;
  readonly version: number;
  readonly child: ChildId;
  readonly begunBy: number;
  /** The team of whoever began it, then. */
  readonly teamId: number | null;
  /** Who began the one it was opened from; null where there is none. It is their child too. */
  readonly askedBy: number | null;
  /** The case that it was opened from, or joined to; null where there is none. */
  readonly openedFrom: number | null;
  /** Oldest first, at least the beginning. */
  readonly events: readonly CaseEvent[];
}

/** What the case's form held when it was last saved. */
export interface Evidence {
  readonly revision: number;
  readonly answers: Answers;
  readonly savedBy: number;
  readonly savedAt: Moment;
  /** The part of the form that was saved; all of it, where none is said. */
  readonly section?: string | null;
}

export interface NewCase extends Pick<StoredCase, 'workflow' | 'version' | 'child' | 'begunBy' | 'teamId'> {
  readonly key: string;
}

/** Until the transaction ends, nobody else decides on this case, writes in it, or joins it to another. Taken before it is read. */
export const holdCase = async (tx: Tx, id: number): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_authority() || ' case ' || ${id}::text, 0))`.execute(
    tx,
  );
};

/** The case that somebody began by a form; undefined while they have not. */
export const findCaseBegunBy = async (
  tx: Tx,
  { begunBy, key }: Pick<NewCase, 'begunBy' | 'key'>,
): Promise<number | undefined> => {
  const { rows } = await sql<{ id: number }>`
    select id from workflow_case
    where authority_id = (select current_authority()) and begun_by = ${begunBy} and key = ${key}`.execute(tx);
  return rows[0]?.id;
};

/** Begins a case of a child who is in the record. The same form sent again gives the same case. */
export const addCase = async (tx: Tx, begun: NewCase): Promise<{ id: number; isNew: boolean }> => {
  const { rows } = await sql<{ id: number }>`
    insert into workflow_case (workflow, version, child_id, begun_by, team_id, key)
    select ${begun.workflow}, ${begun.version}, id, ${begun.begunBy}, ${begun.teamId}, ${begun.key}
    from child where authority_id = (select current_authority()) and local_id = ${begun.child}
    on conflict (authority_id, begun_by, key) do nothing
    returning id`.execute(tx);
  const id = rows[0]?.id ?? (await findCaseBegunBy(tx, begun));
  if (id === undefined) throw new Error(`There is no child ${begun.child} to begin a case of`);
  return { id, isNew: rows.length > 0 };
};

const columnsOf = (who: Doer | null) => ({
  person: who === null ? null : Number(who.person),
  role: who?.part.role ?? null,
  actingFor: who?.part.actingFor === undefined ? null : Number(who.part.actingFor),
});

/**
 * Adds what happened next. False when something else had happened meanwhile, or the same form was sent before: the case has
 * to be read again, and whoever decided asked again.
 */
export const addCaseEvent = async (tx: Tx, caseId: number, event: CaseEvent): Promise<boolean> => {
  const [by, word] = [columnsOf(event.by), columnsOf(event.wordOf ?? null)];
  const words = moreToLookAt(event);
  const { rows } = await sql`
    with added as (
      insert into case_event (case_id, number, at, step, kind, by_person, by_role, acting_for, from_state, to_state, said,
        evidence, key, word_of, word_role, word_acting_for)
      values (${caseId}, ${event.number}, ${event.at}, ${event.step}, ${event.kind}, ${by.person}, ${by.role},
        ${by.actingFor}, ${event.from}, ${event.to}, ${JSON.stringify(event.said)}::jsonb, ${event.evidence}, ${event.key},
        ${word.person}, ${word.role}, ${word.actingFor})
      on conflict do nothing returning case_id),
    standing as (
      insert into case_standing (case_id, workflow, state, open_words)
      select c.id, c.workflow, ${event.to}, ${Math.max(0, words)}::integer
      from workflow_case c join added on added.case_id = c.id where c.authority_id = (select current_authority())
      on conflict (authority_id, case_id) do update
        set state = excluded.state, open_words = greatest(0, case_standing.open_words + ${words}::integer))
    select 1 from added`.execute(tx);
  return rows.length === 1;
};

interface EventRow {
  readonly caseId: number;
  readonly number: number;
  readonly at: Moment;
  readonly step: string;
  readonly kind: CaseEvent['kind'];
  readonly byPerson: number | null;
  readonly byRole: Role | null;
  readonly actingFor: number | null;
  readonly from: string | null;
  readonly to: string;
  readonly said: Answers;
  readonly evidence: number | null;
  readonly key: string;
  readonly wordOf: number | null;
  readonly wordRole: Role | null;
  readonly wordActingFor: number | null;
}

const doerFrom = (person: number | null, role: Role | null, actingFor: number | null): Doer | null =>
  person === null || role === null
    ? null
    : {
        person: String(person),
        part: { role, ...(actingFor === null ? {} : { actingFor: String(actingFor) }) },
      };

const eventOf = (row: EventRow): CaseEvent => {
  const { caseId: _, byPerson, byRole, actingFor, wordOf, wordRole, wordActingFor, ...event } = row;
  const word = doerFrom(wordOf, wordRole, wordActingFor);
  return {
    ...event,
    by: doerFrom(byPerson, byRole, actingFor),
    ...(word === null ? {} : { wordOf: word }),
  };
};

type CaseRow = Omit<StoredCase, 'events'>;

/** Of the authority: those asked for, or all of them, in the order they were begun. */
export const readCases = async (
  tx: Tx,
  ids: readonly number[] | undefined,
): Promise<readonly StoredCase[]> => {
  if (ids?.length === 0) return [];
  const which = ids === undefined ? sql`true` : sql`c.id = any(${ids}::bigint[])`;
  const cases = await sql<CaseRow>`
    select c.id, c.workflow, c.version, child.local_id as child, c.begun_by as "begunBy", c.team_id as "teamId",
      f.begun_by as "askedBy", l.from_case as "openedFrom"
    from workflow_case c join child on child.authority_id = c.authority_id and child.id = c.child_id
    left join case_link l on l.authority_id = c.authority_id and l.case_id = c.id
    left join workflow_case f on f.authority_id = l.authority_id and f.id = l.from_case
    where c.authority_id = (select current_authority()) and ${which} order by c.id`.execute(tx);
  const events = await sql<EventRow>`
    select case_id as "caseId", number, at, step, kind, by_person as "byPerson", by_role as "byRole",
      acting_for as "actingFor", from_state as "from", to_state as "to", said, evidence, key,
      word_of as "wordOf", word_role as "wordRole", word_acting_for as "wordActingFor"
    from case_event c where c.authority_id = (select current_authority())
      and ${ids === undefined ? sql`true` : sql`c.case_id = any(${ids}::bigint[])`}
    order by case_id, number`.execute(tx);
  const byCase = Map.groupBy(events.rows, ({ caseId }) => caseId);
  return cases.rows.map((row) => ({ ...row, events: (byCase.get(row.id) ?? []).map(eventOf) }));
};

/** Pairs of a case and somebody who wrote its evidence, or what it was opened from, and so on back to the first. */
export const writtenBy = () => sql`
  select case_id as id, saved_by from case_evidence where authority_id = (select current_authority())
  union
  select case_id, attached_by from attachment where authority_id = (select current_authority()) and as_writer
  union
  select l.case_id, made.person from case_link l cross join lateral (
    with recursive before as (
      select l.authority_id, l.from_case as id
      union
      select up.authority_id, up.from_case from before
        join case_link up on up.authority_id = before.authority_id and up.case_id = before.id)
    select e.saved_by as person from before
      join case_evidence e on e.authority_id = before.authority_id and e.case_id = before.id
    union
    select c.begun_by from before
      join workflow_case c on c.authority_id = before.authority_id and c.id = before.id) as made
    where l.authority_id = (select current_authority())`;

/** Everybody who has saved the evidence of each case or attached a document to it while they could, or who began or wrote one it was opened from: what they asked was brought over. */
export const listAllWriters = async (tx: Tx): Promise<ReadonlyMap<number, readonly number[]>> => {
  const { rows } = await sql<{ id: number; people: readonly number[] }>`
    select id, array_agg(distinct saved_by) as people from (${writtenBy()}) as written group by id`.execute(
    tx,
  );
  // Numbers in an array come from the database as text.
  return new Map(rows.map(({ id, people }) => [id, people.map(Number)]));
};

/** Every case of the authority, in the order they were begun. */
export const listCases = (tx: Tx): Promise<readonly StoredCase[]> => readCases(tx, undefined);

/** By these names what was read of a case stands among what a transaction that only reads has read. */
export const READ_OF_CASE = {
  case: (id: number): string => `case ${id}`,
  evidence: (id: number): string => `evidence of case ${id}`,
  writers: (id: number): string => `writers of case ${id}`,
} as const;

export const findCase = (tx: Tx, id: number): Promise<StoredCase | undefined> =>
  readOnce(tx, READ_OF_CASE.case(id), async () => (await readCases(tx, [id]))[0]);

/** The evidence as it was last saved, or as it was at a revision; undefined while nothing was. */
export const findEvidence = (tx: Tx, caseId: number, revision?: number): Promise<Evidence | undefined> =>
  revision === undefined
    ? readOnce(tx, READ_OF_CASE.evidence(caseId), () => readEvidence(tx, caseId, undefined))
    : readEvidence(tx, caseId, revision);

const readEvidence = async (
  tx: Tx,
  caseId: number,
  revision: number | undefined,
): Promise<Evidence | undefined> => {
  const { rows } = await sql<Evidence>`
    select revision, answers, saved_by as "savedBy", saved_at as "savedAt" from case_evidence
    where authority_id = (select current_authority()) and case_id = ${caseId}
      and ${revision === undefined ? sql`true` : sql`revision = ${revision}`}
    order by revision desc limit 1`.execute(tx);
  return rows[0];
};

/**
 * Everything that was saved from the first that somebody saved on, in order; none where they never saved any, or where nobody
 * else has saved any since.
 */
export const listEvidenceFrom = async (
  tx: Tx,
  caseId: number,
  person: number,
): Promise<readonly Evidence[]> => {
  const { rows } = await sql<Evidence>`
    with own as (
      select min(revision) as first from case_evidence
      where authority_id = (select current_authority()) and case_id = ${caseId} and saved_by = ${person})
    select revision, answers, saved_by as "savedBy", saved_at as "savedAt", section from case_evidence, own
    where authority_id = (select current_authority()) and case_id = ${caseId} and revision >= own.first
      and exists (
        select from case_evidence other
        where other.authority_id = (select current_authority()) and other.case_id = ${caseId}
          and other.saved_by <> ${person} and other.revision > own.first)
    order by revision`.execute(tx);
  return rows;
};

/** False when somebody else has saved that revision: their answers have to be read and both put together. */
export const addEvidence = async (tx: Tx, caseId: number, evidence: Evidence): Promise<boolean> => {
  const { rows } = await sql`
    insert into case_evidence (case_id, revision, answers, saved_by, saved_at, section)
    values (${caseId}, ${evidence.revision}, ${JSON.stringify(evidence.answers)}::jsonb, ${evidence.savedBy},
      ${evidence.savedAt}, ${evidence.section ?? null})
    on conflict do nothing returning 1`.execute(tx);
  return rows.length === 1;
};

/** The same of one case: they have made the request, whoever began it. */
export const listWriters = (tx: Tx, caseId: number): Promise<readonly number[]> =>
  readOnce(tx, READ_OF_CASE.writers(caseId), () => readWriters(tx, caseId));

const readWriters = async (tx: Tx, caseId: number): Promise<readonly number[]> => {
  const { rows } = await sql<{ person: number }>`
    select distinct saved_by as person from (${writtenBy()}) as written where id = ${caseId}`.execute(tx);
  return rows.map(({ person }) => person);
};
