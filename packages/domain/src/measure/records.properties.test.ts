import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryRecords, noRecordsOfAnyKind, recordsAsOf } from '../../test/arbitrary-records.ts';
import { arbitraryEpisodes } from '../../test/episodes.ts';
import { arbitraryFacts } from '../../test/facts.ts';
import { figureOf } from '../../test/figures.ts';
import { aChild, aLedger } from '../../test/ledgers.ts';
import { addDays, day } from '../calendar/day.ts';
import { type AuthorityOnDay, authorityOnDay, prepare } from './authority-on-day.ts';
import { breakDown } from './breakdown.ts';
import { entriesInCrisis } from './catalogue/entries.ts';
import { visitsOnTime } from './catalogue/visits.ts';
import { MEASURES } from './catalogue.ts';
import { countOn } from './counting/count-on.ts';
import { evaluateOn } from './evaluate.ts';
import type { CaseMeasure, Measure, MeasureContext } from './measure.ts';
import { caseOfOther } from './record-cases.ts';
import { kindsOf, type Records } from './records.ts';

/** Measures of records besides children's time in care, held to the same promises as the others. */

const FIRST = day('2020-01-31');
const asOfDays = fc.nat(1500).map((days) => addDays(FIRST, days));
const born = fc.constantFrom('2004-05-01', '2010-02-28', '2017-07-07');
const ledgers = fc
  .array(fc.tuple(arbitraryEpisodes(FIRST, 4), arbitraryFacts(FIRST), born), { maxLength: 5 })
  .map((said) => aLedger(...said.map(([rows, facts, born], i) => aChild(`C${i}`, rows, { facts, born }))));

const ofRecords = MEASURES.filter(
  (measure): measure is CaseMeasure => measure.kind === 'cases' && measure.needs !== undefined,
);
const population: MeasureContext['population'] = () => ({ count: 1000, midYear: 2020 });

/** Throws when a figure of an earlier day is another without what was recorded of later ones. */
const mustNotLookAhead = (measures: readonly CaseMeasure[], numRuns: number): void =>
  fc.assert(
    fc.property(ledgers, arbitraryRecords(FIRST), asOfDays, (ledger, records, asOf) => {
      const authority = authorityOnDay(prepare(ledger), asOf);
      const known = recordsAsOf(records, asOf);
      for (const measure of measures)
        assert.deepEqual(
          evaluateOn(measure, authority, { records, population }),
          evaluateOn(measure, authority, { records: known, population }),
        );
    }),
    { numRuns },
  );

test('what is recorded of a later day never changes the figures of an earlier one', () => {
  mustNotLookAhead(ofRecords, 100);
});

test('a measure that looks ahead is caught', () => {
  const peeping: CaseMeasure = {
    ...visitsOnTime,
    cases: (_, { records }) =>
      (records?.visits ?? []).map(({ child, on }) => caseOfOther(child, on, 'counts')),
  };
  assert.throws(() => mustNotLookAhead([peeping], 100), /Property failed/);
});

test('no share exceeds what it is out of, and every way of cutting a figure adds up to it', () => {
  fc.assert(
    fc.property(ledgers, arbitraryRecords(FIRST), asOfDays, (ledger, records, asOf) => {
      const authority = authorityOnDay(prepare(ledger), asOf);
      for (const measure of ofRecords) {
        const { numerator, denominator, children } = evaluateOn(measure, authority, { records, population });
        if (measure.takes === 'share') {
          assert.ok(numerator <= (denominator ?? 0), measure.id);
          assert.equal(children.denominator.length, denominator, measure.id);
        }
        for (const by of measure.breakdowns) {
          const rows = breakDown(measure, by, authority, { records });
          assert.equal(
            rows.reduce((sum, row) => sum + row.numerator, 0),
            numerator,
            `${measure.id} by ${by}`,
          );
        }
      }
    }),
    { numRuns: 40 },
  );
});

/** The kinds that a figure of a measure was worked out from. */
const kindsRead = (measure: Measure, authority: AuthorityOnDay, records: Records): ReadonlySet<string> => {
  const read = new Set<string>();
  const watched = new Proxy(records, {
    get: (target, kind, receiver) => {
      if (typeof kind === 'string') read.add(kind);
      return Reflect.get(target, kind, receiver);
    },
  });
  countOn(measure, authority, { records: watched, population });
  return read;
};

/** Throws when a measure looks at a kind of record that it does not name: then a figure kept after one changed would be wrong. */
const mustSayWhatItReads = (measures: readonly Measure[], numRuns: number): void =>
  fc.assert(
    fc.property(ledgers, arbitraryRecords(FIRST), asOfDays, (ledger, records, asOf) => {
      const authority = authorityOnDay(prepare(ledger), asOf);
      for (const measure of measures) {
        const said: readonly string[] = measure.kind === 'cases' ? kindsOf(measure) : [];
        for (const kind of kindsRead(measure, authority, records))
          assert.ok(said.includes(kind), `${measure.id} reads ${kind}`);
      }
    }),
    { numRuns },
  );

test('every measure names the kinds of record that it is worked out from', () => {
  mustSayWhatItReads(MEASURES, 30);
});

test('a measure that reads a kind of record and does not say so is caught', () => {
  const { looksAt: _, ...silent } = entriesInCrisis;
  assert.throws(() => mustSayWhatItReads([silent], 30), /Property failed/);
});

const ledger = aLedger(aChild('C0', '2020-01-31 S C2 U6 PR4', { born: '2008-05-01' }));

test('while its records are not kept a measure has no figure; of no records at all it is nought, or of nobody', () => {
  for (const { id, takes, unit } of ofRecords) {
    const without = figureOf(id, ledger, '2024-03-31', { population });
    assert.deepEqual([without.value, without.noValue], [null, 'no-records'], id);
    const { value, noValue } = figureOf(id, ledger, '2024-03-31', {
      population,
      records: noRecordsOfAnyKind,
    });
    if (takes === 'count' || takes === 'sum' || unit === 'per-10000') assert.equal(value, 0, id);
    else assert.ok(value === 0 || noValue === 'nobody-to-count', id);
  }
});
