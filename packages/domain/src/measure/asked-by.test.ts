import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ASKERS, askersOf } from './asked-by.ts';
import { CATALOGUE } from './catalogue.ts';

test('somebody asks for every measure, and everybody named asks for some', () => {
  const asked = new Set(CATALOGUE.flatMap(askersOf));
  for (const measure of CATALOGUE)
    assert.ok(askersOf(measure).length > 0, `${measure.id}: ${measure.source}`);
  assert.deepEqual([...asked].sort(), Object.keys(ASKERS).sort());
});

test('a source that names two asks for both', () => {
  assert.deepEqual(askersOf({ source: 'Ofsted; Kent County Council, 2016' }), ['ofsted', 'kent']);
  assert.deepEqual(askersOf({ source: 'Somebody else' }), []);
});
