import { finds, passes, type RuleCase, rule } from './rule-case.ts';

export const CHANGE_OF_PLACEMENT_CASES: readonly RuleCase[] = [
  rule(
    '225',
    ...['P', 'B', 'T', 'U'].map((RNE) =>
      finds(
        `no reason for a move of RNE ${RNE}, on the episode that ended`,
        {
          Episodes: [
            { DECOM: '01/08/2026', PLACE: 'U4', RNE },
            { DECOM: '01/05/2026', PLACE: 'U6', REC: 'X1', REASON_PLACE_CHANGE: '' },
          ],
        },
        { Episodes: [1] },
      ),
    ),
    passes('a reason given', {
      Episodes: [
        { DECOM: '01/05/2026', PLACE: 'U6', REC: 'X1', REASON_PLACE_CHANGE: 'CARPL' },
        { DECOM: '01/08/2026', PLACE: 'U4', RNE: 'P' },
      ],
    }),
    passes('going away for a while and coming back', {
      Episodes: [
        { DECOM: '01/05/2026', PLACE: 'U6', REC: 'X1' },
        { DECOM: '01/08/2026', PLACE: 'T3', RNE: 'P', REC: 'X1' },
        { DECOM: '10/08/2026', PLACE: 'U6', RNE: 'P' },
      ],
    }),
    passes('a change of legal status alone, an end of care, and another child', {
      Episodes: [
        { DECOM: '01/05/2026', PLACE: 'U6', REC: 'X1' },
        { DECOM: '01/08/2026', PLACE: 'U6', RNE: 'L', REC: 'E4A' },
        { DECOM: '01/12/2026', PLACE: 'U6', RNE: 'P', REC: 'X1' },
        { CHILD: 'B', DECOM: '01/12/2026', PLACE: 'U6', RNE: 'P' },
      ],
    }),
  ),
  rule(
    '233',
    finds(
      'a reason on an open episode',
      { Episodes: [{ DEC: '', REASON_PLACE_CHANGE: 'CARPL' }] },
      { Episodes: [0] },
    ),
    passes('one that has ended, even on a day that cannot be read, and one without a reason', {
      Episodes: [
        { DEC: '01/09/2026', REASON_PLACE_CHANGE: 'CARPL' },
        { DEC: '31/09/2026', REASON_PLACE_CHANGE: 'CARPL' },
        { DEC: '', REASON_PLACE_CHANGE: '' },
      ],
    }),
  ),
  rule(
    '234',
    finds(
      'a child of nine moved into custody',
      {
        Header: [{ DOB: '02/09/2016' }],
        Episodes: [
          { DECOM: '01/05/2026', REASON_PLACE_CHANGE: 'CUSTOD' },
          { DECOM: '01/09/2026', REASON_PLACE_CHANGE: 'CARPL' },
          { DECOM: '01/10/2026' },
        ],
      },
      { Episodes: [1], Header: [0] },
    ),
    passes('a child of ten that day, who was nine when the episode before started', {
      Header: [{ DOB: '01/09/2016' }],
      Episodes: [{ DECOM: '01/05/2026', REASON_PLACE_CHANGE: 'CUSTOD' }, { DECOM: '01/09/2026' }],
    }),
    passes('a child of nine moved for another reason, or with no day of birth', {
      Header: [
        { CHILD: 'A', DOB: '02/09/2016' },
        { CHILD: 'B', DOB: '' },
      ],
      Episodes: [
        { CHILD: 'A', DECOM: '01/05/2026', REASON_PLACE_CHANGE: 'CARPL' },
        { CHILD: 'A', DECOM: '01/09/2026' },
        { CHILD: 'B', DECOM: '01/05/2026', REASON_PLACE_CHANGE: 'CUSTOD' },
        { CHILD: 'B', DECOM: '01/09/2026' },
      ],
    }),
    finds(
      'the reason on the episode that starts before ten, when read as the other validator does',
      {
        Header: [{ DOB: '01/09/2016' }],
        Episodes: [{ DECOM: '01/05/2026', REASON_PLACE_CHANGE: 'CUSTOD' }, { DECOM: '01/09/2026' }],
      },
      { Episodes: [0], Header: [0] },
      { peerCompatible: true },
    ),
  ),
  rule(
    '1009',
    finds('a reason that is no code', { Episodes: [{ REASON_PLACE_CHANGE: 'MOVED' }] }, { Episodes: [0] }),
    passes('a code, and none', {
      Episodes: [{ REASON_PLACE_CHANGE: 'custod' }, { REASON_PLACE_CHANGE: '' }],
    }),
  ),
];
