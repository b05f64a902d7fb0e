import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyDay } from '../../test/days.ts';
import { AGE_BANDS, ageBandOf, ageOn, birthdayAt, isBirthday } from './age.ts';
import { addDays, day } from './day.ts';

test('an age is completed years, and changes on the birthday', () => {
  const born = day('2010-06-15');
  assert.equal(ageOn(born, day('2026-06-14')), 15);
  assert.equal(ageOn(born, day('2026-06-15')), 16);
  assert.equal(ageOn(born, born), 0);
  assert.equal(ageOn(born, day('2010-06-14')), -1);
});

test('a child born on 29 February has their birthday on 1 March in a common year', () => {
  const born = day('2008-02-29');
  assert.equal(ageOn(born, day('2026-02-28')), 17);
  assert.equal(ageOn(born, day('2026-03-01')), 18);
  assert.equal(birthdayAt(born, 18), '2026-03-01');
  assert.equal(birthdayAt(born, 16), '2024-02-29');
  assert.equal(ageOn(born, day('2024-02-29')), 16);
  assert.ok(isBirthday(born, day('2026-03-01')) && !isBirthday(born, day('2024-03-01')));
});

test('a birthday is the first day of an age', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 110 }), (born, age) => {
      const birthday = birthdayAt(born, age);
      assert.equal(ageOn(born, birthday), age);
      assert.equal(ageOn(born, addDays(birthday, -1)), age - 1);
      assert.ok(isBirthday(born, birthday));
      assert.ok(!isBirthday(born, addDays(birthday, -1)));
    }),
  );
});

test('nobody has a birthday on the day they are born', () => {
  assert.ok(!isBirthday(day('2024-05-05'), day('2024-05-05')));
});

test('each age is in one band, and someone not yet born is in none', () => {
  const expected = {
    0: '0',
    1: '1-4',
    4: '1-4',
    5: '5-9',
    9: '5-9',
    10: '10-15',
    15: '10-15',
    16: '16+',
    18: '16+',
  };
  for (const [age, band] of Object.entries(expected)) assert.equal(ageBandOf(Number(age)), band);
  assert.equal(ageBandOf(-1), undefined);
  const met = Array.from({ length: 20 }, (_, age) => ageBandOf(age));
  assert.deepEqual([...new Set(met)], [...AGE_BANDS]);
});
