import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../../../test/figures.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';
import { on, who, withRecords } from '../../../test/records.ts';

const closed = (child: string, day: string) => ({
  child: who(child),
  on: on(day),
  outcome: 'improved' as const,
});
const came = (child: string, day: string) => aChild(child, `${day} S C2 U6`);

test('of cases closed on 30 September those looked after by 30 March were so within six months', () => {
  const ledger = aLedger(came('A', '2023-09-30'), came('B', '2024-03-30'), came('C', '2024-03-31'));
  const edgeOfCareClosures = ['A', 'B', 'C', 'D'].map((child) => closed(child, '2023-09-30'));
  assert.equal(
    read(withRecords('edge-of-care-care-6m', { edgeOfCareClosures }, '2024-03-31', ledger)),
    'A B of A B C D',
  );
});

test('a child followed for less than the whole time is in neither, and care that was over before is not coming into it', () => {
  const left = aChild('E', '2022-01-10 S C2 U6 PR1 2022-06-01 E4A');
  const ledger = aLedger(came('A', '2024-02-01'), came('B', '2023-04-01'), came('C', '2024-03-31'), left);
  const edgeOfCareClosures = [
    closed('A', '2023-03-31'),
    closed('B', '2023-04-01'),
    closed('C', '2022-04-01'),
    closed('D', '2022-03-31'),
    closed('E', '2022-09-01'),
  ];
  assert.equal(
    read(withRecords('edge-of-care-care-12m', { edgeOfCareClosures }, '2024-03-31', ledger)),
    'A of A C E',
  );
});
