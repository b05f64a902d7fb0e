import { type Cells, type Example, finds, passes, type RuleCase, rule } from './rule-case.ts';

const KENT = 'E10000016';
const MEDWAY = 'E06000035';

/** Ashford, in Kent; Medway; Cardiff. 3 and 4 are 350 miles apart, and 5 is a tenth further. */
const POSTCODES: readonly Cells[] = [
  { pcd: 'ZZ1 1AA', oseast1m: 601_000, osnrth1m: 142_000, laua: 'E07000105' },
  { pcd: 'ZZ2 2BB', oseast1m: 575_000, osnrth1m: 168_000, laua: MEDWAY },
  { pcd: 'ZZ3 3CC', oseast1m: 400_000, osnrth1m: 0, laua: 'W06000015' },
  { pcd: 'ZZ4 4DD', oseast1m: 400_000, osnrth1m: 563_255, laua: 'S12000036' },
  { pcd: 'ZZ5 5EE', oseast1m: 400_000, osnrth1m: 563_416, laua: 'S12000036' },
];
const postcodes = { postcodes: POSTCODES };

/** A child is not unaccompanied unless the Header says so. */
const NOT_UNACCOMPANIED = { Header: [{ UASC: '0' }] };

/** Whoever says that a child is or was unaccompanied lets that child's episode go, and no one else's. */
const letsUnaccompaniedGo = (cells: Cells, year = '2026-27'): readonly Example[] => [
  passes('a child who is unaccompanied', { Header: [{ UASC: '1' }], Episodes: [cells] }, { year }),
  passes(
    'one who was last year',
    { Header: [{ UASC: '0' }], Header_last: [{ UASC: '1' }], Episodes: [cells] },
    { year },
  ),
  passes(
    'one in the file of unaccompanied children, without a Header',
    { UASC: [{ SEX: 'M' }], Episodes: [cells] },
    { year },
  ),
  finds(
    'the other of two children',
    {
      Header: [
        { CHILD: 'A', UASC: '1' },
        { CHILD: 'B', UASC: '0' },
      ],
      Episodes: [
        { ...cells, CHILD: 'A' },
        { ...cells, CHILD: 'B' },
      ],
    },
    { Episodes: [1] },
    { year },
  ),
];

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
    '392a',
    finds(
      'a home or a placement not known',
      {
        ...NOT_UNACCOMPANIED,
        Episodes: [
          { LS: 'C2', HOME_POST: 'ZZ9 9ZZ', PL_POST: 'ZZ1 1AA' },
          { LS: '', HOME_POST: 'ZZ1 1AA', PL_POST: '' },
          { LS: 'C2', HOME_POST: 'ZZ1 1AA', PL_POST: 'ZZ2 2BB' },
        ],
      },
      { Episodes: [0, 1] },
      postcodes,
    ),
    passes('a distance, be it none, and short breaks', {
      ...NOT_UNACCOMPANIED,
      Episodes: [{ PL_DISTANCE: '0' }, { LS: 'V3', PL_DISTANCE: '' }],
    }),
    ...letsUnaccompaniedGo({ PL_DISTANCE: '' }),
  ),
  rule(
    '392b',
    finds(
      'a child without the one or the other, of whom nothing says that they are unaccompanied',
      {
        Episodes: [
          { LS: 'C2', HOME_POST: '', PL_POST: 'ZZ1 1AA' },
          { LS: '', HOME_POST: 'ZZ1 1AA', PL_POST: '' },
          { LS: 'C2', HOME_POST: 'ZZ1 1AA', PL_POST: 'ZZ2 2BB' },
        ],
      },
      { Episodes: [0, 1] },
    ),
    passes('short breaks', { Episodes: [{ LS: 'V3', HOME_POST: '', PL_POST: '' }] }),
    ...letsUnaccompaniedGo({ LS: 'C2', HOME_POST: '', PL_POST: 'ZZ1 1AA' }),
  ),
  rule(
    '392c',
    finds(
      'a home, and a placement, that is in no directory',
      {
        Episodes: [
          { HOME_POST: 'ZZ9 9ZZ', PL_POST: 'ZZ1 1AA' },
          { HOME_POST: '', PL_POST: 'ZZ9 9ZZ' },
          { HOME_POST: 'ZZ1 1AA', PL_POST: 'ZZ2 2BB' },
        ],
      },
      { Episodes: [0, 1] },
      postcodes,
    ),
    passes(
      'ones that are, however spaced, and none',
      {
        Episodes: [
          { HOME_POST: 'zz11aa', PL_POST: 'Z Z2 2BB' },
          { HOME_POST: '', PL_POST: '' },
        ],
      },
      postcodes,
    ),
  ),
  rule(
    '392d',
    finds(
      'a placement at the home’s postcode with foster carers, and with none given',
      {
        Episodes: [
          { HOME_POST: 'ZZ1 1AA', PL_POST: 'ZZ1 1AA', PLACE: 'U4' },
          { HOME_POST: 'ZZ1 1AA', PL_POST: 'ZZ11AA', PLACE: '' },
        ],
      },
      { Episodes: [0, 1] },
    ),
    passes('with parents, at another postcode, and at none given', {
      Episodes: [
        { HOME_POST: 'ZZ1 1AA', PL_POST: 'ZZ1 1AA', PLACE: 'P1' },
        { HOME_POST: 'ZZ1 1AA', PL_POST: 'ZZ2 2BB', PLACE: 'U4' },
        { HOME_POST: '', PL_POST: '', PLACE: 'U4' },
      ],
    }),
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
