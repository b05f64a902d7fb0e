import assert from 'node:assert/strict';
import { test } from 'node:test';
import { weeksPlanned } from './weeks-planned.ts';

const CASES: readonly (readonly [string, number | undefined])[] = [
  ['A year', 52],
  ['a year, then home', 52],
  ['About 18 months', 78],
  ['Six months', 26],
  ['six to twelve months', 52],
  ['12 weeks', 12],
  ['one week', 1],
  ['A fortnight', 2],
  ['half a year', 26],
  ['two and a half years', 130],
  ['a year and a half', 78],
  ['2 weeks at first, perhaps a year', 52],
  ['Until they are 18', undefined],
  ['Long term', undefined],
  ['Year 9', undefined],
  ['', undefined],
];

test('for how long a home is planned is read from the request’s own words, and not guessed where they say no length', () => {
  for (const [said, weeks] of CASES) assert.equal(weeksPlanned(said), weeks, said);
});
