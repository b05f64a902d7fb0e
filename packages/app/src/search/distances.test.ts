import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aChild } from '../../test/children-world.ts';
import { distancesOf } from './distances.ts';

const CHILD = aChild('NM1', {});

test('how far a home is from school is known once the request says where the school is', () => {
  const distances = distancesOf(CHILD, { 'school-postcode': 'PE21 0ZZ' });
  assert.equal(distances('PE21 0AB').fromSchool, 0);
  const far = distances('LE13 0ZZ').fromSchool ?? 0;
  assert.ok(far > 25 && far < 60, String(far));
  assert.equal(distances(undefined).fromSchool, undefined);
  assert.equal(distancesOf(CHILD, {})('LE13 0ZZ').fromSchool, undefined);
  assert.equal(distancesOf(CHILD, { 'school-postcode': '' })('LE13 0ZZ').fromSchool, undefined);
});
