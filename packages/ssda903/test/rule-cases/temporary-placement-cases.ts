import { type Example, finds, passes, type RuleCase, rule } from './rule-case.ts';

/** A temporary placement that has gone on too long by a day. */
const longest = (place: string, last: string, after: string): readonly Example[] => [
  finds(
    `${place} for a day too long`,
    {
      Episodes: [
        { PLACE: place, DECOM: '01/06/2026', DEC: after },
        { PLACE: place, DECOM: '01/06/2026', DEC: last },
      ],
    },
    { Episodes: [0] },
  ),
  passes(`${place} for as long as it may be, or still open; and another placement`, {
    Episodes: [
      { PLACE: place, DECOM: '01/06/2026', DEC: last },
      { PLACE: place, DECOM: '01/06/2026', DEC: '' },
      { PLACE: place, DECOM: '', DEC: after },
      { PLACE: 'U4', DECOM: '01/06/2026', DEC: after },
    ],
  }),
];

/** A child away from U4 for a week of July, then back. */
const away = (back: Readonly<Record<string, string>>, left: Readonly<Record<string, string>> = {}) => ({
  Episodes: [
    { DECOM: '01/05/2026', PLACE: 'U4', PL_POST: 'ZZ1 1AA', RNE: 'S', ...left },
    { DECOM: '01/07/2026', PLACE: 'T3', PL_POST: 'ZZ2 2BB', RNE: 'P' },
    { DECOM: '08/07/2026', PLACE: 'U4', PL_POST: 'ZZ1 1AA', RNE: 'P', ...back },
  ],
});

export const TEMPORARY_PLACEMENT_CASES: readonly RuleCase[] = [
  rule(
    '226',
    finds(
      'a reason on the temporary placement',
      { Episodes: [{ PLACE: 'T4', REASON_PLACE_CHANGE: 'CARPL' }] },
      { Episodes: [0] },
    ),
    finds(
      'a reason on the episode before it',
      {
        Episodes: [
          { DECOM: '08/07/2026', PLACE: 'U4', REASON_PLACE_CHANGE: 'OTHER' },
          { DECOM: '01/07/2026', PLACE: 'T0' },
          { DECOM: '01/05/2026', PLACE: 'U4', REASON_PLACE_CHANGE: 'CARPL' },
        ],
      },
      { Episodes: [1] },
    ),
    passes('no reason on either, and one where the child moved for good after coming back', {
      Episodes: [
        { DECOM: '01/05/2026', PLACE: 'U4' },
        { DECOM: '01/07/2026', PLACE: 'T1' },
        { DECOM: '08/07/2026', PLACE: 'U4', REASON_PLACE_CHANGE: 'CARPL' },
        { DECOM: '01/09/2026', PLACE: 'U6' },
      ],
    }),
    passes('a reason on another child’s episode', {
      Episodes: [
        { CHILD: 'A', DECOM: '01/05/2026', PLACE: 'U4', REASON_PLACE_CHANGE: 'CARPL' },
        { CHILD: 'B', DECOM: '01/07/2026', PLACE: 'T1' },
      ],
    }),
    finds(
      'the same in an earlier year',
      { Episodes: [{ PLACE: 'T2', REASON_PLACE_CHANGE: 'CARPL' }, { PLACE: 'U4' }] },
      { Episodes: [0] },
      { year: '2022-23' },
    ),
  ),
  rule('375', ...longest('T1', '13/07/2026', '14/07/2026')),
  rule('376', ...longest('T3', '22/06/2026', '23/06/2026')),
  rule(
    '377',
    finds(
      'a third holiday of the carer within twelve months, and not the child in hospital',
      {
        Episodes: [
          { PLACE: 'T3', DECOM: '01/12/2026' },
          { PLACE: 'T3', DECOM: '01/05/2026' },
          { PLACE: 'T1', DECOM: '01/06/2026' },
          { PLACE: 'T3', DECOM: '01/08/2026' },
        ],
      },
      { Episodes: [0, 1, 3] },
    ),
    finds(
      'three of which one has no start',
      {
        Episodes: [
          { PLACE: 'T3', DECOM: '01/05/2026' },
          { PLACE: 'T3', DECOM: '' },
          { PLACE: 'T3', DECOM: '01/08/2026' },
        ],
      },
      { Episodes: [0, 1, 2] },
    ),
    finds(
      'the three of four that fall in twelve months',
      {
        Episodes: [
          { PLACE: 'T3', DECOM: '20/03/2026' },
          { PLACE: 'T3', DECOM: '01/08/2026' },
          { PLACE: 'T3', DECOM: '20/03/2027' },
          { PLACE: 'T3', DECOM: '28/03/2027' },
        ],
      },
      { Episodes: [1, 2, 3] },
    ),
    passes('two, and three of which the third is a year after the first', {
      Episodes: [
        { CHILD: 'A', PLACE: 'T3', DECOM: '01/05/2026' },
        { CHILD: 'A', PLACE: 'T3', DECOM: '01/08/2026' },
        { CHILD: 'B', PLACE: 'T3', DECOM: '20/03/2026' },
        { CHILD: 'B', PLACE: 'T3', DECOM: '01/08/2026' },
        { CHILD: 'B', PLACE: 'T3', DECOM: '20/03/2027' },
      ],
    }),
    finds(
      'three of the file whenever they were, when read as the other validator does',
      {
        Episodes: [
          { PLACE: 'T3', DECOM: '20/03/2026' },
          { PLACE: 'T3', DECOM: '01/08/2026' },
          { PLACE: 'T3', DECOM: '20/03/2027' },
        ],
      },
      { Episodes: [0, 1, 2] },
      { peerCompatible: true },
    ),
  ),
  rule('379', ...longest('T4', '08/06/2026', '09/06/2026')),
  rule(
    '380',
    finds(
      'a temporary placement that starts care, has the same carer, or has no reason',
      {
        Episodes: [
          { PLACE: 'T0', RNE: 'S' },
          { PLACE: 'T1', RNE: 'T' },
          { PLACE: 'T2', RNE: 'L' },
          { PLACE: 'T4', RNE: '' },
        ],
      },
      { Episodes: [0, 1, 2, 3] },
    ),
    passes('one that starts with a move, and another placement', {
      Episodes: [
        { PLACE: 'T1', RNE: 'P' },
        { PLACE: 'T3', RNE: 'B' },
        { PLACE: 'U4', RNE: 'S' },
        { PLACE: '', RNE: 'S' },
      ],
    }),
  ),
  rule(
    '381',
    finds(
      'care that ended from a temporary placement',
      { Episodes: [{ PLACE: 'T2', REC: 'E4A' }] },
      { Episodes: [0] },
    ),
    passes('a temporary placement that another follows, or that is open; and care that ended elsewhere', {
      Episodes: [
        { PLACE: 'T2', REC: 'X1' },
        { PLACE: 'T2', REC: '' },
        { PLACE: 'U4', REC: 'E4A' },
      ],
    }),
  ),
  rule(
    '383',
    finds('a child back in another kind of placement', away({ PLACE: 'U6' }), { Episodes: [2] }),
    finds('one back with another reason', away({ RNE: 'L' }), { Episodes: [2] }),
    finds('one back at another postcode', away({ PL_POST: 'ZZ3 3CC' }), { Episodes: [2] }),
    finds('one back at no postcode given', away({ PL_POST: '' }), { Episodes: [2] }),
    passes('one back where they were, the postcode spaced in another way', away({ PL_POST: 'zz11aa' })),
    passes('one back where no postcode was given', away({ PL_POST: '' }, { PL_POST: '' })),
    passes('a temporary placement with nothing before it, or after', {
      Episodes: [
        { CHILD: 'A', DECOM: '01/07/2026', PLACE: 'T3', RNE: 'P' },
        { CHILD: 'A', DECOM: '08/07/2026', PLACE: 'U4', RNE: 'P' },
        { CHILD: 'B', DECOM: '01/05/2026', PLACE: 'U4', RNE: 'S' },
        { CHILD: 'B', DECOM: '01/07/2026', PLACE: 'T3', RNE: 'P' },
      ],
    }),
    finds(
      'a child back in another placement before 2025/26',
      away({ PLACE: 'U6' }),
      { Episodes: [2] },
      { year: '2024-25' },
    ),
    passes('one back at another postcode before 2025/26', away({ PL_POST: 'ZZ3 3CC' }), {
      year: '2024-25',
    }),
  ),
];
