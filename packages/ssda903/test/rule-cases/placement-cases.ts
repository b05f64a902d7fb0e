import { type Example, finds, passes, type RuleCase, rule } from './rule-case.ts';

/** A child of an age on a day, the same of every rule that says how old they must be. */
const ages = (place: string, birthday: string, dob: string, year?: string): readonly Example[] => {
  const options = year === undefined ? {} : { year };
  const dayBefore = birthday.replace(/^02/, '01');
  return [
    finds(
      `a placement in ${place} the day before the birthday, ended or open`,
      {
        Header: [{ DOB: dob }],
        Episodes: [
          { PLACE: place, DECOM: dayBefore, DEC: '30/09/2022' },
          { PLACE: place, DECOM: dayBefore },
        ],
      },
      { Episodes: [0, 1] },
      options,
    ),
    passes(
      `one on the birthday, or in another placement, or on no day that can be read (${place})`,
      {
        Header: [{ DOB: dob }],
        Episodes: [
          { PLACE: place, DECOM: birthday },
          { PLACE: 'U4', DECOM: dayBefore },
          { PLACE: place, DECOM: '' },
        ],
      },
      options,
    ),
    passes(
      `a child whose day of birth is not given (${place})`,
      { Header: [{ DOB: '' }], Episodes: [{ PLACE: place, DECOM: dayBefore }] },
      options,
    ),
  ];
};

export const PLACEMENT_CASES: readonly RuleCase[] = [
  rule(
    '146',
    finds(
      'codes withdrawn, and ones that never were',
      { Episodes: [{ PLACE: 'H5' }, { PLACE: 'P2' }, { PLACE: 'Z1' }, { PLACE: 'X9' }, { PLACE: 'U4' }] },
      { Episodes: [0, 1, 2, 3] },
    ),
    passes('the codes that took their place, and a blank', {
      Episodes: [{ PLACE: 'K3' }, { PLACE: 'Z11' }, { PLACE: 'z14' }, { PLACE: '' }],
    }),
    finds(
      'Z11 before it was brought in',
      { Episodes: [{ PLACE: 'Z11' }, { PLACE: 'Z1' }] },
      { Episodes: [0] },
      { year: '2024-25' },
    ),
    passes(
      'H5 and K3 together in 2024/25',
      { Episodes: [{ PLACE: 'H5' }, { PLACE: 'K3' }, { PLACE: 'k3' }] },
      { year: '2024-25' },
    ),
    finds(
      'K3 before it was brought in',
      { Episodes: [{ PLACE: 'K3' }, { PLACE: 'H5' }, { PLACE: 'P2' }] },
      { Episodes: [0] },
      { year: '2023-24' },
    ),
  ),
  rule(
    '217',
    finds(
      'adoption by the foster carer that starts with a change of carer, or with no reason',
      {
        Episodes: [
          { PLACE: 'A3', DECOM: '01/04/2015', RNE: 'P' },
          { PLACE: 'A5', DECOM: '01/06/2026', RNE: 'B' },
          { PLACE: 'A5', DECOM: '01/06/2026', RNE: '' },
          { PLACE: 'A5', DECOM: '01/06/2026', RNE: 'L' },
        ],
      },
      { Episodes: [0, 1, 2, 3] },
    ),
    passes('a carer who stayed, another placement, and one before 1 April 2015', {
      Episodes: [
        { PLACE: 'A3', DECOM: '01/06/2026', RNE: 'S' },
        { PLACE: 'A3', DECOM: '01/06/2026', RNE: 'T' },
        { PLACE: 'A5', DECOM: '01/06/2026', RNE: 'U' },
        { PLACE: 'A4', DECOM: '01/06/2026', RNE: 'P' },
        { PLACE: 'A3', DECOM: '31/03/2015', RNE: 'P' },
        { PLACE: 'A3', DECOM: '', RNE: 'P' },
      ],
    }),
  ),
  rule(
    '217t',
    finds(
      'independent living past 28 October 2023, or still open',
      {
        Episodes: [
          { PLACE: 'P2', DEC: '29/10/2023' },
          { PLACE: 'P2', DEC: '' },
          { PLACE: 'P2', DEC: '28/10/2023' },
        ],
      },
      { Episodes: [0, 1] },
      { year: '2023-24' },
    ),
    passes(
      'one that ended by then, or another placement',
      { Episodes: [{ PLACE: 'P2', DEC: '28/10/2023' }, { PLACE: 'H5' }] },
      { year: '2023-24' },
    ),
  ),
  rule(
    '336',
    finds(
      'adoption by the foster carer of a child who was in a home, or in no placement given',
      {
        Episodes: [
          { DECOM: '01/05/2026', PLACE: 'K2' },
          { DECOM: '01/08/2026', PLACE: 'A3' },
          { CHILD: 'B', DECOM: '01/05/2026', PLACE: '' },
          { CHILD: 'B', DECOM: '01/08/2026', PLACE: 'A5' },
        ],
      },
      { Episodes: [1, 3] },
    ),
    passes('a child who was fostered or placed for adoption before', {
      Episodes: [
        { DECOM: '01/05/2026', PLACE: 'U5' },
        { DECOM: '01/08/2026', PLACE: 'A5' },
        { CHILD: 'B', DECOM: '01/05/2026', PLACE: 'A6' },
        { CHILD: 'B', DECOM: '01/08/2026', PLACE: 'A3' },
      ],
    }),
    passes('the first episode of the file, and adoption by others after a home', {
      Episodes: [
        { DECOM: '01/05/2026', PLACE: 'A3' },
        { CHILD: 'B', DECOM: '01/05/2026', PLACE: 'K2' },
        { CHILD: 'B', DECOM: '01/08/2026', PLACE: 'A4' },
      ],
    }),
  ),
  rule(
    '370',
    ...ages('P2', '02/09/2022', '02/09/2007', '2022-23'),
    ...ages('P2', '02/09/2023', '02/09/2007', '2023-24'),
  ),
  rule(
    '371',
    ...ages('H5', '02/09/2022', '02/09/2008', '2022-23'),
    ...ages('H5', '02/09/2023', '02/09/2007', '2023-24'),
    ...ages('K3', '02/09/2024', '02/09/2008', '2024-25'),
    ...ages('K3', '02/09/2026', '02/09/2010'),
    passes(
      'H5 once K3 has taken its place',
      { Header: [{ DOB: '02/09/2012' }], Episodes: [{ PLACE: 'H5', DECOM: '01/05/2024' }] },
      { year: '2024-25' },
    ),
  ),
  rule('372', ...ages('R5', '02/09/2026', '02/09/2016')),
  rule('373', ...ages('S1', '02/09/2026', '02/09/2022')),
  rule('374', ...ages('P3', '02/09/2026', '02/09/2012')),
  rule(
    '378',
    finds(
      'with parents while accommodated by agreement',
      { Episodes: [{ PLACE: 'P1', LS: 'V2' }] },
      {
        Episodes: [0],
      },
    ),
    passes('with parents under a care order, and elsewhere by agreement', {
      Episodes: [
        { PLACE: 'P1', LS: 'C2' },
        { PLACE: 'U6', LS: 'V2' },
        { PLACE: 'P1', LS: '' },
      ],
    }),
  ),
  rule(
    '384',
    finds(
      'short breaks in long-term fostering',
      {
        Episodes: [
          { PLACE: 'U1', LS: 'V3' },
          { PLACE: 'U4', LS: 'V4' },
        ],
      },
      { Episodes: [0, 1] },
    ),
    passes('short breaks in other fostering, and long-term fostering otherwise', {
      Episodes: [
        { PLACE: 'U6', LS: 'V4' },
        { PLACE: 'U4', LS: 'V2' },
        { PLACE: 'U4', LS: '' },
      ],
    }),
  ),
  rule(
    '390',
    finds(
      'adoption from a foster home, and from no placement given',
      {
        Episodes: [
          { PLACE: 'U5', REC: 'E11' },
          { PLACE: '', REC: 'E12' },
        ],
      },
      { Episodes: [0, 1] },
    ),
    passes('adoption from a placement for it, and another end', {
      Episodes: [
        { PLACE: 'A3', REC: 'E11' },
        { PLACE: 'A6', REC: 'E12' },
        { PLACE: 'U5', REC: 'E4A' },
        { PLACE: 'U5', REC: '' },
      ],
    }),
  ),
];
