import { finds, passes, type RuleCase, rule } from './rule-case.ts';

const DETAILS = {
  DATE_INT: '10/01/2026',
  DATE_MATCH: '10/06/2026',
  FOSTER_CARE: '0',
  NB_ADOPTR: '2',
  SEX_ADOPTR: 'MF',
  LS_ADOPTR: 'L11',
};

const adopted = (DEC: string, REC = 'E11') => ({ DECOM: '01/07/2026', DEC, REC, PLACE: 'A6' });

export const ADOPTION_CASES: readonly RuleCase[] = [
  rule(
    '112',
    finds(
      'a day that no month has, and a word',
      { AD1: [{ DATE_INT: '31/06/2026' }, { DATE_INT: '30/06/2026' }, { DATE_INT: 'NA' }] },
      { AD1: [0, 2] },
    ),
    passes('a day, and none', { AD1: [{ DATE_INT: '1/6/2026' }, { DATE_INT: '' }] }),
  ),
  rule(
    '113',
    finds(
      'a month that no year has, and a year of two figures',
      { AD1: [{ DATE_MATCH: '01/13/2026' }, { DATE_MATCH: '01/12/2026' }, { DATE_MATCH: '01/12/26' }] },
      { AD1: [0, 2] },
    ),
    passes('a day, and none', { AD1: [{ DATE_MATCH: '28/02/2027' }, { DATE_MATCH: null }] }),
  ),
  rule(
    '114',
    finds(
      'a word for yes, and 2',
      { AD1: [{ FOSTER_CARE: 'Y' }, { FOSTER_CARE: '1' }, { FOSTER_CARE: '2' }] },
      { AD1: [0, 2] },
    ),
    passes('0, 1 and blank', { AD1: [{ FOSTER_CARE: '0' }, { FOSTER_CARE: 1 }, { FOSTER_CARE: '' }] }),
  ),
  rule(
    '151',
    finds(
      'five of six, and one of six',
      { AD1: [{ ...DETAILS, NB_ADOPTR: '' }, { DATE_INT: '10/01/2026' }, DETAILS] },
      { AD1: [0, 1] },
    ),
    passes('all six, and none', { AD1: [DETAILS, { DOB: '01/01/2020' }] }),
  ),
  rule(
    '331',
    finds(
      'a match on the day after the last episode began',
      {
        AD1: [{ DATE_MATCH: '02/07/2026' }],
        Episodes: [{ DECOM: '01/05/2026', REC: 'X1' }, adopted('01/12/2026')],
      },
      { AD1: [0], Episodes: [1] },
    ),
    finds(
      'the one row of two that is late, with an opposed application too',
      {
        AD1: [{ DATE_MATCH: '01/07/2026' }, { DATE_MATCH: '01/08/2026' }],
        Episodes: [adopted('01/12/2026', 'E12')],
      },
      { AD1: [1], Episodes: [0] },
    ),
    passes('a match on the day it began', {
      AD1: [{ DATE_MATCH: '01/07/2026' }],
      Episodes: [adopted('01/12/2026')],
    }),
    passes('no match, no start, and a child who was not adopted', {
      AD1: [
        { CHILD: 'A', DATE_MATCH: '' },
        { CHILD: 'B', DATE_MATCH: '02/07/2026' },
        { CHILD: 'C', DATE_MATCH: '02/07/2026' },
      ],
      Episodes: [
        { CHILD: 'A', ...adopted('01/12/2026') },
        { CHILD: 'B', DECOM: '', REC: 'E11' },
        { CHILD: 'C', ...adopted('01/12/2026', 'E4A') },
      ],
    }),
    passes('rows that give no child, as nothing says they are of one', {
      AD1: [{ CHILD: '', DATE_MATCH: '02/07/2026' }],
      Episodes: [{ CHILD: '', ...adopted('01/12/2026') }],
    }),
  ),
  rule(
    '333',
    finds(
      'adoption found best the day after the match, never, and on no real day',
      {
        AD1: [
          { DATE_INT: '11/06/2026', DATE_MATCH: '10/06/2026' },
          { DATE_INT: '', DATE_MATCH: '10/06/2026' },
          { DATE_INT: '31/02/2026', DATE_MATCH: '10/06/2026' },
        ],
      },
      { AD1: [0, 1, 2] },
    ),
    passes('both on one day, and no match yet', {
      AD1: [
        { DATE_INT: '10/06/2026', DATE_MATCH: '10/06/2026' },
        { DATE_INT: '10/06/2026', DATE_MATCH: '' },
        { DATE_INT: '', DATE_MATCH: '31/02/2026' },
      ],
    }),
  ),
  rule(
    '334',
    finds(
      'a decision the day before care last started',
      {
        Episodes: [
          { DECOM: '01/05/2025', RNE: 'S' },
          { DECOM: '01/05/2026', RNE: 'S' },
          { DECOM: '01/06/2026', RNE: 'P' },
        ],
        AD1: [{ DATE_INT: '30/04/2026' }, { DATE_INT: '02/05/2026' }],
      },
      { Episodes: [1], AD1: [0] },
    ),
    finds(
      'the first in the file of two starts of one day',
      {
        Episodes: [
          { DECOM: '01/05/2026', RNE: 'S' },
          { DECOM: '01/05/2026', RNE: 'S' },
        ],
        AD1: [{ DATE_INT: '30/04/2026' }],
      },
      { Episodes: [0], AD1: [0] },
    ),
    passes('a decision on the day care started', {
      Episodes: [{ DECOM: '01/05/2026', RNE: 'S' }],
      AD1: [{ DATE_INT: '01/05/2026' }],
    }),
    passes('no decision, and care whose start is not in the return', {
      Episodes: [
        { CHILD: 'A', DECOM: '01/05/2026', RNE: 'S' },
        { CHILD: 'B', DECOM: '01/05/2026', RNE: 'P' },
        { CHILD: 'C', DECOM: '', RNE: 'S' },
      ],
      AD1: [
        { CHILD: 'A', DATE_INT: '' },
        { CHILD: 'B', DATE_INT: '01/05/2020' },
        { CHILD: 'C', DATE_INT: '01/05/2020' },
      ],
    }),
  ),
  rule(
    '335',
    finds(
      'placed with the foster carer, and not adopted by them',
      {
        Episodes: [
          { PLACE: 'A5', REC: 'E12' },
          { PLACE: 'A3', REC: 'X1' },
        ],
        AD1: [{ FOSTER_CARE: '0' }, { FOSTER_CARE: '1' }],
      },
      { Episodes: [0], AD1: [0] },
    ),
    finds(
      'placed with others, and adopted by the foster carer; by the older codes too',
      {
        Episodes: [
          { CHILD: 'A', PLACE: 'A4', REC: 'E11' },
          { CHILD: 'B', PLACE: 'A1', REC: 'E1' },
          { CHILD: 'C', PLACE: 'A2', REC: 'E1' },
        ],
        AD1: [
          { CHILD: 'A', FOSTER_CARE: '1' },
          { CHILD: 'B', FOSTER_CARE: '1' },
          { CHILD: 'C', FOSTER_CARE: '0' },
        ],
      },
      { Episodes: [0, 1, 2], AD1: [0, 1, 2] },
    ),
    passes('what agrees, what is blank, and an adoption from foster care', {
      Episodes: [
        { CHILD: 'A', PLACE: 'A3', REC: 'E11' },
        { CHILD: 'B', PLACE: 'A6', REC: 'E12' },
        { CHILD: 'C', PLACE: 'A6', REC: 'E12' },
        { CHILD: 'D', PLACE: 'U1', REC: 'E12' },
      ],
      AD1: [
        { CHILD: 'A', FOSTER_CARE: '1' },
        { CHILD: 'B', FOSTER_CARE: '0' },
        { CHILD: 'C', FOSTER_CARE: '' },
        { CHILD: 'D', FOSTER_CARE: '0' },
      ],
    }),
  ),
  rule(
    '521',
    finds(
      'the placement of two that came before the decision',
      {
        Episodes: [
          { PLACE: 'A3', DECOM: '09/01/2026' },
          { PLACE: 'A5', DECOM: '10/01/2026' },
        ],
        AD1: [{ DATE_INT: '10/01/2026' }],
      },
      { Episodes: [0], AD1: [0] },
    ),
    passes('a placement on the day of the decision, and foster care before it', {
      Episodes: [
        { PLACE: 'U1', DECOM: '01/01/2025' },
        { PLACE: 'A4', DECOM: '10/01/2026' },
        { PLACE: 'A6', DECOM: '' },
      ],
      AD1: [{ DATE_INT: '10/01/2026' }, { DATE_INT: '' }],
    }),
  ),
  rule(
    '582',
    finds(
      'a match on the day of adoption, however it is written',
      {
        Episodes: [{ DECOM: '01/05/2026', DEC: '01/07/2026', REC: 'X1' }, adopted('01/12/2026', 'E12')],
        AD1: [{ DATE_MATCH: '1/11/2026' }, { DATE_MATCH: '1/12/2026' }],
      },
      { Episodes: [1] },
    ),
    passes('a match the day before, none, and a child who went home that day', {
      Episodes: [
        { CHILD: 'A', ...adopted('01/12/2026') },
        { CHILD: 'B', ...adopted('') },
        { CHILD: 'C', ...adopted('01/12/2026', 'E4A') },
      ],
      AD1: [
        { CHILD: 'A', DATE_MATCH: '30/11/2026' },
        { CHILD: 'B', DATE_MATCH: '' },
        { CHILD: 'C', DATE_MATCH: '01/12/2026' },
      ],
    }),
  ),
  rule(
    '601',
    finds(
      'an adoption with one detail left blank',
      { Episodes: [adopted('01/12/2026')], AD1: [{ ...DETAILS, FOSTER_CARE: '' }, DETAILS] },
      { Episodes: [0], AD1: [0] },
    ),
    finds(
      'adoptions on the first and the last day of the year without any details',
      {
        Episodes: [
          { CHILD: 'A', ...adopted('01/04/2026') },
          { CHILD: 'B', ...adopted('31/03/2027', 'E12') },
        ],
        AD1: [],
      },
      { Episodes: [0, 1] },
    ),
    passes('an adoption with all its details', { Episodes: [adopted('01/12/2026')], AD1: [DETAILS] }),
    passes('adoptions of other years, and a child not adopted', {
      Episodes: [
        { CHILD: 'A', ...adopted('31/03/2026') },
        { CHILD: 'B', ...adopted('01/04/2027') },
        { CHILD: 'C', ...adopted('01/12/2026', 'E4A') },
        { CHILD: 'D', ...adopted('') },
      ],
      AD1: [],
    }),
  ),
  rule(
    '602',
    finds(
      'one detail of a child who went home, and of one whose adoption is of another year',
      {
        Episodes: [
          { CHILD: 'A', ...adopted('01/12/2026', 'E4A') },
          { CHILD: 'B', ...adopted('31/03/2026') },
        ],
        AD1: [
          { CHILD: 'A', DATE_INT: '10/01/2026' },
          { CHILD: 'B', ...DETAILS },
          { CHILD: 'C', ...DETAILS },
        ],
      },
      { AD1: [0, 1, 2] },
    ),
    passes('details of an adoption of the year, and rows without any', {
      Episodes: [
        { CHILD: 'A', ...adopted('31/03/2027') },
        { CHILD: 'B', DECOM: '01/05/2026', REC: '' },
      ],
      AD1: [
        { CHILD: 'A', ...DETAILS },
        { CHILD: 'B', DOB: '01/01/2020' },
      ],
    }),
  ),
];
