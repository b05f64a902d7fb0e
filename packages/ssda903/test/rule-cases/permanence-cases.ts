import { finds, passes, rule } from './rule-case.ts';

export const PERMANENCE_CASES = [
  rule(
    '630',
    finds(
      'children who started on the first day of the year: one not in the file, the others with something missing',
      {
        Episodes: [
          { CHILD: 'A', RNE: 'S', DECOM: '01/04/2026' },
          { CHILD: 'B', RNE: 'S', DECOM: '01/04/2026' },
          { CHILD: 'B', RNE: 'L', DECOM: '01/06/2026' },
          { CHILD: 'C', RNE: 'S', DECOM: '01/04/2026' },
          { CHILD: 'D', RNE: 'S', DECOM: '01/04/2026' },
        ],
        PrevPerm: [
          { CHILD: 'B', PREV_PERM: '' },
          { CHILD: 'C', PREV_PERM: 'P1', LA_PERM: '330', DATE_PERM: '' },
          { CHILD: 'D', PREV_PERM: 'P1', LA_PERM: '', DATE_PERM: '01/05/2019' },
          { CHILD: 'D', PREV_PERM: 'Z1' },
        ],
      },
      { Episodes: [0, 1, 3, 4] },
    ),
    passes('complete rows, and Z1 which needs no more', {
      Episodes: [
        { CHILD: 'A', RNE: 'S', DECOM: '01/05/2026' },
        { CHILD: 'B', RNE: 'S', DECOM: '01/05/2026' },
      ],
      PrevPerm: [
        { CHILD: 'A', PREV_PERM: 'P1', LA_PERM: '330', DATE_PERM: 'ZZ/05/2019' },
        { CHILD: 'B', PREV_PERM: 'Z1' },
      ],
    }),
    passes('a child who started the day before the year, one who only moved, and one without a date', {
      Episodes: [
        { CHILD: 'A', RNE: 'S', DECOM: '31/03/2026' },
        { CHILD: 'B', RNE: 'P', DECOM: '01/05/2026' },
        { CHILD: 'C', RNE: 'S', DECOM: '' },
      ],
      PrevPerm: [],
    }),
  ),
  rule(
    '631',
    finds(
      'what is no code',
      { PrevPerm: [{ PREV_PERM: 'P5' }, { PREV_PERM: 'Z' }, { PREV_PERM: 'P4' }] },
      { PrevPerm: [0, 1] },
    ),
    passes('a code, and nothing', {
      PrevPerm: [{ PREV_PERM: 'P1' }, { PREV_PERM: 'Z1' }, { PREV_PERM: '' }],
    }),
  ),
  rule(
    '632',
    finds(
      'an order made on the day care started, and the first episode with it',
      {
        Episodes: [{ DECOM: '01/09/2026' }, { DECOM: '01/05/2026' }],
        PrevPerm: [{ DATE_PERM: '01/05/2026' }],
      },
      { Episodes: [1], PrevPerm: [0] },
    ),
    finds(
      'what is no date: a day of an unknown month, an unknown year alone, and a thirteenth month',
      {
        Episodes: [{ CHILD: 'A', DECOM: '01/05/2026' }],
        PrevPerm: [
          { DATE_PERM: '05/ZZ/2020' },
          { DATE_PERM: 'ZZ/05/ZZZZ' },
          { DATE_PERM: 'ZZ/13/2020' },
          { DATE_PERM: 'ZZ/00/2020' },
          { DATE_PERM: '31/02/2020' },
          { DATE_PERM: 'ZZ/ZZ/ZZ' },
          { DATE_PERM: '30/04/2026' },
        ],
      },
      { Episodes: [0], PrevPerm: [0, 1, 2, 3, 4, 5] },
    ),
    finds(
      'an order of some day in the month that began as care did',
      {
        Episodes: [{ DECOM: '01/05/2026' }],
        PrevPerm: [{ DATE_PERM: 'ZZ/05/2026' }],
      },
      { Episodes: [0], PrevPerm: [0] },
    ),
    passes('an order of the day before, and ones that may have been made before', {
      Episodes: [{ DECOM: '02/05/2026' }],
      PrevPerm: [
        { DATE_PERM: '01/05/2026' },
        { DATE_PERM: 'ZZ/05/2026' },
        { DATE_PERM: 'ZZ/ZZ/2026' },
        { DATE_PERM: 'ZZ/ZZ/ZZZZ' },
        { DATE_PERM: 'ZZ/01/2020' },
        { DATE_PERM: 'ZZ/12/2020' },
        { DATE_PERM: '' },
      ],
    }),
    passes('a child without a dated episode', {
      Episodes: [{ DECOM: '' }],
      PrevPerm: [{ DATE_PERM: 'X' }],
    }),
  ),
  rule(
    '633',
    finds(
      'what is no code of an authority',
      {
        PrevPerm: [{ LA_PERM: 'E10000016' }, { LA_PERM: '000' }, { LA_PERM: 'ENG' }, { LA_PERM: '330' }],
      },
      { PrevPerm: [0, 1, 2] },
    ),
    finds(
      'an authority before it was made, and one after it was abolished',
      {
        PrevPerm: [
          { LA_PERM: '838', DATE_PERM: '31/03/2019' },
          { LA_PERM: '928', DATE_PERM: '01/04/2021' },
          { LA_PERM: '909', DATE_PERM: 'ZZ/ZZ/2024' },
        ],
      },
      { PrevPerm: [0, 1, 2] },
    ),
    passes('an authority on its first and its last day', {
      PrevPerm: [
        { LA_PERM: '838', DATE_PERM: '01/04/2019' },
        { LA_PERM: '928', DATE_PERM: '31/03/2021' },
        { LA_PERM: '941', DATE_PERM: 'ZZ/ZZ/2021' },
      ],
    }),
    passes('any authority where the date is not known, and none', {
      PrevPerm: [
        { LA_PERM: '943', DATE_PERM: '' },
        { LA_PERM: '835', DATE_PERM: 'X' },
        { LA_PERM: '999' },
        { LA_PERM: 'nir', DATE_PERM: 'ZZ/ZZ/ZZZZ' },
        { LA_PERM: '', DATE_PERM: '01/05/2019' },
      ],
    }),
  ),
  rule(
    '634',
    finds(
      'a child whose episodes all began before April 2016, with all of them',
      {
        Episodes: [{ DECOM: '31/03/2016' }, { DECOM: '' }, { DECOM: '01/05/2014' }],
        PrevPerm: [{ PREV_PERM: 'Z1' }, {}, { LA_PERM: '330' }, { DATE_PERM: 'X' }],
      },
      { Episodes: [0, 1, 2], PrevPerm: [0, 2, 3] },
    ),
    passes('a child with an episode from the first day on, this year or last', {
      Episodes: [
        { CHILD: 'A', DECOM: '01/04/2016' },
        { CHILD: 'B', DECOM: '31/03/2016' },
      ],
      Episodes_last: [{ CHILD: 'B', DECOM: '01/05/2016' }],
      PrevPerm: [
        { CHILD: 'A', PREV_PERM: 'P1' },
        { CHILD: 'B', PREV_PERM: 'P1' },
      ],
    }),
    passes('a row that says nothing, and a child without a dated episode', {
      Episodes: [
        { CHILD: 'A', DECOM: '01/05/2014' },
        { CHILD: 'B', DECOM: '' },
      ],
      PrevPerm: [
        { CHILD: 'A', PREV_PERM: '' },
        { CHILD: 'B', PREV_PERM: 'P1' },
      ],
    }),
  ),
  rule(
    '635',
    finds(
      'details beside Z1 or beside nothing',
      {
        PrevPerm: [
          { PREV_PERM: 'Z1', LA_PERM: '330' },
          { PREV_PERM: 'Z1', DATE_PERM: '01/05/2019' },
          { PREV_PERM: '', DATE_PERM: 'X' },
          { PREV_PERM: 'P4', LA_PERM: '330' },
        ],
      },
      { PrevPerm: [0, 1, 2] },
    ),
    passes('Z1 alone, nothing, and an order with its details', {
      PrevPerm: [
        { PREV_PERM: 'Z1' },
        { PREV_PERM: '' },
        { PREV_PERM: 'P1', LA_PERM: '330', DATE_PERM: '01/05/2019' },
      ],
    }),
  ),
];
