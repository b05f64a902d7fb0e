import { finds, passes, rule } from './rule-case.ts';

export const REVIEWS_CASES = [
  rule(
    '166',
    finds(
      'no date, or none that is',
      { Reviews: [{ REVIEW: '' }, { REVIEW: '31/06/2026' }, { REVIEW: '30/06/2026' }] },
      { Reviews: [0, 1] },
    ),
    passes('a day', { Reviews: [{ REVIEW: '30/06/2026' }] }),
  ),
  rule(
    '167',
    finds(
      'a review without a code or with none of the list, and a code without a review',
      {
        Reviews: [
          { REVIEW: '30/06/2026', REVIEW_CODE: '' },
          { REVIEW: '30/06/2026', REVIEW_CODE: 'PN8' },
          { REVIEW: '', REVIEW_CODE: 'PN1' },
          { REVIEW: '30/06/2026', REVIEW_CODE: 'PN7' },
        ],
      },
      { Reviews: [0, 1, 2] },
    ),
    passes('a review with its code, one whose date is no day, and a row that says nothing', {
      Reviews: [
        { REVIEW: '30/06/2026', REVIEW_CODE: 'PN0' },
        { REVIEW: '31/06/2026', REVIEW_CODE: 'PN1' },
        { REVIEW: '', REVIEW_CODE: '' },
      ],
    }),
  ),
  rule(
    '440',
    finds(
      'a review on the fourth birthday of a child said to be under 4',
      {
        Reviews: [
          { DOB: '01/05/2022', REVIEW: '01/05/2026', REVIEW_CODE: 'PN0' },
          { DOB: '01/05/2022', REVIEW: '30/04/2026', REVIEW_CODE: 'PN0' },
        ],
      },
      { Reviews: [0] },
    ),
    passes('one of an older child who took part, and one without a date', {
      Reviews: [
        { DOB: '01/05/2022', REVIEW: '01/05/2026', REVIEW_CODE: 'PN1' },
        { DOB: '01/05/2022', REVIEW: '', REVIEW_CODE: 'PN0' },
        { DOB: '', REVIEW: '01/05/2026', REVIEW_CODE: 'PN0' },
      ],
    }),
  ),
  rule(
    '441',
    finds(
      'a child who took part the day before turning 4',
      {
        Reviews: [
          { DOB: '01/05/2022', REVIEW: '30/04/2026', REVIEW_CODE: 'PN1' },
          { DOB: '01/05/2022', REVIEW: '30/04/2026', REVIEW_CODE: 'PN7' },
          { DOB: '01/05/2022', REVIEW: '01/05/2026', REVIEW_CODE: 'PN1' },
        ],
      },
      { Reviews: [0, 1] },
    ),
    passes('a young child with PN0, with no code of the list, and one whose age is not known', {
      Reviews: [
        { DOB: '01/05/2022', REVIEW: '30/04/2026', REVIEW_CODE: 'PN0' },
        { DOB: '01/05/2022', REVIEW: '30/04/2026', REVIEW_CODE: 'PN8' },
        { DOB: '', REVIEW: '30/04/2026', REVIEW_CODE: 'PN1' },
      ],
    }),
  ),
];
