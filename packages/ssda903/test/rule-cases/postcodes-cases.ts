import { finds, passes, type RuleCase, rule } from './rule-case.ts';
import { letsUnaccompaniedGo, NOT_UNACCOMPANIED, postcodes } from './where-rows.ts';

export const POSTCODES_CASES: readonly RuleCase[] = [
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
];
