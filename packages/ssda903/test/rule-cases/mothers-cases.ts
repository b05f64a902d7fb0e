import { finds, passes, rule } from './rule-case.ts';

/** A year of the earlier codes of sex: 1 a boy, 2 a girl. */
const BEFORE = { year: '2023-24' };
const inCare = { LS: 'C2', DECOM: '01/05/2026' };
const leftBefore = { LS: 'C2', DECOM: '01/05/2025', DEC: '31/03/2026' };

export const MOTHERS_CASES = [
  rule(
    '165',
    finds(
      'a value that is no code, whatever the sex, and a boy who is said not to be a mother',
      {
        Header: [
          { CHILD: 'A', SEX: 'U', MOTHER: '2' },
          { CHILD: 'B', SEX: 'M', MOTHER: '0' },
        ],
        Episodes: [
          { CHILD: 'A', ...inCare },
          { CHILD: 'B', ...inCare },
        ],
        OC3: [{ CHILD: 'B' }],
      },
      { Header: [0, 1], OC3: [0] },
    ),
    finds(
      'a girl looked after on the first day of the year of whom nothing is said',
      { Header: [{ SEX: 'F', MOTHER: '' }], Episodes: [{ ...leftBefore, DEC: '01/04/2026' }], OC3: [] },
      { Header: [0] },
    ),
    finds(
      'a girl who left before the year and came back in it',
      { Header: [{ SEX: 'F', MOTHER: '' }], Episodes: [leftBefore, inCare] },
      { Header: [0] },
    ),
    finds(
      'a care leaver who left before the year and is said to be a mother',
      {
        Header: [{ SEX: 'F', MOTHER: '1' }],
        Episodes: [leftBefore],
        OC3: [{ IN_TOUCH: '' }, { IN_TOUCH: 'YES' }],
      },
      { Header: [0], OC3: [1] },
    ),
    finds(
      'a boy of the earlier codes',
      { Header: [{ SEX: '1', MOTHER: '1' }], Episodes: [{ LS: 'C2', DECOM: '01/05/2023' }] },
      { Header: [0] },
      BEFORE,
    ),
    passes(
      'a girl of the earlier codes who is a mother',
      { Header: [{ SEX: '2', MOTHER: '1' }], Episodes: [{ LS: 'C2', DECOM: '01/05/2023' }] },
      BEFORE,
    ),
    passes('a girl looked after, a boy, and a girl who left before the year and of whom nothing is said', {
      Header: [
        { CHILD: 'A', SEX: 'F', MOTHER: '0' },
        { CHILD: 'B', SEX: 'M', MOTHER: '' },
        { CHILD: 'C', SEX: 'F', MOTHER: '' },
      ],
      Episodes: [
        { CHILD: 'A', ...inCare },
        { CHILD: 'B', ...inCare },
        { CHILD: 'C', ...leftBefore },
      ],
    }),
    passes('a care leaver of whom nothing is said beside', {
      Header: [{ SEX: 'F', MOTHER: '1' }],
      Episodes: [leftBefore],
      OC3: [{ IN_TOUCH: '', ACTIV: '', ACCOM: '' }],
    }),
    passes('a child with short breaks alone, or without episodes', {
      Header: [
        { CHILD: 'A', SEX: 'M', MOTHER: '9' },
        { CHILD: 'B', SEX: 'M', MOTHER: '1' },
      ],
      Episodes: [{ CHILD: 'A', ...inCare, LS: 'V4' }],
    }),
  ),
  rule(
    '207',
    finds(
      'a mother of last year who is not one now, or of whom nothing is said',
      {
        Header: [
          { CHILD: 'A', MOTHER: '0' },
          { CHILD: 'B', MOTHER: '' },
          { CHILD: 'C', MOTHER: '1' },
        ],
        Header_last: [
          { CHILD: 'A', MOTHER: '1' },
          { CHILD: 'B', MOTHER: '1' },
          { CHILD: 'C', MOTHER: '1' },
        ],
        Episodes: [{ CHILD: 'A' }, { CHILD: 'B' }, { CHILD: 'C' }],
      },
      { Header: [0, 1] },
    ),
    finds(
      'a mother of last year’s return who was in it twice',
      {
        Header: [{ MOTHER: '0' }],
        Header_last: [{ MOTHER: '0' }, { MOTHER: '1' }],
        Episodes: [{}],
      },
      { Header: [0] },
    ),
    passes('one without an episode this year, and a new mother', {
      Header: [
        { CHILD: 'A', MOTHER: '' },
        { CHILD: 'B', MOTHER: '1' },
      ],
      Header_last: [
        { CHILD: 'A', MOTHER: '1' },
        { CHILD: 'B', MOTHER: '0' },
      ],
      Episodes: [{ CHILD: 'B' }],
    }),
  ),
  rule(
    '393',
    finds(
      'a girl in care of whom nothing is said, whose legal status may be blank',
      {
        Header: [
          { CHILD: 'A', SEX: 'F', MOTHER: '' },
          { CHILD: 'B', SEX: 'F', MOTHER: '' },
          { CHILD: 'C', SEX: 'F', MOTHER: '0' },
        ],
        Episodes: [
          { CHILD: 'A', LS: 'V4' },
          { CHILD: 'A', LS: 'C2' },
          { CHILD: 'B', LS: '' },
          { CHILD: 'C', LS: 'C2' },
        ],
      },
      { Header: [0, 1] },
    ),
    finds(
      'a girl of the earlier codes',
      { Header: [{ SEX: '2' }], Episodes: [{ LS: 'C2' }] },
      { Header: [0] },
      BEFORE,
    ),
    passes('a boy of the earlier codes', { Header: [{ SEX: '1' }], Episodes: [{ LS: 'C2' }] }, BEFORE),
    passes('a boy, a child whose sex is not known, short breaks alone, and no episode', {
      Header: [
        { CHILD: 'A', SEX: 'M' },
        { CHILD: 'B', SEX: 'U' },
        { CHILD: 'C', SEX: 'F' },
        { CHILD: 'D', SEX: 'F' },
      ],
      Episodes: [
        { CHILD: 'A', LS: 'C2' },
        { CHILD: 'B', LS: 'C2' },
        { CHILD: 'C', LS: 'V3' },
        { CHILD: 'C', LS: 'V4' },
      ],
    }),
  ),
  rule(
    '399',
    finds(
      'a mother with short breaks alone: her reviews, blank or not, are marked too',
      {
        Header: [{ MOTHER: '0' }],
        Episodes: [{ LS: 'V4' }, { LS: 'V3' }],
        Reviews: [{ REVIEW: '' }],
      },
      { Header: [0], Episodes: [0, 1], Reviews: [0] },
    ),
    finds(
      'a review of a child with short breaks alone, and not one that says nothing',
      {
        Header: [{ MOTHER: '' }],
        Episodes: [{ LS: 'V4' }],
        Reviews: [{ REVIEW: '01/05/2026' }, { REVIEW: '' }, { REVIEW_CODE: 'PN1' }],
      },
      { Header: [0], Episodes: [0], Reviews: [0, 2] },
    ),
    finds(
      'a mother without a review, and not a second row of hers that does not say so',
      { Header: [{ MOTHER: '1' }, { MOTHER: '' }], Episodes: [{ LS: 'V4' }], Reviews: [] },
      { Header: [0], Episodes: [0] },
    ),
    passes('a child with an episode that is no short break, or whose legal status is blank', {
      Header: [
        { CHILD: 'A', MOTHER: '1' },
        { CHILD: 'B', MOTHER: '1' },
      ],
      Episodes: [
        { CHILD: 'A', LS: 'V4' },
        { CHILD: 'A', LS: 'C2' },
        { CHILD: 'B', LS: '' },
      ],
      Reviews: [{ CHILD: 'A', REVIEW: '01/05/2026' }],
    }),
    passes('short breaks and nothing else, and no episode at all', {
      Header: [
        { CHILD: 'A', MOTHER: '' },
        { CHILD: 'B', MOTHER: '1' },
      ],
      Episodes: [{ CHILD: 'A', LS: 'V4' }],
      Reviews: [],
    }),
  ),
  rule(
    '607',
    finds(
      'a girl who left care on the first or the last day of the year',
      {
        Header: [
          { CHILD: 'A', SEX: 'F' },
          { CHILD: 'B', SEX: 'F' },
        ],
        Episodes: [
          { CHILD: 'A', LS: 'C2', REC: 'X1', DEC: '01/04/2026' },
          { CHILD: 'A', LS: 'C2', REC: 'E4A', DEC: '01/04/2026' },
          { CHILD: 'B', LS: '', REC: 'E8', DEC: '31/03/2027' },
        ],
      },
      { Header: [0, 1], Episodes: [1, 2] },
    ),
    finds(
      'a girl of the earlier codes',
      { Header: [{ SEX: '2' }], Episodes: [{ LS: 'C2', REC: 'E8', DEC: '01/05/2023' }] },
      { Header: [0], Episodes: [0] },
      BEFORE,
    ),
    passes(
      'a boy of the earlier codes',
      { Header: [{ SEX: '1' }], Episodes: [{ LS: 'C2', REC: 'E8', DEC: '01/05/2023' }] },
      BEFORE,
    ),
    passes(
      'a boy, one of whom it is said, one who left before the year, a short break, and one still there',
      {
        Header: [
          { CHILD: 'A', SEX: 'M' },
          { CHILD: 'B', SEX: 'F', MOTHER: '0' },
          { CHILD: 'C', SEX: 'F' },
          { CHILD: 'D', SEX: 'F' },
          { CHILD: 'E', SEX: 'F' },
        ],
        Episodes: [
          { CHILD: 'A', LS: 'C2', REC: 'E8', DEC: '01/05/2026' },
          { CHILD: 'B', LS: 'C2', REC: 'E8', DEC: '01/05/2026' },
          { CHILD: 'C', LS: 'C2', REC: 'E8', DEC: '31/03/2026' },
          { CHILD: 'D', LS: 'V4', REC: 'E8', DEC: '01/05/2026' },
          { CHILD: 'E', LS: 'C2', REC: '', DEC: '' },
        ],
      },
    ),
  ),
  rule(
    '628',
    finds(
      'a care leaver without an episode who is said not to be a mother',
      {
        Header: [
          { CHILD: 'A', MOTHER: '0' },
          { CHILD: 'B', MOTHER: '' },
        ],
        Episodes: [],
        OC3: [
          { CHILD: 'A', ACCOM: 'B1' },
          { CHILD: 'B', ACCOM: 'B1' },
        ],
      },
      { Header: [0] },
    ),
    passes('one with an episode, one whose OC3 says nothing, and one who is not in it', {
      Header: [
        { CHILD: 'A', MOTHER: '1' },
        { CHILD: 'B', MOTHER: '1' },
        { CHILD: 'C', MOTHER: '1' },
      ],
      Episodes: [{ CHILD: 'A' }],
      OC3: [{ CHILD: 'A', IN_TOUCH: 'YES' }, { CHILD: 'B' }],
    }),
  ),
];
