/** An authority that looks for many homes at once: its demonstration, with searches as they are there given to more children. */
import { type CaseEvent, PLACEMENT_REQUEST, type SearchEntry } from '@rightplace/domain';
import {
  addAgreement,
  addCase,
  addCaseEvent,
  addEvidence,
  asTenant,
  listAgreements,
  listAuthorities,
  listCasesOfProcess,
  listLastForms,
  listPortalPeople,
  listProviders,
  listSearchEntries,
  loadLedger,
  openStore,
  type StoredAgreement,
  type StoredCase,
  type Tx,
} from '@rightplace/store';
import { CompiledQuery } from 'kysely';
import { giveAround } from './around-searches.ts';
import { type Asked, moreOf, type Row } from './search-logs.ts';

export interface ManySearches {
  readonly searches: number;
  readonly approaches: number;
}

/** Where a page of each kind is, in the search with most in it. */
export interface Examples {
  readonly search: number;
  readonly approach: number;
  readonly offer: number;
  readonly agreement: number | undefined;
  /** A search in each state. */
  readonly inState: ReadonlyMap<string, number>;
  readonly live: number;
  readonly entries: number;
}

const writeLog = async (tx: Tx, caseId: number, log: readonly Row[]): Promise<void> => {
  const rows = log.map(({ number, at, kind, about, by, said, key, register }) => ({
    provider: register?.providerId ?? null,
    setting: register?.settingId ?? null,
    profile: said['channel'] === 'portal' ? (register?.profileVersion ?? null) : null,
    number,
    at,
    kind,
    about,
    person: Number(by.person),
    role: by.part.role,
    said,
    key,
  }));
  await tx.executeQuery(
    CompiledQuery.raw(
      `insert into search_entry (case_id, number, at, kind, about, by_person, by_role, said, key, provider_id, setting_id,
         profile_version)
       select $1, number, at, kind, about, person, role, said, key, provider, setting, profile
       from jsonb_to_recordset($2::jsonb) as one (number integer, at timestamptz, kind text, about integer, person bigint,
         role text, said jsonb, key text, provider bigint, setting bigint, profile integer)
       on conflict do nothing`,
      [caseId, JSON.stringify(rows)],
    ),
  );
};

interface Template {
  readonly found: StoredCase;
  readonly answers: Parameters<typeof addEvidence>[2]['answers'];
  readonly log: readonly Row[];
  readonly agreement: StoredAgreement | undefined;
}

/** What is sent by the portal is a profile that was approved: the one of another search will do here. */
const addProfile = (tx: Tx, caseId: number): Promise<unknown> =>
  tx.executeQuery(
    CompiledQuery.raw(
      `insert into profile_version select made.*
       from (select * from profile_version order by case_id, version limit 1) one,
         jsonb_populate_record(null::profile_version, to_jsonb(one) || jsonb_build_object(
           'case_id', $1::bigint, 'version', 1, 'revision', 1, 'key', 'bench')) made
       on conflict do nothing`,
      [caseId],
    ),
  );

const give = async (tx: Tx, child: string, { found, answers, log, agreement }: Template): Promise<number> => {
  const { workflow, version, begunBy, teamId } = found;
  const key = `bench ${child}`;
  const { id } = await addCase(tx, {
    workflow,
    version,
    child: child as StoredCase['child'],
    begunBy,
    teamId,
    key,
  });
  const savedAt = found.events[0]?.at;
  if (savedAt === undefined) throw new Error('A case has no beginning');
  await addEvidence(tx, id, { revision: 1, answers, savedBy: begunBy, savedAt });
  for (const event of found.events)
    await addCaseEvent(tx, id, {
      ...event,
      evidence: event.evidence === null ? null : 1,
    } satisfies CaseEvent);
  await addProfile(tx, id);
  await writeLog(tx, id, log);
  const made = agreement?.versions[0];
  if (agreement !== undefined && made !== undefined)
    await addAgreement(tx, { ...agreement, caseId: id }, { ...made, key: `bench agreement ${id}` });
  return id;
};

/** Fills a folder that the demonstration was invented in; given twice it stays as it was. */
export const giveManySearches = async (dataDir: string, wanted: ManySearches): Promise<Examples> => {
  const store = await openStore({ dataDir, part: 'command' });
  try {
    const [authority] = await listAuthorities(store.app);
    const examples = await asTenant(store.app, { authorityId: authority?.code ?? '' }, async (tx) => {
      const live = await listCasesOfProcess(tx, PLACEMENT_REQUEST.id, {
        ended: ['closed', 'placed', 'not-permitted', 'no-placement-found', 'cancelled', 'moved'],
        isOver: false,
      });
      const forms = await listLastForms(
        tx,
        live.map(({ id }) => id),
      );
      const agreements = await listAgreements(tx);
      // Given once already: it stays as it was.
      const isGiven = live.length >= wanted.searches;
      const templates: Template[] = [];
      for (const found of live) {
        const entries = await listSearchEntries(tx, found.id);
        const asker = entries.find(({ kind }) => kind === 'approach')?.by;
        // A later stage goes with a profile of its own, which a copy has not.
        const copied = entries.filter(({ kind }) => kind !== 'disclosed');
        const log = copied.map((entry) => ({
          ...entry,
          // What a provider said by the portal is of a referral, which no search here is: it was said to whoever asked.
          by: entry.by.person.startsWith('portal ') && asker !== undefined ? asker : entry.by,
          said: entry.said['channel'] === 'portal' ? { ...entry.said, channel: 'email' } : entry.said,
          key: `bench ${entry.number}`,
        }));
        const agreement = agreements.find(({ caseId }) => caseId === found.id);
        const { answers = {} } = forms.get(found.id) ?? {};
        templates.push({ found, answers, log, agreement });
      }
      const offered = templates.flatMap(({ log }) => log).find(({ kind }) => kind === 'offer');
      const begun = templates.filter(({ log }) => log.some(({ kind }) => kind === 'approach')).length;
      // Some searches have asked nobody yet: the others have their share.
      const approaches = Math.ceil((wanted.approaches / wanted.searches) * (templates.length / begun));
      const portal = await listPortalPeople(tx);
      const asks: Asked = {
        providers: await listProviders(tx),
        atPortal: new Set(portal.map(({ providerId }) => providerId)),
      };
      const filled = templates.map((one) => ({
        ...one,
        log: moreOf(one.log, offered, { approaches, asks }),
      }));
      const taken = new Set<string>(live.map(({ child }) => child));
      const isInCare = ({
        periodsOfCare,
      }: {
        readonly periodsOfCare: readonly { ends: unknown }[];
      }): boolean => periodsOfCare.some(({ ends }) => ends === null);
      const children = (await loadLedger(tx)).children
        .filter(({ id, restricted }) => !taken.has(id) && restricted !== true)
        .toSorted((a, b) => Number(isInCare(b)) - Number(isInCare(a)) || b.id.localeCompare(a.id));
      for (const { found, log } of isGiven ? [] : filled) {
        await addProfile(tx, found.id);
        await writeLog(tx, found.id, log);
      }
      for (const [at, child] of children.slice(0, Math.max(0, wanted.searches - live.length)).entries())
        await give(tx, child.id, filled[at % filled.length] as Template);
      await giveAround(tx);
      const fullest = filled.findLast(({ log }) => log.some(({ kind }) => kind === 'check')) ?? filled[0];
      if (fullest === undefined) throw new Error('The demonstration has no search to go by');
      const number = (kind: SearchEntry['kind']): number =>
        fullest.log.find((entry) => entry.kind === kind)?.number ?? 1;
      return {
        search: fullest.found.id,
        approach:
          number('question') === 1 ? 1 : Number(fullest.log.find(({ kind }) => kind === 'question')?.about),
        offer: number('offer'),
        agreement: agreements[0]?.id,
        inState: new Map(
          live.flatMap(({ id, events }) => events.slice(-1).map(({ to }) => [to, id] as const)),
        ),
        live: Math.max(live.length, wanted.searches),
        entries: fullest.log.length,
      };
    });
    // As the database does by itself a minute or so after much was written.
    await store.owner.executeQuery(CompiledQuery.raw('analyze'));
    return examples;
  } finally {
    await store.close();
  }
};
