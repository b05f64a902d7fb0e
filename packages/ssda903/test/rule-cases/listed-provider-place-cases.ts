import { at, KENT, listed } from './listed-home.ts';
import { finds, passes, type RuleCase, rule } from './rule-case.ts';

const MEDWAY = 'E06000035';

/** Where Ofsted’s lists say the provider is. */
export const LISTED_PROVIDER_PLACE_CASES: readonly RuleCase[] = [
  rule(
    '221',
    finds(
      'another postcode than the provider’s, or a URN not listed',
      {
        Episodes: [
          ...['K1', 'K2', 'K3', 'R3', 'S1'].map((PLACE) => at({ PLACE, PL_POST: 'ZZ2 2BB' })),
          at({ URN: '7654321', PL_POST: 'ZZ1 1AA' }),
        ],
      },
      { Episodes: [0, 1, 2, 3, 4, 5] },
      listed({}),
    ),
    finds(
      'a provider whose postcode is not known',
      { Episodes: [at({ PL_POST: 'ZZ1 1AA' })] },
      { Episodes: [0] },
      listed({ POSTCODE: '' }),
    ),
    passes(
      'its own, spaced in another way; no postcode; a foster home; short breaks; and no number',
      {
        Episodes: [
          at({ PL_POST: 'ZZ11AA' }),
          at({ PL_POST: '' }),
          at({ PLACE: 'U4', PL_POST: 'ZZ2 2BB' }),
          at({ LS: 'V4', PL_POST: 'ZZ2 2BB' }),
          at({ URN: '', PL_POST: 'ZZ2 2BB' }),
          at({ URN: 'XXXXXXX', PL_POST: 'ZZ2 2BB' }),
        ],
      },
      listed({}),
    ),
    passes(
      'that of one of two lines',
      { Episodes: [at({ PL_POST: 'ZZ1 1AA' })] },
      listed({ POSTCODE: 'ZZ2 2BB' }, {}),
    ),
    finds(
      'H5 in 2023/24 alone',
      { Episodes: ['H5', 'K3'].map((PLACE) => at({ PLACE, PL_POST: 'ZZ2 2BB' })) },
      { Episodes: [0] },
      { ...listed({}), year: '2023-24' },
    ),
    finds(
      'K3 since 2024/25',
      { Episodes: ['H5', 'K3'].map((PLACE) => at({ PLACE, PL_POST: 'ZZ2 2BB' })) },
      { Episodes: [1] },
      { ...listed({}), year: '2024-25' },
    ),
    finds(
      'neither in 2022/23',
      { Episodes: ['H5', 'K3', 'K1'].map((PLACE) => at({ PLACE, PL_POST: 'ZZ2 2BB' })) },
      { Episodes: [2] },
      { ...listed({}), year: '2022-23' },
    ),
  ),
  rule(
    '229',
    finds(
      'the authority’s own provision by a provider elsewhere, and not another’s',
      { Episodes: [at({ PLACE_PROVIDER: 'PR1' }), at({ PLACE_PROVIDER: 'PR2' })] },
      { Episodes: [0] },
      listed({ LA_CODE_INFERRED: MEDWAY }),
    ),
    finds(
      'another authority’s provision by a provider here, and not its own',
      { Episodes: [at({ PLACE_PROVIDER: 'PR1' }), at({ PLACE_PROVIDER: 'PR2' })] },
      { Episodes: [1] },
      listed({}),
    ),
    finds(
      'its own by a provider not listed, or whose authority is not known',
      {
        Episodes: [
          at({ URN: '7654321', PLACE_PROVIDER: 'PR1' }),
          at({ PLACE_PROVIDER: 'PR1' }),
          at({ PLACE_PROVIDER: 'PR2' }),
        ],
      },
      { Episodes: [0, 1] },
      listed({ LA_CODE_INFERRED: '', POSTCODE: '' }),
    ),
    passes(
      'either by a provider that is in both',
      { Episodes: [at({ PLACE_PROVIDER: 'PR1' }), at({ PLACE_PROVIDER: 'PR2' })] },
      listed({}, { LA_CODE_INFERRED: MEDWAY }),
    ),
    passes(
      'other kinds of provider, no number or its placeholder, and placements that are not looked up',
      {
        Episodes: [
          at({ PLACE_PROVIDER: 'PR4' }),
          at({ PLACE_PROVIDER: '' }),
          at({ URN: '' }),
          at({ URN: 'XXXXXXX' }),
          at({ PLACE: 'K3' }),
          at({ PLACE: 'P1' }),
          at({ PLACE: 'Z12' }),
        ],
      },
      listed({ LA_CODE_INFERRED: MEDWAY }),
    ),
    finds(
      'those placements too before 2025/26, and short breaks',
      { Episodes: [at({ PLACE: 'K3' }), at({ PLACE: 'P1' }), at({ LS: 'V4' })] },
      { Episodes: [0, 1, 2] },
      { ...listed({ LA_CODE_INFERRED: MEDWAY }), year: '2024-25' },
    ),
    finds(
      'a provider elsewhere by its postcode, where the list names no authority',
      { Episodes: [at({})] },
      { Episodes: [0] },
      {
        ...listed({ LA_CODE_INFERRED: '' }),
        postcodes: [{ pcd: 'ZZ1 1AA', oseast1m: 575_000, osnrth1m: 168_000, laua: MEDWAY }],
      },
    ),
  ),
  rule(
    '241',
    finds(
      'supported accommodation where the provider is not, outside England too',
      {
        Episodes: [
          at({ PLACE: 'K3', PL_LA: MEDWAY }),
          at({ PLACE: 'K3', PL_LA: 'WAL' }),
          at({ PLACE: 'K3', PL_LA: KENT }),
        ],
      },
      { Episodes: [0, 1] },
      listed({}),
    ),
    finds(
      'that in the reporting authority of a provider that is elsewhere',
      { Episodes: [at({ PLACE: 'K3', PL_LA: KENT })] },
      { Episodes: [0] },
      listed({ LA_CODE_INFERRED: MEDWAY }),
    ),
    passes(
      'that in any authority where the provider is',
      { Episodes: [at({ PLACE: 'K3', PL_LA: KENT }), at({ PLACE: 'K3', PL_LA: MEDWAY })] },
      listed({}, { LA_CODE_INFERRED: MEDWAY }),
    ),
    passes(
      'one whose place is not known, a URN not listed, no number, its placeholder, and other placements',
      {
        Episodes: [
          at({ PLACE: 'K3', PL_LA: '' }),
          at({ PLACE: 'K3', PL_LA: MEDWAY, URN: '7654321' }),
          at({ PLACE: 'K3', PL_LA: MEDWAY, URN: '' }),
          at({ PLACE: 'K3', PL_LA: MEDWAY, URN: 'XXXXXXX' }),
          at({ PLACE: 'K2', PL_LA: MEDWAY }),
        ],
      },
      listed({}),
    ),
    passes(
      'a provider whose authority is not known',
      { Episodes: [at({ PLACE: 'K3', PL_LA: MEDWAY })] },
      listed({ LA_CODE_INFERRED: '', POSTCODE: '' }),
    ),
  ),
];
