import { decided, reversed } from './adoption-rows.ts';
import { finds, passes, type RuleCase, rule } from './rule-case.ts';

/** 553 of placement orders, and 555 of the freeing orders that came before them. */
const orderCase = (code: string, LS: string, other: string, year: string) =>
  rule(
    code,
    finds(
      `every ${LS} episode of a child without a decision, or with one that has no day`,
      {
        Episodes: [
          { CHILD: 'A', LS },
          { CHILD: 'A', LS, DEC: '01/06/2022' },
          { CHILD: 'A', LS: 'C2' },
          { CHILD: 'B', LS },
        ],
        PlacedAdoption: [{ CHILD: 'B', ...decided('') }],
      },
      { Episodes: [0, 1, 3] },
      { year },
    ),
    finds(
      'what says that the decision was reversed, while the order goes on',
      {
        Episodes: [{ LS, DEC: '01/03/2022' }, { LS }],
        PlacedAdoption: [
          decided('01/06/2022'),
          { ...decided('01/01/2022'), DATE_PLACED_CEASED: '01/05/2022' },
          { ...decided('01/01/2022'), REASON_PLACED_CEASED: 'RD2' },
        ],
      },
      { PlacedAdoption: [1, 2] },
      { year },
    ),
    passes(
      `a decision that stands, a reversal and the ${LS} episode ended, and another order`,
      {
        Episodes: [
          { CHILD: 'A', LS },
          { CHILD: 'B', LS, DEC: '01/06/2022' },
          { CHILD: 'C', LS: other },
        ],
        PlacedAdoption: [
          { CHILD: 'A', ...decided('01/01/2022') },
          { CHILD: 'B', ...reversed('01/01/2022', '01/06/2022') },
        ],
      },
      { year },
    ),
  );

/** Placement orders and the freeing orders before them. */
export const ADOPTION_ORDERS_CASES: readonly RuleCase[] = [
  orderCase('553', 'E1', 'D1', '2026-27'),
  rule(
    '554',
    finds(
      'a decision the day after the first order',
      {
        Episodes: [
          { LS: 'E1', DECOM: '01/09/2026' },
          { LS: 'E1', DECOM: '01/06/2026' },
          { LS: 'C2', DECOM: '01/05/2026' },
        ],
        PlacedAdoption: [decided('02/06/2026'), decided('01/06/2026')],
      },
      { Episodes: [1], PlacedAdoption: [0] },
    ),
    finds(
      'a decision after the order that last year’s return has',
      {
        Episodes: [{ LS: 'E1', DECOM: '01/06/2026', RNE: 'P' }],
        Episodes_last: [
          { LS: 'C2', DECOM: '01/01/2026', RNE: 'S' },
          { LS: 'E1', DECOM: '01/02/2026', RNE: 'L' },
        ],
        PlacedAdoption: [decided('02/02/2026')],
      },
      { Episodes: [0], PlacedAdoption: [0] },
    ),
    finds(
      'a decision the day after care started under an order, last year',
      {
        Episodes: [{ LS: 'E1', DECOM: '01/06/2026', RNE: 'P' }],
        Episodes_last: [{ LS: 'E1', DECOM: '01/02/2026', RNE: 'S' }],
        PlacedAdoption: [decided('02/02/2026')],
      },
      { Episodes: [0], PlacedAdoption: [0] },
    ),
    passes('a decision after an order of an earlier period of care', {
      Episodes: [
        { LS: 'C2', DECOM: '01/05/2026', RNE: 'S' },
        { LS: 'E1', DECOM: '01/06/2026', RNE: 'L' },
      ],
      Episodes_last: [{ LS: 'E1', DECOM: '01/02/2024', RNE: 'L' }],
      PlacedAdoption: [decided('01/06/2026')],
    }),
    passes('a decision after what last year’s return took for an order, and this year’s puts right', {
      Episodes: [
        { LS: 'C2', DECOM: '01/02/2026', RNE: 'S' },
        { LS: 'E1', DECOM: '01/06/2026', RNE: 'L' },
      ],
      Episodes_last: [{ LS: 'E1', DECOM: '01/02/2026', RNE: 'S' }],
      PlacedAdoption: [decided('01/06/2026')],
    }),
    passes('a decision on the day a child came back into care under an order', {
      Episodes: [{ LS: 'E1', DECOM: '01/06/2026', RNE: 'S' }],
      Episodes_last: [
        { LS: 'C2', DECOM: '01/01/2024', RNE: 'S' },
        { LS: 'E1', DECOM: '01/02/2024', RNE: 'L' },
      ],
      PlacedAdoption: [decided('01/06/2026')],
    }),
    passes('days missing, another child without any, and an order that is not one', {
      Episodes: [
        { CHILD: 'A', LS: 'E1', DECOM: '' },
        { CHILD: 'B', LS: 'E1', DECOM: '01/06/2026' },
        { CHILD: 'C', LS: 'D1', DECOM: '01/06/2026' },
      ],
      PlacedAdoption: [
        { CHILD: 'A', ...decided('02/06/2026') },
        { CHILD: 'B', ...decided('') },
        { CHILD: 'C', ...decided('02/06/2026') },
      ],
    }),
  ),
  orderCase('555', 'D1', 'E1', '2023-24'),
  rule(
    '556',
    finds(
      'every freeing order before the decision',
      {
        Episodes: [
          { LS: 'D1', DECOM: '01/05/2005' },
          { LS: 'D1', DECOM: '09/06/2005' },
          { LS: 'D1', DECOM: '10/06/2005' },
          { LS: 'E1', DECOM: '01/05/2005' },
        ],
        PlacedAdoption: [decided('10/06/2005'), decided('')],
      },
      { Episodes: [0, 1] },
      { year: '2022-23' },
    ),
    passes(
      'a decision on the day of the order',
      {
        Episodes: [
          { LS: 'D1', DECOM: '10/06/2005' },
          { LS: 'D1', DECOM: '' },
        ],
        PlacedAdoption: [decided('10/06/2005')],
      },
      { year: '2023-24' },
    ),
  ),
];
