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
  listSearchEntries,
  loadLedger,
  openStore,
  type StoredAgreement,
  type StoredCase,
  type Tx,
} from '@rightplace/store';
import { CompiledQuery } from 'kysely';

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
  readonly live: number;
  readonly entries: number;
}

type Row = SearchEntry & { readonly key: string };

/** Each provider is asked once; a third decline, every tenth offers, some ask. */
const repliesTo = (approach: Row, number: number, offered: Row | undefined): readonly Row[] => {
  const of = (
    kind: SearchEntry['kind'],
    after: number,
    said: SearchEntry['said'],
    about = approach.number,
  ) => ({
    ...approach,
    number: number + after,
    kind,
    about,
    said,
    key: `${kind} ${number + after}`,
  });
  const weekly = `${900 + (number % 40) * 10}.00`;
  switch (number % 10) {
    case 0:
      return offered === undefined
        ? []
        : [
            of('offer', 1, { ...offered.said, home: `Home ${number}`, 'core-weekly': weekly }),
            of('shared', 2, { words: 'To be compared.' }, number + 1),
            of(
              'figure',
              3,
              { 'proposed-by': 'us', weekly, 'proposed-where': 'By e-mail', words: 'Without extra staff.' },
              number + 1,
            ),
          ];
    case 1:
    case 2:
    case 3:
      return [of('declined', 1, { reason: 'no-place', words: 'Nothing before the spring.' })];
    case 4:
      return [
        of('question', 1, { words: 'Which school, and how would they get there?' }),
        of('answer', 2, { words: 'The one they are at: the bus stops outside.' }, number + 1),
      ];
    default:
      return [];
  }
};

const moreOf = (log: readonly Row[], offered: Row | undefined, approaches: number): readonly Row[] => {
  const all = [...log];
  const first = log.find(({ kind }) => kind === 'approach');
  let asked = log.filter(({ kind }) => kind === 'approach').length;
  if (first === undefined) return all;
  while (asked < approaches) {
    asked += 1;
    const number = all.length + 1;
    const said = { ...first.said, provider: `Provider ${asked}`, channel: 'email' };
    const approach = { ...first, number, said, key: `approach ${number}` };
    all.push(approach, ...repliesTo(approach, number, offered));
  }
  return all;
};

const writeLog = async (tx: Tx, caseId: number, log: readonly Row[]): Promise<void> => {
  const rows = log.map(({ number, at, kind, about, by, said, key }) => ({
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
      `insert into search_entry (case_id, number, at, kind, about, by_person, by_role, said, key)
       select $1, number, at, kind, about, person, role, said, key
       from jsonb_to_recordset($2::jsonb) as one (number integer, at timestamptz, kind text, about integer, person bigint,
         role text, said jsonb, key text)
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
    return await asTenant(store.app, { authorityId: authority?.code ?? '' }, async (tx) => {
      const live = await listCasesOfProcess(tx, PLACEMENT_REQUEST.id, {
        ended: ['closed', 'placed', 'not-permitted', 'no-placement-found', 'cancelled', 'moved'],
        isOver: false,
      });
      const forms = await listLastForms(tx, [PLACEMENT_REQUEST.id]);
      const agreements = await listAgreements(tx);
      const templates: Template[] = [];
      for (const found of live) {
        const entries = await listSearchEntries(tx, found.id);
        const asker = entries.find(({ kind }) => kind === 'approach')?.by;
        const log = entries.map((entry) => ({
          ...entry,
          // What a provider said by the portal is of a referral, which no search here is: it was said to whoever asked.
          by: entry.by.person.startsWith('portal ') && asker !== undefined ? asker : entry.by,
          said: entry.said['channel'] === 'portal' ? { ...entry.said, channel: 'email' } : entry.said,
          key: `bench ${entry.number}`,
        }));
        const agreement = agreements.find(({ caseId }) => caseId === found.id);
        const { answers = {} } = forms.get(found.id) ?? {};
        if (log.length > 0) templates.push({ found, answers, log, agreement });
      }
      const offered = templates.flatMap(({ log }) => log).find(({ kind }) => kind === 'offer');
      const perSearch = Math.ceil(wanted.approaches / wanted.searches);
      const filled = templates.map((one) => ({ ...one, log: moreOf(one.log, offered, perSearch) }));
      const taken = new Set<string>(live.map(({ child }) => child));
      const isInCare = ({
        periodsOfCare,
      }: {
        readonly periodsOfCare: readonly { ends: unknown }[];
      }): boolean => periodsOfCare.some(({ ends }) => ends === null);
      const children = (await loadLedger(tx)).children
        .filter(({ id, restricted }) => !taken.has(id) && restricted !== true)
        .toSorted((a, b) => Number(isInCare(b)) - Number(isInCare(a)) || b.id.localeCompare(a.id));
      for (const { found, log } of filled) await writeLog(tx, found.id, log);
      for (const [at, child] of children.slice(0, Math.max(0, wanted.searches - live.length)).entries())
        await give(tx, child.id, filled[at % filled.length] as Template);
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
        live: Math.max(live.length, wanted.searches),
        entries: fullest.log.length,
      };
    });
  } finally {
    await store.close();
  }
};
