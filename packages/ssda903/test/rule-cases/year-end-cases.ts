import { type Cells, type Example, finds, passes, rule } from './rule-case.ts';

const LAST_DECOM = { DECOM: '01/12/2025' };

/** A first episode of this year, and the last one of the year before, by child. */
const overYearEnd = (...pairs: readonly (readonly [before: Cells, now: Cells])[]): Example['given'] => ({
  Episodes: pairs.map(([, now], i) => ({ CHILD: `C${i}`, ...LAST_DECOM, ...now })),
  Episodes_last: pairs.map(([before], i) => ({ CHILD: `C${i}`, ...LAST_DECOM, ...before })),
});

/** What holds of every column held against last year's. */
const compares = (column: string, one: string, other: string, reserved: Cells = {}): readonly Example[] => [
  finds(
    'another, one where there was none, and none where there was one',
    overYearEnd(
      [{ [column]: one }, { [column]: other }],
      [{ [column]: '' }, { [column]: other }],
      [{ [column]: one }, { [column]: '' }],
      [{ [column]: one }, { [column]: one }],
    ),
    { Episodes: [0, 1, 2] },
  ),
  finds(
    'an end last year that is no day, as it was open',
    overYearEnd([{ [column]: one, DEC: 'soon' }, { [column]: other }]),
    { Episodes: [0] },
  ),
  passes(
    'the same, two blanks, and an episode that had ended',
    overYearEnd(
      [{ [column]: one }, { [column]: one }],
      [{ [column]: '' }, { [column]: '' }],
      [
        { [column]: one, DEC: '30/03/2026' },
        { [column]: other, ...reserved },
      ],
    ),
  ),
  finds(
    'the first episode of this year held against the last of last year, whatever the order of the files',
    {
      Episodes: [
        { [column]: one, DECOM: '01/06/2026' },
        { [column]: one, DECOM: '' },
        { [column]: other, DECOM: '01/12/2025' },
      ],
      Episodes_last: [
        { [column]: one, DECOM: '01/12/2025' },
        { [column]: other, DECOM: '01/06/2025' },
      ],
    },
    { Episodes: [2] },
  ),
  passes('a child with no start in either year, and one who is new', {
    Episodes: [
      { [column]: other, DECOM: '' },
      { CHILD: 'B', [column]: other, ...LAST_DECOM },
      { CHILD: 'N', [column]: other, ...LAST_DECOM },
    ],
    Episodes_last: [
      { [column]: one, ...LAST_DECOM },
      { CHILD: 'B', [column]: one, DECOM: '' },
    ],
  }),
];

const distance = (RNE: string, before: string, now: string): readonly [Cells, Cells] => [
  { RNE, PL_DISTANCE: before },
  { RNE, PL_DISTANCE: now },
];

/** What 453 and 503G have in common. */
const DISTANCES = [
  finds(
    '0.2 miles, even from 0.1 to 0.3, and a distance found or lost',
    overYearEnd(
      distance('S', '0.1', '0.3'),
      distance('S', '5', '4.8'),
      distance('S', '', '5'),
      distance('S', '5', ''),
      distance('S', '5', '5'),
    ),
    { Episodes: [0, 1, 2, 3] },
  ),
  passes(
    'a tenth of a mile, none in either, and an episode that had ended',
    overYearEnd(distance('S', '5', '5.1'), distance('S', '', ''), [
      { RNE: 'S', PL_DISTANCE: '5', DEC: '30/03/2026' },
      { RNE: 'S', PL_DISTANCE: '9' },
    ]),
  ),
];

/** A mile apart, in two authorities. */
const POSTCODES = [
  { pcd: 'AB1 2CD', oseast1m: 400_000, osnrth1m: 300_000, laua: 'E10000016' },
  { pcd: 'AB1 2CE', oseast1m: 401_609, osnrth1m: 300_000, laua: 'E09000001' },
];

const POSTCODE_MOVED = overYearEnd([
  { RNE: 'S', HOME_POST: 'AB1 2CD', PL_POST: 'AB1 2CD' },
  { RNE: 'S', HOME_POST: 'AB1 2CD', PL_POST: 'AB12CE' },
]);

const workedOut = finds('what postcodes tell', POSTCODE_MOVED, { Episodes: [0] }, { postcodes: POSTCODES });

const placeChanged = (before: string, now: readonly string[]): Example['given'] =>
  overYearEnd(...now.map((PLACE): [Cells, Cells] => [{ PLACE: before }, { PLACE }]));

export const YEAR_END_CASES = [
  rule(
    '452',
    finds(
      'another authority, with the same reason begun',
      overYearEnd(
        [
          { RNE: 'S', PL_LA: 'E10000016' },
          { RNE: 'S', PL_LA: 'WAL' },
        ],
        [
          { RNE: 'P', PL_LA: '' },
          { RNE: 'P', PL_LA: 'WAL' },
        ],
        [
          { RNE: 'S', PL_LA: 'WAL' },
          { RNE: 'S', PL_LA: 'WAL' },
        ],
      ),
      { Episodes: [0, 1] },
    ),
    passes(
      'another reason, no reason, an episode that had ended, and none known in either',
      overYearEnd(
        [
          { RNE: 'S', PL_LA: 'E10000016' },
          { RNE: 'P', PL_LA: 'WAL' },
        ],
        [{ PL_LA: 'E10000016' }, { PL_LA: 'WAL' }],
        [
          { RNE: 'S', PL_LA: 'E10000016', DEC: '30/03/2026' },
          { RNE: 'S', PL_LA: 'WAL' },
        ],
        [
          { RNE: 'S', PL_LA: '' },
          { RNE: 'S', PL_LA: '' },
        ],
      ),
    ),
    workedOut,
  ),
  rule(
    '453',
    ...DISTANCES,
    passes(
      'another reason begun, and none',
      overYearEnd(
        [
          { RNE: 'S', PL_DISTANCE: '5' },
          { RNE: 'P', PL_DISTANCE: '9' },
        ],
        distance('', '5', '9'),
      ),
    ),
    workedOut,
  ),
  rule(
    '502',
    finds(
      'another start than the open episode’s, and one that had none',
      overYearEnd([{}, { DECOM: '02/12/2025' }], [{ DECOM: '' }, {}], [{}, {}]),
      { Episodes: [0, 1] },
    ),
    finds(
      'another start than one of two open episodes',
      { Episodes: [LAST_DECOM], Episodes_last: [LAST_DECOM, { DECOM: '01/05/2025' }] },
      { Episodes: [0] },
    ),
    passes('the same start written another way, and an episode that had ended', {
      ...overYearEnd([{}, { DECOM: '1/12/2025' }], [{ DEC: '30/03/2026' }, { DECOM: '01/05/2026' }]),
    }),
    passes('a child with no start this year', overYearEnd([{}, { DECOM: '' }])),
  ),
  rule('503A', ...compares('RNE', 'S', 'P')),
  rule('503B', ...compares('LS', 'C1', 'C2')),
  rule('503C', ...compares('CIN', 'N1', 'N2')),
  rule(
    '503D',
    ...compares('PLACE', 'U1', 'U4'),
    finds(
      'H5 become K3, before there was K3',
      placeChanged('H5', ['K3']),
      { Episodes: [0] },
      { year: '2022-23' },
    ),
    passes('H5 become K3, as it was registered', placeChanged('H5', ['K3']), { year: '2023-24' }),
    passes('H5 become K3, the year after', placeChanged('H5', ['K3']), { year: '2024-25' }),
    finds('H5 become K2', placeChanged('H5', ['K3', 'K2']), { Episodes: [1] }, { year: '2024-25' }),
    finds('H5 become K3, too late', placeChanged('H5', ['K3']), { Episodes: [0] }, { year: '2025-26' }),
    finds('Z1 become Z11, too early', placeChanged('Z1', ['Z11']), { Episodes: [0] }, { year: '2024-25' }),
    passes('Z1 become its parts, as it was split', placeChanged('Z1', ['Z11', 'Z12', 'Z13', 'Z14']), {
      year: '2025-26',
    }),
    finds(
      'Z1 become another, as it was split',
      placeChanged('Z1', ['Z15', 'Z14']),
      { Episodes: [0] },
      { year: '2025-26' },
    ),
    finds('Z1 become its parts, too late', placeChanged('Z1', ['Z11', 'Z14']), { Episodes: [0, 1] }),
  ),
  rule('503E', ...compares('PLACE_PROVIDER', 'PR1', 'PR4')),
  rule('503F', ...compares('URN', '1234567', '7654321')),
  rule(
    '503G',
    ...DISTANCES,
    finds(
      'another distance, whatever the reason begun',
      overYearEnd([
        { RNE: 'S', PL_DISTANCE: '5' },
        { RNE: 'P', PL_DISTANCE: '9' },
      ]),
      { Episodes: [0] },
    ),
    workedOut,
  ),
  rule('503H', ...compares('PL_LA', 'E10000016', 'WAL'), workedOut),
  rule('503J', ...compares('PL_LOCATION', 'IN', 'OUT'), workedOut),
  rule(
    '562',
    finds(
      'an episode from before the year that last year’s return ends otherwise, or does not have',
      {
        Episodes: [
          { DECOM: '31/03/2026' },
          { DECOM: '01/05/2026' },
          { CHILD: 'B', DECOM: '01/12/2025' },
          { CHILD: 'C', DECOM: '01/12/2025' },
        ],
        Episodes_last: [
          { DECOM: '30/03/2026' },
          { CHILD: 'B', DECOM: '01/12/2025' },
          { CHILD: 'B', DECOM: '01/01/2026' },
        ],
      },
      { Episodes: [0, 2, 3] },
    ),
    passes('the same start, a start in the year, and none', {
      Episodes: [{ DECOM: '1/12/2025' }, { CHILD: 'B', DECOM: '01/04/2026' }, { CHILD: 'C', DECOM: '' }],
      Episodes_last: [{ DECOM: '01/06/2025' }, { DECOM: '01/12/2025' }],
    }),
  ),
];
