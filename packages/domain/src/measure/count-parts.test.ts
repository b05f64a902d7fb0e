import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryEpisodes } from '../../test/episodes.ts';
import { arbitraryFacts } from '../../test/facts.ts';
import { aChild, aLedger } from '../../test/ledgers.ts';
import { addDays, day } from '../calendar/day.ts';
import { authorityOnDay, prepare } from './authority-on-day.ts';
import { breakDown } from './breakdown.ts';
import { MEASURES } from './catalogue.ts';
import { partsCounter } from './count-parts.ts';

const FIRST = day('2020-01-31');
const children = fc.array(fc.tuple(arbitraryEpisodes(FIRST, 5), arbitraryFacts(FIRST)), { maxLength: 8 });

test('parts counted for many days are those that are listed with their children', () => {
  fc.assert(
    fc.property(children, fc.array(fc.nat(1500), { minLength: 1, maxLength: 3 }), (invented, days) => {
      const ledger = prepare(
        aLedger(
          ...invented.map(([episodes, facts], i) => aChild(`C${i}`, episodes, { born: '2010-02-28', facts })),
        ),
      );
      const partsOf = partsCounter();
      for (const later of days) {
        const authority = authorityOnDay(ledger, addDays(FIRST, later));
        for (const measure of MEASURES)
          for (const [by, parts] of partsOf(measure, authority)) {
            const rows = breakDown(measure, by, authority);
            const { keys, numerators, values, denominators } = parts;
            assert.deepEqual(
              keys.map((key, i) => [key, numerators[i], denominators?.[i] ?? null, values[i]]),
              rows.map(({ key, numerator, denominator, value }) => [key, numerator, denominator, value]),
              `${measure.id} by ${by}`,
            );
          }
      }
    }),
    { numRuns: 15 },
  );
});
