import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, evaluate, findMeasure, type Ledger, prepare } from '@rightplace/domain';
import { aChild, anEpisode, worker } from '../../test/children-world.ts';
import { recordsOfReturn } from './records-of-return.ts';

const caseload = findMeasure('sw-caseload');
assert.ok(caseload !== undefined);
const of = (children: Ledger['children'], on: string) => {
  const ledger: Ledger = { authority: 'E10000999', children };
  const { value, noValue } = evaluate(caseload, prepare(ledger), day(on), {
    records: recordsOfReturn(ledger),
  });
  return noValue ?? value;
};
const inCare = [anEpisode({ decom: '2026-01-01' })];

test('who held whose case is told by the return, and makes the average caseload', () => {
  const children = [
    aChild('A', {
      episodes: inCare,
      facts: [worker('SW1', '01/01/2026', '01/06/2026'), worker('SW2', '01/06/2026')],
    }),
    aChild('B', { episodes: inCare, facts: [worker('SW1', '01/01/2026')] }),
    aChild('C', { episodes: inCare, facts: [worker('SW1', '01/01/2026')] }),
  ];
  assert.equal(of(children, '2026-05-31'), 3);
  assert.equal(of(children, '2026-06-01'), 1.5, 'one has two, the other one');
});

test('a case whose end nobody wrote ended with the child’s care', () => {
  const left = [anEpisode({ decom: '2026-01-01', dec: '2026-05-01', rec: 'E4A' })];
  const children = [
    aChild('A', { episodes: left, facts: [worker('SW1', '01/01/2026')] }),
    aChild('B', { episodes: inCare, facts: [worker('SW1', '01/01/2026')] }),
  ];
  assert.deepEqual([of(children, '2026-04-30'), of(children, '2026-05-01')], [2, 1]);
});

test('where no return told of a worker there is no figure, which is not nought', () => {
  assert.equal(of([aChild('A', { episodes: inCare })], '2026-05-31'), 'no-records');
  const odd = { kind: 'social-worker', key: '1', fields: { SW_ID: 'SW1', SW_DECOM: 'no day' } } as const;
  assert.equal(of([aChild('A', { episodes: inCare, facts: [odd] })], '2026-05-31'), 'no-records');
});
