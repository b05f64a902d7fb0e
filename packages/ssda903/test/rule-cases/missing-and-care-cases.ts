import { type Cells, finds, passes, type RuleCase, rule } from './rule-case.ts';

/** In care from 1 May to 1 September 2026, in two placements, the second from 1 July. */
const LEFT: readonly Cells[] = [
  { DECOM: '01/05/2026', DEC: '01/07/2026', RNE: 'S', REC: 'X1' },
  { DECOM: '01/07/2026', DEC: '01/09/2026', RNE: 'P', REC: 'E4A' },
];
/** The same, and again from 1 December. */
const BACK: readonly Cells[] = [...LEFT, { DECOM: '01/12/2026', DEC: '', RNE: 'S', REC: '' }];

const missing = (MIS_START: string, MIS_END = ''): Cells => ({ MISSING: 'M', MIS_START, MIS_END });

/** Going missing beside the child’s care. */
export const MISSING_AND_CARE_CASES: readonly RuleCase[] = [
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
