import { finds, passes, rule } from './rule-case.ts';

export const HEADER_CASES = [
  rule(
    '101',
    finds(
      'no sex, or one of an earlier list',
      { Header: [{ SEX: '' }, { SEX: '1' }, { SEX: 'M' }] },
      { Header: [0, 1] },
    ),
    finds(
      'M in a year of 1 and 2',
      { Header: [{ SEX: 'M' }, { SEX: '2' }] },
      { Header: [0] },
      { year: '2023-24' },
    ),
    passes('M, F and U, in small letters too', { Header: [{ SEX: 'm' }, { SEX: 'F' }, { SEX: ' U ' }] }),
  ),
  rule(
    '102',
    finds(
      'no day of birth, or none that is',
      { Header: [{ DOB: '' }, { DOB: '31/02/2015' }] },
      { Header: [0, 1] },
    ),
    passes('a day', { Header: [{ DOB: '28/02/2015' }] }),
  ),
  rule(
    '442',
    finds(
      'a child in care without a number',
      { Header: [{ UPN: '' }], Episodes: [{ LS: 'C2' }] },
      { Header: [0] },
    ),
    passes('a child with short breaks alone', { Header: [{ UPN: '' }], Episodes: [{ LS: 'V4' }] }),
  ),
  rule(
    '444',
    finds(
      'two children with one number',
      {
        Header: [
          { CHILD: 'A', UPN: 'A12' },
          { CHILD: 'B', UPN: 'A12' },
          { CHILD: 'C', UPN: 'A13' },
        ],
      },
      { Header: [0, 1] },
    ),
    passes('two children with none yet', {
      Header: [
        { CHILD: 'A', UPN: 'UN1' },
        { CHILD: 'B', UPN: 'UN1' },
      ],
    }),
  ),
];
