import { type Cells, finds, passes, type RuleCase, rule } from './rule-case.ts';

/** In care from 1 May to 1 September 2026, in two placements, the second from 1 July. */
const LEFT: readonly Cells[] = [
  { DECOM: '01/05/2026', DEC: '01/07/2026', RNE: 'S', REC: 'X1' },
  { DECOM: '01/07/2026', DEC: '01/09/2026', RNE: 'P', REC: 'E4A' },
];
/** The same, and again from 1 December. */
const BACK: readonly Cells[] = [...LEFT, { DECOM: '01/12/2026', DEC: '', RNE: 'S', REC: '' }];

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
  rule(
    '575',
    finds(
      'a child missing since a placement that has ended',
      { Episodes: BACK, Missing: [missing('01/05/2026'), missing('30/06/2026')] },
      { Missing: [0, 1] },
    ),
    finds(
      'one who went missing the day care ended',
      { Episodes: LEFT, Missing: [missing('01/09/2026'), missing('02/09/2026')] },
      { Missing: [0] },
    ),
    finds(
      'one missing since before a change of legal status, from a placement that ended after it',
      {
        Episodes: [
          { DECOM: '01/05/2026', DEC: '01/07/2026', REC: 'X1' },
          { DECOM: '01/07/2026', DEC: '01/09/2026', RNE: 'L', REC: 'X1' },
          { DECOM: '01/09/2026', RNE: 'P' },
        ],
        Missing: [missing('01/06/2026')],
      },
      { Missing: [0] },
    ),
    passes('one missing since before a change of legal status alone', {
      Episodes: [
        { DECOM: '01/05/2026', DEC: '01/07/2026', REC: 'X1' },
        { DECOM: '01/07/2026', RNE: 'L' },
      ],
      Missing: [missing('01/06/2026'), missing('01/07/2026')],
    }),
    passes('one who went missing on the day of a move, from where they moved to', {
      Episodes: [
        { DECOM: '01/05/2026', DEC: '01/07/2026', REC: 'X1' },
        { DECOM: '01/07/2026', RNE: 'P' },
      ],
      Missing: [missing('01/07/2026')],
    }),
    passes(
      'one found, even on a day that cannot be read; one missing since no day; one missing before care',
      {
        Episodes: LEFT,
        Missing: [
          missing('01/06/2026', '02/06/2026'),
          missing('01/06/2026', '31/06/2026'),
          missing(''),
          missing('30/04/2026'),
        ],
      },
    ),
  ),
  rule(
    '576',
    finds(
      'a child whose first time missing this year starts on another day, or on none',
      {
        Missing_last: [missing('01/03/2026'), { ...missing('01/03/2026'), CHILD: 'B' }],
        Missing: [
          missing('01/06/2026', '02/06/2026'),
          missing('02/03/2026', '05/04/2026'),
          { ...missing(''), CHILD: 'B' },
        ],
      },
      { Missing: [1, 2] },
    ),
    finds(
      'one with no row this year, on last year’s',
      {
        Missing_last: [
          missing('01/02/2026', '02/02/2026'),
          missing('01/03/2026'),
          { ...missing('01/03/2026'), CHILD: 'B' },
        ],
        Missing: [{ ...missing('01/03/2026', '05/04/2026'), CHILD: 'B' }],
      },
      { Missing_last: [1] },
    ),
    passes('one who starts this year as last year ended, whichever way the day is written', {
      Missing_last: [missing('01/03/2026')],
      Missing: [missing('01/06/2026'), missing('1/3/2026', '05/04/2026')],
    }),
    passes('one found last year, even on a day that cannot be read, and one missing since no day', {
      Missing_last: [missing('01/03/2026', '02/03/2026'), missing('01/03/2026', '31/02/2026'), missing('')],
      Missing: [missing('01/06/2026')],
    }),
  ),
  rule(
    '577',
    finds(
      'a child missing since before care ended, or found the day after',
      { Episodes: LEFT, Missing: [missing('01/08/2026'), missing('01/08/2026', '02/09/2026')] },
      { Missing: [0, 1] },
    ),
    finds(
      'one found between two times in care, or before the first, or on a day that cannot be read',
      {
        Episodes: BACK,
        Missing: [
          missing('01/08/2026', '01/11/2026'),
          missing('01/04/2026', '30/04/2026'),
          missing('01/08/2026', '31/09/2026'),
        ],
      },
      { Missing: [0, 1, 2] },
    ),
    passes('one found the day care ended, and one still missing from care that goes on', {
      Episodes: BACK,
      Missing: [missing('01/08/2026', '01/09/2026'), missing('01/12/2026')],
    }),
    passes('one who went missing before care and was found in it', {
      Episodes: LEFT,
      Missing: [missing('01/04/2026', '01/05/2026')],
    }),
    passes('one without episodes, or none that is dated, and one missing since no day', {
      Episodes: [{ CHILD: 'B', DECOM: '' }, ...LEFT.map((episode) => ({ ...episode, CHILD: 'C' }))],
      Missing: [
        { ...missing('01/08/2026'), CHILD: 'A' },
        { ...missing('01/08/2026'), CHILD: 'B' },
        { ...missing(''), CHILD: 'C' },
      ],
    }),
  ),
  rule(
    '578',
    finds(
      'a child who went missing the day care ended, or later',
      { Episodes: LEFT, Missing: [missing('01/09/2026'), missing('01/10/2026'), missing('31/08/2026')] },
      { Missing: [0, 1] },
    ),
    passes('one still in care, one who went missing before care, and one on no day', {
      Episodes: [...BACK, ...LEFT.map((episode) => ({ ...episode, CHILD: 'B' }))],
      Missing: [
        { ...missing('01/10/2026'), CHILD: 'A' },
        { ...missing('01/04/2026'), CHILD: 'B' },
        { ...missing(''), CHILD: 'B' },
      ],
    }),
    passes('one without episodes', {
      Episodes: [{ CHILD: 'B', DECOM: '01/05/2026', DEC: '01/06/2026' }],
      Missing: [missing('01/09/2026')],
    }),
  ),
  rule(
    '580',
    finds(
      'care that ended on the 18th birthday of a child missing until then, for another reason or none',
      {
        Episodes: [
          { CHILD: 'A', DEC: '02/09/2026', REC: 'E5' },
          { CHILD: 'B', DEC: '02/09/2026', REC: '' },
          { CHILD: 'B', DEC: '01/09/2026', REC: 'X1' },
        ],
        Missing: [
          { CHILD: 'A', DOB: '02/09/2008', MIS_END: '02/09/2026' },
          { CHILD: 'B', DOB: '02/09/2008', MIS_END: '01/09/2026' },
          { CHILD: 'B', DOB: '02/09/2008', MIS_END: '02/09/2026' },
        ],
      },
      { Episodes: [0, 1] },
    ),
    passes('E8, a child found the day before, and care that ended the day before', {
      Episodes: [
        { CHILD: 'A', DEC: '02/09/2026', REC: 'E8' },
        { CHILD: 'B', DEC: '02/09/2026', REC: 'E5' },
        { CHILD: 'C', DEC: '01/09/2026', REC: 'E5' },
        { CHILD: 'D', DEC: '', REC: '' },
      ],
      Missing: [
        { CHILD: 'A', DOB: '02/09/2008', MIS_END: '02/09/2026' },
        { CHILD: 'B', DOB: '02/09/2008', MIS_END: '01/09/2026' },
        { CHILD: 'C', DOB: '02/09/2008', MIS_END: '01/09/2026' },
        { CHILD: 'D', DOB: '', MIS_END: '' },
      ],
    }),
  ),
  rule(
    '581',
    finds(
      'a child who went missing the day before care began',
      { Episodes: LEFT, Missing: [missing('30/04/2026', '02/05/2026'), missing('01/05/2026')] },
      { Missing: [0] },
    ),
    passes('one who did so the day it began, between times in care, after them, and on no day', {
      Episodes: BACK,
      Missing: [missing('01/05/2026'), missing('01/10/2026'), missing('01/01/2027'), missing('')],
    }),
    passes('one without episodes', {
      Episodes: [{ CHILD: 'B', DECOM: '01/05/2026' }],
      Missing: [missing('30/04/2026')],
    }),
  ),
  rule(
    '586',
    finds(
      'a child who went missing on the day of birth, or before',
      {
        Missing: [
          { DOB: '01/06/2026', MIS_START: '01/06/2026' },
          { DOB: '01/06/2026', MIS_START: '31/05/2026' },
        ],
      },
      { Missing: [0, 1] },
    ),
    passes('one the day after, and where either day is not known', {
      Missing: [
        { DOB: '01/06/2026', MIS_START: '02/06/2026' },
        { DOB: '', MIS_START: '02/06/2026' },
        { DOB: '01/06/2026', MIS_START: '' },
      ],
    }),
  ),
];
