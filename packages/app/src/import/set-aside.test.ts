import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SetAside } from '@rightplace/ssda903';
import { setAsideAsCsv, setAsideGroups } from './set-aside.ts';

const aRow = (more: Partial<SetAside> = {}): SetAside => ({
  file: '2026/reviews.csv',
  line: 7,
  table: 'Reviews',
  child: 'ZZ1',
  rule: 'bad-date',
  reason: 'REVIEW is 2026-03-31.',
  todo: 'Write 31/03/2026.',
  ...more,
});

test('rows set aside are grouped by reason, the commonest first, with where they were met', () => {
  const rejected = [
    aRow({ rule: 'duplicate' }),
    aRow(),
    aRow({ table: 'Episodes' }),
    aRow(),
    aRow({ rule: 'empty-file', table: null, child: null }),
  ];
  const counts = { rejectedByRule: { duplicate: 1, 'bad-date': 25_000, 'empty-file': 1 } };
  assert.deepEqual(
    setAsideGroups({ rejected }, counts).map(({ rule, count, where }) => [rule, count, where]),
    [
      ['bad-date', 25_000, ['Reviews', 'Episodes']],
      ['duplicate', 1, ['Reviews']],
      ['empty-file', 1, ['The whole file']],
    ],
  );
});

test('the report to download runs nothing in a spreadsheet and keeps quotes, commas and accents', () => {
  const text = setAsideAsCsv([
    aRow({ child: '=HYPERLINK("x")', file: '@evil.csv', reason: 'Says “Zoë”, or "Zoe"' }),
    aRow({ child: null, table: null, line: 1 }),
  ]);
  const [header, first, second, end] = text.split('\r\n');
  assert.equal(header, '\uFEFFFile,Line,Table,Child,Rule,What is wrong,What to do');
  assert.equal(
    first,
    `'@evil.csv,7,Reviews,"'=HYPERLINK(""x"")",bad-date,"Says “Zoë”, or ""Zoe""",Write 31/03/2026.`,
  );
  assert.equal(second, '2026/reviews.csv,1,The whole file,,bad-date,REVIEW is 2026-03-31.,Write 31/03/2026.');
  assert.equal(end, '');
});
