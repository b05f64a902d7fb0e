import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryEpisodes } from '../../test/episodes.ts';
import { figureOf, jsonOf } from '../../test/figures.ts';
import { aChild, aLedger, uasc } from '../../test/ledgers.ts';
import { addDays, type Day, day } from '../calendar/day.ts';
import { collectionYearOf } from '../calendar/reporting-year.ts';
import type { Episode } from '../child/episode.ts';
import { findFactAsOf } from '../child/fact-days.ts';
import { type ChildFact, type ChildRecord, childId } from '../child/record.ts';
import { authorityOnDay, prepare } from './authority-on-day.ts';
import { breakDown, crossBreakdowns } from './breakdown.ts';
import { BREAKDOWNS } from './catalogue/breakdowns.ts';
import { CATALOGUE, findMeasure, MEASURES } from './catalogue.ts';
import { DIMENSIONS } from './dimensions.ts';
import { evaluateOn } from './evaluate.ts';
import { evaluateAll } from './evaluate-all.ts';
import type { CaseMeasure, MeasureContext } from './measure.ts';
import { windowOf } from './window.ts';

const FIRST = day('2020-01-31');
const asOfDays = fc.nat(1200).map((days) => addDays(FIRST, days));

const details = fc.record(
  {
    born: fc.constantFrom('2004-05-01', '2008-02-29', '2015-07-07', '2020-01-31'),
    sex: fc.constantFrom('M' as const, 'F' as const, 'U' as const),
    ethnicity: fc.constantFrom('WBRI', 'NOBT'),
    facts: fc.constantFrom([uasc()], [uasc('01/01/2021')]),
  },
  { requiredKeys: [] },
);

const children: fc.Arbitrary<readonly ChildRecord[]> = fc
  .array(fc.tuple(arbitraryEpisodes(FIRST, 6), details), { maxLength: 12 })
  .map((each) => each.map(([said, known], i) => aChild(`C${i}`, said, known)));

const context: MeasureContext = {
  population: () => ({ count: 1000, midYear: 2020 }),
  records: {
    emergencyStarts: [{ child: childId('C0'), on: FIRST }],
    selfDischarges: [],
    protectionPlans: [{ child: childId('C1'), starts: FIRST, ends: addDays(FIRST, 300) }],
  },
  authorityAt: (postcode) => (postcode.startsWith('ZZ1') ? { name: 'Ourshire', relation: 'own' } : undefined),
  locate: (postcode) => (postcode.startsWith('ZZ1') ? { lat: 52, lon: -2, source: 'sector' } : undefined),
};

const holds = (runs: number, check: (said: readonly ChildRecord[], asOf: ReturnType<typeof day>) => void) =>
  fc.assert(fc.property(children, asOfDays, check), { numRuns: runs });

test('no share counts more than it is out of, and lists are as long as the numbers say', () => {
  holds(300, (said, asOf) => {
    for (const result of evaluateAll(prepare(aLedger(...said)), asOf, context)) {
      if (result.kind === 'breakdown' || result.noValue === 'no-records') continue;
      const { numerator, denominator, unit, children: lists } = result;
      const measure = findMeasure(result.id);
      if (measure?.kind === 'cases' && measure.takes !== 'count' && measure.takes !== 'share') continue;
      assert.equal(lists.numerator.length, numerator, result.id);
      if (unit === 'percent') assert.equal(lists.denominator.length, denominator, result.id);
      if (unit === 'percent') assert.ok(numerator <= (denominator ?? 0), result.id);
      if (unit === 'percent')
        assert.ok(
          lists.numerator.every((id) => lists.denominator.includes(id)),
          result.id,
        );
    }
  });
});

test('everyone in care is counted, not counted, or left out with a reason', () => {
  holds(200, (said, asOf) => {
    const ledger = aLedger(...said);
    const inCare = authorityOnDay(prepare(ledger), asOf).inCare.length;
    for (const { id, kind, unit } of MEASURES) {
      if (kind !== 'stock' || unit !== 'percent') continue;
      const { denominator, excluded } = figureOf(id, ledger, asOf, context);
      assert.equal((denominator ?? 0) + excluded.length, inCare, id);
    }
  });
});

test('every breakdown with an id of its own adds up to the figure it cuts', () => {
  holds(200, (said, asOf) => {
    const ledger = aLedger(...said);
    const json = jsonOf(ledger, asOf);
    for (const { id, of } of BREAKDOWNS) {
      const number = evaluateOn(of, authorityOnDay(prepare(ledger), asOf)).numerator;
      const parts = Object.values(json[id] ?? {}) as readonly number[];
      assert.equal(
        parts.reduce((a, b) => a + b, 0),
        number,
        id,
      );
    }
  });
});

test('two cuts at once add up to each of them, and to the figure', () => {
  holds(40, (said, asOf) => {
    const authority = authorityOnDay(prepare(aLedger(...said)), asOf);
    for (const measure of MEASURES) {
      if (measure.breakdowns.length < 2) continue;
      const crossed = crossBreakdowns(measure, ['age', 'sex'], authority, context);
      const whole = evaluateOn(measure, authority, context);
      assert.equal(crossed.total.numerator, whole.numerator, measure.id);
      for (const row of crossed.rowTotals) {
        const cells = crossed.cells.filter((cell) => cell.row === row.key);
        assert.equal(
          cells.reduce((sum, { numerator }) => sum + numerator, 0),
          row.numerator,
          measure.id,
        );
      }
      for (const column of crossed.columnTotals) {
        const cells = crossed.cells.filter((cell) => cell.column === column.key);
        assert.deepEqual(
          cells.flatMap(({ children }) => children.numerator).toSorted(),
          column.children.numerator.toSorted(),
          measure.id,
        );
      }
    }
  });
});

const COUNTED: readonly CaseMeasure['takes'][] = ['count', 'share'];

test('every way of cutting what happened adds up to it', () => {
  holds(60, (said, asOf) => {
    const authority = authorityOnDay(prepare(aLedger(...said)), asOf, windowOf('twelve-months', asOf));
    for (const measure of MEASURES) {
      if (measure.kind === 'stock' || (measure.kind === 'cases' && !COUNTED.includes(measure.takes)))
        continue;
      const whole = evaluateOn(measure, authority, context);
      for (const by of measure.breakdowns) {
        const rows = breakDown(measure, by, authority, context);
        assert.equal(
          rows.reduce((sum, row) => sum + row.numerator, 0),
          whole.numerator,
          `${measure.id} by ${by}`,
        );
      }
    }
  });
});

test('every way of cutting a share adds up to its numerator and denominator', () => {
  holds(60, (said, asOf) => {
    const authority = authorityOnDay(prepare(aLedger(...said)), asOf);
    for (const measure of MEASURES) {
      if (measure.kind !== 'stock' || measure.unit !== 'percent') continue;
      const whole = figureOf(measure.id, aLedger(...said), asOf, context);
      for (const by of Object.keys(DIMENSIONS) as (keyof typeof DIMENSIONS)[]) {
        const rows = breakDown(measure, by, authority, context);
        assert.equal(
          rows.reduce((sum, row) => sum + row.numerator, 0),
          whole.numerator,
        );
        assert.equal(
          rows.reduce((sum, row) => sum + (row.denominator ?? 0), 0),
          whole.denominator,
        );
      }
    }
  });
});

/** What a person could have written down at the end of that day. */
const asWrittenOn = (said: readonly Episode[], asOf: string): readonly Episode[] =>
  said
    .filter(({ decom }) => decom <= asOf)
    .map((episode) =>
      episode.dec !== null && episode.dec > asOf
        ? { ...episode, dec: null, rec: null, reasonPlaceChange: null }
        : episode,
    );

/** Facts of the return with days of their own, near enough to the episodes to meet them. */
const inReturn = (on: Day): string => on.split('-').toReversed().join('/');
const aDay = fc.nat(1500).map((days) => addDays(FIRST, days));
const facts: fc.Arbitrary<readonly ChildFact[]> = fc
  .array(fc.tuple(fc.constantFrom('DOLO', 'DATE_PLACED', 'AD1'), aDay, fc.option(fc.nat(400))), {
    maxLength: 3,
  })
  .map((each) =>
    each.map(([what, on, length], i): ChildFact => {
      const until = length === null ? undefined : inReturn(addDays(on, length));
      switch (what) {
        case 'DOLO':
          return {
            kind: 'deprivation-of-liberty',
            key: `${i}`,
            fields: { DOLO_START: inReturn(on), ...(until === undefined ? {} : { DOLO_END: until }) },
          };
        case 'DATE_PLACED':
          return {
            kind: 'placed-for-adoption',
            key: `${i}`,
            fields: {
              DATE_PLACED: inReturn(on),
              ...(until === undefined ? {} : { DATE_PLACED_CEASED: until }),
            },
          };
        default:
          return {
            kind: 'ad1',
            key: `${collectionYearOf(on)}`,
            fields: { DATE_MATCH: inReturn(on), FOSTER_CARE: length === null ? '0' : '1' },
          };
      }
    }),
  );

test('what happens later never changes the figures of an earlier day', () => {
  const child = fc.tuple(arbitraryEpisodes(FIRST, 6), facts);
  fc.assert(
    fc.property(fc.array(child, { maxLength: 8 }), asOfDays, (said, asOf) => {
      const born = '2015-07-07';
      const now = said.map(([rows, known], i) => aChild(`C${i}`, rows, { born, facts: known }));
      const then = said.map(([rows, known], i) =>
        aChild(`C${i}`, asWrittenOn(rows, asOf), {
          born,
          facts: known.flatMap((fact) => findFactAsOf(fact, asOf) ?? []),
        }),
      );
      assert.deepEqual(
        jsonOf(aLedger(...now), asOf, context, true),
        jsonOf(aLedger(...then), asOf, context, true),
      );
    }),
    { numRuns: 500 },
  );
});

test('another PLACE on a row that only changes the legal status does not make a move', () => {
  fc.assert(
    fc.property(
      arbitraryEpisodes(FIRST, 8),
      asOfDays,
      fc.constantFrom('K2', 'U4', 'R1'),
      (said, asOf, place) => {
        const noTemporary = said.map((row) => ({
          ...row,
          place: row.place.startsWith('T') ? 'U6' : row.place,
        }));
        const renamed = noTemporary.map((row) => (row.rne === 'L' ? { ...row, place } : row));
        const placements = (rows: readonly Episode[]) =>
          jsonOf(aLedger(aChild('C', rows)), asOf, {}, true)['stability-3plus'];
        assert.deepEqual(placements(renamed), placements(noTemporary));
      },
    ),
    { numRuns: 300 },
  );
});

test('the order in which children come changes nothing', () => {
  holds(150, (said, asOf) => {
    assert.deepEqual(
      jsonOf(aLedger(...said.toReversed()), asOf, context, true),
      jsonOf(aLedger(...said), asOf, context, true),
    );
  });
});

test('every measure says what it is, and no two share an id', () => {
  assert.equal(new Set(CATALOGUE.map(({ id }) => id)).size, CATALOGUE.length);
  for (const { title, definition, source, certainty, fields, id } of CATALOGUE) {
    for (const text of [title, definition, source, certainty.says]) assert.ok(text.length > 3, id);
    assert.ok(fields.length > 0, id);
    assert.match(definition, /\.$/, `${id}: a definition is sentences`);
  }
});
