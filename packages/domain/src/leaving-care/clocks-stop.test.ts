import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aChild } from '../../test/ledgers.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import { day } from '../calendar/day.ts';
import { moment } from '../calendar/moment.ts';
import { careHistory } from '../child/care-history.ts';
import type { ChildRecord } from '../child/record.ts';
import { clocksOf } from '../timer/clocks-of.ts';
import { LOOKED_AFTER_CLOCKS } from '../timer/looked-after-clocks.ts';
import { endCare } from './ending.ts';

const asked = {
  now: moment('2026-11-23T09:15:00Z'),
  calendar: ENGLAND_BANK_HOLIDAYS,
  keptFrom: day('2026-01-01'),
  shortened: () => undefined,
};

const clocks = (record: ChildRecord) =>
  clocksOf(LOOKED_AFTER_CLOCKS, careHistory(record, { sameCarerMoveCounts: false }), [], asked).clocks;

test('once care has ended nothing is due of what it began, each says why, and none is forgotten', () => {
  const record = aChild('C1', '2026-11-16 S C1 U6 PR1', { born: '2014-05-01' });
  const before = clocks(record);
  const open = before.filter(({ status }) => status === 'open');
  assert.ok(open.length > 3, 'or nothing was due');
  const after = clocks(endCare(record, { on: day('2026-11-20'), reason: 'E4A' }));
  assert.equal(after.length, before.length);
  assert.deepEqual(
    after.filter(({ status }) => status === 'open').map(({ rule }) => rule.id),
    [],
  );
  for (const { stopped, done, rule } of after) assert.ok((stopped ?? done)?.on === '2026-11-20', rule.id);
});
