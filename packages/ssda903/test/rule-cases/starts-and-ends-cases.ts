import { finds, passes, rule } from './rule-case.ts';

const ENDS_CARE = 'E2 E3 E4A E4B E5 E6 E7 E8 E9 E11 E12 E13 E14 E15 E16 E17 E41 E45 E46 E47 E48'.split(' ');

export const STARTS_AND_ENDS_CASES = [
  rule(
    '143',
    finds('a letter that is no code', { Episodes: [{ RNE: 'X' }, { RNE: 'S' }] }, { Episodes: [0] }),
    passes('each code, in small letters too, and a blank', {
      Episodes: ['S', 'P', 'L', 'T', 'U', 'B', 's', ''].map((RNE) => ({ RNE })),
    }),
  ),
  rule(
    '149',
    finds(
      'codes of earlier years, and one that never was',
      { Episodes: [{ REC: 'E1' }, { REC: 'E43' }, { REC: 'X2' }, { REC: 'E8' }] },
      { Episodes: [0, 1, 2] },
    ),
    passes('each code, and a blank', { Episodes: ['X1', '', ...ENDS_CARE].map((REC) => ({ REC })) }),
  ),
  rule(
    '199',
    finds(
      'every episode after an adoption, a second adoption among them',
      {
        Episodes: [
          { DECOM: '01/04/2026', REC: 'X1' },
          { DECOM: '01/05/2026', REC: 'E12' },
          { DECOM: '01/06/2026', REC: 'E11' },
          { DECOM: '01/07/2026' },
        ],
      },
      { Episodes: [2, 3] },
    ),
    finds(
      'episodes after an adoption that only last year’s return tells of',
      {
        Episodes: [{ DECOM: '01/05/2026' }, { DECOM: '01/06/2026', REC: 'E11' }],
        Episodes_last: [{ DECOM: '01/02/2026', REC: 'E11' }],
      },
      { Episodes: [0, 1] },
    ),
    passes('one adoption told in both returns', {
      Episodes: [{ DECOM: '01/02/2026', REC: 'E11' }],
      Episodes_last: [{ DECOM: '01/02/2026', REC: 'E11' }],
    }),
    finds(
      'what follows one adoption told in both returns',
      {
        Episodes: [{ DECOM: '01/02/2026', REC: 'E11' }, { DECOM: '01/05/2026' }],
        Episodes_last: [{ DECOM: '01/02/2026', REC: 'E11' }],
      },
      { Episodes: [1] },
    ),
    finds(
      'what begins on the day of the adoption’s episode and stands after it',
      {
        Episodes: [
          { DECOM: '01/02/2026' },
          { DECOM: '01/02/2026', REC: 'E11' },
          { DECOM: '01/02/2026' },
          { CHILD: 'B', DECOM: '01/02/2026', REC: 'E11' },
          { CHILD: 'B', DECOM: '01/02/2026' },
        ],
        Episodes_last: [{ CHILD: 'B', DECOM: '01/02/2026', REC: 'E11' }],
      },
      { Episodes: [2, 4] },
    ),
    passes('what last year’s return said of the same episode', {
      Episodes: [{ DECOM: '01/02/2026', REC: 'E4A' }],
      Episodes_last: [{ DECOM: '01/02/2026', REC: 'E11' }],
    }),
    passes('an adoption without a start, an episode without one, and another child’s adoption', {
      Episodes: [
        { DECOM: '', REC: 'E11' },
        { DECOM: '01/05/2026' },
        { CHILD: 'B', DECOM: '01/04/2026', REC: 'E11' },
        { CHILD: 'B', DECOM: '' },
      ],
    }),
  ),
  rule(
    '357',
    finds(
      'a first episode of the year that is a change, or does not say',
      {
        Episodes: [
          { DECOM: '01/04/2026', RNE: 'P' },
          { CHILD: 'B', DECOM: '01/05/2026', RNE: '' },
        ],
      },
      { Episodes: [0, 1] },
    ),
    passes('a start, a later change, and a change of the year before', {
      Episodes: [
        { DECOM: '01/05/2026', RNE: 'P' },
        { DECOM: '01/04/2026', RNE: 'S' },
        { CHILD: 'B', DECOM: '31/03/2026', RNE: 'L' },
        { CHILD: 'C', DECOM: '', RNE: 'L' },
      ],
    }),
  ),
  rule(
    '388',
    finds(
      'X1 with a later episode of another day',
      {
        Episodes: [
          { DECOM: '01/04/2026', DEC: '01/05/2026', REC: 'X1' },
          { DECOM: '02/05/2026', DEC: '01/06/2026', REC: 'E8' },
        ],
      },
      { Episodes: [0] },
    ),
    finds(
      'an end of care with an episode of the same day',
      {
        Episodes: [
          { DECOM: '01/04/2026', DEC: '01/05/2026', REC: 'E4A' },
          { DECOM: '01/05/2026', DEC: '01/06/2026', REC: 'E8' },
        ],
      },
      { Episodes: [0] },
    ),
    finds(
      'X1 with nothing after it',
      {
        Episodes: [
          { DECOM: '01/04/2026', DEC: '01/05/2026', REC: 'X1' },
          { CHILD: 'B', DECOM: '01/05/2026' },
        ],
      },
      { Episodes: [0] },
    ),
    finds(
      'X1 without a start, taken to come first',
      {
        Episodes: [
          { DECOM: '01/05/2026', DEC: '01/06/2026', REC: 'E8' },
          { DECOM: '', DEC: '30/04/2026', REC: 'X1' },
        ],
      },
      { Episodes: [1] },
    ),
    passes('X1 without a start, and the same day', {
      Episodes: [
        { DECOM: '01/05/2026', DEC: '01/06/2026', REC: 'E8' },
        { DECOM: '', DEC: '01/05/2026', REC: 'X1' },
      ],
    }),
    passes('X1 and the same day, then an end of care and a later day', {
      Episodes: [
        { DECOM: '01/05/2026', DEC: '01/06/2026', REC: 'E8' },
        { DECOM: '01/04/2026', DEC: '01/05/2026', REC: 'X1' },
        { DECOM: '02/06/2026', DEC: '' },
        { CHILD: 'B', DECOM: '01/04/2026', DEC: '', REC: 'X1' },
        { CHILD: 'C', DECOM: '01/04/2026', DEC: '01/05/2026', REC: '' },
        { CHILD: 'C', DECOM: '01/05/2026' },
      ],
    }),
  ),
  rule(
    '432',
    finds(
      'a change, or nothing said, after care ended in any way',
      {
        Episodes: ENDS_CARE.flatMap((REC, i) => [
          { CHILD: REC, DECOM: '01/04/2026', REC },
          { CHILD: REC, DECOM: '01/05/2026', RNE: i % 2 === 0 ? 'P' : '' },
        ]),
      },
      { Episodes: ENDS_CARE.map((_, i) => i * 2 + 1) },
    ),
    passes('a start after care ended, and a change after X1, a blank or no code', {
      Episodes: [
        { DECOM: '01/06/2026', RNE: 'P' },
        { DECOM: '01/05/2026', RNE: 'S', REC: 'X1' },
        { DECOM: '01/04/2026', RNE: 'L', REC: 'E8' },
        { CHILD: 'B', DECOM: '01/04/2026', REC: '' },
        { CHILD: 'B', DECOM: '01/05/2026', RNE: 'P', REC: 'ZZ' },
        { CHILD: 'B', DECOM: '01/06/2026', RNE: 'P' },
      ],
    }),
  ),
  rule(
    '437',
    finds(
      'a death, and an age found to be 18 or over, with an episode after',
      {
        Episodes: [{ DECOM: '01/04/2026', REC: 'E2' }, { DECOM: '01/05/2026', REC: 'E15' }, { DECOM: '' }],
      },
      { Episodes: [0, 1] },
    ),
    passes('a death in the last episode, and in one without a start', {
      Episodes: [
        { DECOM: '01/05/2026', REC: 'E2' },
        { DECOM: '01/04/2026', REC: 'X1' },
        { CHILD: 'B', DECOM: '', REC: 'E2' },
        { CHILD: 'B', DECOM: '' },
        { CHILD: 'C', DECOM: '01/04/2026', REC: 'E3' },
        { CHILD: 'C', DECOM: '01/05/2026' },
      ],
    }),
  ),
  rule(
    '516',
    finds(
      'special guardianship to foster carers from a children’s home, or from nowhere said',
      {
        Episodes: [
          { REC: 'E45', PLACE: 'K2' },
          { REC: 'E46', PLACE: '' },
        ],
      },
      { Episodes: [0, 1] },
    ),
    passes('from each kind of foster care, and to others from anywhere', {
      Episodes: [
        ...['U1', 'U2', 'U3', 'U4', 'U5', 'U6'].map((PLACE) => ({ REC: 'E46', PLACE })),
        { REC: 'E47', PLACE: 'K2' },
      ],
    }),
  ),
];
