import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChildRecord, childId, day, MEASURES, prepare, timelinesFromEpisodes } from '@rightplace/domain';
import { anEpisode } from '../../test/children-world.ts';
import type { HeldLedger } from '../ledger/ledgers.ts';
import { figureBook } from './figure-book.ts';

const born = (id: string, on: string, ...said: Parameters<typeof anEpisode>): ChildRecord => ({
  id: childId(id),
  details: { dateOfBirth: day(on), sex: 'F', ethnicity: 'WBRI' },
  facts: [],
  ...timelinesFromEpisodes([anEpisode(...said)]),
});

const children = [
  born('A', '2012-05-01', { decom: day('2024-05-01'), place: 'U6' }),
  born('B', '2009-08-12', { decom: day('2025-06-10'), place: 'K2', ls: 'V2' }),
  born('C', '2020-02-29', { decom: day('2025-05-01'), dec: day('2025-07-01'), rec: 'E4A' }),
];

const held: HeldLedger = {
  ledger: { authority: 'E10000901', children },
  prepared: prepare({ authority: 'E10000901', children }),
  context: { population: () => ({ count: 10_000, midYear: 2025 }) },
  childById: new Map(children.map((child) => [child.id, child])),
  knownAt: undefined,
  version: 'invented',
};

const teams = {
  key: 'two teams',
  teamOn: (id: string) => (id === 'A' ? 'North' : 'South'),
};

test('a page that says how many, and not who, is told the same parts as one that lists the children', () => {
  const book = figureBook({ held, part: undefined });
  let parts = 0;
  for (const asOf of [day('2025-06-30'), day('2025-09-30')])
    for (const measure of MEASURES)
      for (const by of measure.breakdowns) {
        const listed = book.rows(measure, by, asOf, { teams, window: 'quarter' }) ?? [];
        assert.deepEqual(
          book.parts(measure, by, asOf, { teams, window: 'quarter' }),
          listed.map(({ children: _, ...part }) => part),
          `${measure.id} by ${by}`,
        );
        parts += listed.length;
      }
  assert.ok(parts > 500);
});

test('what is counted alone is what the figure with its children says', () => {
  const book = figureBook({ held, part: undefined });
  const asOf = day('2025-06-30');
  for (const measure of MEASURES) {
    const { value, noValue, numerator, denominator } = book.figure(measure, asOf, 'month');
    assert.deepEqual(
      book.count(measure, asOf, 'month'),
      { on: asOf, value, noValue, numerator, denominator },
      measure.id,
    );
  }
});

test('a figure that is not cut a way has no parts by it, and none by team without teams', () => {
  const book = figureBook({ held, part: undefined });
  const [measure] = MEASURES;
  assert.ok(measure);
  assert.equal(book.parts(measure, 'sdq-band', day('2025-06-30')), undefined);
  assert.equal(book.parts(measure, 'team', day('2025-06-30')), undefined);
});
