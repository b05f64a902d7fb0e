import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureOf, read } from '../../../test/figures.ts';
import { aChild, aLedger, uasc } from '../../../test/ledgers.ts';
import { day } from '../../calendar/day.ts';
import { authorityOnDay, prepare } from '../authority-on-day.ts';
import { breakDown } from '../breakdown.ts';
import type { AuthorityAt, MeasureContext } from '../measure.ts';
import { outOfArea } from './where-placed.ts';

const DAY = '2024-03-31';

const AREAS: Readonly<Record<string, AuthorityAt['relation']>> = {
  ZZ1: 'own',
  ZZ2: 'adjoining',
  ZZ3: 'distant',
  ZZ4: 'outside-england',
};

/** Home is at ZZ1 1AA; every other postcode is some 69 miles off, but for those ending in 9ZZ, which are near. */
const context: MeasureContext = {
  authorityAt: (postcode) => {
    const relation = AREAS[postcode.slice(0, 3)];
    return relation === undefined ? undefined : { name: 'Ourshire', relation };
  },
  locate: (postcode) => {
    if (postcode.startsWith('ZZ9')) return undefined;
    const near = postcode === 'ZZ1 1AA' || postcode.endsWith('9ZZ');
    return { lat: near ? 52 : 53, lon: -2, source: 'directory' };
  },
};

const placed = (id: string, postcode: string, details: Parameters<typeof aChild>[2] = {}) =>
  aChild(id, `2023-01-10 S C2 U6 PR1 PL_POST=${postcode} HOME_POST=ZZ1_1AA`, details);

test('own six, adjoining two, distant two: 20% and 20%, 40% outside in all', () => {
  const ledger = aLedger(
    ...Array.from({ length: 6 }, (_, i) => placed(`A${i}`, 'ZZ1_1AA')),
    placed('B', 'ZZ2_1AA'),
    placed('C', 'ZZ2_1AA'),
    placed('D', 'ZZ3_1AA'),
    placed('E', 'ZZ3_1AA'),
  );
  const value = (id: string) => figureOf(id, ledger, DAY, context).value;
  assert.deepEqual(
    ['out-of-area', 'out-of-area-adjoining', 'out-of-area-distant', 'out-of-area-outside-england'].map(value),
    [40, 20, 20, 0],
  );
});

test('an area not known stays in the whole and is told apart; another country is outside', () => {
  const ledger = aLedger(placed('A', 'ZZ1_1AA'), placed('B', 'ZZ4_1AA'), placed('C', 'YY1_1AA'));
  const figure = figureOf('out-of-area', ledger, DAY, context);
  assert.equal(read(figure), 'B of A B C');
  assert.deepEqual(figure.notRecorded, ['C']);
  const rows = breakDown(outOfArea, 'location', authorityOnDay(prepare(ledger), day(DAY)), context);
  assert.deepEqual(
    rows.map(({ key, denominator }) => [key, denominator]),
    [
      ['own', 1],
      ['outside-england', 1],
      ['unknown', 1],
    ],
  );
});

test('where nothing tells areas there is no figure, and not nought', () => {
  const figure = figureOf('out-of-area', aLedger(placed('A', 'ZZ2_1AA')), DAY);
  assert.deepEqual([figure.value, figure.noValue], [null, 'nobody-to-count']);
});

test('near or far, a child whose area is not known is left out of the share of those far and outside', () => {
  const ledger = aLedger(placed('A', 'ZZ3_1AA'), placed('B', 'YY1_1AA'), placed('C', 'YY1_9ZZ'));
  const figure = figureOf('over-20-miles-outside', ledger, DAY, context);
  assert.equal(read(figure), 'A of A');
  const { authorityAt: _, ...withoutAreas } = context;
  assert.equal(figureOf('over-20-miles-outside', ledger, DAY, withoutAreas).value, null);
});

test('over 20 miles and outside: 12 of 80 is 15%', () => {
  const ledger = aLedger(
    ...Array.from({ length: 80 }, (_, i) =>
      placed(`C${i}`, i < 12 ? 'ZZ3_1AA' : i < 30 ? 'ZZ1_2BB' : i < 50 ? 'ZZ2_9ZZ' : 'ZZ1_1AA'),
    ),
    placed('U', 'ZZ3_1AA', { facts: [uasc()] }),
    placed('N', 'ZZ9_1AA'),
    placed('Y', 'YY1_1AA'),
  );
  const figure = figureOf('over-20-miles-outside', ledger, DAY, context);
  assert.deepEqual([figure.value, figure.denominator], [15, 80]);
  assert.deepEqual(figure.excluded.map(({ reason }) => reason).toSorted(), [
    'area-not-known',
    'distance-not-known',
    'uasc',
  ]);
});
