import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childId, day } from '@rightplace/domain';
import { isMeant, readSearchText } from './search-text.ts';

const zoe = {
  id: childId('NM-00417'),
  details: { givenName: 'Zoë Anne', familyName: "O'Tarn-Fellwick", dateOfBirth: day('2014-05-03') },
};

const finds = (typed: string): boolean => isMeant(zoe, readSearchText(typed));

test('a child is found by any part of the name, accents, case and apostrophes aside, in any order', () => {
  for (const typed of [
    'zoe',
    'ZOË',
    'fellwick zoe',
    'otarn',
    'O’Tarn',
    "o'tarn fellwick",
    'fell ann',
    '  zoe  ',
  ])
    assert.ok(finds(typed), typed);
  for (const typed of ['zoey', 'zoe smith', 'x']) assert.ok(!finds(typed), typed);
});

test('a child is found by the identifier or part of it, however it is spaced', () => {
  for (const typed of ['NM-00417', 'nm00417', '417', 'nm 417', 'zoe 417']) assert.ok(finds(typed), typed);
  assert.ok(!finds('NM-00418'));
});

test('a child is found by a date of birth as people write it', () => {
  for (const typed of [
    '3/5/2014',
    '03/05/2014',
    '03-05-14',
    '3.5.2014',
    '2014-05-03',
    '3 May 2014',
    '3rd may',
    'May 2014',
    '2014',
    'zoe 3 may 2014',
  ])
    assert.ok(finds(typed), typed);
  for (const typed of ['4/5/2014', '5/3/2014', 'June 2014', '3 May 2013', 'kofi 3 may 2014', '2015'])
    assert.ok(!finds(typed), typed);
});

test('a month that is also a name is a name unless a number stands by it', () => {
  const may = { id: childId('NM-1'), details: { givenName: 'May', familyName: 'Lode' } };
  assert.ok(isMeant(may, readSearchText('may')));
  assert.ok(!isMeant(may, readSearchText('3 may')), 'her birthday is not recorded');
});

test('nothing typed means every child', () => {
  assert.ok(finds(''));
  assert.ok(finds(' - '));
});
