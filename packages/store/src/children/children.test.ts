import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type ChildRecord, childId, day, moment } from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant, asTenantReading } from '../connection/tenant.ts';
import { aChild, aPlacement, aReview } from '../testing/a-child.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { childrenChangedBetween } from './children-changed-between.ts';
import { lastChangeAt, loadChild, loadLedger } from './load-ledger.ts';
import { saveChildren } from './save-children.ts';

let db: TestDatabase;
let nth = 0;
const MONDAY = moment('2026-01-05T09:00:00Z');
const TUESDAY = moment('2026-01-06T09:00:00Z');
const WEDNESDAY = moment('2026-01-07T09:00:00Z');

before(async () => {
  db = await testDatabase();
});
after(() => db.close());

/** An authority of the test's own, to read and write in. */
const anAuthority = async () => {
  nth += 1;
  const tenant = { authorityId: `X0000000${nth}` };
  await asTenant(db.app, tenant, (tx) => createAuthority(tx, { name: `Testshire ${nth}` }));
  return {
    write: <T>(work: (tx: Tx) => Promise<T>) => asTenant(db.app, tenant, work),
    read: <T>(work: (tx: Tx) => Promise<T>) => asTenantReading(db.app, tenant, work),
  };
};

const save = (tx: Tx, at: typeof MONDAY, ...children: ChildRecord[]) =>
  saveChildren(tx, { clock: () => at, why: 'told in a test', children });

test('what is saved of a child is what is loaded, zero-length stretches and blanks included', async () => {
  const { write, read } = await anAuthority();
  const full = aChild('full', {
    restricted: true,
    details: {
      givenName: 'Zed',
      familyName: 'O\'Test\u00e9 "quoted" \\ {curly}',
      expectedOn: day('2025-12-01'),
      disabilities: ['MOB', 'HAND'],
      upn: 'UN1',
      mother: '0',
      motherChildBornOn: day('2025-01-01'),
      homeAddress: '1 Invented Row,\nNowhere',
      siblingGroup: 'Zeds',
    },
    // Twice no time at all on one day in one home (the legal status differed), then a stay.
    placements: [
      aPlacement('2025-05-01', '2025-05-01'),
      aPlacement('2025-05-01', '2025-05-01'),
      aPlacement('2025-05-01', '2025-07-01', { endReason: 'PLACE', urn: 'SC000001' }),
      aPlacement('2025-07-01', null, {
        provider: null,
        postcode: null,
        homePostcode: null,
        began: 'same-carer',
      }),
    ],
    facts: [
      aReview(day('2025-06-01')),
      { kind: 'oc2', key: '2026-03-31', fields: { SDQ_SCORE: '12', A: 'b' } },
    ],
  });
  const bare: ChildRecord = {
    ...aChild('bare', { details: {}, facts: [] }),
    periodsOfCare: [],
    needs: [],
    legalStatuses: [],
    placements: [],
  };
  await write((tx) => save(tx, MONDAY, full, bare));
  const { children } = await read((tx) => loadLedger(tx));
  const byKey = [...full.facts].sort((a, b) => (a.kind < b.kind ? -1 : 1));
  assert.deepEqual(children, [bare, { ...full, facts: byKey }]);
  assert.deepEqual(await read((tx) => loadChild(tx, childId('bare'))), bare);
  assert.equal(await read((tx) => loadChild(tx, childId('nobody'))), undefined);
});

test('saving the same again changes nothing, whatever order its fields come in', async () => {
  const { write, read } = await anAuthority();
  const child = aChild('same', {
    placements: [
      aPlacement('2025-05-01', '2025-05-01'),
      aPlacement('2025-05-01', '2025-05-01'),
      aPlacement('2025-05-01', null),
    ],
    facts: [{ kind: 'oc2', key: '2026-03-31', fields: { A: '1', B: '2' } }],
  });
  const first = await write((tx) => save(tx, MONDAY, child));
  const turned = { ...child, facts: [{ ...child.facts[0], fields: { B: '2', A: '1' } }] } as ChildRecord;
  const again = await write((tx) => save(tx, TUESDAY, turned));
  assert.deepEqual([again.opened, again.closed, again.changeId], [0, 0, undefined]);
  assert.equal(await read(lastChangeAt), first.at);
});

test('after a correction each moment still gives what was known at it', async () => {
  const { write, read } = await anAuthority();
  const wrong = aChild('corrected');
  const right = {
    ...wrong,
    details: { ...wrong.details, sex: 'M' as const },
    placements: [aPlacement('2025-05-01', '2025-06-01')],
  };
  await write((tx) => save(tx, MONDAY, wrong, aChild('untouched')));
  await write((tx) => save(tx, TUESDAY, right));
  const known = (knownAt?: typeof MONDAY) => read((tx) => loadChild(tx, childId('corrected'), { knownAt }));
  assert.deepEqual(await known(), right);
  assert.deepEqual(await known(TUESDAY), right);
  assert.deepEqual(await known(moment('2026-01-06T08:59:59.999999Z')), wrong);
  assert.deepEqual(await known(MONDAY), wrong);
  assert.equal(await known(moment('2026-01-05T08:59:59Z')), undefined);
  const { children } = await read((tx) => loadLedger(tx, { knownAt: MONDAY }));
  assert.deepEqual(children, [wrong, aChild('untouched')]);
});

test('a correction and its opposite at one moment are two changes, in their order', async () => {
  const { write, read } = await anAuthority();
  const one = aChild('flip');
  const other = aChild('flip', { placements: [aPlacement('2025-05-01', null, { type: 'K2' })] });
  const moments = await write(async (tx) => [
    (await save(tx, MONDAY, one)).at,
    (await save(tx, MONDAY, other)).at,
    (await save(tx, MONDAY, one)).at,
  ]);
  assert.deepEqual(moments, [
    '2026-01-05T09:00:00.000000Z',
    '2026-01-05T09:00:00.000001Z',
    '2026-01-05T09:00:00.000002Z',
  ]);
  const types = await Promise.all(
    moments.map((knownAt) =>
      read(async (tx) => (await loadChild(tx, one.id, { knownAt }))?.placements[0]?.type),
    ),
  );
  assert.deepEqual(types, ['U1', 'K2', 'U1']);
});

test('the children who changed between two moments are listed with what changed and what changed it', async () => {
  const { write, read } = await anAuthority();
  await write((tx) => save(tx, MONDAY, aChild('moved'), aChild('same'), aChild('there-and-back')));
  const moved = aChild('moved', { placements: [aPlacement('2025-05-01', null, { type: 'K2' })] });
  await write(async (tx) => {
    await save(tx, TUESDAY, aChild('there-and-back', { needs: [] }));
    await saveChildren(tx, {
      clock: () => TUESDAY,
      why: 'a letter from the home',
      event: 'letter-7',
      children: [moved],
    });
    await save(tx, TUESDAY, aChild('there-and-back'), aChild('new'));
  });
  const changed = await read((tx) => childrenChangedBetween(tx, { from: MONDAY, to: WEDNESDAY }));
  assert.deepEqual(
    changed.map(({ child, parts }) => [child, parts.map(({ part }) => part).sort()]),
    [
      ['moved', ['placements']],
      ['new', ['details', 'facts', 'legalStatuses', 'needs', 'periodsOfCare', 'placements']],
    ],
  );
  assert.deepEqual(changed[0]?.parts[0]?.before, aChild('moved').placements);
  assert.deepEqual(changed[0]?.parts[0]?.after, moved.placements);
  assert.deepEqual(
    changed[0]?.because.map(({ why, event }) => [why, event]),
    [['a letter from the home', 'letter-7']],
  );
  assert.deepEqual(await read((tx) => childrenChangedBetween(tx, { from: WEDNESDAY, to: WEDNESDAY })), []);
});

test('two homes at once are refused, whoever writes them', async () => {
  const { write } = await anAuthority();
  const twoHomes = aChild('torn', {
    placements: [aPlacement('2025-05-01', null), aPlacement('2025-06-01', null)],
  });
  await assert.rejects(
    write((tx) => save(tx, MONDAY, twoHomes)),
    /one_home_at_once/,
  );
});

test('two homes at once are refused at every moment of knowledge, not only today', async () => {
  const { write } = await anAuthority();
  await write(async (tx) => {
    await save(tx, MONDAY, aChild('past'));
    await save(tx, WEDNESDAY, aChild('past', { placements: [] }));
  });
  const alsoBelieved = (from: string, to: string) =>
    write((tx) =>
      sql`insert into placement (child_id, starts, ends, ordinal, type, began, recorded)
          select id, '2025-06-01', null, 0, 'K2', 'changed', tstzrange(${from}, ${to}) from child where local_id = 'past'`.execute(
        tx,
      ),
    );
  await assert.rejects(alsoBelieved(TUESDAY, moment('2026-01-06T10:00:00Z')), /one_home_at_once/);
  await assert.doesNotReject(alsoBelieved(WEDNESDAY, moment('2026-01-08T10:00:00Z')));
});

test('an end before its start is refused', async () => {
  const { write } = await anAuthority();
  const backwards = aChild('back', { placements: [aPlacement('2025-05-02', '2025-05-01')] });
  await assert.rejects(
    write((tx) => save(tx, MONDAY, backwards)),
    /placement_ends_check|placement_check|range lower bound/,
  );
});

test('what was believed cannot be rewritten, reopened or removed by the application', async () => {
  const { write } = await anAuthority();
  await write((tx) => save(tx, MONDAY, aChild('kept')));
  await write((tx) => save(tx, TUESDAY, aChild('kept', { placements: [] })));
  const attempt = (statement: string) => assert.rejects(write((tx) => sql.raw(statement).execute(tx)));
  await attempt("update placement set type = 'K2'");
  await attempt('update placement set recorded = tstzrange(lower(recorded), null)');
  await attempt("update legal_status set recorded = tstzrange('2020-01-01', null)");
  await attempt('delete from placement');
  await attempt('truncate placement');
});

test('a child whose record says nothing of restriction keeps the lock it has', async () => {
  const { write, read } = await anAuthority();
  await write((tx) => save(tx, MONDAY, aChild('locked', { restricted: true })));
  await write((tx) => save(tx, TUESDAY, aChild('locked')));
  assert.equal((await read((tx) => loadChild(tx, childId('locked'))))?.restricted, true);
  await write((tx) => save(tx, WEDNESDAY, aChild('locked', { restricted: false })));
  assert.equal((await read((tx) => loadChild(tx, childId('locked'))))?.restricted, undefined);
});

test('several writers at once are taken one after another, and none is lost', async () => {
  const { write, read } = await anAuthority();
  await Promise.all(
    Array.from({ length: 8 }, (_, i) =>
      write((tx) => save(tx, MONDAY, aChild(`writer-${i}`), aChild('shared'))),
    ),
  );
  const { children } = await read((tx) => loadLedger(tx));
  assert.equal(children.length, 9);
});

test('a transaction that fails half-way leaves nothing', async () => {
  const { write, read } = await anAuthority();
  const failing = write(async (tx) => {
    await save(tx, MONDAY, aChild('half'));
    throw new Error('pulled out');
  });
  await assert.rejects(failing, /pulled out/);
  assert.deepEqual((await read((tx) => loadLedger(tx))).children, []);
});
