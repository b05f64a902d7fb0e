import { type Cells, type Example, finds, passes, type RuleCase, rule } from './rule-case.ts';

const each = (places: readonly string[], PLACE_PROVIDER: string): readonly Cells[] =>
  places.map((PLACE) => ({ PLACE, PLACE_PROVIDER }));

const all = (rows: readonly Cells[]): readonly number[] => rows.map((_, i) => i);

/** A kind of provider with the placements it does not provide, and with some that it does. */
const providesNone = (
  provider: string,
  not: readonly string[],
  others: readonly string[],
): readonly Example[] => [
  finds(
    `${provider} for ${not.join(', ')}`,
    { Episodes: each(not, provider) },
    { Episodes: all(each(not, provider)) },
  ),
  passes(`${provider} for ${others.join(', ')} and none, and other providers`, {
    Episodes: [...each([...others, ''], provider), ...each(not, 'PR9'), ...each(not, '')],
  }),
];

const T0_TO_T3 = ['T0', 'T1', 'T2', 'T3'];
const Z11_TO_Z14 = ['Z11', 'Z12', 'Z13', 'Z14'];

export const PLACEMENT_PROVIDER_CASES: readonly RuleCase[] = [
  rule(
    '178',
    finds('a provider that is no code', { Episodes: each(['U4'], 'PR6') }, { Episodes: [0] }),
    finds(
      'a provider of placements that have none',
      { Episodes: each([...T0_TO_T3, ...Z11_TO_Z14], 'PR1') },
      { Episodes: [0, 1, 2, 3, 4, 5, 6, 7] },
    ),
    passes('a provider of other placements, withdrawn ones included, and none', {
      Episodes: [...each(['U4', 'P1', 'Z1', ''], 'PR0'), ...each(['T1', 'U4'], '')],
    }),
    passes('a provider of T4, which is left to 213', { Episodes: each(['T4'], 'PR1') }),
    passes('the same in the year from which it is', { Episodes: each(['T4'], 'PR1') }, { year: '2025-26' }),
    finds('what is no code in T4 even so', { Episodes: each(['T4'], 'PR6') }, { Episodes: [0] }),
    finds(
      'T4 and Z1 before 2025/26, and not Z11',
      { Episodes: each(['T4', 'Z1', 'Z11'], 'PR1') },
      { Episodes: [0, 1] },
      { year: '2024-25' },
    ),
  ),
  rule(
    '213',
    finds(
      'a provider of temporary and other placements',
      { Episodes: each(['T0', 'T4', ...Z11_TO_Z14], 'PR1') },
      { Episodes: [0, 1, 2, 3, 4, 5] },
    ),
    passes('none, and a provider of other placements', {
      Episodes: [...each(['T0', 'Z12'], ''), ...each(['U4', 'Z1', ''], 'PR1')],
    }),
    finds(
      'only temporary placements before 2025/26',
      { Episodes: each(['T0', 'Z1', 'Z11'], 'PR1') },
      { Episodes: [0] },
      { year: '2024-25' },
    ),
  ),
  rule(
    '526',
    finds(
      'no provider of a home, of a withdrawn placement, and of none given',
      { Episodes: each(['K2', 'Z1', ''], '') },
      { Episodes: [0, 1, 2] },
    ),
    passes('no provider of temporary and other placements, and one of a home', {
      Episodes: [...each([...T0_TO_T3, 'T4', ...Z11_TO_Z14], ''), ...each(['K2'], 'PR4')],
    }),
    finds(
      'Z11, and not Z1, before 2025/26',
      { Episodes: each(['Z1', 'Z11', 'T4'], '') },
      { Episodes: [1] },
      { year: '2024-25' },
    ),
  ),
  rule('527', ...providesNone('PR1', ['P1', 'R2', 'R5'], ['U4', 'K1', 'P3'])),
  rule('528', ...providesNone('PR2', ['P1', 'R2', 'R5'], ['U4', 'K1', 'P3'])),
  rule(
    '529',
    ...providesNone(
      'PR3',
      ['P1', 'A3', 'A4', 'A5', 'A6', 'K1', 'K2', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6'],
      ['R2', 'R5', 'K3'],
    ),
  ),
  rule('530', ...providesNone('PR4', ['P1'], ['U4', 'R5', 'K3'])),
  rule('531', ...providesNone('PR5', ['P1'], ['U4', 'R5', 'K3'])),
  rule(
    '550',
    finds(
      'parents as provider of a home, or of none given',
      { Episodes: each(['K2', ''], 'PR0') },
      {
        Episodes: [0, 1],
      },
    ),
    passes('parents where the child is with them, and others elsewhere', {
      Episodes: [...each(['P1'], 'PR0'), ...each(['K2', ''], 'PR1'), ...each(['K2'], '')],
    }),
  ),
];
