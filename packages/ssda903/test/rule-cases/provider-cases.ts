import { type Cells, finds, passes, type RuleCase, rule } from './rule-case.ts';

const KENT = 'E10000016';

const NEVER_REGISTERED = ['P1', 'P3', 'R1', 'R2', 'R5', 'T0', 'T1', 'T2', 'T3', 'T4'];

const each = (places: readonly string[], cells: Cells): readonly Cells[] =>
  places.map((PLACE) => ({ PLACE, PL_LA: KENT, ...cells }));

export const PROVIDER_CASES: readonly RuleCase[] = [
  rule(
    '214',
    finds(
      'a postcode, and a URN, for short breaks',
      {
        Episodes: [
          { LS: 'V3', PL_POST: 'ZZ1 1AA' },
          { LS: 'V4', URN: '1234567' },
        ],
      },
      { Episodes: [0, 1] },
    ),
    passes('short breaks with neither, and other care with both', {
      Episodes: [{ LS: 'V4' }, { LS: 'C2', PL_POST: 'ZZ1 1AA', URN: '1234567' }, { URN: '1234567' }],
    }),
  ),
  rule(
    '218',
    finds(
      'a placement that should have one, or is not given, or whose place is not known',
      {
        Episodes: [
          ...each(['U4', 'K2', 'K3', 'Z1', 'H5', ''], { URN: '' }),
          { PLACE: 'U4', PL_LA: '', URN: '' },
          { PLACE: 'U4', PL_LA: 'W06000015', URN: '' },
        ],
      },
      { Episodes: [0, 1, 2, 3, 4, 5, 6, 7] },
    ),
    finds(
      'one that ended on 1 April, and not one that ended the day before',
      {
        Episodes: [
          { PLACE: 'U4', PL_LA: KENT, DEC: '01/04/2026' },
          { PLACE: 'U4', PL_LA: KENT, DEC: '31/03/2026' },
        ],
      },
      { Episodes: [0] },
    ),
    passes('a placement with a number or its placeholder', {
      Episodes: [...each(['U4'], { URN: '1234567' }), ...each(['U4'], { URN: 'XXXXXXX' })],
    }),
    passes('placements that need none, and those outside England', {
      Episodes: [
        ...each([...NEVER_REGISTERED, 'Z11', 'Z12', 'Z13', 'Z14'], { URN: '' }),
        ...['CON', 'NIR', 'SCO', 'WAL', 'NUK'].map((PL_LA) => ({ PLACE: 'K2', PL_LA, URN: '' })),
      ],
    }),
    passes('short breaks, for which 214 forbids one', { Episodes: [{ LS: 'V4', PLACE: 'U6', PL_LA: KENT }] }),
    finds(
      'short breaks, when read as the other validator does',
      { Episodes: [{ LS: 'V4', PLACE: 'U6', PL_LA: KENT }] },
      { Episodes: [0] },
      { peerCompatible: true },
    ),
    finds(
      'H5 and P2 once they needed one, and Z11 before there was any',
      { Episodes: each(['H5', 'P2', 'Z11', 'Z1'], { URN: '' }) },
      { Episodes: [0, 1, 2] },
      { year: '2024-25' },
    ),
    passes(
      'a place outside England by the first letter of its code, as it was told then',
      {
        Episodes: ['N09000003', 'WAL', 'S12000036', 'CON'].map((PL_LA) => ({ PLACE: 'K2', PL_LA, URN: '' })),
      },
      { year: '2024-25' },
    ),
    finds(
      'K2 in 2023/24, and not H5, P2 and Z1',
      { Episodes: each(['H5', 'P2', 'Z1', 'K2'], { URN: '' }) },
      { Episodes: [3] },
      { year: '2023-24' },
    ),
  ),
  rule(
    '222',
    finds(
      'a number for placements that have none',
      { Episodes: each([...NEVER_REGISTERED, 'Z11', 'Z12', 'Z13', 'Z14'], { URN: '1234567' }) },
      { Episodes: [...NEVER_REGISTERED, 'Z11', 'Z12', 'Z13', 'Z14'].map((_, i) => i) },
    ),
    passes('one for other placements, and no number or its placeholder', {
      Episodes: [
        ...each(['U4', 'K3', 'H5', 'P2', 'Z1', ''], { URN: '1234567' }),
        ...each(['P1'], { URN: '' }),
        ...each(['P1'], { URN: 'XXXXXXX' }),
      ],
    }),
    ...(
      [
        ['2022-23', [0, 1, 2]],
        ['2023-24', [1, 2]],
        ['2024-25', [2]],
      ] as const
    ).map(([year, found]) =>
      finds(
        `those of H5, P2 and Z1 that had none in ${year}, and not Z11`,
        { Episodes: each(['H5', 'P2', 'Z1', 'Z11'], { URN: '1234567' }) },
        { Episodes: found },
        { year },
      ),
    ),
  ),
  rule(
    '230',
    finds(
      'H5 past 28 October 2023 or still open, with no number or its placeholder',
      {
        Episodes: [
          { PLACE: 'H5', PL_LA: KENT, DEC: '29/10/2023' },
          { PLACE: 'H5', PL_LA: '', URN: 'XXXXXXX' },
          { PLACE: 'H5', PL_LA: KENT, DEC: '28/10/2023' },
        ],
      },
      { Episodes: [0, 1] },
      { year: '2023-24' },
    ),
    passes(
      'one that ended by then, has a number, is outside England, or is another placement',
      {
        Episodes: [
          { PLACE: 'H5', PL_LA: KENT, DEC: '28/10/2023' },
          { PLACE: 'H5', PL_LA: KENT, URN: '1234567' },
          { PLACE: 'H5', PL_LA: 'WAL' },
          { PLACE: 'H5', PL_LA: 'SCO' },
          { PLACE: 'H5', PL_LA: 'NIR' },
          { PLACE: 'K2', PL_LA: KENT },
        ],
      },
      { year: '2023-24' },
    ),
  ),
  rule(
    '242',
    finds(
      'the placeholder for a home, for parents, for a code that is none and for a blank',
      { Episodes: each(['K2', 'P1', 'X9', ''], { URN: 'XXXXXXX' }) },
      { Episodes: [0, 1, 2, 3] },
    ),
    passes('that for fostering and adoption, six of X, and another number or none', {
      Episodes: [
        ...each(['A3', 'A6', 'U1', 'U6'], { URN: 'xxxxxxx' }),
        ...each(['K2'], { URN: 'XXXXXX' }),
        ...each(['K2'], { URN: '1234567' }),
        ...each(['K2'], { URN: '' }),
      ],
    }),
  ),
  rule(
    '243',
    finds(
      'a number, or its placeholder, outside England',
      {
        Episodes: [
          ...['CON', 'NIR', 'SCO', 'WAL', 'NUK'].map((PL_LA) => ({ PL_LA, URN: '1234567' })),
          { PL_LA: 'SCO', URN: 'XXXXXXX' },
        ],
      },
      { Episodes: [0, 1, 2, 3, 4, 5] },
    ),
    finds(
      'one at a postcode in Wales',
      {
        Episodes: [
          { PL_POST: 'ZZ4 4DD', URN: '1234567' },
          { PL_POST: 'ZZ1 1AA', URN: '1234567' },
        ],
      },
      { Episodes: [0] },
      {
        postcodes: [
          { pcd: 'ZZ4 4DD', oseast1m: 318_000, osnrth1m: 176_000, laua: 'W06000015' },
          { pcd: 'ZZ1 1AA', oseast1m: 601_000, osnrth1m: 142_000, laua: 'E07000105' },
        ],
      },
    ),
    passes('none outside England, and one in it or where is not known', {
      Episodes: [
        { PL_LA: 'WAL', URN: '' },
        { PL_LA: KENT, URN: '1234567' },
        { PL_LA: '', URN: '1234567' },
      ],
    }),
  ),
];
