import { decided, reversed } from './adoption-rows.ts';
import { finds, passes, type RuleCase, rule } from './rule-case.ts';

/** One decision after another, in a year and from last year to this. */
export const ADOPTION_DECISIONS_IN_TURN_CASES: readonly RuleCase[] = [
  rule(
    '559',
    finds(
      'a decision of last year that its return did not have',
      {
        PlacedAdoption: [
          { CHILD: 'A', ...decided('31/03/2026') },
          { CHILD: 'A', ...decided('01/04/2026') },
          { CHILD: 'B', ...decided('31/03/2026') },
        ],
        PlacedAdoption_last: [{ CHILD: 'B', ...decided('') }],
      },
      { PlacedAdoption: [0, 2] },
    ),
    passes('one that last year’s return had, beside a row without a day', {
      PlacedAdoption: [decided('31/03/2026')],
      PlacedAdoption_last: [decided(''), decided('31/03/2026')],
    }),
    passes('a decision of this year, and none', {
      PlacedAdoption: [decided('01/04/2026'), decided('')],
      PlacedAdoption_last: [],
    }),
  ),
  rule(
    '560',
    finds(
      'a decision that stood and has another day now, or none',
      {
        PlacedAdoption: [
          { CHILD: 'A', ...decided('02/01/2026') },
          { CHILD: 'B', ...decided('') },
          { CHILD: 'C', ...decided('02/01/2026') },
        ],
        PlacedAdoption_last: [
          { CHILD: 'A', ...decided('01/01/2026') },
          { CHILD: 'B', ...decided('01/01/2026') },
          { CHILD: 'C', ...decided('02/01/2026') },
        ],
      },
      { PlacedAdoption: [0, 1] },
    ),
    finds(
      'two decisions, neither of which is last year’s',
      {
        PlacedAdoption: [decided('02/01/2026'), decided('01/09/2026')],
        PlacedAdoption_last: [reversed('01/01/2025', '01/06/2025'), decided('01/01/2026')],
      },
      { PlacedAdoption: [0, 1] },
    ),
    passes('the same day written otherwise, and a second decision beside it', {
      PlacedAdoption: [reversed('1/1/2026', '01/06/2026'), decided('01/09/2026')],
      PlacedAdoption_last: [decided('01/01/2026')],
    }),
    passes('one that was reversed last year, or had no day', {
      PlacedAdoption: [decided('01/09/2026')],
      PlacedAdoption_last: [reversed('01/01/2025', '01/06/2025'), decided('')],
    }),
  ),
  rule(
    '561',
    finds(
      'a decision that was reversed last year, with its day or its reason alone',
      {
        PlacedAdoption: [
          { CHILD: 'A', ...decided('1/1/2025') },
          { CHILD: 'A', ...decided('01/09/2026') },
          { CHILD: 'B', ...decided('01/01/2025') },
        ],
        PlacedAdoption_last: [
          { CHILD: 'A', DATE_PLACED: '01/01/2025', DATE_PLACED_CEASED: '01/06/2025' },
          { CHILD: 'A', DATE_PLACED: '01/06/2025', DATE_PLACED_CEASED: '01/09/2025' },
          { CHILD: 'B', DATE_PLACED: '01/01/2025', REASON_PLACED_CEASED: 'RD2' },
        ],
      },
      { PlacedAdoption: [0, 2] },
    ),
    passes('a decision that stood last year, and blanks in both', {
      PlacedAdoption: [decided('01/01/2026'), decided('')],
      PlacedAdoption_last: [decided('01/01/2026'), reversed('', '01/06/2025')],
    }),
  ),
  rule(
    '579',
    finds(
      'a decision the day before the one before it was reversed',
      {
        PlacedAdoption: [decided('31/05/2026'), reversed('01/01/2026', '01/06/2026')],
      },
      { PlacedAdoption: [0] },
    ),
    finds(
      'a decision while one stands, and one without a day',
      { PlacedAdoption: [decided('01/01/2026'), decided('01/06/2026'), decided('')] },
      { PlacedAdoption: [1, 2] },
    ),
    passes('a decision on the day the one before it was reversed', {
      PlacedAdoption: [reversed('01/01/2026', '01/06/2026'), decided('01/06/2026')],
    }),
    passes('decisions of two children, and of no child', {
      PlacedAdoption: ['A', 'B', '', ''].map((CHILD) => ({ CHILD, ...decided('01/01/2026') })),
    }),
  ),
  rule(
    '583',
    finds(
      'the earlier of two by day, which as text is the later',
      { PlacedAdoption: [decided('30/01/2025'), decided('02/01/2026')] },
      { PlacedAdoption: [0] },
    ),
    finds(
      'the first of two on one day, by their place in the file',
      { PlacedAdoption: [decided('02/01/2026'), decided('02/01/2026')] },
      { PlacedAdoption: [0] },
    ),
    finds(
      'the open one of three, of which the last is reversed',
      {
        PlacedAdoption: [
          reversed('01/06/2026', '01/07/2026'),
          decided('01/02/2026'),
          reversed('01/01/2026', '01/02/2026'),
        ],
      },
      { PlacedAdoption: [1] },
    ),
    passes('an earlier decision reversed, and rows without a day', {
      PlacedAdoption: [decided('01/06/2026'), reversed('01/01/2026', '01/06/2026'), decided('')],
    }),
  ),
  rule(
    '584',
    finds(
      'the day of the decision reversed, an earlier one, and none',
      {
        PlacedAdoption: [
          { CHILD: 'Z', ...decided('01/01/2020') },
          ...['01/05/2025', '30/04/2025', '', '02/05/2025'].map(decided),
        ],
        PlacedAdoption_last: [reversed('01/05/2025', '01/06/2025')],
      },
      { PlacedAdoption: [1, 2, 3] },
    ),
    finds(
      'an earlier day by the calendar that is a later text, where only a reason was given',
      {
        PlacedAdoption: [decided('30/01/2025')],
        PlacedAdoption_last: [{ DATE_PLACED: '02/02/2025', REASON_PLACED_CEASED: 'RD4' }],
      },
      { PlacedAdoption: [0] },
    ),
    passes('a newer decision, one that stood, and one whose day last year’s return lacked', {
      PlacedAdoption: [
        { CHILD: 'A', ...decided('02/05/2025') },
        { CHILD: 'B', ...decided('01/05/2025') },
        { CHILD: 'C', ...decided('') },
      ],
      PlacedAdoption_last: [
        { CHILD: 'A', ...reversed('01/05/2025', '01/06/2025') },
        { CHILD: 'B', ...decided('01/05/2025') },
        { CHILD: 'C', ...reversed('', '01/06/2025') },
      ],
    }),
  ),
];
