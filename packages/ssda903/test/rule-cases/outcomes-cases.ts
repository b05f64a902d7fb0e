import { finds, passes, rule } from './rule-case.ts';

const ALL_YEAR = { DECOM: '01/06/2020', RNE: 'S', LS: 'C2' };
const LEFT = { ...ALL_YEAR, DEC: '30/03/2027', REC: 'E4A' };
/** Went on to an episode that is not in the return. */
const CUT_SHORT = { ...ALL_YEAR, DEC: '01/06/2026', REC: 'X1' };
const HEALTHY = { IMMUNISATIONS: '1', TEETH_CHECK: '1', HEALTH_ASSESSMENT: '1', SUBSTANCE_MISUSE: '0' };

export const OUTCOMES_CASES = [
  rule(
    '158',
    finds(
      'help both received and offered in vain',
      {
        OC2: [
          { INTERVENTION_RECEIVED: '1', INTERVENTION_OFFERED: '0' },
          { INTERVENTION_RECEIVED: '1', INTERVENTION_OFFERED: '' },
          { INTERVENTION_RECEIVED: '1', INTERVENTION_OFFERED: '1' },
        ],
      },
      { OC2: [0, 2] },
    ),
    passes('help not received and refused', {
      OC2: [{ INTERVENTION_RECEIVED: '0', INTERVENTION_OFFERED: '1' }, { INTERVENTION_OFFERED: '1' }],
    }),
  ),
  rule(
    '159',
    finds(
      'no word on whether help was offered',
      { OC2: [{ SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '0' }] },
      { OC2: [0] },
    ),
    passes('help that was received, or offered or not, or not needed, or not told of', {
      OC2: [
        { SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '1' },
        { SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '0', INTERVENTION_OFFERED: '0' },
        { SUBSTANCE_MISUSE: '0', INTERVENTION_RECEIVED: '0' },
        { SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '' },
      ],
    }),
  ),
  rule(
    '181',
    finds(
      'answers other than 0 and 1',
      {
        OC2: [
          { ...HEALTHY, TEETH_CHECK: 'YES' },
          { ...HEALTHY, CONVICTED: '2' },
          HEALTHY,
          { INTERVENTION_OFFERED: '-' },
        ],
      },
      { OC2: [0, 1, 3] },
    ),
    passes('0, 1 and blanks, and a score that is another matter', {
      OC2: [{ ...HEALTHY, HEALTH_CHECK: '0', CONVICTED: '', SDQ_SCORE: '12', SDQ_REASON: 'SDQ2' }],
    }),
  ),
  rule(
    '182',
    finds(
      'a conviction with one of the four blank',
      { OC2: [{ ...HEALTHY, CONVICTED: '0', TEETH_CHECK: '' }] },
      { OC2: [0] },
    ),
    finds('help received and nothing else', { OC2: [{ INTERVENTION_RECEIVED: '1' }] }, { OC2: [0] }),
    finds('one of the four and nothing else', { OC2: [{ IMMUNISATIONS: '1' }] }, { OC2: [0] }),
    passes('all four, and none of them', {
      OC2: [HEALTHY, { ...HEALTHY, CONVICTED: '1' }, { CONVICTED: '' }, { SDQ_SCORE: '12' }],
    }),
  ),
  rule(
    '190',
    finds(
      'outcomes of a child who left on 30 March',
      { OC2: [{ CONVICTED: '0' }], Episodes: [LEFT] },
      { OC2: [0] },
    ),
    finds('outcomes of a child with no episode', { OC2: [HEALTHY], Episodes: [] }, { OC2: [0] }),
    finds(
      'outcomes of a child whose episodes break off with X1',
      { OC2: [HEALTHY], Episodes: [CUT_SHORT] },
      { OC2: [0] },
    ),
    finds('outcomes of nobody', { OC2: [{ ...HEALTHY, CHILD: '' }], Episodes: [ALL_YEAR] }, { OC2: [0] }),
    passes('outcomes of a child in care all year', { OC2: [HEALTHY], Episodes: [ALL_YEAR] }),
    passes('an empty row, or a score alone, of one who left', {
      OC2: [{ CONVICTED: '' }, { SDQ_SCORE: '12' }],
      Episodes: [LEFT],
    }),
  ),
  rule(
    '191',
    finds(
      'a child in care all year with one of the four blank',
      { OC2: [{ ...HEALTHY, SUBSTANCE_MISUSE: '' }, HEALTHY], Episodes: [ALL_YEAR] },
      { OC2: [0] },
    ),
    finds(
      'a child in care all year with no outcomes, at the earliest episode',
      {
        OC2: [{ ...HEALTHY, CHILD: 'B' }],
        Episodes: [
          { DECOM: '10/09/2026', RNE: 'P', LS: 'C2' },
          { ...ALL_YEAR, DEC: '10/09/2026', REC: 'X1' },
        ],
      },
      { Episodes: [1] },
    ),
    finds(
      'any child when the file of outcomes is empty',
      { OC2: [], Episodes: [ALL_YEAR] },
      { Episodes: [0] },
    ),
    passes('a child with all four', { OC2: [HEALTHY], Episodes: [ALL_YEAR] }),
    passes('a child who left, with none', { OC2: [{ CONVICTED: '1' }], Episodes: [LEFT] }),
    passes('an episode of nobody', { OC2: [], Episodes: [{ ...ALL_YEAR, CHILD: '' }] }),
  ),
  rule(
    '192',
    finds(
      'no word on whether help was received',
      { OC2: [{ SUBSTANCE_MISUSE: '1' }, { SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '0' }] },
      { OC2: [0] },
    ),
    passes('no problem', { OC2: [{ SUBSTANCE_MISUSE: '0' }, { SUBSTANCE_MISUSE: '' }] }),
  ),
  rule(
    '193',
    finds(
      'help with no problem, or with none told of',
      {
        OC2: [
          { SUBSTANCE_MISUSE: '0', INTERVENTION_RECEIVED: '0' },
          { SUBSTANCE_MISUSE: '', INTERVENTION_OFFERED: '1' },
          { SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '1' },
        ],
      },
      { OC2: [0, 1] },
    ),
    passes('no problem and no help', { OC2: [{ SUBSTANCE_MISUSE: '0' }, { SUBSTANCE_MISUSE: '' }] }),
  ),
  rule(
    '542',
    finds(
      'a child who turns 10 the day after the year',
      { OC2: [{ CONVICTED: '0', DOB: '01/04/2017' }] },
      { OC2: [0] },
    ),
    passes('a child who turns 10 on 31 March, one with no answer and one with no date of birth', {
      OC2: [
        { CONVICTED: '1', DOB: '31/03/2017' },
        { CONVICTED: '', DOB: '01/04/2017' },
        { CONVICTED: '1', DOB: '' },
      ],
    }),
  ),
  rule(
    '543',
    finds(
      'a child in care all year who turns 10 on 31 March',
      {
        OC2: [
          { CONVICTED: '', DOB: '31/03/2017' },
          { CONVICTED: '0', DOB: '31/03/2017' },
        ],
        Episodes: [ALL_YEAR],
      },
      { OC2: [0] },
    ),
    passes('a child who turns 10 the day after, and one with no date of birth', {
      OC2: [{ DOB: '01/04/2017' }, { DOB: '' }],
      Episodes: [ALL_YEAR],
    }),
    passes('a child of 12 who left', { OC2: [{ DOB: '01/04/2014' }], Episodes: [LEFT] }),
    passes('a child of 12 whose episodes break off', { OC2: [{ DOB: '01/04/2014' }], Episodes: [CUT_SHORT] }),
  ),
  rule(
    '544',
    finds(
      'a conviction, or none, with one of the four blank',
      {
        OC2: [
          { ...HEALTHY, CONVICTED: '1', IMMUNISATIONS: '' },
          { ...HEALTHY, CONVICTED: '0', HEALTH_ASSESSMENT: '' },
          { ...HEALTHY, CONVICTED: '1' },
        ],
      },
      { OC2: [0, 1] },
    ),
    passes('no answer on convictions', { OC2: [{ IMMUNISATIONS: '1' }] }),
  ),
  rule(
    '545',
    finds(
      'a child in care all year who turns 5 the day after it',
      {
        OC2: [
          { HEALTH_CHECK: '', DOB: '01/04/2022' },
          { HEALTH_CHECK: '0', DOB: '01/04/2022' },
        ],
        Episodes: [{ ...ALL_YEAR, DECOM: '01/04/2026' }],
      },
      { OC2: [0] },
    ),
    passes('a child who turns 5 on 31 March', { OC2: [{ DOB: '31/03/2022' }], Episodes: [ALL_YEAR] }),
    passes('a child of 3 who came on 2 April', {
      OC2: [{ DOB: '01/04/2023' }],
      Episodes: [{ ...ALL_YEAR, DECOM: '02/04/2026' }],
    }),
  ),
  rule(
    '546',
    finds(
      'a child in care all year who turns 5 on 31 March',
      {
        OC2: [
          { HEALTH_CHECK: '0', DOB: '31/03/2022' },
          { HEALTH_CHECK: '', DOB: '31/03/2022' },
        ],
        Episodes: [ALL_YEAR],
      },
      { OC2: [0] },
    ),
    passes('a child who turns 5 the day after', {
      OC2: [{ HEALTH_CHECK: '1', DOB: '01/04/2022' }],
      Episodes: [ALL_YEAR],
    }),
    passes('a child of 7 who left', { OC2: [{ HEALTH_CHECK: '1', DOB: '01/04/2019' }], Episodes: [LEFT] }),
  ),
  rule(
    '547',
    finds(
      'health checks, up to date or not, with one of the four blank',
      {
        OC2: [
          { ...HEALTHY, HEALTH_CHECK: '1', TEETH_CHECK: '' },
          { ...HEALTHY, HEALTH_CHECK: '0', SUBSTANCE_MISUSE: '' },
          { ...HEALTHY, HEALTH_CHECK: '1' },
        ],
      },
      { OC2: [0, 1] },
    ),
    passes('no answer on health checks', { OC2: [{ TEETH_CHECK: '1' }] }),
  ),
];
