import { finds, passes, rule } from './rule-case.ts';

const XML = { format: 'xml' } as const;
/** Born so as to turn 18 on 1 May 2027; DUC on that day is what a return is expected to say until then. */
const DOB = '01/05/2009';
const ADULT = '01/05/2027';

export const UNACCOMPANIED_CASES = [
  rule(
    '104',
    finds(
      'a date that is none, and one on the day before the year',
      { UASC: [{ DUC: '31/02/2027' }, { DUC: '31/03/2026' }, { DUC: '01/04/2026' }] },
      { UASC: [0, 1] },
    ),
    passes('no date, and one after the year', { UASC: [{ DUC: '' }, { DUC: '01/05/2027' }] }),
  ),
  rule(
    '205A',
    finds(
      'a child dropped from the file who had no end last year, or one in this year',
      {
        Header: [{ CHILD: 'A' }, { CHILD: 'B' }, { CHILD: 'C' }],
        UASC: [{ CHILD: 'C' }],
        Header_last: [{ CHILD: 'A' }, { CHILD: 'B' }, { CHILD: 'C' }],
        UASC_last: [
          { CHILD: 'A', DUC: '' },
          { CHILD: 'B', DUC: '01/04/2026' },
          { CHILD: 'C', DUC: '' },
        ],
      },
      { Header: [0, 1] },
    ),
    finds(
      'a child of an XML return who ceased last year, with a date given again',
      {
        Header: [{ UASC: '0' }],
        UASC: [{ DUC: '01/06/2025' }],
        Header_last: [{ UASC: '1' }],
        UASC_last: [{ DUC: '01/06/2025' }],
      },
      { Header: [0], UASC: [0] },
      XML,
    ),
    finds(
      'a row without sex or date, where no Header says who the child is',
      { UASC: [{ SEX: '' }], UASC_last: [{ SEX: 'M' }] },
      { UASC: [0] },
    ),
    finds(
      'a child who was twice in last year’s file, once without an end',
      {
        Header: [{}],
        UASC: [],
        Header_last: [{}],
        UASC_last: [{ DUC: '01/06/2025' }, { DUC: '' }],
      },
      { Header: [0] },
    ),
    passes('children who ceased on the first and the last day of last year', {
      Header: [{ CHILD: 'A' }, { CHILD: 'B' }],
      UASC: [],
      Header_last: [{ CHILD: 'A' }, { CHILD: 'B' }],
      UASC_last: [
        { CHILD: 'A', DUC: '01/04/2025' },
        { CHILD: 'B', DUC: '31/03/2026' },
      ],
    }),
    passes('a child who never was one, and one whom the Header leaves out', {
      Header: [{ CHILD: 'A' }],
      UASC: [{ CHILD: 'B' }],
      Header_last: [{ CHILD: 'A' }, { CHILD: 'B' }],
      UASC_last: [{ CHILD: 'B' }],
    }),
  ),
  rule(
    '205B',
    finds(
      'an end last year that is not the 18th birthday, and one now that is neither it nor in the year',
      {
        Header: [{ CHILD: 'A' }, { CHILD: 'B' }],
        UASC: [
          { CHILD: 'A', DUC: ADULT },
          { CHILD: 'B', DUC: '02/05/2027' },
        ],
        Header_last: [{ CHILD: 'A' }, { CHILD: 'B' }],
        UASC_last: [
          { CHILD: 'A', DOB, DUC: '30/04/2027' },
          { CHILD: 'B', DOB, DUC: ADULT },
        ],
      },
      { Header: [0, 1], UASC: [0, 1] },
    ),
    finds(
      'no end in either year, and no date of birth',
      {
        Header: [{ CHILD: 'A' }, { CHILD: 'B' }, { CHILD: 'C' }],
        UASC: [
          { CHILD: 'A', DUC: '' },
          { CHILD: 'B', DUC: '01/06/2026' },
          { CHILD: 'C', DUC: ADULT },
        ],
        Header_last: [{ CHILD: 'A' }, { CHILD: 'B' }, { CHILD: 'C' }],
        UASC_last: [
          { CHILD: 'A', DOB, DUC: ADULT },
          { CHILD: 'B', DOB, DUC: '' },
          { CHILD: 'C', DOB: '', DUC: ADULT },
        ],
      },
      { Header: [0, 1, 2], UASC: [0, 1, 2] },
    ),
    finds(
      'a child who was twice in last year’s file, once with another end',
      {
        Header: [{}],
        UASC: [{ DUC: ADULT }],
        Header_last: [{}],
        UASC_last: [
          { DOB, DUC: ADULT },
          { DOB, DUC: '30/04/2027' },
        ],
      },
      { Header: [0], UASC: [0] },
    ),
    finds(
      'a child of XML who is said to seek asylum and was not in last year’s file',
      {
        Header: [{ UASC: '1' }],
        UASC: [{ DUC: '01/06/2026' }],
        Header_last: [{ UASC: '1' }],
        UASC_last: [],
      },
      { Header: [0], UASC: [0] },
      XML,
    ),
    passes('the 18th birthday in both years, and an end on the first and the last day of this year', {
      Header: [{ CHILD: 'A' }, { CHILD: 'B' }, { CHILD: 'C' }],
      UASC: [
        { CHILD: 'A', DUC: ADULT },
        { CHILD: 'B', DUC: '01/04/2026' },
        { CHILD: 'C', DUC: '31/03/2027' },
      ],
      Header_last: [{ CHILD: 'A' }, { CHILD: 'B' }, { CHILD: 'C' }],
      UASC_last: [
        { CHILD: 'A', DOB, DUC: ADULT },
        { CHILD: 'B', DOB, DUC: ADULT },
        { CHILD: 'C', DOB, DUC: ADULT },
      ],
    }),
    passes('a child who was not one last year', {
      Header: [{}],
      UASC: [{ DUC: '' }],
      Header_last: [{}],
      UASC_last: [],
    }),
  ),
  rule(
    '205C',
    finds(
      'a date now, or last year, for children who are said not to seek asylum',
      {
        Header: [
          { CHILD: 'A', UASC: '0' },
          { CHILD: 'B', UASC: '' },
        ],
        UASC: [{ CHILD: 'A', DUC: '01/06/2026' }, { CHILD: 'B' }],
        Header_last: [
          { CHILD: 'A', UASC: '0' },
          { CHILD: 'B', UASC: '0' },
        ],
        UASC_last: [{ CHILD: 'A' }, { CHILD: 'B', DUC: '01/06/2025' }],
      },
      { Header: [0, 1], UASC: [0, 1] },
      XML,
    ),
    passes(
      'a child who is said to seek it in one of the years, and one with a date that is none',
      {
        Header: [
          { CHILD: 'A', UASC: '1' },
          { CHILD: 'B', UASC: '0' },
          { CHILD: 'C', UASC: '0' },
        ],
        UASC: [
          { CHILD: 'A', DUC: '01/06/2026' },
          { CHILD: 'B', DUC: '01/06/2026' },
          { CHILD: 'C', DUC: 'X' },
        ],
        Header_last: [
          { CHILD: 'A', UASC: '0' },
          { CHILD: 'B', UASC: '1' },
          { CHILD: 'C', UASC: '0' },
        ],
        UASC_last: [],
      },
      XML,
    ),
  ),
  rule(
    '205D',
    finds(
      'a child who is in the file this year and was not last year',
      {
        Header: [{ CHILD: 'A' }, { CHILD: 'B' }],
        UASC: [{ CHILD: 'A' }, { CHILD: 'B' }],
        Header_last: [{ CHILD: 'A' }, { CHILD: 'B' }],
        UASC_last: [{ CHILD: 'B' }],
      },
      { Header: [0] },
    ),
    finds(
      'the same of a return without Headers, by what the files say beside',
      { UASC: [{ SEX: 'M' }], UASC_last: [{ SEX: '' }] },
      { UASC: [0] },
    ),
    passes('a child who is new, and one who no longer is one', {
      Header: [{ CHILD: 'A' }, { CHILD: 'B' }],
      UASC: [{ CHILD: 'A' }],
      Header_last: [{ CHILD: 'B' }],
      UASC_last: [{ CHILD: 'B' }],
    }),
  ),
  rule(
    '303',
    finds(
      'a date, even one that is none, for a child who is said not to seek asylum',
      {
        Header: [
          { CHILD: 'A', UASC: '0' },
          { CHILD: 'B', UASC: '' },
          { CHILD: 'C', UASC: '1' },
        ],
        UASC: [
          { CHILD: 'A', DUC: '01/06/2026' },
          { CHILD: 'B', DUC: 'X' },
          { CHILD: 'C', DUC: '01/06/2026' },
        ],
      },
      { Header: [0, 1], UASC: [0, 1] },
    ),
    passes('a child of the file, which alone says so', {
      Header: [{}],
      UASC: [{ DUC: '01/06/2026' }],
    }),
    passes('a child who is said not to and has no date', {
      Header: [{ UASC: '0' }],
      UASC: [{ DUC: '' }],
    }),
  ),
  rule(
    '304',
    finds(
      'the day after the 18th birthday, also of one born on 29 February',
      {
        UASC: [
          { DOB, DUC: '02/05/2027' },
          { DOB: '29/02/2008', DUC: '01/03/2026' },
        ],
      },
      { UASC: [0, 1] },
    ),
    passes('the birthday itself, no date, and no date of birth', {
      UASC: [
        { DOB, DUC: ADULT },
        { DOB, DUC: '' },
        { DOB: '', DUC: ADULT },
      ],
    }),
  ),
];
