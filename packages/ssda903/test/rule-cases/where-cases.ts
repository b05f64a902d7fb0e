import { finds, passes, type RuleCase, rule } from './rule-case.ts';
import { letsUnaccompaniedGo, MEDWAY, NOT_UNACCOMPANIED, postcodes } from './where-rows.ts';

const KENT = 'E10000016';

export const WHERE_CASES: readonly RuleCase[] = [
  rule(
    '164',
    finds(
      'a distance below nought, and one too far',
      { ...NOT_UNACCOMPANIED, Episodes: [{ PL_DISTANCE: '-0.1' }, { PL_DISTANCE: '1000' }] },
      { Episodes: [0, 1] },
    ),
    passes('the nearest and furthest there are, and none', {
      ...NOT_UNACCOMPANIED,
      Episodes: [{ PL_DISTANCE: '0' }, { PL_DISTANCE: '999.9' }, { PL_DISTANCE: '' }],
    }),
    passes('short breaks', { ...NOT_UNACCOMPANIED, Episodes: [{ LS: 'V4', PL_DISTANCE: '1000' }] }),
    ...letsUnaccompaniedGo({ PL_DISTANCE: '1000' }),
  ),
  rule(
    '169',
    finds(
      'a postcode not known, and none, of a placement with and without a legal status',
      {
        Episodes: [
          { LS: 'C2', PL_POST: 'ZZ9 9ZZ' },
          { LS: '', PL_POST: '' },
        ],
      },
      { Episodes: [0, 1] },
      postcodes,
    ),
    passes(
      'one known, and short breaks',
      {
        Episodes: [
          { LS: 'C2', PL_POST: 'zz11aa' },
          { LS: 'V3', PL_POST: '' },
        ],
      },
      postcodes,
    ),
  ),
  rule(
    '179',
    finds(
      'a postcode not known, and none',
      {
        Episodes: [
          { LS: 'C2', PL_POST: 'ZZ9 9ZZ' },
          { LS: '', PL_POST: '' },
        ],
      },
      { Episodes: [0, 1] },
      postcodes,
    ),
    passes(
      'one inside, one outside, and short breaks',
      {
        Episodes: [
          { LS: 'C2', PL_POST: 'ZZ1 1AA' },
          { LS: 'C2', PL_POST: 'ZZ2 2BB' },
          { LS: 'V4', PL_POST: '' },
        ],
      },
      postcodes,
    ),
  ),
  rule(
    '406',
    finds(
      'a distance, be it none, for a child who is unaccompanied',
      { Header: [{ UASC: '1' }], Episodes: [{ PL_DISTANCE: '0' }, { PL_DISTANCE: '' }] },
      { Episodes: [0] },
    ),
    finds(
      'one for a child who was last year',
      { Header: [{ UASC: '0' }], Header_last: [{ UASC: '1' }], Episodes: [{ PL_DISTANCE: '3.2' }] },
      { Episodes: [0] },
    ),
    finds(
      'one for a child in the file of unaccompanied children, with the Header of a CSV return',
      {
        Header: [{ CHILD: 'A' }, { CHILD: 'B' }],
        UASC: [{ CHILD: 'B' }],
        Episodes: [
          { CHILD: 'A', PL_DISTANCE: '3.2' },
          { CHILD: 'B', PL_DISTANCE: '3.2' },
        ],
      },
      { Episodes: [1] },
    ),
    passes('a child who is not, and one whose row in that file says nothing', {
      UASC: [{ DOB: '01/01/2012' }],
      Episodes: [{ PL_DISTANCE: '3.2' }],
    }),
  ),
  rule(
    '411',
    finds(
      'a placement said to be inside, but in another authority or in none',
      {
        Episodes: [
          { PL_LOCATION: 'IN', PL_LA: MEDWAY },
          { PL_LOCATION: 'IN', PL_LA: '' },
        ],
      },
      { Episodes: [0, 1] },
    ),
    passes('one inside and in it, and one outside', {
      Episodes: [
        { PL_LOCATION: 'IN', PL_LA: KENT },
        { PL_LOCATION: 'OUT', PL_LA: MEDWAY },
        { PL_LOCATION: '', PL_LA: MEDWAY },
      ],
    }),
    passes(
      'whatever is worked out from postcodes',
      {
        Episodes: [
          { PL_POST: 'ZZ1 1AA' },
          { PL_POST: 'ZZ2 2BB' },
          { PL_POST: 'ZZ3 3CC' },
          { PL_POST: 'ZZ9 9ZZ' },
          { PL_POST: '' },
        ],
      },
      postcodes,
    ),
  ),
  rule(
    '420',
    finds(
      'short breaks at a postcode that is known',
      {
        Episodes: [
          { LS: 'V3', PL_POST: 'ZZ1 1AA' },
          { LS: 'V4', PL_POST: 'ZZ3 3CC' },
          { LS: 'V4', PL_POST: 'ZZ9 9ZZ' },
        ],
      },
      { Episodes: [0, 1] },
      postcodes,
    ),
    passes(
      'short breaks at none, and other care',
      { Episodes: [{ LS: 'V3' }, { LS: 'C2', PL_POST: 'ZZ1 1AA' }, { PL_POST: 'ZZ1 1AA' }] },
      postcodes,
    ),
  ),
  rule(
    '454',
    finds(
      'a placement 350.1 miles from home, and not one 350 miles from it',
      {
        Episodes: [
          { HOME_POST: 'ZZ3 3CC', PL_POST: 'ZZ5 5EE' },
          { HOME_POST: 'ZZ3 3CC', PL_POST: 'ZZ4 4DD' },
        ],
      },
      { Episodes: [0] },
      postcodes,
    ),
    finds(
      'one of a child who is unaccompanied',
      { Header: [{ UASC: '1' }], Episodes: [{ PL_DISTANCE: '400' }] },
      { Episodes: [0] },
    ),
    passes('one of 350 miles, one not known, and the number that says so', {
      Episodes: [{ PL_DISTANCE: '350' }, { PL_DISTANCE: '' }, { PL_DISTANCE: '999.9' }],
    }),
  ),
  rule(
    '1015',
    finds(
      'own provision in another authority, or outside England',
      {
        Episodes: [
          { PLACE_PROVIDER: 'PR1', LS: 'C2', PLACE: 'K2', PL_LA: MEDWAY },
          { PLACE_PROVIDER: 'PR1', LS: 'C2', PLACE: 'K2', PL_LA: 'WAL' },
        ],
      },
      { Episodes: [0, 1] },
    ),
    passes('that inside, and that whose place is not known', {
      Episodes: [
        { PLACE_PROVIDER: 'PR1', LS: 'C2', PLACE: 'K2', PL_LA: KENT },
        { PLACE_PROVIDER: 'PR1', LS: 'C2', PLACE: 'K2', PL_LA: '' },
      ],
    }),
    passes('another provider; short breaks; no legal status; no placement; adopters, foster carers and K3', {
      Episodes: [
        { PLACE_PROVIDER: 'PR2', LS: 'C2', PLACE: 'K2', PL_LA: MEDWAY },
        { PLACE_PROVIDER: 'PR1', LS: 'V4', PLACE: 'K2', PL_LA: MEDWAY },
        { PLACE_PROVIDER: 'PR1', LS: '', PLACE: 'K2', PL_LA: MEDWAY },
        { PLACE_PROVIDER: 'PR1', LS: 'C2', PLACE: '', PL_LA: MEDWAY },
        ...['A3', 'A6', 'U1', 'U6', 'K3'].map((PLACE) => ({
          PLACE_PROVIDER: 'PR1',
          LS: 'C2',
          PLACE,
          PL_LA: MEDWAY,
        })),
      ],
    }),
    finds(
      'K3 too before 2025/26',
      {
        Episodes: [
          { PLACE_PROVIDER: 'PR1', LS: 'C2', PLACE: 'K3', PL_LA: MEDWAY },
          { PLACE_PROVIDER: 'PR1', LS: 'C2', PLACE: 'U4', PL_LA: MEDWAY },
        ],
      },
      { Episodes: [0] },
      { year: '2024-25' },
    ),
  ),
];
