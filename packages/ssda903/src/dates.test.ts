import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, dayFromNumber, dayNumber } from '@rightplace/domain';
import fc from 'fast-check';
import { dayFromReturn, dayToReturn, isPartialDate, troubleWithDate } from './dates.ts';

const [FIRST, LAST] = [dayNumber(day('1900-01-01')), dayNumber(day('2100-12-31'))];

test('every day is read from what it is written as', () => {
  fc.assert(
    fc.property(fc.integer({ min: FIRST, max: LAST }), (n) => {
      const d = dayFromNumber(n);
      assert.equal(dayFromReturn(dayToReturn(d)), d);
    }),
  );
});

test('nothing but a real day written DD/MM/YYYY is a day', () => {
  for (const text of [
    '2024-03-31',
    '31/02/2024',
    '1/4/24',
    '1/4/2024',
    '29/02/2023',
    '00/01/2024',
    '31/3/2024',
    '',
    'X',
    '31/12/1899',
    '01/01/2101',
    '01/05/0024',
  ]) {
    assert.equal(dayFromReturn(text), undefined, text);
  }
});

test('a wrong date is told for what it seems to be, with what to write', () => {
  const cases = [
    ['2024-03-31', '2024-03-31 is written year first. If that is the day meant, write 31/03/2024.'],
    [
      '2024-03-31T00:00:00',
      '2024-03-31T00:00:00 is written year first, with a time of day. If that is the day meant, write 31/03/2024.',
    ],
    [
      '31/02/2024',
      'There is no 31/02/2024: February 2024 has 29 days. Find the right day and write it as DD/MM/YYYY.',
    ],
    ['1/4/24', '1/4/24 has a year of two digits. If that is the day meant, write 01/04/2024.'],
    ['1/4/2024', '1/4/2024 is not written as DD/MM/YYYY. If that is the day meant, write 01/04/2024.'],
    [
      '03/31/2024',
      '03/31/2024 has no month 31: it seems to be written month first. If that is the day meant, write 31/03/2024.',
    ],
    ['31.03.2024', '31.03.2024 is not written as DD/MM/YYYY. If that is the day meant, write 31/03/2024.'],
    ['31/03/2024 00:00', '31/03/2024 00:00 has a time of day. If that is the day meant, write 31/03/2024.'],
    ['31-MAR-24', '31-MAR-24 gives the month in words. If that is the day meant, write 31/03/2024.'],
    [
      '45382',
      "45382 looks like a spreadsheet's own number for a day. If that is the day meant, write 31/03/2024.",
    ],
    ['SOON', 'SOON is not a day written as DD/MM/YYYY. Write the day as DD/MM/YYYY.'],
    [
      '01/05/0024',
      'The year 0024 in 01/05/0024 is not one that a return tells of. If that is the day meant, write 01/05/2024.',
    ],
    [
      '01/05/2204',
      'The year 2204 in 01/05/2204 is not one that a return tells of. Find the right day and write it as DD/MM/YYYY.',
    ],
    ['0024-05-01', '0024-05-01 is written year first. Write the day as DD/MM/YYYY.'],
    ['99/99/2024', '99/99/2024 is not a day. Write the day as DD/MM/YYYY.'],
  ] as const;
  for (const [text, said] of cases) {
    const { reason, todo } = troubleWithDate(text);
    assert.equal(`${reason} ${todo}`, said);
  }
});

test('a part of a date may be unknown where the return allows it', () => {
  for (const text of ['ZZ/05/2019', 'ZZ/ZZ/2019', 'ZZ/ZZ/ZZZZ', '29/02/ZZZZ', '31/ZZ/2019']) {
    assert.equal(isPartialDate(text), true, text);
  }
  for (const text of ['31/02/ZZZZ', 'ZZ/13/2019', 'ZZ/2019', 'ZZ/05/0019', 'ZZZZ/ZZ/ZZ', '']) {
    assert.equal(isPartialDate(text), false, text);
  }
});
