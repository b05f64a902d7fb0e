import { finds, passes, rule } from './rule-case.ts';

/** Days of birth of those who turn 14, 16 and 18 on 1 September 2026. */
const BORN = { 14: '01/09/2012', 16: '01/09/2010', 18: '01/09/2008' } as const;

export const AGES_IN_CARE_CASES = [
  rule(
    '352',
    finds(
      'care that starts on the 18th birthday',
      { Header: [{ DOB: BORN[18] }], Episodes: [{ RNE: 'S', DECOM: '01/09/2026' }] },
      { Episodes: [0] },
    ),
    finds(
      'care that starts on 28 February, 18 years after a 29th',
      { Header: [{ DOB: '29/02/2008' }], Episodes: [{ RNE: 'S', DECOM: '28/02/2026' }] },
      { Episodes: [0] },
      { year: '2025-26' },
    ),
    passes('care that starts the day before, and that goes on beyond', {
      Header: [{ DOB: BORN[18] }],
      Episodes: [
        { RNE: 'S', DECOM: '31/08/2026' },
        { RNE: 'P', DECOM: '02/09/2026' },
      ],
    }),
    passes('a birth not known, a start not known, and no row of the Header', {
      Header: [{ DOB: '' }, { CHILD: 'B', DOB: BORN[18] }],
      Episodes: [
        { RNE: 'S', DECOM: '01/09/2026' },
        { CHILD: 'B', RNE: 'S' },
        { CHILD: 'C', RNE: 'S', DECOM: '01/09/2026' },
      ],
    }),
  ),
  rule(
    '359',
    finds(
      'an open episode of a young person of 18 the day before the year ended',
      { Header: [{ DOB: '30/03/2009' }], Episodes: [{ DECOM: '01/04/2026', LS: 'C2', PLACE: 'K2' }] },
      { Episodes: [0] },
    ),
    finds(
      'one under section 20 elsewhere, and only the open one of two',
      {
        Header: [{ DOB: '30/03/2009' }],
        Episodes: [
          { LS: 'V2', PLACE: 'U1' },
          { LS: 'V2', PLACE: 'U1', DEC: '30/03/2027' },
        ],
      },
      { Episodes: [0] },
    ),
    passes('one who turned 18 as the year ended', {
      Header: [{ DOB: '31/03/2009' }],
      Episodes: [{ LS: 'C2', PLACE: 'U1' }],
    }),
    passes('one under section 20 in a children’s home, and one of an age not known', {
      Header: [{ DOB: '01/01/2008' }, { CHILD: 'B', DOB: '' }],
      Episodes: [
        { LS: 'V2', PLACE: 'K2' },
        { CHILD: 'B', LS: 'C2' },
        { CHILD: 'C', LS: 'C2' },
      ],
    }),
  ),
  rule(
    '386',
    finds(
      'an adoption on the 18th birthday',
      {
        Header: [{ DOB: BORN[18] }],
        Episodes: [
          { REC: 'E11', DEC: '01/09/2026' },
          { REC: 'E12', DEC: '02/09/2026' },
          { REC: 'E8', DEC: '02/09/2026' },
        ],
      },
      { Episodes: [0, 1] },
    ),
    passes('an adoption the day before, one without a day, and one of a child whose birth is not known', {
      Header: [{ DOB: BORN[18] }, { CHILD: 'B', DOB: '' }],
      Episodes: [
        { REC: 'E12', DEC: '31/08/2026' },
        { REC: 'E12', DEC: '' },
        { CHILD: 'B', REC: 'E11', DEC: '01/09/2026' },
        { CHILD: 'C', REC: 'E11', DEC: '01/09/2026' },
      ],
    }),
  ),
  rule(
    '387',
    finds(
      'independent living the day before the 14th birthday',
      {
        Header: [{ DOB: BORN[14] }],
        Episodes: [
          { REC: 'E5', DEC: '31/08/2026' },
          { REC: 'E6', DEC: '31/08/2026' },
          { REC: 'E8', DEC: '31/08/2026' },
        ],
      },
      { Episodes: [0, 1] },
    ),
    passes('on the birthday, without a day, and with a birth not known', {
      Header: [{ DOB: BORN[14] }, { CHILD: 'B', DOB: '' }],
      Episodes: [
        { REC: 'E5', DEC: '01/09/2026' },
        { REC: 'E5', DEC: '' },
        { CHILD: 'B', REC: 'E5', DEC: '01/09/2026' },
        { CHILD: 'C', REC: 'E6', DEC: '01/09/2026' },
      ],
    }),
  ),
  rule(
    '389',
    finds(
      'adult care the day before the 16th birthday',
      {
        Header: [{ DOB: BORN[16] }],
        Episodes: [
          { REC: 'E7', DEC: '31/08/2026' },
          { REC: 'E8', DEC: '31/08/2026' },
        ],
      },
      { Episodes: [0] },
    ),
    passes('on the birthday, without a day, and with a birth not known', {
      Header: [{ DOB: BORN[16] }, { CHILD: 'B', DOB: '' }],
      Episodes: [
        { REC: 'E7', DEC: '01/09/2026' },
        { REC: 'E7', DEC: '' },
        { CHILD: 'B', REC: 'E7', DEC: '01/09/2026' },
        { CHILD: 'C', REC: 'E7', DEC: '01/09/2026' },
      ],
    }),
  ),
  rule(
    '407',
    finds(
      'an order of the 18th birthday, and one after it',
      {
        Header: [{ DOB: BORN[18] }],
        Episodes: [
          { REC: 'E45', DEC: '01/09/2026' },
          { REC: 'E48', DEC: '02/09/2026' },
          { REC: 'E41', DEC: '02/09/2026' },
        ],
      },
      { Episodes: [0, 1], Header: [0] },
    ),
    finds(
      'only one after it, read as others do',
      {
        Header: [{ DOB: BORN[18] }],
        Episodes: [
          { REC: 'E46', DEC: '01/09/2026' },
          { REC: 'E47', DEC: '02/09/2026' },
        ],
      },
      { Episodes: [1], Header: [0] },
      { peerCompatible: true },
    ),
    passes('an order of the day before, one without a day, and with a birth not known', {
      Header: [{ DOB: BORN[18] }, { CHILD: 'B', DOB: '' }],
      Episodes: [
        { REC: 'E45', DEC: '31/08/2026' },
        { REC: 'E45', DEC: '' },
        { CHILD: 'B', REC: 'E45', DEC: '01/09/2026' },
        { CHILD: 'C', REC: 'E45', DEC: '01/09/2026' },
      ],
    }),
  ),
  rule(
    '460',
    finds(
      'staying put the day before the 18th birthday',
      {
        Header: [{ DOB: BORN[18] }],
        Episodes: [
          { REC: 'E17', DEC: '31/08/2026' },
          { REC: 'E8', DEC: '31/08/2026' },
        ],
      },
      { Episodes: [0] },
    ),
    passes('on the birthday, without a day, and with a birth not known', {
      Header: [{ DOB: BORN[18] }, { CHILD: 'B', DOB: '' }],
      Episodes: [
        { REC: 'E17', DEC: '01/09/2026' },
        { REC: 'E17', DEC: '' },
        { CHILD: 'B', REC: 'E17', DEC: '31/08/2026' },
        { CHILD: 'C', REC: 'E17', DEC: '31/08/2026' },
      ],
    }),
  ),
];
