import { type Cells, finds, passes, type RuleCase, rule } from './rule-case.ts';

const missing = (MIS_START: string, MIS_END = ''): Cells => ({ MISSING: 'M', MIS_START, MIS_END });

export const MISSING_CASES: readonly RuleCase[] = [
  rule(
    '1004',
    finds(
      'no start, and none that is a day',
      { Missing: [missing(''), missing('31/06/2026')] },
      {
        Missing: [0, 1],
      },
    ),
    passes('a start', { Missing: [missing('30/06/2026')] }),
  ),
  rule(
    '1005',
    finds('an end that is no day', { Missing: [missing('01/06/2026', '31/06/2026')] }, { Missing: [0] }),
    passes('an end, and none', { Missing: [missing('01/06/2026', '30/06/2026'), missing('01/06/2026')] }),
  ),
  rule(
    '1006',
    finds(
      'a code that is none',
      { Missing: [{ MISSING: 'Y' }, { MISSING: 'MISSING' }] },
      { Missing: [0, 1] },
    ),
    passes('the two there are, and a blank', {
      Missing: [{ MISSING: 'm' }, { MISSING: 'A' }, { MISSING: '' }],
    }),
  ),
  rule(
    '564',
    finds(
      'a child missing, and one away, since no day',
      {
        Missing: [
          { MISSING: 'M', MIS_START: '' },
          { MISSING: 'A', MIS_START: '' },
        ],
      },
      { Missing: [0, 1] },
    ),
    passes('a start, one that cannot be read, and no code', {
      Missing: [missing('01/06/2026'), missing('31/06/2026'), { MISSING: '', MIS_START: '' }],
    }),
  ),
  rule(
    '565',
    finds('a start alone', { Missing: [{ MISSING: '', MIS_START: '01/06/2026' }] }, { Missing: [0] }),
    passes('a start with a code, and neither', {
      Missing: [missing('01/06/2026'), { MISSING: '', MIS_START: '' }],
    }),
  ),
  rule(
    '566',
    finds('an end alone', { Missing: [{ MISSING: '', MIS_END: '01/06/2026' }] }, { Missing: [0] }),
    passes('an end with a code, and neither', {
      Missing: [missing('', '01/06/2026'), { MISSING: '', MIS_END: '' }],
    }),
  ),
  rule(
    '567',
    finds(
      'a child found the day before they went missing',
      { Missing: [missing('02/06/2026', '01/06/2026'), missing('01/06/2026', '02/06/2026')] },
      { Missing: [0] },
    ),
    passes('one found that day, one not found, and one who went missing on no day that is given', {
      Missing: [missing('01/06/2026', '01/06/2026'), missing('01/06/2026'), missing('', '01/06/2026')],
    }),
  ),
  rule(
    '570',
    finds(
      'a child who went missing on 1 April after the year',
      { Missing: [missing('01/04/2027'), missing('31/03/2027')] },
      { Missing: [0] },
    ),
    passes('one on its last day, one in an earlier year, and one on no day', {
      Missing: [missing('31/03/2027'), missing('31/03/2020'), missing('')],
    }),
  ),
  rule(
    '571',
    finds(
      'a child found the day before the year, and the day after',
      { Missing: [missing('01/03/2026', '31/03/2026'), missing('01/03/2027', '01/04/2027')] },
      { Missing: [0, 1] },
    ),
    passes('one found on its first day, one on its last, and one not found', {
      Missing: [
        missing('01/03/2026', '01/04/2026'),
        missing('01/03/2027', '31/03/2027'),
        missing('01/03/2027'),
      ],
    }),
  ),
  rule(
    '574',
    finds(
      'a child who went missing the day before they were found',
      { Missing: [missing('04/06/2026', '09/06/2026'), missing('01/06/2026', '05/06/2026')] },
      { Missing: [0] },
    ),
    finds(
      'one who did so while missing since the day before',
      { Missing: [missing('04/06/2026'), missing('05/06/2026', '06/06/2026')] },
      { Missing: [1] },
    ),
    finds(
      'the later by its start, though it ended first',
      { Missing: [missing('01/06/2026', '20/06/2026'), missing('04/06/2026', '05/06/2026')] },
      { Missing: [1] },
    ),
    finds(
      'of two on one day, the one still open',
      { Missing: [missing('01/06/2026'), missing('01/06/2026', '05/06/2026')] },
      { Missing: [0] },
    ),
    finds(
      'one on no day, after one that is still open',
      { Missing: [missing(''), missing('01/06/2026')] },
      { Missing: [0] },
    ),
    passes('one who did so the day they were found, another child and one on no day, after one that ended', {
      Missing: [
        missing('01/06/2026', '05/06/2026'),
        missing('05/06/2026', '09/06/2026'),
        { ...missing('02/06/2026', '03/06/2026'), CHILD: 'B' },
        { ...missing(''), CHILD: 'B' },
      ],
    }),
  ),
];
