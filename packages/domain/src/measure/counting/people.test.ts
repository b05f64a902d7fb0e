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

test('parts are the same whichever days of a ledger were cut before, and by whichever counter', () => {
  const ledger = prepare(
    aLedger(
      aChild('A1', '2023-04-10 S C2 U1 PR1 2024-02-01 X1\n2024-02-01 P C2 K2 PR4', { born: '2013-05-02' }),
      aChild('B1', '2023-06-01 S V2 U6 PR1 2024-01-31 E4A', { born: '2008-01-31' }),
    ),
  );
  const context = {};
  for (const on of ['2024-03-31', '2023-08-31', '2024-01-31', '2024-03-31', '2024-01-30', '2023-08-31'])
    for (const id of ['cla-number', 'cla-at-any-time', 'foster-share', 'cla-ceased', 'sdq-scored'])
      for (const by of measure(id).breakdowns) {
        const authority = authorityOnDay(ledger, day(on));
        const { keys, numerators } = partsCounter(context)(measure(id), by, authority);
        assert.deepEqual(
          keys.map((key, i) => [key, numerators[i]]),
          breakDown(measure(id), by, authority, context).map(({ key, numerator }) => [key, numerator]),
          `${id} by ${by} on ${on}`,
        );
      }
});

test('what is kept of one context is not taken for another', () => {
  const authority = authorityOnDay(
    prepare(aLedger(aChild('A1', '2023-04-10 S C2 U1 PR1'))),
    day('2024-03-31'),
  );
  const teamIn = (team: string) =>
    partsCounter({ teamOn: () => team })(measure('cla-number'), 'team', authority);
  assert.deepEqual([teamIn('North').keys, teamIn('South').keys], [['North'], ['South']]);
});
