import { finds, passes, rule } from './rule-case.ts';

const IN_TOUCH = { IN_TOUCH: 'YES', ACTIV: 'F2', ACCOM: 'U1' };
const EMPTY = { IN_TOUCH: '' };
const ALL_YEAR = { DECOM: '01/06/2020', RNE: 'S', LS: 'C2' };
const PEER = { peerCompatible: true };

export const CARE_LEAVERS_AND_CARE_CASES = [
  rule(
    '1000',
    finds(
      'one who died in care this year',
      { OC3: [IN_TOUCH, EMPTY], Episodes: [ALL_YEAR, { REC: 'e2' }] },
      { OC3: [0] },
    ),
    finds(
      'one who died in care last year',
      { OC3: [IN_TOUCH], Episodes: [], Episodes_last: [{ REC: 'E2' }] },
      { OC3: [0] },
    ),
    finds(
      'empty rows too, as the other validator has it',
      { OC3: [EMPTY], Episodes: [{ REC: 'E2' }] },
      { OC3: [0] },
      PEER,
    ),
    passes('one who went home, when another died', {
      OC3: [IN_TOUCH],
      Episodes: [{ REC: 'E4A' }, { REC: 'E2', CHILD: 'B' }],
    }),
  ),
  rule(
    '1002',
    finds(
      'one who is in neither year, and one who is nobody',
      {
        OC3: [IN_TOUCH, { ...IN_TOUCH, CHILD: 'B' }, { ...IN_TOUCH, CHILD: '' }],
        Episodes: [{ CHILD: 'B' }, { CHILD: '' }],
        Episodes_last: [],
      },
      { OC3: [0, 2] },
    ),
    passes('one who was in care last year', { OC3: [IN_TOUCH], Episodes: [], Episodes_last: [ALL_YEAR] }),
  ),
  rule(
    '1007',
    finds(
      'one who was in care on turning 18, to the day after',
      {
        OC3: [{ ...IN_TOUCH, DOB: '10/09/2008' }, { DOB: '10/09/2008' }],
        Episodes: [{ DECOM: '01/06/2020', DEC: '11/09/2026' }],
      },
      { OC3: [0] },
    ),
    finds(
      'one who is still in care at 17',
      { OC3: [{ ...IN_TOUCH, DOB: '31/03/2010' }], Episodes: [{ DECOM: '31/03/2027' }] },
      { OC3: [0] },
    ),
    finds(
      'one who was in care on turning 18, born on 29 February',
      {
        OC3: [{ ...IN_TOUCH, DOB: '29/02/2008' }],
        Episodes: [{ DECOM: '01/06/2020', DEC: '01/03/2026' }],
      },
      { OC3: [0] },
      { year: '2025-26' },
    ),
    passes('one who left on the birthday', {
      OC3: [{ ...IN_TOUCH, DOB: '10/09/2008' }],
      Episodes: [{ DECOM: '01/06/2020', DEC: '10/09/2026' }],
    }),
    passes('one who came after the birthday', {
      OC3: [{ ...IN_TOUCH, DOB: '10/09/2008' }],
      Episodes: [{ DECOM: '11/09/2026' }],
    }),
    passes('one of 18 who was in care on turning 17 and no longer', {
      OC3: [{ ...IN_TOUCH, DOB: '10/09/2008' }],
      Episodes: [{ DECOM: '01/06/2020', DEC: '01/04/2026' }],
    }),
    passes('one who turned 18 on 31 March and left before', {
      OC3: [{ ...IN_TOUCH, DOB: '31/03/2009' }],
      Episodes: [{ DECOM: '01/06/2020', DEC: '01/09/2026' }],
    }),
    passes('one of 16, one of 19 and one with no date of birth', {
      OC3: [
        { ...IN_TOUCH, DOB: '01/04/2010' },
        { ...IN_TOUCH, DOB: '31/03/2008' },
        { ...IN_TOUCH, DOB: '' },
      ],
      Episodes: [ALL_YEAR],
    }),
  ),
  rule(
    '1010',
    finds(
      'one whose last episode of last year was open',
      {
        OC3: [IN_TOUCH, EMPTY],
        Episodes: [{ CHILD: 'B' }],
        Episodes_last: [
          { DECOM: '01/06/2024' },
          { DECOM: '01/06/2020', DEC: '01/06/2024' },
          { DECOM: '', DEC: '01/06/2025' },
        ],
      },
      { OC3: [0] },
    ),
    finds(
      'empty rows too, as the other validator has it',
      { OC3: [EMPTY], Episodes: [], Episodes_last: [{ DECOM: '01/06/2024' }] },
      { OC3: [0] },
      PEER,
    ),
    passes('one whose last episode ended, though an earlier one is open', {
      OC3: [IN_TOUCH],
      Episodes: [],
      Episodes_last: [{ DECOM: '01/06/2020' }, { DECOM: '01/06/2024', DEC: '01/06/2025' }],
    }),
    passes('one who has an episode this year', {
      OC3: [IN_TOUCH],
      Episodes: [{ DECOM: '01/06/2024', DEC: '01/06/2026' }],
      Episodes_last: [{ DECOM: '01/06/2024' }],
    }),
    passes('one with no episode in either year', { OC3: [IN_TOUCH], Episodes: [], Episodes_last: [] }),
  ),
  rule(
    '1011',
    finds(
      'one whose latest episode another authority took over',
      {
        OC3: [IN_TOUCH, EMPTY],
        Episodes: [
          { DECOM: '01/06/2026', REC: 'E3' },
          { DECOM: '01/06/2020', REC: 'X1' },
          { DECOM: '', REC: 'E4A' },
        ],
      },
      { OC3: [0] },
    ),
    finds(
      'one whom another authority took over last year',
      { OC3: [IN_TOUCH], Episodes: [], Episodes_last: [{ DECOM: '01/06/2020', REC: 'E3' }] },
      { OC3: [0] },
    ),
    passes(
      'the same, as the other validator has it',
      { OC3: [IN_TOUCH], Episodes: [], Episodes_last: [{ DECOM: '01/06/2020', REC: 'E3' }] },
      PEER,
    ),
    passes('one taken over and in care again since', {
      OC3: [IN_TOUCH],
      Episodes: [
        { DECOM: '01/06/2020', REC: 'E3' },
        { DECOM: '01/06/2026', REC: 'E4A' },
      ],
      Episodes_last: [{ DECOM: '01/06/2020', REC: 'E3' }],
    }),
  ),
  rule(
    '1014',
    finds(
      'an unaccompanied care leaver who left the day before the year',
      {
        OC3: [EMPTY, IN_TOUCH],
        UASC: [{ DUC: '' }],
        Episodes: [{ DECOM: '01/06/2020', DEC: '31/03/2026' }],
      },
      { OC3: [1], UASC: [0] },
    ),
    finds('one who has no episode', { OC3: [IN_TOUCH], UASC: [{}], Episodes: [] }, { OC3: [0], UASC: [0] }),
    passes('one who left on 1 April', {
      OC3: [IN_TOUCH],
      UASC: [{}],
      Episodes: [{ DECOM: '01/06/2020', DEC: '01/04/2026' }],
    }),
    passes('a care leaver who is not in that file, and one in it who is no care leaver', {
      OC3: [IN_TOUCH, { ...EMPTY, CHILD: 'B' }],
      UASC: [{ CHILD: 'B' }],
      Episodes: [],
    }),
  ),
  rule(
    '1016',
    finds(
      'one who left on turning 17',
      {
        OC3: [{ ...IN_TOUCH, DOB: '10/09/2009' }, { DOB: '10/09/2009' }],
        Episodes: [{ DECOM: '01/06/2020', DEC: '10/09/2026' }],
      },
      { OC3: [0] },
    ),
    finds(
      'one who left on turning 17 on 31 March',
      {
        OC3: [{ ...IN_TOUCH, DOB: '31/03/2010' }],
        Episodes: [{ DECOM: '01/06/2020', DEC: '31/03/2027' }],
      },
      { OC3: [0] },
    ),
    finds(
      'one who left after turning 18',
      {
        OC3: [{ ...IN_TOUCH, DOB: '10/09/2008' }],
        Episodes: [{ DECOM: '01/06/2020', DEC: '11/09/2026' }],
      },
      { OC3: [0] },
    ),
    passes('one of 18 who left at 17, the day before the birthday', {
      OC3: [{ ...IN_TOUCH, DOB: '10/09/2008' }],
      Episodes: [{ DECOM: '01/06/2020', DEC: '09/09/2026' }],
    }),
    passes('one who is still in care, one of 19 and one of 16', {
      OC3: [
        { ...IN_TOUCH, DOB: '10/09/2008' },
        { ...IN_TOUCH, DOB: '31/03/2008', CHILD: 'B' },
        { ...IN_TOUCH, DOB: '01/04/2010', CHILD: 'B' },
      ],
      Episodes: [ALL_YEAR, { CHILD: 'B', DECOM: '01/06/2020', DEC: '31/03/2027' }],
    }),
  ),
  rule(
    '134',
    finds(
      'one who is both adopted and a care leaver',
      { AD1: [{ FOSTER_CARE: '0' }, { FOSTER_CARE: '' }, { DATE_INT: 'MAY' }], OC3: [EMPTY, IN_TOUCH] },
      { AD1: [0, 2] },
    ),
    passes('one with empty details of either kind, and one with the other alone', {
      AD1: [{ FOSTER_CARE: '0' }, { CHILD: 'B', NB_ADOPTR: '' }],
      OC3: [EMPTY, { ...IN_TOUCH, CHILD: 'B' }, { ...IN_TOUCH, CHILD: 'C' }],
    }),
  ),
  rule(
    '187',
    finds(
      'a child in care all year who was adopted and left care',
      {
        AD1: [{ LS_ADOPTR: 'L0' }, { LS_ADOPTR: '' }],
        OC3: [EMPTY, IN_TOUCH],
        Episodes: [ALL_YEAR],
      },
      { AD1: [0], OC3: [1] },
    ),
    finds(
      'a care leaver who left on 31 March',
      { AD1: [], OC3: [IN_TOUCH], Episodes: [{ ...ALL_YEAR, DEC: '31/03/2027', REC: 'E4A' }] },
      { OC3: [0] },
    ),
    passes('one who left on 30 March', {
      AD1: [{ LS_ADOPTR: 'L0' }],
      OC3: [IN_TOUCH],
      Episodes: [{ ...ALL_YEAR, DEC: '30/03/2027', REC: 'E12' }],
    }),
    passes('one whose episodes break off with X1', {
      AD1: [],
      OC3: [IN_TOUCH],
      Episodes: [{ ...ALL_YEAR, DEC: '01/06/2026', REC: 'X1' }],
    }),
  ),
  rule(
    '215',
    finds(
      'one with both kinds of outcome',
      {
        OC3: [EMPTY, IN_TOUCH],
        OC2: [{ CONVICTED: '0' }, { SDQ_SCORE: '12' }, { TEETH_CHECK: '1' }],
      },
      { OC3: [1], OC2: [0, 2] },
    ),
    passes('one with one kind and an empty row of the other', {
      OC3: [IN_TOUCH, { ...EMPTY, CHILD: 'B' }],
      OC2: [{ SDQ_SCORE: '12' }, { CHILD: 'B', CONVICTED: '0' }, { CHILD: 'C', CONVICTED: '0' }],
    }),
  ),
];
