import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryEpisodes } from '../../test/episodes.ts';
import { arbitraryFacts } from '../../test/facts.ts';
import { jsonOf } from '../../test/figures.ts';
import { aChild, aLedger } from '../../test/ledgers.ts';
import { addDays, day } from '../calendar/day.ts';
import { episodesAsOf } from '../child/episode.ts';
import { findFactAsOf } from '../child/fact-days.ts';
import { authorityOnDay, prepare } from './authority-on-day.ts';
import { breakDown } from './breakdown.ts';
import { MEASURES } from './catalogue.ts';
import { evaluateOn, judgeAll } from './evaluate.ts';
import { evaluateAll, evaluateSeries } from './evaluate-all.ts';
import { valueOfCases } from './value-of-cases.ts';

/** Measures of what a return says besides episodes, held to the same promises as the others. */

const FIRST = day('2020-01-31');
const asOfDays = fc.nat(1500).map((days) => addDays(FIRST, days));
const born = fc.constantFrom('2002-05-01', '2008-02-29', '2017-07-07', undefined);
const said = fc.array(fc.tuple(arbitraryEpisodes(FIRST, 5), arbitraryFacts(FIRST), born), { maxLength: 8 });

const details = (date: string | undefined) => (date === undefined ? {} : { born: date });

test('what is recorded of a later day never changes the figures of an earlier one', () => {
  fc.assert(
    fc.property(said, asOfDays, (children, asOf) => {
      const now = children.map(([episodes, facts, date], i) =>
        aChild(`C${i}`, episodes, { ...details(date), facts }),
      );
      const then = children.map(([episodes, facts, date], i) =>
        aChild(`C${i}`, episodesAsOf(episodes, asOf), {
          ...details(date),
          facts: facts.flatMap((fact) => findFactAsOf(fact, asOf) ?? []),
        }),
      );
      assert.deepEqual(jsonOf(aLedger(...now), asOf, {}, true), jsonOf(aLedger(...then), asOf, {}, true));
    }),
    { numRuns: 400 },
  );
});

test('a figure is the same alone as in a series that shares what it works out', () => {
  fc.assert(
    fc.property(said, asOfDays, (children, asOf) => {
      const ledger = aLedger(
        ...children.map(([episodes, facts, date], i) =>
          aChild(`C${i}`, episodes, { ...details(date), facts }),
        ),
      );
      for (const { asOf: on, results } of evaluateSeries(prepare(ledger), asOf, 14))
        assert.deepEqual(results, evaluateAll(prepare(ledger), on), on);
    }),
    { numRuns: 30 },
  );
});

test('every way of cutting what a return says adds up to the figure', () => {
  fc.assert(
    fc.property(said, asOfDays, (children, asOf) => {
      const ledger = aLedger(
        ...children.map(([episodes, facts, date], i) =>
          aChild(`C${i}`, episodes, { ...details(date), facts }),
        ),
      );
      const authority = authorityOnDay(prepare(ledger), asOf);
      for (const measure of MEASURES) {
        if (measure.kind !== 'cases') continue;
        const { numerator, denominator } = judgeAll(measure, authority, {});
        const whole = evaluateOn(measure, authority);
        assert.equal(
          whole.value,
          whole.noValue ? null : valueOfCases(measure.takes, numerator, denominator).value,
        );
        for (const by of measure.breakdowns) {
          const rows = breakDown(measure, by, authority);
          const sum = rows.reduce((total, row) => total + row.numerator, 0);
          assert.equal(sum, whole.numerator, `${measure.id} by ${by}`);
        }
      }
    }),
    { numRuns: 60 },
  );
});
