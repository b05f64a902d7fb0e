import { finds, passes, rule } from './rule-case.ts';

export const LEGAL_STATUS_CASES = [
  rule(
    '144',
    finds('a code that is none', { Episodes: [{ LS: 'C3' }, { LS: 'C2' }] }, { Episodes: [0] }),
    passes('codes, in small letters too, and a blank', {
      Episodes: ['C1', 'c2', 'E1', 'V2', 'V3', 'V4', 'J1', 'L3', ''].map((LS) => ({ LS })),
    }),
  ),
  rule(
    '145',
    finds(
      'numbers beyond the list',
      { Episodes: [{ CIN: 'N0' }, { CIN: 'N9' }, { CIN: 'N8' }] },
      { Episodes: [0, 1] },
    ),
    passes('N1 to N8, and a blank', {
      Episodes: ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', ''].map((CIN) => ({ CIN })),
    }),
  ),
  rule(
    '358',
    finds(
      'a remand the day before the 10th birthday',
      {
        Header: [{ DOB: '02/05/2016' }],
        Episodes: ['J1', 'J2', 'J3', 'C2'].map((LS) => ({ LS, DECOM: '01/05/2026' })),
      },
      { Episodes: [0, 1, 2], Header: [0] },
    ),
    passes('one on the birthday, one without a start, and one with a birth not known', {
      Header: [{ DOB: '01/05/2016' }, { CHILD: 'B', DOB: '' }],
      Episodes: [
        { LS: 'J1', DECOM: '01/05/2026' },
        { LS: 'J1', DECOM: '' },
        { CHILD: 'B', LS: 'J1', DECOM: '01/05/2026' },
      ],
    }),
    finds(
      'one on the birthday, read as others do',
      { Header: [{ DOB: '01/05/2016' }], Episodes: [{ LS: 'J1', DECOM: '01/05/2026' }] },
      { Episodes: [0], Header: [0] },
      { peerCompatible: true },
    ),
  ),
  rule(
    '361',
    finds(
      'four days on end, in one episode or in two',
      {
        Episodes: [
          { LS: 'L1', DECOM: '01/05/2026', DEC: '05/05/2026' },
          { CHILD: 'B', LS: 'L1', DECOM: '03/05/2026', DEC: '05/05/2026' },
          { CHILD: 'B', LS: 'L1', DECOM: '01/05/2026', DEC: '03/05/2026' },
          { CHILD: 'B', LS: 'C1', DECOM: '05/05/2026' },
        ],
      },
      { Episodes: [0, 1, 2] },
    ),
    finds(
      'one still open as the year ends',
      { Episodes: [{ LS: 'L1', DECOM: '27/03/2027' }] },
      { Episodes: [0] },
    ),
    passes('three days, three days still open, and one without a start', {
      Episodes: [
        { LS: 'L1', DECOM: '01/05/2026', DEC: '04/05/2026' },
        { CHILD: 'B', LS: 'L1', DECOM: '28/03/2027' },
        { CHILD: 'C', LS: 'L1', DEC: '01/06/2026' },
        { CHILD: 'D', LS: 'L2', DECOM: '01/05/2026', DEC: '05/05/2026' },
      ],
    }),
    passes('two days, another status from the same day, and two days much later', {
      Episodes: [
        { LS: 'L1', DECOM: '01/05/2026', DEC: '03/05/2026' },
        { LS: 'C1', DECOM: '03/05/2026', DEC: '01/09/2026' },
        { LS: 'L1', DECOM: '01/09/2026', DEC: '03/09/2026' },
      ],
    }),
    passes('three days and, after a day’s gap, three more', {
      Episodes: [
        { LS: 'L1', DECOM: '01/05/2026', DEC: '04/05/2026' },
        { LS: 'L1', DECOM: '05/05/2026', DEC: '08/05/2026' },
      ],
    }),
  ),
  rule(
    '362',
    finds(
      '22 days on end, in one episode or in two',
      {
        Episodes: [
          { LS: 'L2', DECOM: '01/05/2026', DEC: '23/05/2026' },
          { CHILD: 'B', LS: 'L2', DECOM: '01/05/2026', DEC: '22/05/2026' },
          { CHILD: 'B', LS: 'L2', DECOM: '22/05/2026', DEC: '23/05/2026' },
        ],
      },
      { Episodes: [0, 1, 2] },
    ),
    passes('21 days, and police protection for longer', {
      Episodes: [
        { LS: 'L2', DECOM: '01/05/2026', DEC: '22/05/2026' },
        { CHILD: 'B', LS: 'L1', DECOM: '01/05/2026', DEC: '23/05/2026' },
      ],
    }),
  ),
  rule(
    '363',
    finds(
      'eight days, in one episode, or in two in whatever order of the file',
      {
        Episodes: [
          { LS: 'L3', DECOM: '01/05/2026', DEC: '09/05/2026' },
          { CHILD: 'B', LS: 'L3', DECOM: '05/05/2026', DEC: '09/05/2026' },
          { CHILD: 'B', LS: 'L3', DECOM: '01/05/2026', DEC: '05/05/2026' },
        ],
      },
      { Episodes: [0, 1, 2] },
    ),
    finds(
      'eight days in two episodes that overlap, and one still open',
      {
        Episodes: [
          { LS: 'L3', DECOM: '01/05/2026', DEC: '06/05/2026' },
          { LS: 'L3', DECOM: '05/05/2026', DEC: '08/05/2026' },
          { CHILD: 'B', LS: 'L3', DECOM: '23/03/2027' },
        ],
      },
      { Episodes: [0, 1, 2] },
    ),
    passes('seven days, and seven more after a day’s gap', {
      Episodes: [
        { LS: 'L3', DECOM: '01/05/2026', DEC: '08/05/2026' },
        { LS: 'L3', DECOM: '09/05/2026', DEC: '16/05/2026' },
        { CHILD: 'B', LS: 'L3', DECOM: '', DEC: '16/05/2026' },
      ],
    }),
  ),
  rule(
    '364',
    finds(
      '22 days, and not another child’s 21',
      {
        Episodes: [
          { LS: 'J2', DECOM: '01/05/2026', DEC: '23/05/2026' },
          { CHILD: 'B', LS: 'J2', DECOM: '01/05/2026', DEC: '22/05/2026' },
        ],
      },
      { Episodes: [0] },
    ),
    passes('21 days, and a remand for longer', {
      Episodes: [
        { LS: 'J2', DECOM: '01/05/2026', DEC: '22/05/2026' },
        { LS: 'J1', DECOM: '22/05/2026', DEC: '23/09/2026' },
      ],
    }),
  ),
  rule(
    '408',
    finds(
      'A5 and A6 under another status, or none',
      {
        Episodes: [
          { PLACE: 'A5', LS: 'C2' },
          { PLACE: 'A6', LS: '' },
        ],
      },
      { Episodes: [0, 1] },
    ),
    passes('A5 under E1, and A3 under another', {
      Episodes: [
        { PLACE: 'A5', LS: 'E1' },
        { PLACE: 'A3', LS: 'C2' },
      ],
    }),
  ),
  rule(
    '445',
    finds(
      'the first day of 2006',
      {
        Episodes: [
          { LS: 'D1', DECOM: '01/01/2006' },
          { LS: 'D1', DECOM: '31/12/2005' },
        ],
      },
      { Episodes: [0] },
      { year: '2023-24' },
    ),
    passes(
      'the last day of 2005, another status, and no start',
      {
        Episodes: [
          { LS: 'D1', DECOM: '31/12/2005' },
          { LS: 'E1', DECOM: '01/01/2006' },
          { LS: 'D1', DECOM: '' },
        ],
      },
      { year: '2022-23' },
    ),
  ),
  rule(
    '446',
    finds(
      'the last day of November 2005',
      {
        Episodes: [
          { LS: 'E1', DECOM: '30/11/2005' },
          { LS: 'C2', DECOM: '30/11/2005' },
        ],
      },
      { Episodes: [0] },
    ),
    passes('the first of December 2005, and no start', {
      Episodes: [
        { LS: 'E1', DECOM: '01/12/2005' },
        { LS: 'E1', DECOM: '' },
      ],
    }),
  ),
  rule(
    '451',
    finds(
      'a freeing order with no end',
      { Episodes: [{ LS: 'D1' }, { LS: 'E1' }] },
      { Episodes: [0] },
      { year: '2022-23' },
    ),
    passes(
      'one with an end, or with a reason for one',
      {
        Episodes: [
          { LS: 'D1', DEC: '01/05/2023' },
          { LS: 'D1', REC: 'E8' },
        ],
      },
      { year: '2023-24' },
    ),
  ),
];
