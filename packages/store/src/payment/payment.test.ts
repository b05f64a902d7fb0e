import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  type AgreementTerms,
  type BilledLine,
  childId,
  day,
  moment,
  pence,
  pencePerWeek,
} from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import { addCase } from '../cases/cases.ts';
import { saveChildren } from '../children/save-children.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant } from '../connection/tenant.ts';
import { findHolesInWalls } from '../connection/tenant-walls.ts';
import { addPerson } from '../people/people.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { addAgreement, addAgreementVersion, listAgreements, type VersionToAdd } from './agreements.ts';
import { addPaymentFile, listPaidLines, listPaymentFiles, withdrawPaymentFile } from './payments.ts';

let db: TestDatabase;
let kit: number;
let caseId: number;
const CHILD = childId('T1');
const AT = moment('2026-11-20T09:00:00Z');
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000001' }, work);
const outside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000002' }, work);

const TERMS: AgreementTerms = {
  starts: day('2026-11-09'),
  expectedEnd: null,
  lines: [
    { name: 'Core fee', kind: 'core', weekly: pencePerWeek(560_000), starts: day('2026-11-09'), ends: null },
  ],
  absences: [],
  words: { covers: 'Board; “care”, {keywork}' },
};
const version = (said: Partial<VersionToAdd> = {}): VersionToAdd => ({
  at: AT,
  by: kit,
  what: 'made',
  said: {},
  terms: TERMS,
  key: 'k1',
  ...said,
});

before(async () => {
  db = await testDatabase();
  await inside((tx) => createAuthority(tx, { name: 'Testshire' }));
  await outside((tx) => createAuthority(tx, { name: 'Elsewhere' }));
  kit = (await inside((tx) => addPerson(tx, { name: 'Kit Rowanby' }))).id;
  const child = {
    id: CHILD,
    details: {},
    facts: [],
    periodsOfCare: [],
    needs: [],
    legalStatuses: [],
    placements: [],
  };
  await inside((tx) => saveChildren(tx, { children: [child], clock: () => AT, why: 'Invented' }));
  const begun = {
    workflow: 'placement-request',
    version: 2,
    child: CHILD,
    begunBy: kit,
    teamId: null,
    key: 'c',
  };
  caseId = (await inside((tx) => addCase(tx, begun))).id;
});
after(() => db.close());

test('an offer has one agreement, and each version of it is kept as it was', async () => {
  const made = { caseId, offer: '3', home: 'Lane House' };
  const id = await inside((tx) => addAgreement(tx, made, version()));
  assert.ok(id !== undefined);
  assert.equal(await inside((tx) => addAgreement(tx, made, version({ key: 'k2' }))), undefined);
  const next = { ...version({ what: 'addition', key: 'k3' }), number: 2 };
  assert.equal(await inside((tx) => addAgreementVersion(tx, id, next)), true);
  assert.equal(
    await inside((tx) => addAgreementVersion(tx, id, { ...next, key: 'k4' })),
    false,
    'two at once',
  );
  assert.equal(
    await inside((tx) => addAgreementVersion(tx, id, { ...next, number: 3 })),
    false,
    'the same form twice',
  );
  const [agreement] = await inside((tx) => listAgreements(tx, { case: caseId }));
  assert.deepEqual(
    [
      agreement?.child,
      agreement?.home,
      agreement?.versions.map(({ what }) => what),
      agreement?.versions[0].terms,
    ],
    [CHILD, 'Lane House', ['made', 'addition'], TERMS],
  );
  assert.deepEqual(await outside((tx) => listAgreements(tx)), []);
  await assert.rejects(
    inside((tx) => sql`update placement_agreement_version set what = 'other'`.execute(tx)),
    /permission denied/,
  );
});

const LINE: BilledLine = {
  reference: 'P-1',
  agreement: '1',
  of: null,
  starts: day('2026-11-09'),
  ends: day('2026-11-16'),
  amount: pence(560_000),
};

test('a file of payments counts once, until it is taken back, and then may be loaded again', async () => {
  const file = { name: 'november.csv', fingerprint: 'f1', by: kit, at: AT };
  const load = () =>
    inside((tx) =>
      addPaymentFile(tx, file, [LINE, { ...LINE, reference: 'P-2', of: 'Core fee', amount: pence(-1) }]),
    );
  const id = await load();
  assert.ok(id !== undefined);
  assert.equal(await load(), undefined);
  assert.deepEqual(
    (await inside(listPaidLines)).map(({ reference, of, starts, ends, amount }) => [
      reference,
      of,
      starts,
      ends,
      amount,
    ]),
    [
      ['P-1', null, '2026-11-09', '2026-11-16', 560_000],
      ['P-2', 'Core fee', '2026-11-09', '2026-11-16', -1],
    ],
  );
  const why = { by: kit, at: AT, why: 'The wrong month' };
  assert.equal(await inside((tx) => withdrawPaymentFile(tx, id, why)), true);
  assert.equal(await inside((tx) => withdrawPaymentFile(tx, id, why)), false);
  assert.deepEqual(await inside(listPaidLines), []);
  const [kept] = await inside(listPaymentFiles);
  assert.deepEqual([kept?.lines, kept?.total, kept?.withdrawn?.why], [2, 559_999, 'The wrong month']);
  assert.ok((await load()) !== undefined);
  assert.deepEqual(await outside(listPaymentFiles), []);
});

test('every table of agreements and payments stands behind the wall between authorities', async () => {
  assert.deepEqual(await findHolesInWalls(db.owner), []);
});
