import { finds, passes, rule } from './rule-case.ts';

export const SHORT_BREAKS_CASES = [
  rule(
    '365',
    finds(
      '18 days, and 18 up to the end of the year',
      {
        Episodes: [
          { LS: 'V3', DECOM: '01/05/2026', DEC: '19/05/2026' },
          { LS: 'V3', DECOM: '13/03/2027' },
          { LS: 'V3', DECOM: '01/05/2026', DEC: '18/05/2026' },
        ],
      },
      { Episodes: [0, 1] },
    ),
    passes('17 days, 17 up to the end of the year, an agreement, and no start', {
      Episodes: [
        { LS: 'V3', DECOM: '01/05/2026', DEC: '18/05/2026' },
        { LS: 'V3', DECOM: '14/03/2027' },
        { LS: 'V4', DECOM: '01/05/2026', DEC: '19/05/2026' },
        { LS: 'V3', DECOM: '', DEC: '19/05/2026' },
      ],
    }),
  ),
  rule(
    '366',
    finds(
      'a break that is a change, or does not say',
      {
        Episodes: [
          { LS: 'V3', RNE: 'P' },
          { LS: 'V3', RNE: '' },
        ],
      },
      { Episodes: [0, 1] },
    ),
    passes('a break that is a start, and a change of an agreement', {
      Episodes: [
        { LS: 'V3', RNE: 'S' },
        { LS: 'V4', RNE: 'P' },
      ],
    }),
  ),
  rule(
    '367',
    finds(
      '76 days of the year in three breaks, and not the one before the year',
      {
        Episodes: [
          { LS: 'V3', DECOM: '20/03/2026', DEC: '01/04/2026' },
          { LS: 'V3', DECOM: '22/03/2026', DEC: '11/04/2026' },
          { LS: 'V3', DECOM: '01/05/2026', DEC: '05/07/2026' },
          { LS: 'V3', DECOM: '30/03/2027' },
          { LS: 'V2', DECOM: '01/08/2026', DEC: '01/09/2026' },
        ],
      },
      { Episodes: [1, 2, 3] },
    ),
    passes('75 days of the year', {
      Episodes: [
        { LS: 'V3', DECOM: '22/03/2026', DEC: '11/04/2026' },
        { LS: 'V3', DECOM: '01/05/2026', DEC: '05/07/2026' },
        { LS: 'V4', DECOM: '01/08/2026', DEC: '01/09/2026' },
        { LS: 'V3', DECOM: '', DEC: '05/12/2026' },
      ],
    }),
    passes('40 days each of two children', {
      Episodes: [
        { LS: 'V3', DECOM: '01/05/2026', DEC: '10/06/2026' },
        { CHILD: 'B', LS: 'V3', DECOM: '01/05/2026', DEC: '10/06/2026' },
      ],
    }),
  ),
  rule(
    '382',
    finds(
      'each temporary placement, in either kind of break',
      {
        Episodes: [
          ...['T0', 'T1', 'T2', 'T3', 'T4'].map((PLACE) => ({ LS: 'V3', PLACE })),
          { LS: 'V4', PLACE: 'T4' },
        ],
      },
      { Episodes: [0, 1, 2, 3, 4, 5] },
    ),
    passes('another placement, and another status', {
      Episodes: [
        { LS: 'V3', PLACE: 'U6' },
        { LS: 'V4', PLACE: '' },
        { LS: 'C2', PLACE: 'T4' },
      ],
    }),
  ),
  rule(
    '398',
    finds(
      'either postcode, or both',
      {
        Episodes: [
          { LS: 'V3', HOME_POST: 'AB1 2CD' },
          { LS: 'V4', PL_POST: 'AB1 2CD' },
          { LS: 'V4', HOME_POST: 'AB1 2CD', PL_POST: 'AB1 2CD' },
        ],
      },
      { Episodes: [0, 1, 2] },
    ),
    passes('neither, spaces alone, and another status', {
      Episodes: [
        { LS: 'V3' },
        { LS: 'V4', HOME_POST: '  ' },
        { LS: 'V2', HOME_POST: 'AB1 2CD', PL_POST: 'AB1 2CD' },
      ],
    }),
  ),
  rule(
    '426',
    finds(
      'every break of a child with both kinds',
      { Episodes: [{ LS: 'V3' }, { LS: 'C2' }, { LS: 'V4' }, { LS: 'V3' }, { CHILD: 'B', LS: 'V3' }] },
      { Episodes: [0, 2, 3] },
    ),
    passes('one kind each of two children', {
      Episodes: [{ LS: 'V3' }, { LS: 'V3' }, { CHILD: 'B', LS: 'V4' }, { CHILD: 'B', LS: 'V2' }],
    }),
  ),
];
