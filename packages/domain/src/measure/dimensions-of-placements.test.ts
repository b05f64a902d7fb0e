import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aChild, aLedger } from '../../test/ledgers.ts';
import { on, weekly, who } from '../../test/records.ts';
import { day } from '../calendar/day.ts';
import type { Ledger } from '../child/record.ts';
import { authorityOnDay, prepare } from './authority-on-day.ts';
import { breakDown, crossBreakdowns } from './breakdown.ts';
import { claNumber } from './catalogue/numbers.ts';
import { outOfArea } from './catalogue/where-placed.ts';
import type { DimensionId } from './dimensions.ts';
import type { Measure, MeasureContext } from './measure.ts';

/** Points on one line of longitude, a degree of latitude being about 69 miles; the last letter says whose area it is. */
const PLACES: Readonly<Record<string, number>> = {
  HOME: 52,
  NEARIN: 52.1,
  FARIN: 52.4,
  NEAROUT: 51.9,
  FAROUT: 51.5,
};
const context: MeasureContext = {
  locate: (postcode) => {
    const lat = PLACES[postcode];
    return lat === undefined ? undefined : { lat, lon: 0, source: 'directory' };
  },
  authorityAt: (postcode) =>
    PLACES[postcode] === undefined
      ? undefined
      : { name: 'Any', relation: postcode.endsWith('OUT') ? 'distant' : 'own' },
};

const parts = (measure: Measure, by: DimensionId, ledger: Ledger, more: MeasureContext = {}) =>
  breakDown(measure, by, authorityOnDay(prepare(ledger), day('2026-03-31')), { ...context, ...more }).map(
    ({ title, numerator }) => [title, numerator],
  );

const living = (id: string, postcode: string | undefined) =>
  aChild(id, `2025-01-10 S C2 U6 PR4 HOME_POST=HOME ${postcode === undefined ? '' : `PL_POST=${postcode}`}`);

test('placements are told apart as the Department tells them: inside or outside, and within 20 miles or not', () => {
  const ledger = aLedger(
    living('A', 'NEARIN'),
    living('B', 'FARIN'),
    living('C', 'NEAROUT'),
    living('D', 'FAROUT'),
    living('E', 'FAROUT'),
    living('F', 'NOWHERE'),
    living('G', undefined),
  );
  assert.deepEqual(parts(claNumber, 'area-and-distance', ledger), [
    ['Inside the authority, 20 miles or less from home', 1],
    ['Inside the authority, over 20 miles from home', 1],
    ['Outside the authority, 20 miles or less from home', 1],
    ['Outside the authority, over 20 miles from home', 2],
    ['Not known or not recorded', 2],
  ]);
});

test('it can be crossed with any other way, and the totals stay', () => {
  const ledger = aLedger(living('A', 'NEARIN'), living('D', 'FAROUT'), living('E', 'FAROUT'));
  const crossed = crossBreakdowns(
    claNumber,
    ['area-and-distance', 'bought'],
    authorityOnDay(prepare(ledger), day('2026-03-31')),
    context,
  );
  assert.deepEqual(
    crossed.cells.map(({ row, column, numerator }) => `${row} ${column} ${numerator}`),
    ['inside-near external 1', 'outside-far external 2'],
  );
  assert.equal(crossed.total.numerator, 3);
});

test('what was bought is told by who provides it, and how only where a price of the day says so', () => {
  const ledger = aLedger(
    aChild('own', '2025-01-10 S C2 U6 PR1'),
    aChild('other', '2025-01-10 S C2 U6 PR2'),
    aChild('home', '2025-01-10 S C2 P1 PR0'),
    aChild('spot', '2025-01-10 S C2 U6 PR4'),
    aChild('past', '2025-01-10 S C2 U6 PR5'),
    aChild('none', '2025-01-10 S C2 Z1'),
  );
  const price = (child: string, ends: string | null) => ({
    child: who(child),
    starts: on('2025-01-10'),
    ends: ends === null ? null : on(ends),
    kind: 'fostering' as const,
    route: 'spot' as const,
    core: weekly(900),
    additional: weekly(0),
    expectedEnd: null,
  });
  const titled = (more: MeasureContext) => parts(claNumber, 'bought', ledger, more);
  assert.deepEqual(titled({}), [
    ['In-house', 1],
    ['External: how it was bought is not recorded', 2],
    ['Another local authority or public body', 1],
    ['With parents: nothing is bought', 1],
    ['Not recorded', 1],
  ]);
  const kept = { records: { placementPrices: [price('spot', null), price('past', '2026-01-01')] } };
  assert.deepEqual(titled(kept).slice(0, 3), [
    ['In-house', 1],
    ['Spot', 1],
    ['External: how it was bought is not recorded', 1],
  ]);
});

test('of children placed outside it is told what brought them there', () => {
  const ledger = aLedger(
    aChild('first', '2025-01-10 S C2 U6 PR4 PL_POST=FAROUT'),
    aChild(
      'moved',
      `2025-01-10 S C2 U6 PR4 2025-06-01 X1 REASON=CREQB
       2025-06-01 P C2 K2 PR4 PL_POST=FAROUT`,
    ),
    aChild(
      'unsaid',
      `2025-01-10 S C2 U6 PR4 2025-06-01 X1
       2025-06-01 P C2 K2 PR4 PL_POST=FAROUT`,
    ),
    // A change of legal status is no move.
    aChild(
      'status',
      `2025-01-10 S V2 U6 PR4 2025-06-01 X1 PL_POST=FAROUT
       2025-06-01 L C2 U6 PR4 PL_POST=FAROUT`,
    ),
  );
  assert.deepEqual(parts(outOfArea, 'came-by', ledger), [
    ['Care began there', 2],
    ['A move: Carer asked, because of the child’s behaviour', 1],
    ['A move: reason not recorded', 1],
  ]);
});
