import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authorityFinder, homeDistrictsOf, ownDistrictsOf } from './authority-places.ts';
import { districtsOfAuthority } from './districts.ts';

test('a postcode is in the authority, in one beside it, farther away, or not in England', () => {
  const find = authorityFinder(districtsOfAuthority('Worcestershire'));
  assert.deepEqual(find('WR1 1AA'), { name: 'Worcestershire', relation: 'own' });
  assert.deepEqual(find('GL1 1AA'), { name: 'Gloucestershire', relation: 'adjoining' });
  assert.equal(find('TR1 1AA')?.relation, 'distant');
  assert.deepEqual(find('AB1 0AA'), { name: '', relation: 'outside-england' });
  assert.equal(find('ZZ99 3VZ'), undefined);
});

test('an island adjoins nobody', () => {
  const find = authorityFinder(districtsOfAuthority('Isle of Wight'));
  assert.equal(find('PO30 1AA')?.relation, 'own');
  assert.equal(find('PO1 1AA')?.relation, 'distant');
});

test('an authority in no published list has the districts that its children are from', () => {
  const homes = homeDistrictsOf([...Array.from({ length: 40 }, () => 'WR1 1AA'), 'TR1 1AA', 'ZZ99 3VZ']);
  assert.deepEqual(ownDistrictsOf('An invented authority', homes), ['Worcester']);
  assert.ok(ownDistrictsOf('Worcestershire', homes).length > 1);
});
