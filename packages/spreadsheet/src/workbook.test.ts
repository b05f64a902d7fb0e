import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWorkbook, UnreadableWorkbook, writeWorkbook } from './index.ts';

test('what is written is read back', async () => {
  const bytes = await writeWorkbook([
    {
      name: 'Findings',
      columns: [{ title: 'Rule' }, { title: 'Rows' }],
      rows: [
        ['101', 3],
        ['Über & <b>', 0],
      ],
    },
    { name: 'None', columns: [{ title: 'Rule' }], rows: [] },
  ]);
  assert.deepEqual(await readWorkbook(bytes), [
    {
      name: 'Findings',
      rows: [
        ['Rule', 'Rows'],
        ['101', '3'],
        ['Über & <b>', '0'],
      ],
    },
    { name: 'None', rows: [['Rule']] },
  ]);
});

test('a text that looks like a formula stays a text', async () => {
  const bytes = await writeWorkbook([
    { name: 'A', columns: [{ title: 'X' }], rows: [['=1+1'], ['@SUM(A1)'], ['+44 1']] },
  ]);
  assert.deepEqual((await readWorkbook(bytes))[0]?.rows, [['X'], ['=1+1'], ['@SUM(A1)'], ['+44 1']]);
  const { openXlsx } = await import('hucre/xlsx');
  const book = await openXlsx(bytes);
  for (const cell of book.sheets[0]?.cells?.values() ?? []) assert.equal(cell.formula, undefined);
});

test('control characters do not break the workbook', async () => {
  const bytes = await writeWorkbook([{ name: 'A', columns: [{ title: 'X' }], rows: [['a\u0001b']] }]);
  assert.deepEqual((await readWorkbook(bytes))[0]?.rows, [['X'], ['a b']]);
});

test('columns after Z are filtered and read too', async () => {
  const columns = Array.from({ length: 30 }, (_, i) => ({ title: `C${i}` }));
  const rows = [columns.map((_, i) => i)];
  const [sheet] = await readWorkbook(await writeWorkbook([{ name: 'Wide', columns, rows }]));
  assert.equal(sheet?.rows[1]?.[29], '29');
});

test('what is no workbook is refused with what to do', async () => {
  for (const bytes of [new Uint8Array(), new TextEncoder().encode('CHILD,DOB\n1,2\n')])
    await assert.rejects(
      readWorkbook(bytes),
      (error) => error instanceof UnreadableWorkbook && /save it again/.test(error.message),
    );
});
