import { finds, passes, rule } from './rule-case.ts';

/** A year of the earlier codes of sex: 1 a boy, 2 a girl. */
const BEFORE = { year: '2023-24' };

export const MOTHERS_CHILDREN_CASES = [
  rule(
    '171',
    finds(
      'a date of birth that is no day',
      { Header: [{ MC_DOB: '30/02/2026' }, { MC_DOB: '02/2026' }] },
      { Header: [0, 1] },
    ),
    passes('a day, and none', { Header: [{ MC_DOB: '28/02/2026' }, { MC_DOB: '' }] }),
  ),
  rule(
    '174',
    finds(
      'a boy with a mother’s child, even one without a real date',
      {
        Header: [
          { SEX: 'M', MC_DOB: '01/05/2026' },
          { SEX: 'M', MC_DOB: 'X' },
          { SEX: 'F', MC_DOB: '01/05/2026' },
        ],
      },
      { Header: [0, 1] },
    ),
    finds(
      'a boy of the earlier codes',
      { Header: [{ SEX: '1', MC_DOB: '01/05/2023' }] },
      { Header: [0] },
      BEFORE,
    ),
    passes('a girl of the earlier codes', { Header: [{ SEX: '2', MC_DOB: '01/05/2023' }] }, BEFORE),
    passes('a boy without', { Header: [{ SEX: 'M', MC_DOB: '' }] }),
  ),
  rule(
    '611',
    finds(
      'a mother without her child’s date of birth',
      { Header: [{ MOTHER: '1' }, { MOTHER: '1', MC_DOB: '01/05/2026' }] },
      { Header: [0] },
    ),
    passes('one who is no mother', { Header: [{ MOTHER: '0' }, { MOTHER: '' }] }),
  ),
  rule(
    '612',
    finds(
      'a girl with a child who is not said to be a mother',
      {
        Header: [
          { SEX: 'F', MOTHER: '0', MC_DOB: '01/05/2026' },
          { SEX: 'F', MOTHER: '', MC_DOB: 'X' },
          { SEX: 'F', MOTHER: '1', MC_DOB: '01/05/2026' },
        ],
      },
      { Header: [0, 1] },
    ),
    finds(
      'a girl of the earlier codes',
      { Header: [{ SEX: '2', MC_DOB: '01/05/2023' }] },
      { Header: [0] },
      BEFORE,
    ),
    passes('a boy of the earlier codes', { Header: [{ SEX: '1', MC_DOB: '01/05/2023' }] }, BEFORE),
    passes('a boy, whom another rule is for, and a girl without a child', {
      Header: [
        { SEX: 'M', MC_DOB: '01/05/2026' },
        { SEX: 'F', MOTHER: '0', MC_DOB: '' },
      ],
    }),
  ),
  rule(
    '620',
    finds(
      'a mother who turned 11 the day after the year began',
      {
        Header: [
          { MOTHER: '1', DOB: '02/04/2015' },
          { MOTHER: '1', DOB: '01/04/2015' },
        ],
      },
      { Header: [0] },
    ),
    passes('a young girl who is no mother, and one whose age is not known', {
      Header: [
        { MOTHER: '0', DOB: '01/05/2020' },
        { MOTHER: '1', DOB: '' },
      ],
    }),
  ),
  rule(
    '621',
    finds(
      'a child born on the day its mother was, or before',
      {
        Header: [
          { DOB: '01/05/2010', MC_DOB: '01/05/2010' },
          { DOB: '01/05/2010', MC_DOB: '30/04/2010' },
          { DOB: '01/05/2010', MC_DOB: '02/05/2010' },
        ],
      },
      { Header: [0, 1] },
    ),
    passes('a mother whose own date of birth is missing, and a girl without a child', {
      Header: [
        { DOB: '', MC_DOB: '01/05/2026' },
        { DOB: '01/05/2010', MC_DOB: '' },
      ],
    }),
  ),
  rule(
    '624',
    finds(
      'another date than last year’s, and none',
      {
        Header: [
          { CHILD: 'A', MC_DOB: '02/05/2025' },
          { CHILD: 'B', MC_DOB: '' },
          { CHILD: 'C', MC_DOB: '01/05/2025' },
        ],
        Header_last: [
          { CHILD: 'A', MC_DOB: '01/05/2025' },
          { CHILD: 'B', MC_DOB: '01/05/2025' },
          { CHILD: 'C', MC_DOB: '01/05/2025' },
        ],
      },
      { Header: [0, 1] },
    ),
    finds(
      'a girl who was twice in last year’s return, once with another date',
      {
        Header: [{ MC_DOB: '01/05/2025' }],
        Header_last: [{ MC_DOB: '01/05/2025' }, { MC_DOB: '01/06/2025' }],
      },
      { Header: [0] },
    ),
    passes('the same day written another way, and a child born since', {
      Header: [
        { CHILD: 'A', MC_DOB: '1/5/2025' },
        { CHILD: 'B', MC_DOB: '01/05/2026' },
      ],
      Header_last: [
        { CHILD: 'A', MC_DOB: '01/05/2025' },
        { CHILD: 'B', MC_DOB: '' },
      ],
    }),
    passes('no date of a mother who left care last year, of whom it is no longer asked', {
      Header: [{ MOTHER: '', MC_DOB: '' }],
      Header_last: [{ MOTHER: '1', MC_DOB: '01/05/2025' }],
      Episodes: [],
      OC3: [{ IN_TOUCH: 'YES', ACTIV: 'F2', ACCOM: 'B1' }],
    }),
    finds(
      'no date of a care leaver who had an episode in the year, or of whom no details are given, and another date',
      {
        Header: [
          { CHILD: 'A', MC_DOB: '' },
          { CHILD: 'B', MC_DOB: '' },
          { CHILD: 'C', MC_DOB: '02/05/2025' },
        ],
        Header_last: [
          { CHILD: 'A', MC_DOB: '01/05/2025' },
          { CHILD: 'B', MC_DOB: '01/05/2025' },
          { CHILD: 'C', MC_DOB: '01/05/2025' },
        ],
        Episodes: [{ CHILD: 'A' }],
        OC3: [
          { CHILD: 'A', IN_TOUCH: 'YES' },
          { CHILD: 'B', IN_TOUCH: '' },
          { CHILD: 'C', IN_TOUCH: 'YES' },
        ],
      },
      { Header: [0, 1, 2] },
    ),
    finds(
      'no date of a care leaver where no episodes are given to tell by',
      {
        Header: [{ MC_DOB: '' }],
        Header_last: [{ MC_DOB: '01/05/2025' }],
        OC3: [{ IN_TOUCH: 'YES' }],
      },
      { Header: [0] },
    ),
  ),
  rule(
    '625',
    finds(
      'a child born the day after its mother left care',
      {
        Header: [{ MC_DOB: '02/06/2026' }],
        Episodes: [
          { DECOM: '01/05/2026', DEC: '01/06/2026' },
          { DECOM: '01/05/2025', DEC: '01/05/2026' },
        ],
      },
      { Header: [0], Episodes: [0] },
    ),
    finds(
      'a child born the day after the year, of a mother still looked after',
      { Header: [{ MC_DOB: '01/04/2027' }], Episodes: [{ DECOM: '01/05/2026', DEC: '' }] },
      { Header: [0] },
    ),
    finds(
      'the same of one who left care, on whatever day',
      {
        Header: [
          { CHILD: 'A', MC_DOB: '01/04/2027' },
          { CHILD: 'B', MC_DOB: '01/04/2027' },
        ],
        Episodes: [
          { CHILD: 'A', DECOM: '01/05/2026', DEC: '01/06/2026' },
          { CHILD: 'B', DECOM: '01/05/2026', DEC: '30/04/2027' },
        ],
      },
      { Header: [0, 1], Episodes: [0, 1] },
    ),
    finds(
      'the same of a mother without an episode',
      { Header: [{ MC_DOB: '01/04/2027' }], Episodes: [] },
      { Header: [0] },
    ),
    passes('a child born the day its mother left, and one born on the last day of the year', {
      Header: [
        { CHILD: 'A', MC_DOB: '01/06/2026' },
        { CHILD: 'B', MC_DOB: '31/03/2027' },
      ],
      Episodes: [
        { CHILD: 'A', DECOM: '01/05/2026', DEC: '01/06/2026' },
        { CHILD: 'B', DECOM: '01/05/2026', DEC: '' },
      ],
    }),
    passes('a child born after an earlier episode, its mother being in an open one', {
      Header: [{ MC_DOB: '01/09/2026' }],
      Episodes: [
        { DECOM: '01/05/2026', DEC: '01/06/2026' },
        { DECOM: '01/06/2026', DEC: '' },
      ],
    }),
  ),
  rule(
    '626',
    finds(
      'a new mother whose child was born the day before the year',
      {
        Header: [
          { CHILD: 'A', MOTHER: '1', MC_DOB: '31/03/2026' },
          { CHILD: 'B', MOTHER: '1', MC_DOB: '01/04/2026' },
        ],
        Header_last: [
          { CHILD: 'A', MOTHER: '0' },
          { CHILD: 'B', MOTHER: '0' },
        ],
      },
      { Header: [0] },
    ),
    passes('one who was a mother, one of whom nothing was said, and a child without a date', {
      Header: [
        { CHILD: 'A', MOTHER: '1', MC_DOB: '01/05/2025' },
        { CHILD: 'B', MOTHER: '1', MC_DOB: '01/05/2025' },
        { CHILD: 'C', MOTHER: '1', MC_DOB: '' },
        { CHILD: 'D', MOTHER: '', MC_DOB: '01/05/2025' },
      ],
      Header_last: [
        { CHILD: 'A', MOTHER: '1' },
        { CHILD: 'B', MOTHER: '' },
        { CHILD: 'C', MOTHER: '0' },
        { CHILD: 'D', MOTHER: '0' },
      ],
    }),
  ),
];
