import { finds, passes, rule } from './rule-case.ts';

const IN_TOUCH = { IN_TOUCH: 'YES', ACTIV: 'F2', ACCOM: 'U1' };

export const CARE_LEAVERS_CASES = [
  rule(
    '131',
    finds(
      'no word on being in touch, or one that is not a code',
      { OC3: [{ IN_TOUCH: '' }, { IN_TOUCH: 'Y' }, IN_TOUCH] },
      { OC3: [0, 1] },
    ),
    passes('each code', {
      OC3: ['YES', 'NO', 'DIED', 'REFU', 'NREQ', 'rhom'].map((code) => ({ IN_TOUCH: code })),
    }),
  ),
  rule(
    '132',
    finds(
      'no activity, or a code of earlier years',
      { OC3: [{ ACTIV: '' }, { ACTIV: 'F3' }, { ACTIV: 'P3' }, IN_TOUCH] },
      { OC3: [0, 1, 2] },
    ),
    passes('a code, and 0', { OC3: [{ ACTIV: 'G6' }, { ACTIV: 0 }] }),
  ),
  rule(
    '133',
    finds(
      'no accommodation, or kinds that cannot be suitable',
      { OC3: [{ ACCOM: '' }, { ACCOM: 'S1' }, { ACCOM: 'X1' }, IN_TOUCH] },
      { OC3: [0, 1, 2] },
    ),
    passes('a code, and 0', { OC3: [{ ACCOM: 'S2' }, { ACCOM: '0' }] }),
  ),
  rule(
    '153',
    finds(
      'one of the three blank, or two',
      { OC3: [{ ...IN_TOUCH, ACCOM: '' }, { ACTIV: '0' }, IN_TOUCH] },
      { OC3: [0, 1] },
    ),
    passes('all three, and none', { OC3: [IN_TOUCH, { IN_TOUCH: '' }] }),
  ),
  rule(
    '3001',
    finds(
      'former foster carers of one who turned 17 on 1 April',
      { OC3: [{ ACCOM: 'Z1' }, { ACCOM: 'Z2' }, { ACCOM: 'B1' }], Header: [{ DOB: '01/04/2009' }] },
      { OC3: [0, 1] },
    ),
    finds(
      'former foster carers of one who turned 17 on 31 March',
      { OC3: [{ ACCOM: 'Z1' }], Header: [{ DOB: '31/03/2010' }] },
      { OC3: [0] },
    ),
    passes('former foster carers of one who turned 17 the day before the year', {
      OC3: [{ ACCOM: 'Z1' }],
      Header: [{ DOB: '31/03/2009' }],
    }),
    passes('a date of birth that only the care leaver row gives', {
      OC3: [{ ACCOM: 'Z1', DOB: '01/04/2009' }],
      Header: [{ DOB: '' }],
    }),
  ),
  rule(
    '344',
    finds(
      'one who died, or went home, with an activity, an address or a blank',
      {
        OC3: [
          { IN_TOUCH: 'DIED', ACTIV: 'F2', ACCOM: '0' },
          { IN_TOUCH: 'RHOM', ACTIV: '0', ACCOM: 'B1' },
          { IN_TOUCH: 'DIED', ACTIV: '0', ACCOM: '' },
          { IN_TOUCH: 'RHOM', ACTIV: '0', ACCOM: '0' },
        ],
      },
      { OC3: [0, 1, 2] },
    ),
    passes('one who is in touch, and one who is not', { OC3: [IN_TOUCH, { IN_TOUCH: 'NO', ACCOM: 'B1' }] }),
  ),
  rule(
    '345',
    finds(
      'one in touch, of whom little is known',
      { OC3: [{ ...IN_TOUCH, ACTIV: '0' }, { ...IN_TOUCH, ACCOM: '0' }, IN_TOUCH] },
      { OC3: [0, 1] },
    ),
    passes('one not in touch, and one in touch with blanks', {
      OC3: [{ IN_TOUCH: 'NO', ACTIV: '0', ACCOM: '0' }, { IN_TOUCH: 'YES' }],
    }),
  ),
  rule(
    '347',
    finds(
      'a foyer for one who turned 18 the day after the year began',
      {
        OC3: [
          { ACCOM: 'T1', DOB: '02/04/2008' },
          { ACCOM: 'T2', DOB: '02/04/2008' },
          { ACCOM: 'U1', DOB: '02/04/2008' },
        ],
      },
      { OC3: [0, 1] },
    ),
    passes('one who turned 18 on 1 April, and one with no date of birth', {
      OC3: [
        { ACCOM: 'T1', DOB: '01/04/2008' },
        { ACCOM: 'T1', DOB: '' },
      ],
    }),
  ),
  rule(
    '348',
    finds(
      'one who died last year and is in touch, or blank, this year',
      { OC3: [IN_TOUCH, { IN_TOUCH: '' }, { IN_TOUCH: 'DIED' }], OC3_last: [{ IN_TOUCH: 'DIED' }] },
      { OC3: [0, 1] },
    ),
    passes('one who was in touch last year, and another who died', {
      OC3: [IN_TOUCH],
      OC3_last: [IN_TOUCH, { IN_TOUCH: 'DIED', CHILD: 'B' }],
    }),
  ),
  rule(
    '391',
    finds(
      'one who turns 17 the day after the year',
      { OC3: [{ ...IN_TOUCH, DOB: '01/04/2010' }, { DOB: '01/04/2010' }] },
      { OC3: [0] },
    ),
    finds('one who turns 22 on 31 March', { OC3: [{ ...IN_TOUCH, DOB: '31/03/2005' }] }, { OC3: [0] }),
    passes('those who turn 17 on 31 March, or 22 the day after, and one with no date of birth', {
      OC3: [
        { ...IN_TOUCH, DOB: '31/03/2010' },
        { ...IN_TOUCH, DOB: '01/04/2005' },
        { ...IN_TOUCH, DOB: '' },
      ],
    }),
    passes(
      'one of 22, as the other validator has it',
      { OC3: [{ ...IN_TOUCH, DOB: '31/03/2005' }] },
      { peerCompatible: true },
    ),
  ),
];
