import { finds, passes, rule } from './rule-case.ts';

export const HEADER_CASES = [
  rule(
    '101',
    finds(
      'no sex, or one of an earlier list',
      { Header: [{ SEX: '' }, { SEX: '1' }, { SEX: 'M' }] },
      { Header: [0, 1] },
    ),
    finds(
      'M in a year of 1 and 2',
      { Header: [{ SEX: 'M' }, { SEX: '2' }] },
      { Header: [0] },
      { year: '2023-24' },
    ),
    finds(
      '1 in the first year of M and F',
      { Header: [{ SEX: '1' }, { SEX: 'F' }] },
      { Header: [0] },
      { year: '2024-25' },
    ),
    passes('M, F and U, in small letters too', { Header: [{ SEX: 'm' }, { SEX: 'F' }, { SEX: ' U ' }] }),
    passes('1 and 2 in a year of them', { Header: [{ SEX: '1' }, { SEX: '2' }] }, { year: '2022-23' }),
  ),
  rule(
    '102',
    finds(
      'no day of birth, or none that is',
      { Header: [{ DOB: '' }, { DOB: '31/02/2015' }, { DOB: '2015-02-28' }] },
      { Header: [0, 1, 2] },
    ),
    passes('a day', { Header: [{ DOB: '28/02/2015' }, { DOB: '29/02/2016' }] }),
  ),
  rule(
    '103',
    finds(
      'no ethnicity, or one that is no code',
      { Header: [{ ETHNIC: '' }, { ETHNIC: 'WELSH' }, { ETHNIC: 'WBRI' }] },
      { Header: [0, 1] },
    ),
    passes('a refusal, and one not yet obtained', { Header: [{ ETHNIC: 'REFU' }, { ETHNIC: 'nobt' }] }),
  ),
  rule(
    '105',
    finds(
      'neither 0 nor 1, or nothing',
      { Header: [{ UASC: '' }, { UASC: '2' }, { UASC: 'Y' }, { UASC: '1' }] },
      { Header: [0, 1, 2] },
      { format: 'xml' },
    ),
    passes('0 and 1', { Header: [{ UASC: '0' }, { UASC: '1' }] }, { format: 'xml' }),
  ),
  rule(
    '168',
    finds(
      'letters that are taken for figures, a number too short, and a reason that is none',
      {
        Header: [
          { UPN: 'I123456789012' },
          { UPN: 'O12345678901A' },
          { UPN: 'S123456789012' },
          { UPN: 'A12345678901' },
          { UPN: 'A1234567890AB' },
          { UPN: 'UN6' },
          { UPN: 'UN0' },
        ],
      },
      { Header: [0, 1, 2, 3, 4, 5, 6] },
    ),
    passes('a number of either kind, a reason for none, and nothing', {
      Header: [
        { UPN: 'A123456789012' },
        { UPN: 'Z12345678901Y' },
        { UPN: 'UN1' },
        { UPN: 'UN5' },
        { UPN: '' },
      ],
    }),
  ),
  rule(
    '209',
    finds(
      'a child who was four on the last day of August',
      {
        Header: [
          { UPN: 'UN1', DOB: '31/08/2021' },
          { UPN: 'UN1', DOB: '01/09/2021' },
        ],
      },
      { Header: [0] },
    ),
    finds(
      'a child of that age in an earlier year',
      { Header: [{ UPN: 'UN1', DOB: '31/08/2017' }] },
      { Header: [0] },
      { year: '2022-23' },
    ),
    passes('an older child with another reason, and one whose age is not known', {
      Header: [
        { UPN: 'UN2', DOB: '31/08/2015' },
        { UPN: 'UN1', DOB: '' },
      ],
    }),
  ),
  rule(
    '210',
    finds(
      'a child in care since the day before the last week',
      {
        Header: [{ UPN: 'UN4' }],
        Episodes: [{ DECOM: '23/03/2027' }, { DECOM: '25/03/2027' }],
      },
      { Header: [0], Episodes: [0] },
    ),
    finds(
      'as others do, a child who came in the last week',
      {
        Header: [{ UPN: 'UN4' }],
        Episodes: [{ DECOM: '23/03/2027' }, { DECOM: '24/03/2027' }],
      },
      { Header: [0], Episodes: [1] },
      { peerCompatible: true },
    ),
    passes('a child who came in the last week', {
      Header: [{ UPN: 'UN4' }],
      Episodes: [{ DECOM: '24/03/2027' }, { DECOM: '' }],
    }),
    passes('a child long in care with another reason', {
      Header: [{ UPN: 'UN5' }],
      Episodes: [{ DECOM: '01/05/2026' }],
    }),
  ),
  rule(
    '231',
    finds(
      'a child seeking asylum who turned 11 the day after the year ended',
      { Header: [{ DOB: '01/04/2016' }], UASC: [{}] },
      { Header: [0] },
    ),
    finds(
      'one in XML',
      {
        Header: [
          { DOB: '01/05/2018', UASC: '1' },
          { DOB: '01/05/2018', UASC: '0' },
        ],
      },
      { Header: [0] },
      { format: 'xml', year: '2024-25' },
    ),
    passes('one who turned 11 the day it ended', { Header: [{ DOB: '31/03/2016' }], UASC: [{}] }),
    passes('a young child who is not seeking asylum, and one whose age is not known', {
      Header: [
        { CHILD: 'A', DOB: '01/05/2020' },
        { CHILD: 'B', DOB: '' },
      ],
      UASC: [{ CHILD: 'B' }],
    }),
  ),
  rule(
    '232',
    finds('a child whose sex is not known', { Header: [{ SEX: 'U' }, { SEX: 'F' }] }, { Header: [0] }),
    passes('a boy, a girl and a blank', { Header: [{ SEX: 'M' }, { SEX: 'F' }, { SEX: '' }] }),
  ),
  rule(
    '301',
    finds('a child born the day after the year', { Header: [{ DOB: '01/04/2027' }] }, { Header: [0] }),
    passes('one born on its last day, and one whose age is not known', {
      Header: [{ DOB: '31/03/2027' }, { DOB: '' }],
    }),
  ),
  rule(
    '351',
    finds(
      'someone who was 25 the day before the year began',
      { Header: [{ DOB: '31/03/2001' }, { DOB: '01/04/2001' }] },
      { Header: [0] },
    ),
    passes('someone who was 25 the day it began, and one whose age is not known', {
      Header: [{ DOB: '01/04/2001' }, { DOB: '' }],
    }),
  ),
  rule(
    '442',
    finds(
      'a child in care without a number',
      { Header: [{ UPN: '' }], Episodes: [{ LS: 'C2' }] },
      { Header: [0] },
    ),
    finds(
      'a child with short breaks and an episode whose legal status is blank',
      { Header: [{ UPN: '' }], Episodes: [{ LS: 'V4' }, { LS: '' }] },
      { Header: [0] },
    ),
    passes('a child with short breaks alone', {
      Header: [{ UPN: '' }],
      Episodes: [{ LS: 'V4' }, { LS: 'V3' }],
    }),
    passes('a child with a reason for none, and one without episodes', {
      Header: [
        { CHILD: 'A', UPN: 'UN1' },
        { CHILD: 'B', UPN: '' },
      ],
      Episodes: [{ CHILD: 'A', LS: 'C2' }],
    }),
  ),
  rule(
    '444',
    finds(
      'two children with one number',
      {
        Header: [
          { CHILD: 'A', UPN: 'A12' },
          { CHILD: 'B', UPN: 'A12' },
          { CHILD: 'C', UPN: 'A13' },
        ],
      },
      { Header: [0, 1] },
    ),
    passes('two children with none yet', {
      Header: [
        { CHILD: 'A', UPN: 'UN1' },
        { CHILD: 'B', UPN: 'UN1' },
        { CHILD: 'C', UPN: '' },
        { CHILD: 'D', UPN: '' },
      ],
    }),
  ),
];
