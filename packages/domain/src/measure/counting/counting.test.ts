import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryRecords } from '../../../test/arbitrary-records.ts';
import { arbitraryEpisodes } from '../../../test/episodes.ts';
import { arbitraryFacts } from '../../../test/facts.ts';
import { aChild, aLedger, uasc } from '../../../test/ledgers.ts';
import { addDays, day } from '../../calendar/day.ts';
import type { Ledger } from '../../child/record.ts';
import { authorityOnDay, prepare } from '../authority-on-day.ts';
import { breakDown } from '../breakdown.ts';
import { fosterShare } from '../catalogue/placements.ts';
import { MEASURES } from '../catalogue.ts';
import { evaluateOn } from '../evaluate.ts';
import type { Measure, MeasureContext, StockMeasure } from '../measure.ts';
import { WINDOW_KINDS, type WindowKind, windowOf } from '../window.ts';
import { countOn } from './count-on.ts';
import { partsCounter } from './count-parts.ts';

const FIRST = day('2020-01-31');

const details = fc.record(
  {
    born: fc.constantFrom('2004-05-01', '2008-02-29', '2010-02-28', '2017-07-07'),
    sex: fc.constantFrom('M' as const, 'F' as const, 'U' as const),
    ethnicity: fc.constantFrom('WBRI', 'NOBT'),
    disabilities: fc.constantFrom(['NONE'], ['MOB'], []),
    siblingGroup: fc.constantFrom('G1', 'G2'),
  },
  { requiredKeys: [] },
);
const ledgers: fc.Arbitrary<Ledger> = fc
  .array(fc.tuple(arbitraryEpisodes(FIRST, 5), arbitraryFacts(FIRST), details, fc.boolean()), {
    maxLength: 8,
  })
  .map((said) =>
    aLedger(
      ...said.map(([episodes, facts, known, alone], i) =>
        aChild(`C${i}`, episodes, { ...known, facts: alone ? [...facts, uasc('01/06/2021')] : facts }),
      ),
    ),
  );
const asked = fc.array(
  fc.record({
    later: fc.nat(1500),
    window: fc.constantFrom(...(Object.keys(WINDOW_KINDS) as WindowKind[])),
  }),
  { minLength: 1, maxLength: 3 },
);

const places: MeasureContext = {
  population: () => ({ count: 1000, midYear: 2020 }),
  authorityAt: (postcode) => (postcode.startsWith('ZZ1') ? { name: 'Ourshire', relation: 'own' } : undefined),
  locate: (postcode) => (postcode.startsWith('ZZ1') ? { lat: 52, lon: -2, source: 'sector' } : undefined),
  districtAt: (postcode) => (postcode.startsWith('ZZ1') ? 'Northwick' : undefined),
  teamOn: (id, on) => (on < '2021-06-01' ? `Team ${id}` : undefined),
};

/** Throws when a figure or a part of it counted by the quick way is not what the readable one lists. */
const mustAgree = (
  measures: readonly Measure[],
  numRuns: number,
  listed: (measure: Measure) => Measure = (measure) => measure,
): void =>
  fc.assert(
    fc.property(
      ledgers,
      asked,
      fc.option(arbitraryRecords(FIRST), { nil: undefined }),
      (ledger, days, records) => {
        const context: MeasureContext = records === undefined ? places : { ...places, records };
        const prepared = prepare(ledger);
        const partsOf = partsCounter(context);
        for (const { later, window } of days) {
          const asOf = addDays(FIRST, later);
          const authority = authorityOnDay(prepared, asOf, windowOf(window, asOf));
          for (const measure of measures) {
            const { value, noValue, numerator, denominator } = evaluateOn(
              listed(measure),
              authority,
              context,
            );
            const count = countOn(measure, authority, context);
            assert.deepEqual(
              [count.value, count.noValue, count.numerator, count.denominator],
              [value, noValue, numerator, denominator],
              `${measure.id} on ${asOf}`,
            );
            for (const by of measure.breakdowns) {
              const { keys, numerators, values, denominators } = partsOf(measure, by, authority);
              assert.deepEqual(
                keys.map((key, i) => [key, numerators[i], denominators?.[i] ?? null, values[i]]),
                breakDown(listed(measure), by, authority, context).map((row) => [
                  row.key,
                  row.numerator,
                  row.denominator,
                  row.value,
                ]),
                `${measure.id} by ${by} on ${asOf}`,
              );
            }
          }
        }
      },
    ),
    { numRuns },
  );

test('a figure and its parts counted for many days are those that are listed with their children', () => {
  mustAgree(MEASURES, 40);
});

test('counting that took what nobody recorded for a no would be caught', () => {
  const mistaken: StockMeasure = {
    ...fosterShare,
    judge: (child, authority, context) => {
      const verdict = fosterShare.judge(child, authority, context);
      return verdict === 'does-not-count' && child.usual.provider === null ? 'short-breaks' : verdict;
    },
  };
  assert.throws(() => mustAgree([mistaken], 200, () => fosterShare), /Property failed/);
});
