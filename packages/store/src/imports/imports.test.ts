import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type ChildId, childId, moment } from '@rightplace/domain';
import { createAuthority } from '../authority/authorities.ts';
import { saveChildren } from '../children/save-children.ts';
import { asTenant } from '../connection/tenant.ts';
import { aChild } from '../testing/a-child.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import {
  decideImport,
  findImport,
  listImports,
  loadImportFiles,
  type NewImport,
  saveImport,
} from './imports.ts';
import { loadReported, type Reported, saveReported } from './reported.ts';

let db: TestDatabase;
const ours = { authorityId: 'X00000001' };
const at = moment('2026-01-05T09:00:00Z');
const later = moment('2026-01-05T09:05:00Z');

const aReturn = (more: Partial<NewImport> = {}): NewImport => ({
  at,
  actor: '7',
  collectionYears: [2025, 2026],
  summary: { new: 3 },
  report: { rejected: [{ file: 'Episodes.csv', line: 2 }] },
  notes: ['one child has no date of birth'],
  files: [
    { name: 'Header.csv', content: Buffer.from('CHILD,SEX\r\nÄ1,1\r\n') },
    { name: 'Episodes.csv', content: Buffer.alloc(3_000_000, 'a,b\n') },
    { name: 'empty.csv', content: Buffer.alloc(0) },
  ],
  ...more,
});

before(async () => {
  db = await testDatabase();
  await asTenant(db.app, ours, (tx) => createAuthority(tx, { name: 'Testshire' }));
});
after(() => db.close());

test('a previewed import keeps its files, byte for byte, for whoever applies it', async () => {
  const given = aReturn();
  const id = await asTenant(db.app, ours, (tx) => saveImport(tx, given));
  await asTenant(db.app, ours, async (tx) => {
    const files = await loadImportFiles(tx, id);
    assert.deepEqual(
      files.map(({ name, content }) => [
        name,
        Buffer.compare(
          Buffer.from(content),
          Buffer.from(given.files.find((f) => f.name === name)?.content ?? []),
        ),
      ]),
      [
        ['Header.csv', 0],
        ['Episodes.csv', 0],
        ['empty.csv', 0],
      ],
    );
    const found = await findImport(tx, id);
    assert.deepEqual(found?.report, given.report);
    assert.deepEqual(found?.notes, given.notes);
    assert.deepEqual(
      [found?.status, found?.collectionYears, found?.decidedAt],
      ['previewed', [2025, 2026], undefined],
    );
    assert.deepEqual(
      found?.files.map(({ size }) => size),
      [18, 3_000_000, 0],
    );
    assert.equal(await findImport(tx, 999_999), undefined);
  });
});

test('an import is applied once, however many press the button', async () => {
  const id = await asTenant(db.app, ours, (tx) => saveImport(tx, aReturn()));
  const press = () =>
    asTenant(db.app, ours, (tx) =>
      decideImport(tx, id, { status: 'applied', at: later, actor: '8', summary: { new: 2 } }),
    );
  const taken = await Promise.all([press(), press(), press()]);
  assert.equal(taken.filter(Boolean).length, 1);
  const [newest] = await asTenant(db.app, ours, (tx) => listImports(tx));
  assert.deepEqual(
    [newest?.id, newest?.status, newest?.decidedAt, newest?.decidedBy, newest?.summary],
    [id, 'applied', later, '8', { new: 2 }],
  );
  assert.equal(
    await asTenant(db.app, ours, (tx) =>
      decideImport(tx, id, { status: 'discarded', at: later, actor: '9' }),
    ),
    false,
  );
});

test('what returns tell of is changed where it differs, and telling the same again changes nothing', async () => {
  const tell = (collectionYear: number, child: string, ...keys: string[]): Reported => ({
    collectionYear,
    kind: 'review',
    child: childId(child),
    labelled: true,
    keys,
  });
  const write = (before: readonly Reported[], after: readonly Reported[]) =>
    asTenant(db.app, ours, (tx) => saveReported(tx, { before, after }));
  await asTenant(db.app, ours, (tx) =>
    saveChildren(tx, {
      clock: () => at,
      why: 'a test',
      children: ['A', 'B', 'C"\\,{'].map((id) => aChild(id)),
    }),
  );
  const odd = tell(2026, 'C"\\,{', 'a "key"', 'b,{}\\');
  const first = [tell(2025, 'A', '2024-05-01'), tell(2026, 'A', 'x'), tell(2026, 'B'), odd];
  assert.equal(await write([], first), 4);
  assert.equal(await write(first, first), 0);
  const second = [tell(2026, 'A', 'x', 'y'), odd];
  assert.equal(
    await write(
      first.filter(({ collectionYear }) => collectionYear === 2026),
      second,
    ),
    2,
  );
  assert.deepEqual(await asTenant(db.app, ours, loadReported), [
    tell(2025, 'A', '2024-05-01'),
    tell(2026, 'A', 'x', 'y'),
    odd,
  ]);
  const unknown: ChildId = childId('never met');
  assert.equal(await write([], [tell(2027, unknown)]), 0);
});
