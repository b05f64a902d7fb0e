/** Tables with walls and habits of their own: insert only, referring to themselves, files that go, secrets kept as hashes. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { day, moment, type PublishedRelease } from '@rightplace/domain';
import { sql } from 'kysely';
import {
  addApiClient,
  countApiRequest,
  listApiClients,
  markApiClientAgreed,
} from '../api-clients/api-clients.ts';
import { createAuthority } from '../authority/authorities.ts';
import { addBoard, listBoards, saveBoardVersion } from '../boards/boards.ts';
import { addCommentary, listCommentary, type NewCommentary } from '../commentary/commentary.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant, asTenantReading } from '../connection/tenant.ts';
import { addPerson } from '../people/people.ts';
import { listReleases, releasesToAttack, saveRelease } from '../releases/releases.ts';
import { asSuperuser } from '../testing/as-superuser.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { loadUpstreamFacts, saveUpstreamFacts, type UpstreamRow } from '../upstream/upstream-facts.ts';
import {
  decideUpstreamLoad,
  listUpstreamLoads,
  loadUpstreamFiles,
  saveUpstreamLoad,
  upstreamTold,
} from '../upstream/upstream-loads.ts';
import { backUp } from './backup.ts';
import { restoreInto } from './restore.ts';

const OURS = { authorityId: 'X00000001' };
const THEIRS = { authorityId: 'X00000002' };
const MONDAY = moment('2026-01-05T09:00:00Z');
const TUESDAY = moment('2026-01-06T09:00:00Z');
const folder = mkdtempSync(path.join(tmpdir(), 'rightplace-backup-'));
const file = path.join(folder, 'whole.backup');

/** What must have rows, or the comparison below would be of nothing. */
const FILLED = [
  'api_client',
  'board',
  'board_version',
  'commentary',
  'published_release',
  'release_register',
  'upstream_fact',
  'upstream_file',
  'upstream_load',
] as const;

let from: TestDatabase;
let to: TestDatabase;

const commentary = (said: string, more: Partial<NewCommentary> = {}): NewCommentary => ({
  measure: 'foster-share',
  replaces: null,
  aboutDay: null,
  teamId: null,
  service: null,
  said,
  doing: '',
  owner: '',
  due: null,
  doneOn: null,
  forMembers: false,
  namesAre: null,
  writtenBy: null,
  writtenAt: MONDAY,
  ...more,
});

const plan = (child: string, ends: string | null): UpstreamRow => ({
  kind: 'protection-plan',
  child,
  starts: day('2025-11-03'),
  ends: ends === null ? null : day(ends),
  key: '',
  detail: { previousPlans: '1', category: 'NEG; "é"' },
});

const LOAD = {
  at: MONDAY,
  actor: 'command line',
  source: 'annex-a',
  firstDay: day('2025-10-01'),
  lastDay: day('2025-12-31'),
  kinds: ['protection-plan'],
  report: { rows: 1 },
  files: [{ name: 'é.csv', content: Buffer.from('Child Unique ID\r\nU1') }],
} as const;

/** More versions than a backup takes at a time. */
const VERSIONS = 1500;

const fill = async (tx: Tx): Promise<void> => {
  await createAuthority(tx, { name: 'Testshire' });
  const [ada, dora] = [await addPerson(tx, { name: 'Ada Osei' }), await addPerson(tx, { name: 'Dora Lind' })];
  const client = await addApiClient(tx, {
    name: 'Board report',
    organisation: 'Testshire Council',
    purpose: 'Monthly board',
    scope: 'figures',
    secretHash: new Uint8Array(32).fill(7),
    madeBy: ada.id,
    madeAt: MONDAY,
    lastDay: day('2026-12-31'),
  });
  await markApiClientAgreed(tx, { id: client, by: dora.id, at: TUESDAY });
  await countApiRequest(tx, client, TUESDAY);
  const board = { title: 'Board', about: '', roles: ['director'], measures: ['cla-number'], savedAt: MONDAY };
  const id = await addBoard(tx, { ...board, savedBy: null });
  await saveBoardVersion(tx, { ...board, id, version: 2, title: 'Renamed', savedBy: ada.id });
  await saveRelease(
    tx,
    {
      kind: 'demography',
      title: 'Demography',
      version: 1,
      at: TUESDAY,
      by: ada.id,
      why: 'Asked for',
      profile: 'council',
      printed: { pack: { title: 'Demography' } as never, says: 'Rounded' },
    },
    { cells: [] } as unknown as PublishedRelease,
  );
  const first = await addCommentary(tx, commentary('Too few carers', { writtenBy: ada.id }));
  await addCommentary(tx, commentary('More carers', { replaces: first ?? null, writtenAt: TUESDAY }));
  await sql`insert into commentary (measure, said, written_at)
    select 'cla-number', 'Version ' || n, ${MONDAY} from generate_series(1, ${VERSIONS}) n`.execute(tx);
  const loadId = await saveUpstreamLoad(tx, LOAD);
  await saveUpstreamLoad(tx, { ...LOAD, at: TUESDAY });
  const saved = { source: 'annex-a', why: 'Lists loaded' } as const;
  const knownFrom = await saveUpstreamFacts(tx, {
    ...saved,
    clock: () => MONDAY,
    close: [],
    open: [plan('U1', null)],
  });
  await decideUpstreamLoad(tx, loadId, { status: 'applied', at: MONDAY, actor: '1', knownFrom });
  await saveUpstreamFacts(tx, {
    ...saved,
    clock: () => TUESDAY,
    close: [plan('U1', null)],
    open: [plan('U1', '2025-12-20'), plan('U2', null)],
  });
};

before(async () => {
  [from, to] = await Promise.all([testDatabase(), testDatabase()]);
  for (const tenant of [OURS, THEIRS]) await asTenant(from.app, tenant, fill);
  // Every version but the first takes the place of the one before it, and on disk the newest come first: as they may
  // where space was freed. Nothing that only adds rows could be told to do that, so it is done past its walls.
  await asSuperuser(
    from,
    `create temp table was as select * from commentary;
     truncate commentary;
     insert into commentary overriding system value
       select authority_id, id, measure,
         case when measure = 'cla-number' and said <> 'Version 1' then id - 1 else replaces end, about_day, team_id, service,
         said, doing, owner, due, done_on, for_members, names_are, written_by, written_at
       from was order by id desc`,
  );
  await backUp(from, file, TUESDAY);
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all([from.close(), to.close()]);
});

const rowsOf = (db: TestDatabase, tenant: typeof OURS, table: string) =>
  asTenantReading(
    db.owner,
    tenant,
    async (tx) =>
      (await sql<{ row: string }>`select t::text as row from ${sql.raw(table)} t order by 1`.execute(tx))
        .rows,
  );

test('commentary, boards, releases, what comes before care and other systems come back, row by row', async () => {
  await restoreInto(to.owner, file);
  for (const tenant of [OURS, THEIRS])
    for (const table of FILLED) {
      const were = await rowsOf(from, tenant, table);
      assert.ok(were.length > 0, `${table} is empty, so nothing is compared`);
      assert.deepEqual(await rowsOf(to, tenant, table), were, table);
    }
});

test('they can be read and gone on with as the application does', async () => {
  const reads = <T>(db: TestDatabase, work: (tx: Tx) => Promise<T>) => asTenantReading(db.app, OURS, work);
  const measures = ['foster-share', 'cla-number'];
  for (const read of [
    (tx: Tx) => listCommentary(tx, { measures }),
    (tx: Tx) => listCommentary(tx, { measures, knownAt: MONDAY }),
    listBoards,
    listReleases,
    releasesToAttack,
    listApiClients,
    (tx: Tx) => listUpstreamLoads(tx),
    (tx: Tx) => upstreamTold(tx),
    (tx: Tx) => loadUpstreamFacts(tx),
  ] as readonly ((tx: Tx) => Promise<unknown>)[])
    assert.deepEqual(await reads(to, read), await reads(from, read));
  const known = (db: TestDatabase) =>
    asTenantReading(db.app, { ...OURS, knownAt: MONDAY }, (tx) => loadUpstreamFacts(tx, { knownAt: MONDAY }));
  assert.deepEqual(await known(to), await known(from), 'as it was known on Monday');

  await asTenant(to.app, OURS, async (tx) => {
    const waiting = (await listUpstreamLoads(tx)).find(({ status }) => status === 'previewed');
    assert.equal(
      (await loadUpstreamFiles(tx, waiting?.id ?? 0))[0]?.content.toString(),
      'Child Unique ID\r\nU1',
    );
    const [last] = (await listCommentary(tx, { measures })).slice(-1);
    const next = await addCommentary(
      tx,
      commentary('After', { measure: 'cla-number', replaces: last?.id ?? null }),
    );
    assert.ok((next ?? 0) > (last?.id ?? 0), 'numbers go on');
    assert.equal(
      await addCommentary(tx, commentary('Twice', { measure: 'cla-number', replaces: last?.id ?? null })),
      undefined,
    );
  });
});

test('what refers to itself is held to it again once it is restored', async () => {
  await assert.rejects(
    asTenant(to.app, OURS, (tx) => addCommentary(tx, commentary('Of nothing', { replaces: 999_999 }))),
    /violates foreign key constraint/,
  );
  await assert.rejects(
    asTenant(to.app, OURS, (tx) => sql`delete from commentary`.execute(tx)),
    /permission denied/,
  );
});
