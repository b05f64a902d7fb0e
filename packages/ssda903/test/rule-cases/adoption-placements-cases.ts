import { decided, reversed } from './adoption-rows.ts';
import { finds, passes, type RuleCase, rule } from './rule-case.ts';

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
