import { at, listed } from './listed-home.ts';
import { finds, passes, type RuleCase, rule } from './rule-case.ts';

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
