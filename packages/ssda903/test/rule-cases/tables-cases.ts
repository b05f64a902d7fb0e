import { finds, passes, type RuleCase, rule } from './rule-case.ts';

const HEADER = [{ CHILD: 'A', DOB: '01/05/2015' }];

/** A child of the table who is not in the Header, and a row that says of no child whose it is. */
const inHeader = (code: string, table: string): RuleCase =>
  rule(
    code,
    finds(
      'a child who is not in the Header, and a row of no child',
      { Header: HEADER, [table]: [{ CHILD: 'A' }, { CHILD: 'B' }, { CHILD: '' }] },
      { [table]: [1, 2] },
    ),
    passes('a child who is, twice even', { Header: HEADER, [table]: [{ CHILD: 'A' }, { CHILD: ' a ' }] }),
  );

const sameBirth = (code: string, table: string): RuleCase =>
  rule(
    code,
    finds(
      'a day later than in the Header, and a day earlier',
      {
        Header: HEADER,
        [table]: [{ DOB: '01/05/2015' }, { DOB: '02/05/2015' }, { DOB: '30/04/2015' }],
      },
      { [table]: [1, 2] },
    ),
    passes('the same day written another way, one missing on either side, and a child not in the Header', {
      Header: [...HEADER, { CHILD: 'B', DOB: '' }],
      [table]: [
        { CHILD: 'A', DOB: '1/5/2015' },
        { CHILD: 'A', DOB: '' },
        { CHILD: 'B', DOB: '01/05/2015' },
        { CHILD: 'C', DOB: '01/05/2015' },
      ],
    }),
  );

const once = (code: string, table: string): RuleCase =>
  rule(
    code,
    finds(
      'a child with two rows',
      { [table]: [{ CHILD: 'A' }, { CHILD: 'B' }, { CHILD: 'A' }] },
      { [table]: [0, 2] },
    ),
    passes('a child with one, and rows of no child', {
      [table]: [{ CHILD: 'A' }, { CHILD: '' }, { CHILD: '' }],
    }),
  );

export const TABLES_CASES = [
  rule(
    '1012',
    finds(
      'every row of a child without an episode, in whichever of the tables',
      {
        Episodes: [{ CHILD: 'A' }],
        PlacedAdoption: [{ CHILD: 'A' }, { CHILD: 'B' }, { CHILD: 'B' }],
        Missing: [{ CHILD: 'B' }],
        Reviews: [{ CHILD: 'B' }],
        AD1: [{ CHILD: 'B' }],
        PrevPerm: [{ CHILD: 'B' }],
        OC2: [{ CHILD: 'C' }, { CHILD: '' }],
      },
      { PlacedAdoption: [1, 2], Missing: [0], Reviews: [0], AD1: [0], PrevPerm: [0], OC2: [0, 1] },
    ),
    finds(
      'a deprivation of liberty of a child without an episode',
      {
        Episodes: [{ CHILD: 'A' }],
        Reviews: [],
        DoLo: [{ CHILD: 'A' }, { CHILD: 'B' }],
      },
      { DoLo: [1] },
    ),
    passes('a child with one, a care leaver’s own data, and the social worker of one who left last year', {
      Episodes: [{ CHILD: 'A' }],
      Reviews: [{ CHILD: 'A' }],
      OC3: [{ CHILD: 'B' }],
      UASC: [{ CHILD: 'B' }],
      SWEpisodes: [{ CHILD: 'B' }],
    }),
  ),
  rule(
    'EPI',
    finds(
      'a child of the Header alone',
      {
        Header: [{ CHILD: 'A' }, { CHILD: 'B' }, { CHILD: 'C' }],
        Episodes: [{ CHILD: 'A' }],
        OC3: [{ CHILD: 'B' }],
      },
      { Header: [2] },
    ),
    finds('any child of a return without other files', { Header: [{}] }, { Header: [0] }),
    passes('a child with an episode, and a care leaver', {
      Header: [{ CHILD: 'A' }, { CHILD: 'B' }],
      Episodes: [{ CHILD: 'A' }],
      OC3: [{ CHILD: 'B' }],
    }),
  ),
  rule(
    'NoE',
    finds(
      'an episode from the day before the year, of a child who was not in last year’s return',
      {
        Episodes: [{ DECOM: '31/03/2026' }, { DECOM: '01/04/2026' }],
        Episodes_last: [{ CHILD: 'B' }],
      },
      { Episodes: [0] },
    ),
    passes('a child who was in it, and a start that is not known', {
      Episodes: [
        { CHILD: 'A', DECOM: '01/05/2020' },
        { CHILD: 'B', DECOM: '' },
      ],
      Episodes_last: [{ CHILD: 'A', DECOM: '01/05/2025' }],
    }),
  ),
  inHeader('INT01', 'AD1'),
  inHeader('INT02', 'PlacedAdoption'),
  inHeader('INT03', 'Episodes'),
  inHeader('INT04', 'Missing'),
  inHeader('INT05', 'OC2'),
  inHeader('INT06', 'OC3'),
  inHeader('INT07', 'PrevPerm'),
  inHeader('INT08', 'Reviews'),
  inHeader('INT09', 'UASC'),
  inHeader('RP01', 'SWEpisodes'),
  inHeader('RP02', 'DoLo'),
  sameBirth('INT11', 'AD1'),
  sameBirth('INT12', 'PlacedAdoption'),
  sameBirth('INT13', 'Missing'),
  sameBirth('INT14', 'OC2'),
  sameBirth('INT15', 'OC3'),
  sameBirth('INT16', 'PrevPerm'),
  sameBirth('INT17', 'Reviews'),
  sameBirth('INT18', 'UASC'),
  sameBirth('RP11', 'SWEpisodes'),
  sameBirth('RP12', 'DoLo'),
  rule(
    'INT21',
    finds(
      'a boy who is a girl in the Header',
      { Header: [{ SEX: 'F' }], UASC: [{ SEX: 'M' }, { SEX: 'F' }] },
      { UASC: [0] },
    ),
    passes('one missing on either side, and a child not in the Header', {
      Header: [
        { CHILD: 'A', SEX: 'F' },
        { CHILD: 'B', SEX: '' },
      ],
      UASC: [
        { CHILD: 'A', SEX: '' },
        { CHILD: 'B', SEX: 'M' },
        { CHILD: 'C', SEX: 'M' },
      ],
    }),
  ),
  once('INT31', 'AD1'),
  once('INT32', 'Header'),
  once('INT33', 'OC2'),
  once('INT34', 'OC3'),
  once('INT35', 'PrevPerm'),
  once('INT36', 'UASC'),
];
