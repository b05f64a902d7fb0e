import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryEpisodes } from '../../test/episodes.ts';
import { aChild, aLedger } from '../../test/ledgers.ts';
import { addDays, day, dayNumber } from '../calendar/day.ts';
import { type CareHistory, findStageOn, type Stage } from '../child/care-history.ts';
import { prepare } from './authority-on-day.ts';
import { careDaysOf } from './care-days.ts';

const FIRST = day('2020-01-31');
const asked = fc.record({
  said: fc.array(arbitraryEpisodes(FIRST, 6), { maxLength: 6 }),
  from: fc.nat(1500),
  days: fc.nat(400),
});

const historiesOf = (said: readonly Parameters<typeof aChild>[1][]): readonly CareHistory[] =>
  prepare(aLedger(...said.map((episodes, i) => aChild(`C${i}`, episodes)))).histories;

test('who is in care on a day, found by the days in numbers, is who is found child by child', () => {
  fc.assert(
    fc.property(asked, ({ said, from }) => {
      const [histories, on] = [historiesOf(said), addDays(FIRST, from)];
      const found: Stage[] = [];
      careDaysOf(histories).eachOn(dayNumber(on), (_, stage) => found.push(stage));
      assert.deepEqual(
        found,
        histories.flatMap((history) => findStageOn(history, on) ?? []),
      );
    }),
    { numRuns: 500 },
  );
});

test('the last stage that had a day of a time is told, of short breaks only when there is no other', () => {
  fc.assert(
    fc.property(asked, ({ said, from, days }) => {
      const histories = historiesOf(said);
      const [starts, ends] = [addDays(FIRST, from), addDays(FIRST, from + days + 1)];
      const found: Stage[] = [];
      careDaysOf(histories).eachWithin(dayNumber(starts), dayNumber(ends), (_, stage) => found.push(stage));
      const isWithin = ({ episode: { decom, dec } }: Stage): boolean =>
        decom < ends && (decom >= starts || dec === null || dec > starts);
      assert.deepEqual(
        found,
        histories.flatMap(({ stages }) => {
          const within = stages.filter(isWithin);
          return within.findLast(({ shortBreaks }) => !shortBreaks) ?? within.at(-1) ?? [];
        }),
      );
    }),
    { numRuns: 500 },
  );
});
