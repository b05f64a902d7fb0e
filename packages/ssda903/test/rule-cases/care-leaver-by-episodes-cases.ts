import { finds, passes, rule } from './rule-case.ts';

const IN_TOUCH = { IN_TOUCH: 'YES', ACTIV: 'F2', ACCOM: 'U1' };
const EMPTY = { IN_TOUCH: '' };

/** Turns 16 on 1 June 2026, and so 14 in 2024. */
const OF_SIXTEEN = { DOB: '01/06/2010' };
/** From the 16th birthday less 90 days, to the day after it. */
const JUST_ENOUGH = { DECOM: '03/03/2026', DEC: '02/06/2026', REC: 'E4A', LS: 'C2' };

export const CARE_LEAVER_BY_EPISODES_CASES = [
  rule(
    '1001',
    passes('one with 91 days of care from 14 on, the last of them after turning 16', {
      OC3: [IN_TOUCH],
      Header: [OF_SIXTEEN],
      Episodes: [JUST_ENOUGH],
      Episodes_last: [{ CHILD: 'B' }],
    }),
    finds(
      'one with 90 days',
      {
        OC3: [IN_TOUCH, EMPTY],
        Header: [OF_SIXTEEN],
        Episodes: [{ ...JUST_ENOUGH, DECOM: '04/03/2026' }],
        Episodes_last: [{ CHILD: 'B' }],
      },
      { OC3: [0] },
    ),
    finds(
      'one who left on turning 16',
      {
        OC3: [IN_TOUCH],
        Header: [OF_SIXTEEN],
        Episodes: [{ ...JUST_ENOUGH, DECOM: '01/03/2025', DEC: '01/06/2026' }],
        Episodes_last: [{ CHILD: 'B' }],
      },
      { OC3: [0] },
    ),
    finds(
      'one with care before 14 and a day of it after 16',
      {
        OC3: [IN_TOUCH],
        Header: [OF_SIXTEEN],
        Episodes: [{ ...JUST_ENOUGH, DECOM: '01/06/2026' }],
        Episodes_last: [{ ...JUST_ENOUGH, DECOM: '01/06/2020', DEC: '01/06/2024' }],
      },
      { OC3: [0] },
    ),
    passes('one whose days are in both years, each episode counted once', {
      OC3: [IN_TOUCH],
      Header: [OF_SIXTEEN],
      Episodes: [{ ...JUST_ENOUGH, DECOM: '01/06/2026' }],
      Episodes_last: [
        { ...JUST_ENOUGH, DECOM: '01/01/2026', DEC: '01/04/2026', REC: 'X1' },
        { ...JUST_ENOUGH, DECOM: '01/06/2026', DEC: '' },
      ],
    }),
    finds(
      'one whose only episode is in both years, with 90 days',
      {
        OC3: [IN_TOUCH],
        Header: [OF_SIXTEEN],
        Episodes: [{ ...JUST_ENOUGH, DECOM: '04/03/2026' }],
        Episodes_last: [{ ...JUST_ENOUGH, DECOM: '04/03/2026', DEC: '' }],
      },
      { OC3: [0] },
    ),
    passes('one still in care, whose open episode counts up to 31 March', {
      OC3: [IN_TOUCH],
      Header: [OF_SIXTEEN],
      Episodes: [{ DECOM: '30/12/2026', LS: 'C2' }],
      Episodes_last: [{ CHILD: 'B' }],
    }),
    finds(
      'an open episode of a day too few, and one before it that was never ended',
      {
        OC3: [IN_TOUCH],
        Header: [OF_SIXTEEN],
        Episodes: [
          { DECOM: '31/12/2026', LS: 'C2' },
          { DECOM: '01/01/2026', LS: 'C2' },
          { DECOM: '', DEC: '01/03/2027', LS: 'C2' },
        ],
        Episodes_last: [{ CHILD: 'B' }],
      },
      { OC3: [0] },
    ),
    passes('enough days beside an episode that was never ended and one that never began', {
      OC3: [IN_TOUCH],
      Header: [OF_SIXTEEN],
      Episodes: [{ DECOM: '', REC: 'E12' }, { DECOM: '01/06/2020', LS: 'C2' }, JUST_ENOUGH],
      Episodes_last: [{ CHILD: 'B' }],
    }),
    passes('one with 90 days from turning 14 on and a day after turning 16', {
      OC3: [IN_TOUCH],
      Header: [OF_SIXTEEN],
      Episodes: [{ ...JUST_ENOUGH, DECOM: '01/06/2026' }],
      Episodes_last: [{ ...JUST_ENOUGH, DECOM: '20/05/2024', DEC: '30/08/2024' }],
    }),
    finds(
      'one whose episode ended a day too early by last year’s return, which this year’s leaves open or ends later',
      {
        OC3: [IN_TOUCH, { ...IN_TOUCH, CHILD: 'B' }],
        Header: [OF_SIXTEEN, { ...OF_SIXTEEN, CHILD: 'B' }],
        Episodes: [
          { ...JUST_ENOUGH, DEC: '' },
          { ...JUST_ENOUGH, CHILD: 'B' },
        ],
        Episodes_last: [
          { ...JUST_ENOUGH, DEC: '01/06/2026' },
          { ...JUST_ENOUGH, DEC: '01/06/2026', CHILD: 'B' },
        ],
      },
      { OC3: [0, 1] },
    ),
    passes('one whose episode ended by this year’s return, of which last year’s had no end', {
      OC3: [IN_TOUCH],
      Header: [OF_SIXTEEN],
      Episodes: [JUST_ENOUGH],
      Episodes_last: [{ ...JUST_ENOUGH, DEC: '', REC: 'E12' }],
    }),
    finds(
      'short breaks alone',
      {
        OC3: [IN_TOUCH],
        Header: [OF_SIXTEEN],
        Episodes: [{ ...JUST_ENOUGH, LS: 'V4' }],
        Episodes_last: [{ CHILD: 'B' }],
      },
      { OC3: [0] },
    ),
    finds(
      'one who was adopted',
      {
        OC3: [IN_TOUCH],
        Header: [OF_SIXTEEN],
        Episodes: [{ ...JUST_ENOUGH, REC: 'E12' }],
        Episodes_last: [{ CHILD: 'B' }],
      },
      { OC3: [0] },
    ),
    finds(
      'one with no episode who turns 20 the day after the year',
      {
        OC3: [IN_TOUCH],
        Header: [{ DOB: '01/04/2007' }],
        Episodes: [{ CHILD: 'B' }],
        Episodes_last: [{ CHILD: 'B' }],
      },
      { OC3: [0] },
    ),
    passes('one of 20, one with no date of birth and one who has no Header', {
      OC3: [IN_TOUCH, { ...IN_TOUCH, CHILD: 'B' }, { ...IN_TOUCH, CHILD: 'C' }],
      Header: [{ DOB: '31/03/2007' }, { CHILD: 'B', DOB: '' }],
      Episodes: [{ CHILD: 'D' }],
      Episodes_last: [{ CHILD: 'D' }],
    }),
    finds(
      'empty rows too, as the other validator has it',
      { OC3: [EMPTY], Header: [OF_SIXTEEN], Episodes: [{ CHILD: 'B' }], Episodes_last: [{ CHILD: 'B' }] },
      { OC3: [0] },
      { peerCompatible: true },
    ),
  ),
];
