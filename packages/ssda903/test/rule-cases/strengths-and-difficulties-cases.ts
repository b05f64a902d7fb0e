import { finds, passes, rule } from './rule-case.ts';

const ALL_YEAR = { DECOM: '01/06/2020', RNE: 'S', LS: 'C2' };
const LEFT = { ...ALL_YEAR, DEC: '30/03/2027', REC: 'E4A' };
const SHORT_BREAKS = { ...ALL_YEAR, LS: 'V4' };
const OF_TEN = { DOB: '10/05/2016' };

export const STRENGTHS_AND_DIFFICULTIES_CASES = [
  rule(
    '157',
    finds(
      'a child of ten said to be of the wrong age',
      { OC2: [{ ...OF_TEN, SDQ_REASON: 'SDQ1' }], Episodes: [ALL_YEAR] },
      { OC2: [0] },
    ),
    finds(
      'one who turned 4 on 1 April, and one who turns 17 the day after the year',
      {
        OC2: [
          { DOB: '01/04/2022', SDQ_REASON: 'SDQ1' },
          { DOB: '01/04/2010', SDQ_REASON: 'SDQ1' },
        ],
        Episodes: [ALL_YEAR],
      },
      { OC2: [0, 1] },
    ),
    finds(
      'one who turned 16 in the year',
      { OC2: [{ DOB: '10/09/2010', SDQ_REASON: 'SDQ1' }], Episodes: [ALL_YEAR] },
      { OC2: [0] },
    ),
    passes('one who turned 4 on 2 April, one who turned 17 on 31 March and one with no date of birth', {
      OC2: [
        { DOB: '02/04/2022', SDQ_REASON: 'SDQ1' },
        { DOB: '31/03/2010', SDQ_REASON: 'SDQ1' },
        { DOB: '', SDQ_REASON: 'SDQ1' },
      ],
      Episodes: [ALL_YEAR],
    }),
    passes('a child of ten with another reason, or with a score', {
      OC2: [
        { ...OF_TEN, SDQ_REASON: 'SDQ2' },
        { ...OF_TEN, SDQ_REASON: 'SDQ1', SDQ_SCORE: '4' },
      ],
      Episodes: [ALL_YEAR],
    }),
    passes('a child of ten who left', { OC2: [{ ...OF_TEN, SDQ_REASON: 'SDQ1' }], Episodes: [LEFT] }),
  ),
  rule(
    '180',
    finds(
      'scores that are out of range or no number',
      {
        OC2: [
          { SDQ_SCORE: '41' },
          { SDQ_SCORE: '-1' },
          { SDQ_SCORE: '12.5' },
          { SDQ_SCORE: 'TEN' },
          { SDQ_SCORE: '12' },
          { SDQ_SCORE: '40.1' },
        ],
      },
      { OC2: [0, 1, 2, 3, 5] },
    ),
    passes('0, 40, a whole number with a point and none', {
      OC2: [{ SDQ_SCORE: '0' }, { SDQ_SCORE: 40 }, { SDQ_SCORE: '20.0' }, { SDQ_SCORE: '' }],
    }),
  ),
  rule(
    '185',
    finds(
      'a score of a child who left on 30 March',
      { OC2: [{ SDQ_SCORE: '12' }, { SDQ_SCORE: '' }], Episodes: [LEFT] },
      { OC2: [0] },
    ),
    finds('a score of a child with no episode', { OC2: [{ SDQ_SCORE: '12' }], Episodes: [] }, { OC2: [0] }),
    finds(
      'a score of a child with short breaks',
      { OC2: [{ SDQ_SCORE: '12' }], Episodes: [SHORT_BREAKS] },
      { OC2: [0] },
    ),
    passes('a score of a child in care all year', { OC2: [{ SDQ_SCORE: '12' }], Episodes: [ALL_YEAR] }),
    passes('a score of a child who left on 31 March', {
      OC2: [{ SDQ_SCORE: '12' }],
      Episodes: [{ ...LEFT, DEC: '31/03/2027' }],
    }),
  ),
  rule(
    '186',
    finds(
      'a child of ten, one who turned 4 on 1 April and one who turns 17 the day after the year',
      { OC2: [OF_TEN, { DOB: '01/04/2022' }, { DOB: '01/04/2010' }], Episodes: [ALL_YEAR] },
      { OC2: [0, 1, 2] },
    ),
    passes('one who turned 4 on 2 April, one who turned 17 on 31 March and one with no date of birth', {
      OC2: [{ DOB: '02/04/2022' }, { DOB: '31/03/2010' }, { DOB: '' }],
      Episodes: [ALL_YEAR],
    }),
    passes('a child with a score, or a reason', {
      OC2: [
        { ...OF_TEN, SDQ_SCORE: '0' },
        { ...OF_TEN, SDQ_REASON: 'SDQ3' },
      ],
      Episodes: [ALL_YEAR],
    }),
    passes('a child who left', { OC2: [OF_TEN], Episodes: [LEFT] }),
  ),
  rule(
    '188',
    finds(
      'a score, or a reason, of a child who turns 4 the day after the year',
      {
        OC2: [
          { DOB: '01/04/2023', SDQ_SCORE: '3' },
          { DOB: '01/04/2023', SDQ_REASON: 'SDQ1' },
        ],
      },
      { OC2: [0, 1] },
    ),
    passes('one who turns 4 on 31 March, one with neither and one with no date of birth', {
      OC2: [{ DOB: '31/03/2023', SDQ_SCORE: '3' }, { DOB: '01/04/2023' }, { DOB: '', SDQ_SCORE: '3' }],
    }),
  ),
  rule(
    '189',
    finds(
      'a score, or a reason, of one who turned 17 the day before the year',
      {
        OC2: [
          { DOB: '31/03/2009', SDQ_SCORE: '3' },
          { DOB: '31/03/2009', SDQ_REASON: 'SDQ1' },
        ],
      },
      { OC2: [0, 1] },
    ),
    passes('one who turned 17 on 1 April, and one with neither', {
      OC2: [{ DOB: '01/04/2009', SDQ_SCORE: '3' }, { DOB: '31/03/2009' }],
    }),
  ),
  rule(
    '196',
    finds(
      'a reason that is not a code',
      { OC2: [{ SDQ_REASON: 'SDQ6' }, { SDQ_REASON: 'SDQ5' }, { SDQ_REASON: 'OTHER' }] },
      { OC2: [0, 2] },
    ),
    passes('a code, and none', { OC2: [{ SDQ_REASON: 'sdq1' }, { SDQ_REASON: '' }] }),
  ),
  rule(
    '197B',
    finds(
      'children who turned 4 or 17 in the year, on its first and last days too',
      {
        OC2: [{ DOB: '01/04/2022' }, { DOB: '31/03/2023' }, { DOB: '01/04/2009' }, { DOB: '31/03/2010' }],
        Episodes: [ALL_YEAR],
      },
      { OC2: [0, 1, 2, 3] },
    ),
    passes('those who turned 4 or 17 the day before or after', {
      OC2: [
        { DOB: '31/03/2022' },
        { DOB: '01/04/2023' },
        { DOB: '31/03/2009' },
        { DOB: '01/04/2010' },
        { DOB: '' },
      ],
      Episodes: [ALL_YEAR],
    }),
    passes('one with a reason', {
      OC2: [{ DOB: '01/04/2022', SDQ_REASON: 'SDQ1' }],
      Episodes: [ALL_YEAR],
    }),
    passes('one who left', { OC2: [{ DOB: '01/04/2022' }], Episodes: [LEFT] }),
  ),
  rule(
    '197a',
    finds(
      'a score and a reason for none',
      { OC2: [{ SDQ_SCORE: '12', SDQ_REASON: 'SDQ2' }, { SDQ_SCORE: '12' }] },
      { OC2: [0] },
    ),
    passes('a reason alone, and neither', { OC2: [{ SDQ_REASON: 'SDQ2' }, { SDQ_SCORE: '' }] }),
  ),
  rule(
    '198',
    finds(
      'a reason, of a child who left',
      { OC2: [{ SDQ_REASON: 'SDQ2' }, { SDQ_REASON: '' }], Episodes: [LEFT] },
      { OC2: [0] },
    ),
    passes('a reason, of a child in care all year', {
      OC2: [{ SDQ_REASON: 'SDQ2' }],
      Episodes: [ALL_YEAR],
    }),
  ),
];
