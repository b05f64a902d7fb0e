import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TABLES } from './tables.ts';
import { tablesToldBy } from './tables-told-by.ts';

test('a table is read for a column that only it has', () => {
  assert.deepEqual(
    [...tablesToldBy(['REVIEW_CODE', 'TEETH_CHECK'])],
    ['Header', 'Episodes', 'Reviews', 'OC2'],
  );
});

test('the children’s own tables are always read, and no other for a column that all have, or none', () => {
  assert.deepEqual([...tablesToldBy(['CHILD', 'DOB', 'SEX', 'population estimate'])], ['Header', 'Episodes']);
});

test('every table but Header and Episodes is told by one of its columns alone', () => {
  for (const { name, columns } of TABLES)
    assert.ok(
      columns.some((column) => tablesToldBy([column.name]).has(name)),
      name,
    );
});
