import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, childId, type Role } from '@rightplace/domain';
import { asTenantReading, listAudit } from '@rightplace/store';
import { aChildrenWorld, type ChildrenWorld } from '../../test/children-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { openRestrictedRecord } from '../child/open-restricted.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { findCorrectPlaces } from './correct-places.ts';
import { checkReturnRow, openReturnRow } from './open-return-row.ts';
import { openRowRemoval, removeReturnRow } from './remove-return-row.ts';
import { saveReturnRow } from './save-return-row.ts';
import { viewChildReturn } from './view-child-return.ts';
import type { RowAsked } from './views.ts';

let world: ChildrenWorld;
let ana: SignedIn;
let analyst: SignedIn;
before(async () => {
  world = await aChildrenWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  analyst = (await world.signIn(await world.someone('performance'))).signedIn;
});
after(() => world.close());

const row = (id: string, table: string, rowKey: string | undefined, collectionYear = 2027): RowAsked => ({
  id: childId(id),
  collectionYear,
  table,
  rowKey,
});

test('each role corrects the children the policy gives it, and finds no others', async () => {
  const may: readonly Role[] = ['team-manager', 'group-manager', 'placements-officer', 'performance'];
  for (const role of ALL_ROLES) {
    const { signedIn } = await world.signIn(await world.someone(role));
    const asked = row('NM1', 'Reviews', '2026-03-03', 2026);
    const answers = [
      await openReturnRow(world, signedIn, asked),
      await checkReturnRow(world, signedIn, { ...asked, typed: {} }),
      await viewChildReturn(world, signedIn, asked),
      await openRowRemoval(world, signedIn, { ...asked, rowKey: '2026-03-03' }),
      await saveReturnRow(world, signedIn, { ...asked, cells: {}, was: {}, reason: '' }),
      await removeReturnRow(world, signedIn, { ...asked, rowKey: '2026-03-03', was: {}, reason: '' }),
    ];
    for (const answer of answers) assert.equal(answer.kind !== 'refused', may.includes(role), role);
    const places = await findCorrectPlaces(world, signedIn, childId('NM1'));
    assert.equal(places !== undefined, may.includes(role), role);
  }
});

test('a child out of reach, restricted, or of another authority is not there to be corrected', async () => {
  const asked = (id: string) => row(id, 'Header', 'header');
  const name = async (signedIn: SignedIn, id: string): Promise<string> => {
    const answer = await openReturnRow(world, signedIn, asked(id));
    return answer.kind === 'refused' ? answer.name : answer.kind;
  };
  assert.equal(await name(ana, 'NM1'), 'row-form');
  assert.equal(await name(ana, 'NM2'), 'out-of-reach');
  assert.equal(await name(analyst, 'SF1'), 'out-of-reach');
  assert.equal(await name(ana, 'NM3'), 'restricted-record');
  const reason = 'Putting the legal status right today.';
  await openRestrictedRecord(world, ana, { id: childId('NM3'), reason });
  assert.equal(await name(ana, 'NM3'), 'row-form');
  await world.conflict('NM4', world.ana);
  assert.equal(await name(ana, 'NM4'), 'conflict-of-interest');
});

test('a year, a table or a row that there is not is said, and not recorded as seen', async () => {
  const seen = () =>
    asTenantReading(world.db, { authorityId: NORTHMARSH }, async (tx) => (await listAudit(tx, {})).length);
  const before = await seen();
  const name = async (asked: RowAsked): Promise<string> => {
    const answer = await openReturnRow(world, ana, asked);
    return answer.kind === 'refused' ? answer.name : answer.kind;
  };
  assert.equal(await name(row('NM1', 'Episodes', '2025-05-04', 2019)), 'no-such-year');
  assert.equal(await name(row('NM1', 'Nothing', 'header')), 'no-such-table');
  assert.equal(await name(row('NM1', 'DoLo', undefined, 2026)), 'no-such-table');
  assert.equal(await name(row('NM1', 'Episodes', '1999-01-01')), 'no-such-row');
  assert.equal(await seen(), before);
});

test('whatever shows a row is recorded: a check of another row, and a form sent back without having been opened', async () => {
  const looks = async (who: SignedIn) =>
    (await world.auditOf('NM1'))
      .filter(({ actor }) => actor === String(who.person.id))
      .map(({ action, detail }) => [action, Object.values({ ...(detail as object) }).join()]);
  const who = (await world.signIn(await world.someone('team-manager'))).signedIn;
  await openReturnRow(world, who, row('NM1', 'Episodes', '2026-11-20'));
  await checkReturnRow(world, who, { ...row('NM1', 'Episodes', '2026-11-20'), typed: {} });
  assert.equal((await looks(who)).length, 1, 'typing is one look at the row');
  for (const [asked, nth] of [
    [row('NM1', 'OC2', '2026-03-31', 2026), 2],
    [row('NM1', 'Header', 'header'), 3],
    [row('NM1', 'Header', 'header', 2026), 4],
  ] as const) {
    await checkReturnRow(world, who, { ...asked, typed: {} });
    await checkReturnRow(world, who, { ...asked, typed: {} });
    assert.equal((await looks(who)).length, nth, asked.table);
  }
  const other = (await world.signIn(await world.someone('team-manager'))).signedIn;
  const unsaved = { ...row('NM1', 'Header', 'header'), cells: {}, was: {}, reason: '' };
  assert.equal((await saveReturnRow(world, other, unsaved)).kind, 'not-saved');
  assert.equal((await saveReturnRow(world, other, unsaved)).kind, 'not-saved');
  assert.deepEqual(
    (await looks(other)).map(([action]) => action),
    ['return-row-viewed'],
  );
  const third = (await world.signIn(await world.someone('team-manager'))).signedIn;
  await world.withoutAudit(async () => {
    await assert.rejects(saveReturnRow(world, third, unsaved));
  });
});
