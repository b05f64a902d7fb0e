import { addYears } from '../collection.ts';
import { eachRow, type Rule } from '../rule.ts';

/** What a return says of reviews. */
export const REVIEWS_RULES: readonly Rule[] = [
  eachRow('Reviews', {
    code: '166',
    title: 'Date of a review missing or not a day',
    fields: ['REVIEW'],
    wrong: 'The date of the review is blank or is not a real day.',
    todo: 'Enter the day on which the review was held as DD/MM/YYYY.',
    fails: ({ REVIEW }) => Number.isNaN(REVIEW),
  }),
  eachRow('Reviews', {
    code: '167',
    title: 'How the child took part missing or not a code',
    fields: ['REVIEW_CODE'],
    wrong: 'REVIEW_CODE is not one of PN0 to PN7 for a review that was held, or is given without a review.',
    todo: 'Enter how the child took part in the review, or take the row out if there was none.',
    fails: ({ rawREVIEW, REVIEW_CODE }, _, { isCode }) =>
      rawREVIEW === '' ? REVIEW_CODE !== '' : !isCode('REVIEW_CODE', REVIEW_CODE),
  }),
  eachRow('Reviews', {
    code: '440',
    title: 'Under 4 at the review, but older by the date of birth',
    fields: ['DOB', 'REVIEW', 'REVIEW_CODE'],
    wrong:
      'REVIEW_CODE says that the child was under 4 (PN0), and by the date of birth they were 4 or older.',
    todo: 'Enter how the child took part (PN1 to PN7), or correct the date of the review or of birth.',
    departs:
      'Others let a review on the fourth birthday pass. The child is four that day, so we report it: 441 takes it so too.',
    fails: ({ DOB, REVIEW, REVIEW_CODE }) => REVIEW_CODE === 'PN0' && REVIEW >= addYears(DOB, 4),
  }),
  eachRow('Reviews', {
    code: '441',
    title: '4 or older at the review, but younger by the date of birth',
    fields: ['DOB', 'REVIEW', 'REVIEW_CODE'],
    wrong:
      'REVIEW_CODE says how a child of 4 or older took part (PN1 to PN7), and by the date of birth they were under 4.',
    todo: 'Enter PN0, or correct the date of the review or of birth.',
    fails: ({ DOB, REVIEW, REVIEW_CODE }, _, { isCode }) =>
      REVIEW_CODE !== 'PN0' && isCode('REVIEW_CODE', REVIEW_CODE) && REVIEW < addYears(DOB, 4),
  }),
];
