import { finds, passes, rule } from './rule-case.ts';

export const HEADER_LAST_YEAR_CASES = [
  rule(
    '202',
    finds(
      'a child who was a boy last year, and one whose sex was not given',
      {
        Header: [
          { CHILD: 'A', SEX: 'F' },
          { CHILD: 'B', SEX: 'F' },
          { CHILD: 'C', SEX: 'M' },
        ],
        Header_last: [
          { CHILD: 'A', SEX: 'M' },
          { CHILD: 'B', SEX: '' },
          { CHILD: 'C', SEX: 'M' },
        ],
      },
      { Header: [0, 1] },
    ),
    finds(
      'a girl who was 1 in the year before the codes changed',
      { Header: [{ SEX: 'F' }], Header_last: [{ SEX: '1' }] },
      { Header: [0] },
      { year: '2024-25' },
    ),
    passes(
      'a girl who was 2 in the year before the codes changed',
      { Header: [{ SEX: 'F' }], Header_last: [{ SEX: '2' }] },
      { year: '2024-25' },
    ),
    passes('a child with no sex in both years, and one who is new', {
      Header: [
        { CHILD: 'A', SEX: '' },
        { CHILD: 'B', SEX: 'F' },
      ],
      Header_last: [{ CHILD: 'A', SEX: '' }],
    }),
  ),
  rule(
    '203',
    finds(
      'a child born a day later than last year, and one whose date has gone',
      {
        Header: [
          { CHILD: 'A', DOB: '02/05/2015' },
          { CHILD: 'B', DOB: '' },
          { CHILD: 'C', DOB: '03/05/2015' },
        ],
        Header_last: [
          { CHILD: 'A', DOB: '01/05/2015' },
          { CHILD: 'B', DOB: '01/05/2015' },
          { CHILD: 'C', DOB: '03/05/2015' },
        ],
      },
      { Header: [0, 1] },
    ),
    finds(
      'a child who was twice in last year’s return, once with another date',
      { Header: [{ DOB: '01/05/2015' }], Header_last: [{ DOB: '01/05/2015' }, { DOB: '01/06/2015' }] },
      { Header: [0] },
    ),
    passes('the same day written another way, and no day in either year', {
      Header: [
        { CHILD: 'A', DOB: '1/5/2015' },
        { CHILD: 'B', DOB: '' },
      ],
      Header_last: [
        { CHILD: 'A', DOB: '01/05/2015' },
        { CHILD: 'B', DOB: '31/02/2015' },
      ],
    }),
  ),
  rule(
    '204',
    finds(
      'a child of another ethnic group than last year',
      {
        Header: [
          { CHILD: 'A', ETHNIC: 'MWBC' },
          { CHILD: 'B', ETHNIC: 'WBRI' },
        ],
        Header_last: [
          { CHILD: 'A', ETHNIC: 'NOBT' },
          { CHILD: 'B', ETHNIC: 'wbri' },
        ],
      },
      { Header: [0] },
    ),
    passes('a child with none in both years, and one who is new', {
      Header: [
        { CHILD: 'A', ETHNIC: '' },
        { CHILD: 'B', ETHNIC: 'WBRI' },
      ],
      Header_last: [{ CHILD: 'A', ETHNIC: '' }],
    }),
  ),
  rule(
    '208',
    finds(
      'another number, a number given up, another reason for none, and none given up',
      {
        Header: [
          { CHILD: 'A', UPN: 'A123456789013' },
          { CHILD: 'B', UPN: 'UN5' },
          { CHILD: 'C', UPN: 'UN3' },
          { CHILD: 'D', UPN: '' },
          { CHILD: 'E', UPN: 'UN1' },
        ],
        Header_last: [
          { CHILD: 'A', UPN: 'A123456789012' },
          { CHILD: 'B', UPN: 'A123456789012' },
          { CHILD: 'C', UPN: 'UN2' },
          { CHILD: 'D', UPN: 'UN1' },
          { CHILD: 'E', UPN: 'UN4' },
        ],
      },
      { Header: [0, 1, 2, 3, 4] },
    ),
    passes('a number found, a child who starts school abroad, and the same in both years', {
      Header: [
        { CHILD: 'A', UPN: 'A123456789012' },
        { CHILD: 'B', UPN: 'UN3' },
        { CHILD: 'C', UPN: 'A123456789012' },
        { CHILD: 'D', UPN: '' },
        { CHILD: 'E', UPN: 'UN2' },
        { CHILD: 'F', UPN: 'A123456789012' },
      ],
      Header_last: [
        { CHILD: 'A', UPN: 'UN4' },
        { CHILD: 'B', UPN: 'UN1' },
        { CHILD: 'C', UPN: 'a123456789012' },
        { CHILD: 'D', UPN: '' },
        { CHILD: 'E', UPN: '' },
        { CHILD: 'F', UPN: '' },
      ],
    }),
    passes('a child with nothing last year and UN1 now', {
      Header: [{ UPN: 'UN1' }],
      Header_last: [{ UPN: '' }],
    }),
  ),
];
