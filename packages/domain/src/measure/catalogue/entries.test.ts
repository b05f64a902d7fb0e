import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureOf, jsonOf, read } from '../../../test/figures.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';
import { day } from '../../calendar/day.ts';
import { childId } from '../../child/record.ts';

const DAY = '2024-03-31';

test('at any time in the year: ten open on 1 April and four starts, one of them again, is thirteen children', () => {
  const open = Array.from({ length: 10 }, (_, i) =>
    aChild(
      `A${i}`,
      i === 0 ? '2022-01-10 S C2 U6 PR1 2023-06-01 E4A\n2023-09-01 S C2 U6' : '2022-01-10 S C2 U6',
    ),
  );
  const started = [1, 2, 3].map((i) => aChild(`B${i}`, '2023-07-01 S C2 U6 PR1 2023-07-05 E4A'));
  assert.equal(figureOf('cla-at-any-time', aLedger(...open, ...started), DAY).value, 13);
});

test('care that ended on 1 April was over, and care that began and ended on one day was there', () => {
  const ledger = aLedger(
    aChild('A', '2022-01-10 S C2 U6 PR1 2023-04-01 E4A'),
    aChild('B', '2022-01-10 S C2 U6 PR1 2023-04-02 E4A'),
    aChild('C', '2023-05-05 S L1 U6 PR1 2023-05-05 E4A'),
    aChild('D', '2024-03-31 S C2 U6'),
    aChild('E', '2024-04-01 S C2 U6'),
    aChild('F', '2023-05-05 S V4 K2'),
  );
  const figure = figureOf('cla-at-any-time', ledger, DAY);
  assert.equal(read(figure), 'B C D');
  assert.deepEqual(figure.excluded, [{ id: 'F', reason: 'short-breaks' }]);
});

test('entries in crisis: three of twelve is 25%, one of them by the emergency route alone', () => {
  const ls = (i: number): string => (i === 0 ? 'L1' : i === 1 ? 'L2' : 'V2');
  const ledger = aLedger(
    ...Array.from({ length: 12 }, (_, i) => aChild(`C${i}`, `2023-07-01 S ${ls(i)} U6`)),
    aChild('V', '2023-07-01 S V4 U6'),
  );
  const emergencyStarts = [{ child: childId('C2'), on: day('2023-07-01') }];
  assert.equal(figureOf('entries-in-crisis', ledger, DAY, { records: { emergencyStarts } }).value, 25);
  const codesOnly = figureOf('entries-in-crisis', ledger, DAY);
  assert.equal(codesOnly.numerator, 2);
  assert.match(codesOnly.certainty.join(' '), /No emergency of another kind is recorded/);
});

test('section 20 for 2, 5, 9 and 14 months is one child in each band', () => {
  const ledger = aLedger(
    aChild('A', '2024-01-31 S V2 U6'),
    aChild('B', '2023-10-31 S V2 U6'),
    aChild('C', '2023-06-30 S V2 U6'),
    aChild('D', '2023-01-31 S V2 U6'),
    aChild('E', '2023-01-31 S C2 U6'),
  );
  assert.deepEqual(jsonOf(ledger, DAY)['s20-duration'], { '<3': 1, '3-6': 1, '6-12': 1, '12+': 1 });
});

test('section 20 is counted through moves, but anew after another legal status, and three months to the day are three', () => {
  const ledger = aLedger(
    aChild('A', '2023-06-01 S V2 U6 PR1 2024-01-01 X1\n2024-01-01 P V2 K2'),
    aChild('B', '2023-06-01 S C1 U6 PR1 2024-01-01 X1\n2024-01-01 L V2 U6'),
    aChild('C', '2023-12-31 S V2 U6'),
  );
  assert.deepEqual(jsonOf(ledger, DAY)['s20-duration'], { '<3': 1, '3-6': 1, '6-12': 1 });
});

test('starts per 10,000 in part of a year also say what the pace would make in a whole one', () => {
  const ledger = aLedger(
    aChild('A', '2023-04-02 S V2 U6 PR1 2023-05-01 E4A\n2023-06-01 S V2 U6'),
    aChild('B', '2023-05-01 S V2 U6'),
    aChild('C', '2023-05-01 S V4 U6'),
  );
  const population = () => ({ count: 20_000, midYear: 2022 });
  const quarter = figureOf('cla-started-10k', ledger, '2023-06-30', { population });
  assert.deepEqual([quarter.value, quarter.numerator, quarter.denominator], [1, 2, 20_000]);
  assert.match(quarter.certainty.join(' '), /a whole one would come to 4\.0 per 10,000/);
  const year = figureOf('cla-started-10k', ledger, DAY, { population });
  assert.doesNotMatch(year.certainty.join(' '), /pace/);
  assert.equal(figureOf('cla-ceased-10k', ledger, DAY, { population }).value, 0.5);
  assert.equal(figureOf('cla-ceased-10k', ledger, DAY).noValue, 'no-population');
});
