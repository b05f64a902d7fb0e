import { decided, reversed } from './adoption-rows.ts';
import { finds, passes, type RuleCase, rule } from './rule-case.ts';

export const ADOPTION_DECISIONS_CASES: readonly RuleCase[] = [
  rule(
    '115',
    finds(
      'a 29 February of a common year, and days in the wrong order',
      { PlacedAdoption: ['29/02/2027', '28/02/2027', '2027-02-28'].map(decided) },
      { PlacedAdoption: [0, 2] },
    ),
    passes('a day, and none', { PlacedAdoption: ['29/02/2024', ''].map(decided) }),
  ),
  rule(
    '116',
    finds(
      'a day that no month has, and a word',
      {
        PlacedAdoption: [
          { DATE_PLACED_CEASED: '32/01/2027' },
          { DATE_PLACED_CEASED: '31/01/2027' },
          { DATE_PLACED_CEASED: 'none' },
        ],
      },
      { PlacedAdoption: [0, 2] },
    ),
    passes('a day, and none', {
      PlacedAdoption: [{ DATE_PLACED_CEASED: '31/01/2027' }, { DATE_PLACED_CEASED: '' }],
    }),
  ),
  rule(
    '117',
    finds(
      'a decision and a reversal after the year',
      {
        Episodes: [{ DECOM: '01/05/2026', DEC: '' }],
        PlacedAdoption: [
          decided('01/04/2027'),
          reversed('01/06/2026', '01/04/2027'),
          reversed('01/06/2026', '31/03/2027'),
        ],
      },
      { Episodes: [0], PlacedAdoption: [0, 1] },
    ),
    finds(
      'a decision the day after the child left care',
      {
        Episodes: [
          { DECOM: '01/05/2026', DEC: '01/06/2026', REC: 'X1' },
          { DECOM: '01/06/2026', DEC: '01/09/2026', REC: 'E4A' },
          { DECOM: '01/05/2025', DEC: '01/09/2025', REC: 'E4A' },
        ],
        PlacedAdoption: [decided('02/09/2026'), decided('01/09/2026')],
      },
      { Episodes: [1], PlacedAdoption: [0] },
    ),
    finds(
      'days after the year where no episode could say when care ended',
      {
        Episodes: [
          { CHILD: 'A', DECOM: '01/05/2026', DEC: '01/06/2026', REC: 'X1' },
          { CHILD: 'C', DECOM: '', DEC: '01/06/2026', REC: 'E4A' },
        ],
        PlacedAdoption: [
          { CHILD: 'A', ...decided('01/04/2027') },
          { CHILD: 'B', ...decided('01/04/2027') },
          { CHILD: 'C', ...decided('01/04/2027') },
        ],
      },
      { PlacedAdoption: [0, 1, 2] },
    ),
    passes('the last day of the year, blanks, and what follows an episode that another followed', {
      Episodes: [
        { CHILD: 'A', DECOM: '01/05/2026', DEC: '' },
        { CHILD: 'B', DECOM: '01/05/2026', DEC: '01/06/2026', REC: 'X1' },
        { CHILD: 'C', DECOM: '01/05/2026', DEC: '01/06/2026', REC: 'E4A' },
      ],
      PlacedAdoption: [
        { CHILD: 'A', ...reversed('31/03/2027', '31/03/2027') },
        { CHILD: 'B', ...decided('01/09/2026') },
        { CHILD: 'C', ...decided('') },
      ],
    }),
  ),
  rule(
    '118',
    finds(
      'a reversal the day before the year began, of a child long in care',
      {
        Episodes: [{ DECOM: '01/05/2020', LS: 'E1' }],
        PlacedAdoption: [reversed('01/01/2026', '31/03/2026'), reversed('01/01/2026', '01/04/2026')],
      },
      { Episodes: [0], PlacedAdoption: [0] },
    ),
    finds(
      'a reversal the day before care began, short breaks apart',
      {
        Episodes: [
          { DECOM: '01/05/2026', LS: 'V4' },
          { DECOM: '01/07/2026', LS: '' },
          { DECOM: '01/09/2026', LS: 'E1' },
        ],
        PlacedAdoption: [reversed('01/06/2026', '30/06/2026')],
      },
      { Episodes: [1], PlacedAdoption: [0] },
    ),
    passes('a reversal on the day care began, and none', {
      Episodes: [{ DECOM: '01/07/2026', LS: 'C2' }],
      PlacedAdoption: [reversed('01/06/2026', '01/07/2026'), decided('01/06/2026')],
    }),
    passes('a child of short breaks alone', {
      Episodes: [{ DECOM: '01/07/2026', LS: 'V3' }],
      PlacedAdoption: [reversed('01/01/2026', '31/03/2026')],
    }),
  ),
  rule(
    '119',
    finds(
      'a day without its reason, and a reason without its day',
      {
        PlacedAdoption: [
          { DATE_PLACED_CEASED: '01/06/2026', REASON_PLACED_CEASED: '' },
          { DATE_PLACED_CEASED: '', REASON_PLACED_CEASED: 'RD3' },
        ],
      },
      { PlacedAdoption: [0, 1] },
    ),
    passes('both, and neither', {
      PlacedAdoption: [reversed('01/01/2026', '01/06/2026'), decided('01/01/2026')],
    }),
  ),
  rule(
    '120',
    finds(
      'a reason that is no code',
      { PlacedAdoption: [{ REASON_PLACED_CEASED: 'RD5' }, { REASON_PLACED_CEASED: 'RD4' }] },
      { PlacedAdoption: [0] },
    ),
    passes('each of its codes, and blank', {
      PlacedAdoption: ['RD1', 'RD2', 'rd3', 'RD4', ''].map((REASON_PLACED_CEASED) => ({
        REASON_PLACED_CEASED,
      })),
    }),
  ),
  rule(
    '184',
    finds(
      'a decision the day before the birth',
      {
        Header: [{ DOB: '10/05/2026' }],
        PlacedAdoption: [decided('09/05/2026'), decided('10/05/2026')],
      },
      { PlacedAdoption: [0] },
    ),
    finds(
      'a child without a date of birth, and one without a Header',
      {
        Header: [{ CHILD: 'A', DOB: '' }],
        PlacedAdoption: [
          { CHILD: 'A', ...decided('09/05/2026') },
          { CHILD: 'B', ...decided('09/05/2026') },
        ],
      },
      { PlacedAdoption: [0, 1] },
    ),
    finds(
      'a decision before the birth as the Header has it, whatever its own row says',
      {
        Header: [{ DOB: '10/05/2026' }],
        PlacedAdoption: [{ ...decided('09/05/2026'), DOB: '10/05/2025' }],
      },
      { PlacedAdoption: [0] },
    ),
    passes('a decision before the birth as its own row alone has it, and no decision', {
      Header: [
        { CHILD: 'A', DOB: '10/05/2025' },
        { CHILD: 'B', DOB: '' },
      ],
      PlacedAdoption: [
        { CHILD: 'A', ...decided('09/05/2026'), DOB: '10/05/2026' },
        { CHILD: 'B', ...decided('') },
      ],
    }),
  ),
  rule(
    '522',
    finds(
      'a reversal the day before the decision',
      { PlacedAdoption: [reversed('10/06/2026', '09/06/2026'), reversed('10/06/2026', '11/06/2026')] },
      { PlacedAdoption: [0] },
    ),
    passes('a reversal on the day of the decision, and either day missing', {
      PlacedAdoption: [
        reversed('10/06/2026', '10/06/2026'),
        reversed('', '09/06/2026'),
        reversed('10/06/2026', ''),
      ],
    }),
  ),
  rule(
    '563',
    finds(
      'a reversal of nothing',
      { PlacedAdoption: [reversed('', '01/06/2026'), reversed('01/01/2026', '01/06/2026')] },
      { PlacedAdoption: [0] },
    ),
    passes('half a reversal, a day that is none, and no decision at all', {
      PlacedAdoption: [
        { DATE_PLACED: '', DATE_PLACED_CEASED: '01/06/2026', REASON_PLACED_CEASED: '' },
        { DATE_PLACED: '', DATE_PLACED_CEASED: '', REASON_PLACED_CEASED: 'RD1' },
        reversed('31/02/2026', '01/06/2026'),
        decided(''),
      ],
    }),
  ),
  rule(
    '1003',
    finds(
      'a decision the day before care first started',
      {
        Episodes: [
          { DECOM: '01/09/2026', RNE: 'S' },
          { DECOM: '01/05/2026', RNE: 'S' },
          { DECOM: '01/05/2026', RNE: 'S' },
          { DECOM: '01/04/2026', RNE: 'P' },
        ],
        PlacedAdoption: [decided('30/04/2026'), decided('01/05/2026')],
      },
      { Episodes: [1], PlacedAdoption: [0] },
    ),
    finds(
      'a decision before the start that last year’s return has',
      {
        Episodes: [{ DECOM: '01/06/2026', RNE: 'P' }],
        Episodes_last: [{ DECOM: '01/05/2025', RNE: 'S' }],
        PlacedAdoption: [decided('30/04/2025'), decided('01/05/2025')],
      },
      { PlacedAdoption: [0] },
    ),
    passes('a decision on the day care started, none, and a start that no return has', {
      Episodes: [
        { CHILD: 'A', DECOM: '01/05/2026', RNE: 'S' },
        { CHILD: 'B', DECOM: '', RNE: 'S' },
      ],
      PlacedAdoption: [
        { CHILD: 'A', ...decided('01/05/2026') },
        { CHILD: 'A', ...decided('') },
        { CHILD: 'B', ...decided('01/05/2020') },
      ],
    }),
  ),
];
