import { type Cells, finds, passes, type RuleCase, rule } from './rule-case.ts';

const KENT = 'E10000016';
const MEDWAY = 'E06000035';

/** A home in Kent, the reporting authority of these examples. */
const HOME: Cells = {
  URN: '1234567',
  PLACE_CODES: 'K2,R3',
  PROVIDER_CODES: 'PR1,PR4',
  REG_END: '',
  POSTCODE: 'ZZ1 1AA',
  LA_CODE_INFERRED: KENT,
};

const listed = (...lines: readonly Cells[]) => ({
  providers: lines.map((line) => ({ ...HOME, ...line })),
});

const at = (cells: Cells): Cells => ({
  URN: '1234567',
  LS: 'C2',
  PLACE: 'K2',
  PLACE_PROVIDER: 'PR1',
  ...cells,
});

/** What Ofsted's lists say of the provider. */
export const LISTED_PROVIDER_CASES: readonly RuleCase[] = [
  rule(
    '219',
    finds(
      'a placement that the provider does not provide, or none given, or a URN not listed',
      { Episodes: [at({ PLACE: 'K1' }), at({ PLACE: '' }), at({ URN: '7654321' })] },
      { Episodes: [0, 1, 2] },
      listed({}),
    ),
    finds(
      'a provider for which no placements are listed',
      { Episodes: [at({})] },
      { Episodes: [0] },
      listed({ PLACE_CODES: '' }),
    ),
    passes(
      'one that it does, and no number or its placeholder',
      { Episodes: [at({}), at({ PLACE: 'R3' }), at({ URN: '' }), at({ URN: 'XXXXXXX', PLACE: 'K1' })] },
      listed({ PLACE_CODES: 'K2, R3' }),
    ),
    passes(
      'one that one of two lines has',
      { Episodes: [at({})] },
      listed({ PLACE_CODES: 'K1' }, { PLACE_CODES: 'K2' }),
    ),
    passes('a number listed as a number', { Episodes: [at({})] }, listed({ URN: 1_234_567 })),
  ),
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
    '224',
    finds(
      'another kind of provider, none given, or a URN not listed',
      { Episodes: [at({ PLACE_PROVIDER: 'PR2' }), at({ PLACE_PROVIDER: '' }), at({ URN: '7654321' })] },
      { Episodes: [0, 1, 2] },
      listed({}),
    ),
    passes(
      'the kind listed, and no number or its placeholder',
      {
        Episodes: [
          at({ PLACE_PROVIDER: 'PR1' }),
          at({ PLACE_PROVIDER: 'PR4' }),
          at({ URN: '', PLACE_PROVIDER: 'PR2' }),
          at({ URN: 'XXXXXXX', PLACE_PROVIDER: 'PR2' }),
        ],
      },
      listed({ PROVIDER_CODES: 'PR1/PR4' }),
    ),
    passes(
      'that of one of two lines',
      { Episodes: [at({})] },
      listed({ PROVIDER_CODES: 'PR4' }, { PROVIDER_CODES: 'PR1' }),
    ),
  ),
  rule(
    '227',
    finds(
      'a start on the day the registration ended, or after',
      { Episodes: [at({ DECOM: '01/06/2026' }), at({ DECOM: '02/06/2026' }), at({ DECOM: '31/05/2026' })] },
      { Episodes: [0, 1] },
      listed({ REG_END: '01/06/2026' }),
    ),
    passes(
      'a start before it, or on no day; a URN not listed; and no number or its placeholder',
      {
        Episodes: [
          at({ DECOM: '31/05/2026' }),
          at({ DECOM: '' }),
          at({ URN: '7654321', DECOM: '01/07/2026' }),
          at({ URN: '', DECOM: '01/07/2026' }),
          at({ URN: 'XXXXXXX', DECOM: '01/07/2026' }),
        ],
      },
      listed({ REG_END: '2026-06-01' }),
    ),
    passes('a provider still registered', { Episodes: [at({ DECOM: '01/07/2026' })] }, listed({})),
    passes(
      'one still registered by one of two lines',
      { Episodes: [at({ DECOM: '01/07/2026' })] },
      listed({ REG_END: '01/06/2026' }, {}),
    ),
  ),
  rule(
    '228',
    finds(
      'an end the day after the registration ended, and an open episode',
      { Episodes: [at({ DEC: '02/06/2026' }), at({ DEC: '' }), at({ DEC: '01/06/2026' })] },
      { Episodes: [0, 1] },
      listed({ REG_END: '01/06/2026' }),
    ),
    passes(
      'an open episode with a registration that ends on 31 March; and no number or its placeholder',
      { Episodes: [at({ DEC: '' }), at({ URN: '' }), at({ URN: 'XXXXXXX' }), at({ URN: '7654321' })] },
      listed({ REG_END: '31/03/2027' }),
    ),
    finds(
      'an open episode with one that ends the day before',
      { Episodes: [at({ DEC: '' })] },
      { Episodes: [0] },
      listed({ REG_END: '30/03/2027' }),
    ),
    passes('a provider still registered', { Episodes: [at({ DEC: '' })] }, listed({})),
    passes(
      'one still registered by one of two lines',
      { Episodes: [at({ DEC: '' })] },
      listed({ REG_END: '01/06/2026' }, {}),
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
  rule(
    '1008',
    finds(
      'a number not listed, and six of X',
      { Episodes: [at({ URN: '7654321' }), at({ URN: 'XXXXXX' })] },
      { Episodes: [0, 1] },
      listed({}),
    ),
    passes(
      'one listed, as text or as a number; no number; and its placeholder',
      { Episodes: [at({}), at({ URN: ' 2345678 ' }), at({ URN: '' }), at({ URN: 'xxxxxxx' })] },
      listed({}, { URN: 2_345_678 }),
    ),
  ),
];
