import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleFolder, sampleFrom } from '../test/sample.ts';
import { acceptReturns } from './accept/accept-returns.ts';
import { readReturn } from './read/read-return.ts';
import { TABLES } from './tables/tables.ts';

test('the sample is the folder that is named, else the one beside the checkout, else made here', () => {
  const here = import.meta.dirname;
  assert.equal(sampleFolder('/elsewhere', here), '/elsewhere');
  assert.equal(sampleFolder('', here), here);
  assert.equal(sampleFolder('', `${here}/no-such-folder`), undefined);
  assert.ok(sampleFrom(undefined).length > 10);
});

test('a folder that is named and holds no return is a mistake, not a reason to make one', () => {
  assert.throws(() => sampleFrom(sampleFolder(`${import.meta.dirname}/no-such-folder`)), /no-such-folder/);
  assert.throws(() => sampleFrom(sampleFolder(`${import.meta.dirname}/csv`)), /no file of a return/);
});

test('the return made here has every table, and faults of the kinds that the sample has', () => {
  const read = readReturn(sampleFrom(undefined).filter(({ name }) => name.endsWith('.csv')));
  assert.deepEqual(
    [...new Set(read.tables.map(({ table }) => table))].sort(),
    TABLES.map(({ name }) => name).sort(),
  );
  const { rejected } = acceptReturns({ returns: [{ ...read, collectionYear: 2018 }] });
  const kinds = [...new Set(rejected.map(({ rule }) => rule))].sort();
  assert.deepEqual(kinds, ['duplicate', 'second-row-for-key', 'two-homes-at-once', 'unknown-code']);
});
