import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, type Moment, moment } from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant } from '../connection/tenant.ts';
import { findHolesInWalls } from '../connection/tenant-walls.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { loadUpstreamFacts, saveUpstreamFacts, type UpstreamRow } from './upstream-facts.ts';
import {
  decideUpstreamLoad,
  listUpstreamLoads,
  loadUpstreamFiles,
  saveUpstreamLoad,
  upstreamTold,
} from './upstream-loads.ts';

let db: TestDatabase;
const OURS = 'E10000901';
const THEIRS = 'E10000902';
const as = <T>(authorityId: string, work: (tx: Tx) => Promise<T>, knownAt?: Moment): Promise<T> =>
  asTenant(db.app, { authorityId, knownAt }, work);

before(async () => {
  db = await testDatabase();
  for (const authorityId of [OURS, THEIRS])
    await as(authorityId, (tx) => createAuthority(tx, { name: authorityId }));
});
after(() => db.close());

const plan = (child: string, ends: string | null): UpstreamRow => ({
  kind: 'protection-plan',
  child,
  starts: day('2026-01-05'),
  ends: ends === null ? null : day(ends),
  key: '',
  detail: {},
});

const save = (at: string, close: readonly UpstreamRow[], open: readonly UpstreamRow[]): Promise<Moment> =>
  as(OURS, (tx) =>
    saveUpstreamFacts(tx, { source: 'annex-a', clock: () => moment(at), why: 'Lists loaded', close, open }),
  );

const endsOf = (knownAt?: Moment): Promise<readonly (string | null)[]> =>
  as(OURS, async (tx) => (await loadUpstreamFacts(tx, { knownAt })).map(({ ends }) => ends), knownAt);

test('what was believed stays as it was when a later load says otherwise', async () => {
  const first = await save('2026-02-01T09:00:00Z', [], [plan('U1', null)]);
  const second = await save('2026-03-01T09:00:00Z', [plan('U1', null)], [plan('U1', '2026-02-20')]);
  assert.deepEqual(await endsOf(first), [null]);
  assert.deepEqual(await endsOf(second), ['2026-02-20']);
  assert.deepEqual(await endsOf(), ['2026-02-20']);
});

test('no other authority sees any of it', async () => {
  assert.deepEqual(await as(THEIRS, (tx) => loadUpstreamFacts(tx)), []);
  assert.equal((await endsOf()).length, 1);
  assert.deepEqual(await findHolesInWalls(db.owner), []);
});

test('the same thing is not believed twice, and nothing is closed that is not believed', async () => {
  await assert.rejects(save('2026-04-01T09:00:00Z', [], [plan('U1', null)]), /upstream_believed_once/);
  await assert.rejects(save('2026-04-01T09:00:00Z', [plan('U9', null)], []), /Of 1 rows to be closed 0/);
});

test('what was believed cannot be rewritten', async () => {
  await assert.rejects(
    as(OURS, (tx) => sql`update upstream_fact set recorded = tstzrange('2020-01-01', null)`.execute(tx)),
    /never rewritten/,
  );
  await assert.rejects(
    as(OURS, (tx) => sql`delete from upstream_fact`.execute(tx)),
    /permission denied/,
  );
});

test('a load is decided once; its files wait until then and are let go', async () => {
  const load = {
    at: moment('2026-05-01T09:00:00Z'),
    actor: 'command line',
    source: 'annex-a',
    firstDay: day('2026-01-01'),
    lastDay: day('2026-04-30'),
    kinds: ['protection-plan'],
    report: {},
    files: [{ name: 'a.csv', content: Buffer.from('a,b') }],
  };
  const id = await as(OURS, (tx) => saveUpstreamLoad(tx, load));
  assert.equal((await as(OURS, (tx) => loadUpstreamFiles(tx, id)))[0]?.name, 'a.csv');
  assert.deepEqual(await as(OURS, (tx) => upstreamTold(tx)), [], 'a preview tells of nothing');
  const knownFrom = await save('2026-05-02T09:00:00Z', [], []);
  const decide = () =>
    as(OURS, (tx) =>
      decideUpstreamLoad(tx, id, {
        status: 'applied',
        at: moment('2026-05-02T09:00:00Z'),
        actor: '1',
        knownFrom,
      }),
    );
  assert.deepEqual([await decide(), await decide()], [true, false]);
  assert.deepEqual(await as(OURS, (tx) => loadUpstreamFiles(tx, id)), []);
  assert.deepEqual((await as(OURS, (tx) => listUpstreamLoads(tx, id)))[0]?.files, ['a.csv']);
  assert.equal((await as(OURS, (tx) => upstreamTold(tx))).length, 1);
  const before = moment('2026-05-01T00:00:00Z');
  assert.deepEqual(await as(OURS, (tx) => upstreamTold(tx, before), before), []);
});
