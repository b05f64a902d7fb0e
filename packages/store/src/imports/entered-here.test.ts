import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId, moment } from '@rightplace/domain';
import { createAuthority } from '../authority/authorities.ts';
import { saveChildren } from '../children/save-children.ts';
import { asTenant } from '../connection/tenant.ts';
import { aChild } from '../testing/a-child.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { type EnteredHere, loadEntered, saveEntered } from './entered-here.ts';

let db: TestDatabase;
const ours = { authorityId: 'X00000001' };
const theirs = { authorityId: 'X00000002' };
const at = moment('2026-01-05T09:00:00Z');

before(async () => {
  db = await testDatabase();
  for (const tenant of [ours, theirs])
    await asTenant(db.app, tenant, async (tx) => {
      await createAuthority(tx, { name: 'Testshire' });
      const children = ['A', 'B,"C\\{'].map((id) => aChild(id));
      await saveChildren(tx, { clock: () => at, why: 'a test', children });
    });
});
after(() => db.close());

const entered = (child: string, more: Partial<EnteredHere> = {}): EnteredHere => ({
  child: childId(child),
  kind: 'episode',
  key: '2025-05-01',
  removed: false,
  whole: false,
  keys: [],
  cells: { ls: ['C2'] },
  ...more,
});
const held = () => asTenant(db.app, ours, (tx) => loadEntered(tx));

test('what was entered here is kept to the letter, changed where it differs and dropped when it is over', async () => {
  const odd = entered('B,"C\\{', {
    kind: 'review',
    key: 'a "key"',
    keys: ['{b,"c"\\}'],
    cells: { 'a "b"': ['{"x":1}', '\\', 'Ä’'], DOB: [] },
  });
  const gone = entered('A', { removed: true, keys: ['2025-05-02'] });
  const first = [entered('A'), gone, odd];
  const save = (before: readonly EnteredHere[], after: readonly EnteredHere[]) =>
    asTenant(db.app, ours, (tx) => saveEntered(tx, { before, after }));
  await save([], first);
  assert.deepEqual(await held(), first);
  const second = [entered('A', { whole: true, cells: { ls: ['C2', 'E1'], dec: [] } }), odd];
  await save(first, second);
  assert.deepEqual(await held(), second);
  assert.deepEqual(await asTenant(db.app, ours, (tx) => loadEntered(tx, childId('A'))), second.slice(0, 1));
  await save(second, []);
  assert.deepEqual(await held(), []);
});

test('another authority neither sees what was entered here, nor can say it of our children or drop it', async () => {
  await asTenant(db.app, ours, (tx) => saveEntered(tx, { before: [], after: [entered('A')] }));
  await asTenant(db.app, theirs, async (tx) => {
    assert.deepEqual(await loadEntered(tx), []);
    await saveEntered(tx, { before: [entered('A')], after: [] });
    await saveEntered(tx, { before: [], after: [entered('A', { cells: { ls: ['theirs'] } })] });
  });
  assert.deepEqual(await held(), [entered('A')]);
});
