import { type Cells, finds, passes, type RuleCase, rule } from './rule-case.ts';

const order = (DOLO_START: string, DOLO_END = ''): Cells => ({ DOLO_START, DOLO_END });

/** In care from 1 May to 1 September 2026, and again from 1 December. */
const LEFT: Cells = { DECOM: '01/05/2026', DEC: '01/09/2026', REC: 'E4A' };
const BACK: readonly Cells[] = [LEFT, { DECOM: '01/12/2026' }];

export const DEPRIVATION_OF_LIBERTY_CASES: readonly RuleCase[] = [
  rule(
    '700',
    finds('no start, and none that is a day', { DoLo: [order(''), order('31/06/2026')] }, { DoLo: [0, 1] }),
    passes('a start', { DoLo: [order('30/06/2026')] }),
  ),
  rule(
    '701',
    finds('an end that is no day', { DoLo: [order('01/06/2026', '31/06/2026')] }, { DoLo: [0] }),
    passes('an end, and none', { DoLo: [order('01/06/2026', '30/06/2026'), order('01/06/2026')] }),
  ),
  rule(
    '702',
    finds(
      'an order that ended the day it started, or before',
      { DoLo: [order('02/06/2026', '02/06/2026'), order('02/06/2026', '01/06/2026')] },
      { DoLo: [0, 1] },
    ),
    passes('one that ended the day after, one in force, and one that started on no day', {
      DoLo: [order('01/06/2026', '02/06/2026'), order('01/06/2026'), order('', '01/06/2026')],
    }),
  ),
  rule(
    '703',
    finds(
      'one that started on 1 April after the year',
      { DoLo: [order('01/04/2027'), order('31/03/2027')] },
      { DoLo: [0] },
    ),
    passes('one on its last day, one in an earlier year, and one on no day', {
      DoLo: [order('31/03/2027'), order('31/03/2020'), order('')],
    }),
  ),
  rule(
    '704',
    finds(
      'one that ended the day before the year, or the day after',
      { DoLo: [order('01/03/2026', '31/03/2026'), order('01/03/2027', '01/04/2027')] },
      { DoLo: [0, 1] },
    ),
    passes('one on its first day, one on its last, and one in force', {
      DoLo: [order('01/03/2026', '01/04/2026'), order('01/03/2027', '31/03/2027'), order('01/03/2027')],
    }),
  ),
  rule(
    '705',
    finds(
      'one that started the day before the other ended',
      { DoLo: [order('04/06/2026', '09/06/2026'), order('01/06/2026', '05/06/2026')] },
      { DoLo: [0] },
    ),
    finds(
      'one that started while the other was in force, and ended before it',
      { DoLo: [order('04/06/2026'), order('05/06/2026', '06/06/2026')] },
      { DoLo: [1] },
    ),
    finds(
      'the later by its start, though it ended first',
      { DoLo: [order('01/06/2026', '20/06/2026'), order('04/06/2026', '05/06/2026')] },
      { DoLo: [1] },
    ),
    finds(
      'one on no day, after one that is still open',
      { DoLo: [order(''), order('01/06/2026')] },
      { DoLo: [0] },
    ),
    passes(
      'one that started the day the other ended, another child’s and one on no day, after one that ended',
      {
        DoLo: [
          order('01/06/2026', '05/06/2026'),
          order('05/06/2026', '09/06/2026'),
          { ...order('02/06/2026', '03/06/2026'), CHILD: 'B' },
          { ...order(''), CHILD: 'B' },
        ],
      },
    ),
  ),
  rule(
    '706',
    finds(
      'one in force last year that this year’s return leaves out, or starts on another day',
      {
        DoLo_last: [
          order('01/02/2026', '02/02/2026'),
          order('01/03/2026'),
          { ...order('01/03/2026'), CHILD: 'B' },
        ],
        DoLo: [{ ...order('02/03/2026'), CHILD: 'B' }],
      },
      { DoLo_last: [1, 2] },
    ),
    passes('one that any row of this year’s starts with, whichever way the day is written', {
      DoLo_last: [order('01/03/2026')],
      DoLo: [order('01/02/2026'), order('1/3/2026', '05/04/2026')],
    }),
    finds(
      'one in force since no day, which none of this year’s can be told to be',
      { DoLo_last: [order(''), order('', '01/03/2026')], DoLo: [order('01/06/2026'), order('')] },
      { DoLo_last: [0] },
    ),
    passes('one that ended last year, even on a day that cannot be read', {
      DoLo_last: [order('01/03/2026', '02/03/2026'), order('01/03/2026', '31/02/2026')],
      DoLo: [order('01/06/2026')],
    }),
  ),
  rule(
    '707',
    finds(
      'one in force since before care ended, or that ended the day after',
      { Episodes: [LEFT], DoLo: [order('01/08/2026'), order('01/08/2026', '02/09/2026')] },
      { DoLo: [0, 1] },
    ),
    finds(
      'one that ended between two times in care, or before the first',
      { Episodes: BACK, DoLo: [order('01/08/2026', '01/11/2026'), order('01/04/2026', '30/04/2026')] },
      { DoLo: [0, 1] },
    ),
    passes('one that ended the day care did, and one in force in care that goes on', {
      Episodes: BACK,
      DoLo: [order('01/08/2026', '01/09/2026'), order('01/12/2026')],
    }),
    passes('one of a child without episodes, and one that started on no day', {
      Episodes: [{ ...LEFT, CHILD: 'B' }],
      DoLo: [
        { ...order('01/08/2026'), CHILD: 'A' },
        { ...order(''), CHILD: 'B' },
      ],
    }),
  ),
  rule(
    '708',
    finds(
      'one that started on the day of birth, or before',
      {
        DoLo: [
          { DOB: '01/06/2026', DOLO_START: '01/06/2026' },
          { DOB: '01/06/2026', DOLO_START: '31/05/2026' },
        ],
      },
      { DoLo: [0, 1] },
    ),
    passes('one the day after, and where either day is not known', {
      DoLo: [
        { DOB: '01/06/2026', DOLO_START: '02/06/2026' },
        { DOB: '', DOLO_START: '02/06/2026' },
        { DOB: '01/06/2026', DOLO_START: '' },
      ],
    }),
  ),
  rule(
    '709',
    finds(
      'a child with foster carers until the day an order started, and from the day it ended',
      {
        DoLo: [order('01/06/2026', '01/07/2026'), order('01/02/2026', '01/03/2026')],
        Episodes: [
          { PLACE: 'U4', DECOM: '01/05/2026', DEC: '01/06/2026' },
          { PLACE: 'K2', DECOM: '01/06/2026', DEC: '01/07/2026' },
          { PLACE: '', DECOM: '01/07/2026', DEC: '' },
        ],
      },
      { DoLo: [0], Episodes: [0, 2] },
    ),
    passes('one with them until the day before, and from the day after', {
      DoLo: [order('02/06/2026', '30/06/2026')],
      Episodes: [
        { PLACE: 'U4', DECOM: '01/05/2026', DEC: '01/06/2026' },
        { PLACE: 'K2', DECOM: '01/06/2026', DEC: '01/07/2026' },
        { PLACE: 'U4', DECOM: '01/07/2026', DEC: '' },
      ],
    }),
    passes('one in K2, Z12 or Z13, one in an episode that started on no day, and another child', {
      DoLo: [order('01/06/2026', '01/07/2026')],
      Episodes: [
        { PLACE: 'K2', DECOM: '01/05/2026' },
        { PLACE: 'Z12', DECOM: '01/05/2026' },
        { PLACE: 'Z13', DECOM: '01/05/2026' },
        { PLACE: 'U4', DECOM: '' },
        { CHILD: 'B', PLACE: 'U4', DECOM: '01/05/2026' },
      ],
    }),
    passes('an order that has not ended, or started on no day that can be read', {
      DoLo: [order('01/06/2026'), order('', '01/07/2026'), order('31/06/2026', '01/07/2026')],
      Episodes: [{ PLACE: 'U4', DECOM: '01/05/2026' }],
    }),
  ),
  rule(
    '710',
    ...['K1', 'K3', 'P1', 'R5'].map((PLACE) =>
      finds(
        `a child in ${PLACE} on the day an order ended`,
        {
          DoLo: [order('01/06/2026', '01/07/2026')],
          Episodes: [
            { PLACE: 'K2', DECOM: '01/05/2026', DEC: '01/07/2026' },
            { PLACE, DECOM: '01/07/2026' },
          ],
        },
        { DoLo: [0], Episodes: [1] },
      ),
    ),
    passes('one there from the day after, one elsewhere, and an order that has not ended', {
      DoLo: [order('01/06/2026', '01/07/2026'), { ...order('01/06/2026'), CHILD: 'B' }],
      Episodes: [
        { PLACE: 'K1', DECOM: '02/07/2026' },
        { PLACE: 'U4', DECOM: '01/05/2026' },
        { PLACE: '', DECOM: '01/05/2026' },
        { CHILD: 'B', PLACE: 'K1', DECOM: '01/05/2026' },
      ],
    }),
  ),
];
