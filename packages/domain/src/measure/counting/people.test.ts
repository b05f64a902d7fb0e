import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missing } from '../../../test/facts.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';
import { day } from '../../calendar/day.ts';
import { authorityOnDay, prepare } from '../authority-on-day.ts';
import { breakDown } from '../breakdown.ts';
import { MEASURES } from '../catalogue.ts';
import type { Measure } from '../measure.ts';
import { partsCounter } from './count-parts.ts';

const measure = (id: string): Measure => {
  const found = MEASURES.find((each) => each.id === id);
  assert.ok(found, id);
  return found;
};

test('a child who moved and went missing on one day is cut by the new home, whatever was counted before', () => {
  const moved = aChild(
    'A1',
    `2024-04-10 S C2 U1 PR1 2024-05-01 X1 REASON=CARPL
     2024-05-01 P C2 K2 PR1`,
    { facts: missing('M 2024-05-01 2024-05-03') },
  );
  const authority = authorityOnDay(prepare(aLedger(moved)), day('2024-06-30'));
  const partsOf = partsCounter();
  for (const id of ['unplanned-endings', 'missing-episodes', 'unplanned-endings'])
    assert.deepEqual(
      partsOf(measure(id), 'placement-type', authority).keys,
      breakDown(measure(id), 'placement-type', authority).map(({ key }) => key),
      id,
    );
  assert.deepEqual(partsOf(measure('missing-episodes'), 'placement-type', authority).keys, ['K2']);
});
