import type { Answers, Moment, Role, SearchEntry } from '@rightplace/domain';
import { sql } from 'kysely';
import { REWRITTEN } from '../cases/case-versions.ts';
import { type KeptAt, readByVersion, type Versioned } from '../connection/by-version.ts';
import type { Tx } from '../connection/database.ts';
import { haveRead, readOnce, readsFrom } from '../connection/read-once.ts';

interface EntryRow {
  readonly number: number;
  readonly at: Moment;
  readonly kind: SearchEntry['kind'];
  readonly about: number | null;
  readonly byPerson: number | null;
  readonly byPortalPerson: number | null;
  readonly portalName: string | null;
  readonly byRole: Role;
  readonly actingFor: number | null;
  readonly said: Answers;
  readonly providerId: number | null;
  readonly settingId: number | null;
  readonly profileVersion: number | null;
}

const entryOf = ({
  byPerson,
  byPortalPerson,
  portalName,
  byRole,
  actingFor,
  providerId,
  settingId,
  profileVersion,
  ...entry
}: EntryRow): SearchEntry => ({
  ...entry,
  ...(providerId === null && settingId === null && profileVersion === null
    ? {}
    : { register: { providerId, settingId, profileVersion } }),
  by: {
    person: byPortalPerson === null ? String(byPerson) : `portal ${byPortalPerson}`,
    part: { role: byRole, ...(actingFor === null ? {} : { actingFor: String(actingFor) }) },
    ...(portalName === null ? {} : { name: portalName }),
  },
});

/** What offers are told by: they, what they answered, and that they were withdrawn. Found by what was offered, not by looking at every entry. */
const ofOffersIn = (cases: readonly number[]) => sql`(e.case_id, e.number) in (
  select o.case_id, unnest(array[o.number, o.about]) from search_entry o
  where o.authority_id = (select current_authority()) and o.case_id = any(${cases}::bigint[])
    and o.kind in ('offer', 'withdrawn'))`;

const readEntries = async (
  tx: Tx,
  cases: readonly number[],
  which = sql`true`,
): Promise<readonly (EntryRow & { readonly caseId: number })[]> => {
  const { rows } = await sql<EntryRow & { readonly caseId: number }>`
    select e.case_id as "caseId", e.number, e.at, e.kind, e.about, e.by_person as "byPerson",
      e.by_portal_person as "byPortalPerson", p.name as "portalName", e.by_role as "byRole", e.acting_for as "actingFor",
      e.said, e.provider_id as "providerId", e.setting_id as "settingId", e.profile_version as "profileVersion"
    from search_entry e
    left join portal_person p on p.authority_id = e.authority_id and p.id = e.by_portal_person
    where e.authority_id = (select current_authority()) and e.case_id = any(${cases}::bigint[]) and ${which}
    order by e.case_id, e.number`.execute(tx);
  return rows;
};

const entryFrom = ({ caseId: _, ...row }: EntryRow & { readonly caseId: number }): SearchEntry =>
  entryOf(row);

type Logs = ReadonlyMap<number, readonly SearchEntry[]>;

const readLogs = async (tx: Tx, cases: readonly number[], which = sql`true`): Promise<Logs> => {
  if (cases.length === 0) return new Map();
  const entries = Map.groupBy(await readEntries(tx, cases, which), ({ caseId }) => caseId);
  return new Map(cases.map((id) => [id, (entries.get(id) ?? []).map(entryFrom)]));
};

/** Of a log, to which things are only ever added, and of the names that stand in it: whose it is, too. */
const listVersions = async (tx: Tx, cases: readonly number[]): Promise<readonly Versioned[]> => {
  const { rows } = await sql<Versioned>`
    select e.case_id as id, json_build_array(current_authority(), max(e.number), count(*), (
        select string_agg(p.id || ' ' || p.name, ',' order by p.id) from portal_person p
        where p.authority_id = (select current_authority())), ${REWRITTEN})::text as version
    from search_entry e
    where e.authority_id = (select current_authority()) and e.case_id = any(${cases}::bigint[])
    group by e.case_id`.execute(tx);
  return rows;
};

/** Of each database, by version and case: as many as a large authority has going on, some tens of megabytes. */
const kept = new WeakMap<object, Map<string, KeptAt<readonly SearchEntry[]>>>();
const MOST_KEPT = 600;

/** How far each log was written is asked every time; only those that were added to since are read anew. */
const readKeptLogs = async (tx: Tx, cases: readonly number[], db: object): Promise<Logs> => {
  const ofThese = kept.get(db) ?? new Map<string, KeptAt<readonly SearchEntry[]>>();
  kept.set(db, ofThese);
  return readByVersion(ofThese, await listVersions(tx, cases), {
    keyOf: String,
    most: MOST_KEPT,
    read: (changed) => readLogs(tx, changed),
  });
};

const READ_OF_SEARCH = (caseId: number): string => `entries of search ${caseId}`;

/** Everything that was written in a search, oldest first. */
export const listSearchEntries = (tx: Tx, caseId: number): Promise<readonly SearchEntry[]> =>
  readOnce(tx, READ_OF_SEARCH(caseId), async () => {
    const from = readsFrom(tx);
    const logs =
      from === undefined ? await readLogs(tx, [caseId]) : await readKeptLogs(tx, [caseId], from.db);
    return logs.get(caseId) ?? [];
  });

/** Of several searches what was offered and withdrawn, and the approaches it answered: a small part of what was written. */
export const listOffersIn = (tx: Tx, cases: readonly number[]): Promise<Logs> =>
  readLogs(tx, cases, ofOffersIn(cases));

/** Of some approaches, the searches in which a home was offered on one of them, whoever wrote that down. */
export const listSearchesOffered = async (
  tx: Tx,
  approaches: readonly { readonly caseId: number; readonly referral: number }[],
): Promise<ReadonlySet<number>> => {
  const cases = [...new Set(approaches.map(({ caseId }) => caseId))];
  const { rows } = await sql<{ id: number }>`
    select distinct case_id as id from search_entry
    join unnest(${approaches.map(({ caseId }) => caseId)}::bigint[], ${approaches.map(({ referral }) => referral)}::bigint[])
      as asked (search, approach) on case_id = search and about = approach
    where authority_id = (select current_authority()) and case_id = any(${cases}::bigint[]) and kind = 'offer'`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
};

/** For a page that will open several searches: reads in one question what it would ask of each by itself. */
export const readSearchLogsAhead = async (tx: Tx, cases: readonly number[]): Promise<void> => {
  const from = readsFrom(tx);
  if (from === undefined || cases.length === 0) return;
  const logs = await readKeptLogs(tx, cases, from.db);
  for (const id of cases) haveRead(tx, READ_OF_SEARCH(id), logs.get(id) ?? []);
};
