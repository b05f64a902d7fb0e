import { finds, passes, type RuleCase, rule } from './rule-case.ts';

const decided = (DATE_PLACED: string) => ({ DATE_PLACED });

const reversed = (DATE_PLACED: string, DATE_PLACED_CEASED: string) => ({
  DATE_PLACED,
  DATE_PLACED_CEASED,
  REASON_PLACED_CEASED: 'RD1',
});

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

const left = (REC: string, rest: { readonly LS?: string; readonly PLACE?: string }) => ({
  DECOM: '01/05/2026',
  DEC: '01/09/2026',
  REC,
  ...rest,
});

export const ADOPTION_PLACEMENTS_CASES: readonly RuleCase[] = [
  rule(
    '523',
    finds(
      'days that differ by one',
      {
        PlacedAdoption: [decided('10/01/2026')],
        AD1: [{ DATE_INT: '11/01/2026' }, { DATE_INT: '10/01/2026' }],
      },
      { PlacedAdoption: [0], AD1: [0] },
    ),
    finds(
      'a day that is neither decision’s, and marks the latest',
      {
        PlacedAdoption: [decided('10/01/2026'), reversed('10/01/2024', '10/06/2024')],
        AD1: [{ DATE_INT: '09/01/2026' }],
      },
      { PlacedAdoption: [0], AD1: [0] },
    ),
    passes('the day of the latest of two decisions', {
      PlacedAdoption: [reversed('10/01/2024', '10/06/2024'), decided('10/01/2026')],
      AD1: [{ DATE_INT: '10/01/2026' }],
    }),
    passes('either day missing', {
      PlacedAdoption: [
        { CHILD: 'A', ...decided('') },
        { CHILD: 'B', ...decided('10/01/2026') },
      ],
      AD1: [
        { CHILD: 'A', DATE_INT: '10/01/2026' },
        { CHILD: 'B', DATE_INT: '' },
      ],
    }),
  ),
  rule(
    '525',
    finds(
      'one detail of an adoption, and the decision reversed',
      {
        PlacedAdoption: [reversed('10/01/2026', '10/06/2026')],
        AD1: [{ NB_ADOPTR: '2' }, { DOB: '01/01/2020' }],
      },
      { PlacedAdoption: [0], AD1: [0] },
    ),
    finds(
      'a reversal of the latest of two decisions',
      {
        PlacedAdoption: [reversed('10/07/2026', '10/09/2026'), decided('10/01/2026')],
        AD1: [{ NB_ADOPTR: '2' }],
      },
      { PlacedAdoption: [0], AD1: [0] },
    ),
    finds(
      'a reversal of a decision without a day',
      { PlacedAdoption: [reversed('', '10/09/2026')], AD1: [{ NB_ADOPTR: '2' }] },
      { PlacedAdoption: [0], AD1: [0] },
    ),
    passes('a reversal, and a newer decision that led to adoption', {
      PlacedAdoption: [reversed('10/01/2026', '10/06/2026'), decided('10/07/2026')],
      AD1: [{ NB_ADOPTR: '2' }],
    }),
    passes('a reversal without a day, and one without details', {
      PlacedAdoption: [
        { CHILD: 'A', ...decided('10/01/2026'), REASON_PLACED_CEASED: 'RD1' },
        { CHILD: 'B', ...reversed('10/01/2026', '10/06/2026') },
      ],
      AD1: [
        { CHILD: 'A', NB_ADOPTR: '2' },
        { CHILD: 'B', DOB: '01/01/2020' },
      ],
    }),
  ),
  rule(
    '551',
    finds(
      'placements for adoption of a child without a decision, or with one that has no day',
      {
        Episodes: [
          { CHILD: 'A', PLACE: 'A3' },
          { CHILD: 'A', PLACE: 'U1' },
          { CHILD: 'B', PLACE: 'A6' },
        ],
        PlacedAdoption: [{ CHILD: 'B', ...decided('') }],
      },
      { Episodes: [0, 2] },
    ),
    passes('one complete decision beside a row without a day', {
      Episodes: [{ PLACE: 'A4' }],
      PlacedAdoption: [decided(''), decided('10/01/2026')],
    }),
    passes('a day that is none, which another rule tells', {
      Episodes: [{ PLACE: 'A5' }],
      PlacedAdoption: [decided('31/02/2026')],
    }),
  ),
  rule(
    '552',
    finds(
      'a placement the day before the decision, and not what followed it',
      {
        Episodes: [
          { PLACE: 'U1', DECOM: '01/05/2026' },
          { PLACE: 'A3', DECOM: '09/06/2026' },
          { PLACE: 'A5', DECOM: '09/06/2026' },
        ],
        PlacedAdoption: [decided('10/06/2026')],
      },
      { Episodes: [1], PlacedAdoption: [0] },
    ),
    finds(
      'a placement before two decisions, and marks the first of them',
      {
        Episodes: [{ PLACE: 'A3', DECOM: '09/06/2026' }],
        PlacedAdoption: [decided('10/09/2026'), reversed('10/06/2026', '10/08/2026')],
      },
      { Episodes: [0], PlacedAdoption: [1] },
    ),
    finds(
      'a second placement before the second decision, the first being reversed',
      {
        Episodes: [
          { PLACE: 'A4', DECOM: '01/05/2026' },
          { PLACE: 'U1', DECOM: '01/06/2026' },
          { PLACE: 'A4', DECOM: '01/09/2026' },
        ],
        PlacedAdoption: [reversed('01/04/2026', '31/08/2026'), decided('02/09/2026')],
      },
      { Episodes: [2], PlacedAdoption: [1] },
    ),
    passes('a placement on the day of the decision, with a later decision after it was disrupted', {
      Episodes: [
        { PLACE: 'A4', DECOM: '01/05/2026' },
        { PLACE: 'U1', DECOM: '01/06/2026' },
        { PLACE: 'A4', DECOM: '01/09/2026' },
      ],
      PlacedAdoption: [reversed('01/05/2026', '01/06/2026'), decided('01/09/2026')],
    }),
    passes('a placement on the day the decision was reversed, and one that only a past decision was for', {
      Episodes: [
        { CHILD: 'A', PLACE: 'A4', DECOM: '01/06/2026' },
        { CHILD: 'B', PLACE: 'A4', DECOM: '02/06/2026' },
      ],
      PlacedAdoption: [
        { CHILD: 'A', ...reversed('01/05/2026', '01/06/2026') },
        { CHILD: 'A', ...decided('01/07/2026') },
        { CHILD: 'B', ...reversed('01/05/2026', '01/06/2026') },
      ],
    }),
    passes('either day missing, and a foster placement', {
      Episodes: [
        { CHILD: 'A', PLACE: 'A4', DECOM: '' },
        { CHILD: 'B', PLACE: 'A4', DECOM: '01/05/2026' },
        { CHILD: 'C', PLACE: 'U4', DECOM: '01/05/2026' },
      ],
      PlacedAdoption: [
        { CHILD: 'A', ...decided('10/06/2026') },
        { CHILD: 'B', ...decided('') },
        { CHILD: 'C', ...decided('10/06/2026') },
      ],
    }),
  ),
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
  rule(
    '557',
    finds(
      'children who went home from adopters, or under a placement order, with no decision at all',
      {
        Episodes: [
          { CHILD: 'A', ...left('E4A', { PLACE: 'A3' }) },
          { CHILD: 'B', ...left('E13', { PLACE: 'U1', LS: 'E1' }) },
        ],
        PlacedAdoption: [],
      },
      { Episodes: [0, 1] },
    ),
    finds(
      'each decision of which the day or the reason of reversal is blank',
      {
        Episodes: [left('E4A', { PLACE: 'A6' })],
        PlacedAdoption: [
          reversed('01/01/2026', '01/09/2026'),
          { ...decided('01/01/2026'), DATE_PLACED_CEASED: '01/09/2026' },
          { ...decided('01/01/2026'), REASON_PLACED_CEASED: 'RD1' },
          decided('01/01/2026'),
        ],
      },
      { Episodes: [0], PlacedAdoption: [1, 2, 3] },
    ),
    finds(
      'a child who left under a freeing order, in the years that had them',
      { Episodes: [left('E4A', { LS: 'D1' })], PlacedAdoption: [decided('01/01/2005')] },
      { Episodes: [0], PlacedAdoption: [0] },
      { year: '2023-24' },
    ),
    passes('a child who left under a freeing order, since', {
      Episodes: [left('E4A', { LS: 'D1' })],
      PlacedAdoption: [decided('01/01/2005')],
    }),
    passes(
      'a child who moved, one who was adopted, and one still there',
      {
        Episodes: ['X1', 'E11', 'E12', ''].map((REC) => left(REC, { PLACE: 'A4', LS: 'E1' })),
        PlacedAdoption: [decided('01/01/2026')],
      },
      { year: '2022-23' },
    ),
    passes('a reversal given in full, and a child in foster care', {
      Episodes: [
        { CHILD: 'A', ...left('E4A', { PLACE: 'A4' }) },
        { CHILD: 'B', ...left('E4A', { PLACE: 'U4', LS: 'C2' }) },
      ],
      PlacedAdoption: [{ CHILD: 'A', ...reversed('01/01/2026', '01/09/2026') }],
    }),
  ),
  rule(
    '558',
    finds(
      'the latest adoption, when the latest of two decisions was reversed',
      {
        Episodes: [
          { REC: 'E11', DECOM: '01/05/2026' },
          { REC: 'E12', DECOM: '01/06/2026' },
          { REC: 'X1', DECOM: '01/07/2026' },
        ],
        PlacedAdoption: [reversed('01/02/2026', '01/03/2026'), reversed('01/01/2025', '01/01/2026')],
      },
      { Episodes: [1] },
    ),
    finds(
      'a reversal of the latest, though an earlier decision stands',
      {
        Episodes: [{ REC: 'E11', DECOM: '01/05/2026' }],
        PlacedAdoption: [decided('01/01/2025'), reversed('01/02/2026', '01/03/2026')],
      },
      { Episodes: [0] },
    ),
    passes('a latest decision that stands', {
      Episodes: [{ REC: 'E11', DECOM: '01/05/2026' }],
      PlacedAdoption: [reversed('01/01/2025', '01/03/2025'), decided('01/02/2026')],
    }),
    passes('one decision, though two episodes end in adoption', {
      Episodes: [
        { REC: 'E11', DECOM: '01/05/2026' },
        { REC: 'E12', DECOM: '01/06/2026' },
      ],
      PlacedAdoption: [reversed('01/02/2026', '01/03/2026')],
    }),
    passes('no decision, and a child who went home', {
      Episodes: [
        { CHILD: 'A', REC: 'E11', DECOM: '01/05/2026' },
        { CHILD: 'B', REC: 'E4A', DECOM: '01/05/2026' },
      ],
      PlacedAdoption: [
        { CHILD: 'B', ...reversed('01/02/2026', '01/03/2026') },
        { CHILD: 'B', ...reversed('01/02/2026', '01/03/2026') },
      ],
    }),
  ),
];
