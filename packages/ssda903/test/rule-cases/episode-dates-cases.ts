import { finds, passes, rule } from './rule-case.ts';

export const EPISODE_DATES_CASES = [
  rule(
    '141',
    finds(
      'a day that is none, a year of two digits, the wrong way round, and none at all',
      {
        Episodes: [
          { DECOM: '31/04/2026' },
          { DECOM: '01/05/26' },
          { DECOM: '2026-05-01' },
          { DECOM: '' },
          { DECOM: '01/05/2026' },
        ],
      },
      { Episodes: [0, 1, 2, 3] },
    ),
    passes('a day, with or without leading noughts', {
      Episodes: [{ DECOM: '01/05/2026' }, { DECOM: '2/5/2026' }],
    }),
    passes('a blank, read as others do', { Episodes: [{ DECOM: '' }] }, { peerCompatible: true }),
    finds(
      'a day that is none, read as others do',
      { Episodes: [{ DECOM: 'May' }] },
      { Episodes: [0] },
      { peerCompatible: true },
    ),
  ),
  rule(
    '142',
    finds(
      'the earlier of two open episodes, wherever it stands in the file',
      { Episodes: [{ DECOM: '01/06/2026' }, { DECOM: '01/05/2026' }] },
      { Episodes: [1] },
    ),
    finds(
      'an earlier episode without an end, without a reason, or with an end that is no day',
      {
        Episodes: [
          { DECOM: '01/04/2026', REC: 'X1' },
          { DECOM: '01/05/2026', DEC: '01/06/2026' },
          { DECOM: '01/06/2026', DEC: '31/06/2026', REC: 'X1' },
          { DECOM: '01/07/2026' },
        ],
      },
      { Episodes: [0, 1, 2] },
    ),
    passes('the open episode of a child with another that has no start', {
      Episodes: [{ DECOM: '01/05/2026' }, { DECOM: '' }],
    }),
    passes('the last of the file among those of one day', {
      Episodes: [{ DECOM: '01/05/2026', DEC: '02/05/2026', REC: 'X1' }, { DECOM: '01/05/2026' }],
    }),
    passes('open episodes of two children, and of none', {
      Episodes: [
        { DECOM: '01/05/2026' },
        { CHILD: 'B', DECOM: '01/06/2026' },
        { CHILD: '', DECOM: '01/05/2026' },
        { CHILD: '', DECOM: '01/06/2026' },
      ],
    }),
  ),
  rule(
    '147',
    finds('an end that is no day', { Episodes: [{ DEC: '31/02/2027' }, { DEC: 'X' }] }, { Episodes: [0, 1] }),
    passes('an end that is, and none', { Episodes: [{ DEC: '28/02/2027' }, { DEC: '' }] }),
  ),
  rule(
    '148',
    finds(
      'one without the other, even where the date is no day',
      { Episodes: [{ DEC: '01/05/2026' }, { REC: 'X1' }, { DEC: '31/06/2026' }] },
      { Episodes: [0, 1, 2] },
    ),
    passes('both, and neither', {
      Episodes: [{ DEC: '01/05/2026', REC: 'X1' }, { DEC: '31/06/2026', REC: 'E8' }, {}],
    }),
  ),
  rule(
    '302',
    finds(
      'care from the day before birth, in the first episode alone',
      {
        Header: [{ DOB: '02/05/2026' }],
        Episodes: [{ DECOM: '01/05/2026' }, { DECOM: '30/04/2026' }],
      },
      { Episodes: [1], Header: [0] },
    ),
    finds(
      'only the row of the Header that says the child was not yet born',
      {
        Header: [{ DOB: '01/05/2020' }, { DOB: '02/05/2026' }],
        Episodes: [{ DECOM: '01/05/2026' }],
      },
      { Episodes: [0], Header: [1] },
    ),
    passes('care from the day of birth', {
      Header: [{ DOB: '01/05/2026' }],
      Episodes: [{ DECOM: '01/05/2026' }],
    }),
    passes('dates that are missing, and another child’s birth', {
      Header: [{ DOB: '' }, { CHILD: 'B', DOB: '01/05/2026' }, { CHILD: 'C', DOB: '01/05/2026' }],
      Episodes: [{ DECOM: '01/04/2026' }, { CHILD: 'C', DECOM: '' }],
    }),
  ),
  rule(
    '353',
    finds(
      'the day before',
      { Episodes: [{ DECOM: '13/10/1991' }, { DECOM: '14/10/1991' }] },
      { Episodes: [0] },
    ),
    passes('the day itself, and none', { Episodes: [{ DECOM: '14/10/1991' }, { DECOM: '' }] }),
  ),
  rule(
    '354',
    finds(
      'a start in the next year',
      { Episodes: [{ DECOM: '01/04/2027' }, { DECOM: '31/03/2027' }] },
      { Episodes: [0] },
    ),
    passes('a start on the last day, and an end after it', {
      Episodes: [{ DECOM: '31/03/2027', DEC: '02/04/2027' }, { DECOM: '' }],
    }),
    finds(
      'the same of another year',
      { Episodes: [{ DECOM: '01/04/2023' }] },
      { Episodes: [0] },
      { year: '2022-23' },
    ),
  ),
  rule(
    '355',
    finds(
      'one day, however written',
      {
        Episodes: [
          { DECOM: '01/05/2026', DEC: '01/05/2026' },
          { DECOM: '01/05/2026', DEC: '1/5/2026' },
        ],
      },
      { Episodes: [0, 1] },
    ),
    passes('a night between them, one without the other, and neither', {
      Episodes: [{ DECOM: '01/05/2026', DEC: '02/05/2026' }, { DECOM: '01/05/2026' }, {}],
    }),
  ),
  rule(
    '356',
    finds(
      'an end the day before the start',
      {
        Episodes: [
          { DECOM: '02/05/2026', DEC: '01/05/2026' },
          { DECOM: '02/05/2026', DEC: '03/05/2026' },
        ],
      },
      { Episodes: [0] },
    ),
    passes('an end on the day of the start, and an open episode', {
      Episodes: [{ DECOM: '02/05/2026', DEC: '02/05/2026' }, { DECOM: '02/05/2026' }],
    }),
  ),
  rule(
    '385',
    finds(
      'an end in the next year',
      { Episodes: [{ DEC: '01/04/2027' }, { DEC: '31/03/2027' }] },
      { Episodes: [0] },
    ),
    passes('an end on the last day, and none', { Episodes: [{ DEC: '31/03/2027' }, { DEC: '' }] }),
  ),
  rule(
    '431',
    finds(
      'a start on the day the last care ended, and one before it',
      {
        Episodes: [
          { DECOM: '01/05/2026', DEC: '01/06/2026', RNE: 'S' },
          { DECOM: '01/06/2026', DEC: '01/07/2026', RNE: 'S' },
          { DECOM: '30/06/2026', RNE: 'S' },
        ],
      },
      { Episodes: [1, 2] },
    ),
    passes('a start the day after, one after an open episode, and an episode that goes on', {
      Episodes: [
        { DECOM: '01/05/2026', DEC: '01/06/2026', RNE: 'S' },
        { DECOM: '02/06/2026', RNE: 'S' },
        { CHILD: 'B', DECOM: '01/05/2026', RNE: 'S' },
        { CHILD: 'B', DECOM: '02/06/2026', DEC: '03/06/2026', RNE: 'S' },
        { CHILD: 'B', DECOM: '03/06/2026', RNE: 'P' },
      ],
    }),
  ),
  rule(
    '433',
    finds(
      'a day between two episodes',
      {
        Episodes: [
          { DECOM: '01/05/2026', DEC: '01/06/2026', RNE: 'S' },
          { DECOM: '02/06/2026', RNE: 'P' },
        ],
      },
      { Episodes: [1] },
    ),
    finds(
      'an overlap, an episode after an open one, and one without a start',
      {
        Episodes: [
          { DECOM: '01/05/2026', DEC: '03/06/2026', RNE: 'S' },
          { DECOM: '02/06/2026', RNE: 'L' },
          { DECOM: '05/06/2026', DEC: '06/06/2026', RNE: 'U' },
          { DECOM: '', RNE: 'B' },
        ],
      },
      { Episodes: [1, 2, 3] },
    ),
    passes('one day written in two ways, and the first episode', {
      Episodes: [
        { DECOM: '01/05/2026', DEC: '01/06/2026', RNE: 'P' },
        { DECOM: '1/6/2026', DEC: '02/06/2026', RNE: 'T' },
        { DECOM: '03/06/2026', RNE: 'S' },
      ],
    }),
    passes('two episodes of one day, the shorter of them written last', {
      Episodes: [
        { DECOM: '01/06/2026', DEC: '05/06/2026', RNE: 'L' },
        { DECOM: '01/06/2026', DEC: '01/06/2026', RNE: 'S' },
        { DECOM: '05/06/2026', RNE: 'P' },
      ],
    }),
  ),
  rule(
    '501',
    finds(
      'a start the day before the end',
      {
        Episodes: [
          { DECOM: '31/05/2026' },
          { DECOM: '01/05/2026', DEC: '01/06/2026' },
          { CHILD: 'B', DECOM: '01/05/2026', DEC: '01/06/2026' },
        ],
      },
      { Episodes: [0] },
    ),
    passes('a start on the day of the end, after an open episode, and none', {
      Episodes: [
        { DECOM: '01/05/2026', DEC: '01/06/2026' },
        { DECOM: '01/06/2026' },
        { DECOM: '02/06/2026', DEC: '03/06/2026' },
        { DECOM: '' },
      ],
    }),
  ),
];
