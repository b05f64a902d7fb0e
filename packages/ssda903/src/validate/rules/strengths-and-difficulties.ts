import { addYears, type Collection } from '../collection.ts';
import { DEPARTS_ON_CONTINUITY } from '../continuously-looked-after.ts';
import type { Oc2Row } from '../rows.ts';
import { eachRow, LAST_DAY, type Rule } from '../rule.ts';

const WHOLE_NUMBER = /^\d+(\.0*)?$/;

const isScore = (text: string): boolean => WHOLE_NUMBER.test(text) && Number(text) <= 40;

const isEitherGiven = ({ SDQ_SCORE, SDQ_REASON }: Oc2Row): boolean => SDQ_SCORE !== '' || SDQ_REASON !== '';

/** From 4 when the year began to 16 when it ended: at no time in it too young or too old for the questionnaire. */
const isOfAgeAllYear = ({ DOB }: Oc2Row, { START, END }: Collection): boolean =>
  addYears(DOB, 4) <= START && addYears(DOB, 17) > END;

const turnedInYear = (age: number, { DOB }: Oc2Row, { START, END }: Collection): boolean => {
  const birthday = addYears(DOB, age);
  return birthday >= START && birthday <= END;
};

/** The score of the strengths and difficulties questionnaire (SDQ), or the reason why there is none. */
export const STRENGTHS_AND_DIFFICULTIES_RULES: readonly Rule[] = [
  eachRow('OC2', {
    code: '157',
    title: 'No SDQ score because of age, at an age that has one',
    fields: ['SDQ_REASON', 'DOB'],
    needs: ['Episodes'],
    wrong:
      'SDQ_REASON is SDQ1 (too young or too old), but the child was looked after all year and 4 to 16 throughout.',
    todo: 'Enter the score, or the reason why there is none.',
    departs: `The other validator passes a child who turned 16 before 31 March. We do not, as a child of 16 has a score too. ${DEPARTS_ON_CONTINUITY}`,
    fails: (row, child, collection) =>
      row.SDQ_SCORE === '' &&
      row.SDQ_REASON === 'SDQ1' &&
      isOfAgeAllYear(row, collection) &&
      child.isContinuouslyLookedAfter,
  }),
  eachRow('OC2', {
    code: '180',
    title: 'SDQ score out of range',
    fields: ['SDQ_SCORE'],
    wrong: 'SDQ_SCORE is not a whole number from 0 to 40.',
    todo: 'Enter the score of the questionnaire.',
    fails: ({ SDQ_SCORE }) => SDQ_SCORE !== '' && !isScore(SDQ_SCORE),
  }),
  eachRow('OC2', {
    code: '185',
    title: 'SDQ score of a child not looked after all year',
    fields: ['SDQ_SCORE'],
    needs: ['Episodes'],
    wrong: 'SDQ_SCORE is given for a child whose episodes do not cover the whole year.',
    todo: 'Remove the score, or put the episodes right.',
    departs: DEPARTS_ON_CONTINUITY,
    fails: ({ SDQ_SCORE }, child) => SDQ_SCORE !== '' && !child.isContinuouslyLookedAfter,
  }),
  eachRow('OC2', {
    code: '186',
    title: 'No SDQ score',
    fields: ['SDQ_SCORE'],
    needs: ['Episodes'],
    wrong:
      'SDQ_SCORE and SDQ_REASON are blank for a child who was looked after all year and 4 to 16 throughout.',
    todo: 'Enter the score, or the reason why the child has none.',
    departs: DEPARTS_ON_CONTINUITY,
    fails: (row, child, collection) =>
      !isEitherGiven(row) && isOfAgeAllYear(row, collection) && child.isContinuouslyLookedAfter,
  }),
  eachRow('OC2', {
    code: '188',
    title: 'SDQ of a child under 4',
    fields: ['SDQ_SCORE', 'SDQ_REASON'],
    wrong: 'SDQ_SCORE or SDQ_REASON is given for a child who was still under 4 on 31 March.',
    todo: 'Leave both blank, or correct the date of birth.',
    soFar: { wrong: `SDQ_SCORE or SDQ_REASON is given for a child who was still under 4 on ${LAST_DAY}.` },
    fails: (row, _, { END }) => isEitherGiven(row) && addYears(row.DOB, 4) > END,
  }),
  eachRow('OC2', {
    code: '189',
    title: 'SDQ of a young person over 17',
    fields: ['DOB', 'SDQ_SCORE', 'SDQ_REASON'],
    wrong: 'SDQ_SCORE or SDQ_REASON is given for a young person who turned 17 before the year began.',
    todo: 'Leave both of them blank, or correct the date of birth.',
    fails: (row, _, { START }) => isEitherGiven(row) && addYears(row.DOB, 17) < START,
  }),
  eachRow('OC2', {
    code: '196',
    title: 'Reason for no SDQ score that is not a code',
    fields: ['SDQ_REASON'],
    wrong: 'SDQ_REASON is not one of SDQ1 to SDQ5.',
    todo: 'Enter the code of the reason, or leave it blank where there is a score.',
    fails: ({ SDQ_REASON }, _, { isCode }) => SDQ_REASON !== '' && !isCode('SDQ_REASON', SDQ_REASON),
  }),
  eachRow('OC2', {
    code: '197B',
    title: 'No SDQ score in the year of turning 4 or 17',
    fields: ['SDQ_REASON', 'DOB'],
    needs: ['Episodes'],
    wrong:
      'SDQ_SCORE and SDQ_REASON are blank for a child who was looked after all year and turned 4 or 17 in it.',
    todo: 'Enter the score, or SDQ1 if the child was too young or too old when it was due.',
    departs: DEPARTS_ON_CONTINUITY,
    fails: (row, child, collection) =>
      !isEitherGiven(row) &&
      (turnedInYear(4, row, collection) || turnedInYear(17, row, collection)) &&
      child.isContinuouslyLookedAfter,
  }),
  eachRow('OC2', {
    code: '197a',
    title: 'Both an SDQ score and a reason for none',
    fields: ['SDQ_SCORE', 'SDQ_REASON'],
    wrong: 'SDQ_REASON says why there is no score, but there is one in SDQ_SCORE.',
    todo: 'Remove the one that is wrong.',
    fails: ({ SDQ_SCORE, SDQ_REASON }) => SDQ_SCORE !== '' && SDQ_REASON !== '',
  }),
  eachRow('OC2', {
    code: '198',
    title: 'Reason for no SDQ score of a child not looked after all year',
    fields: ['SDQ_REASON'],
    needs: ['Episodes'],
    wrong: 'SDQ_REASON is given for a child whose episodes do not cover the whole year.',
    todo: 'Remove the reason, or put the episodes right.',
    departs: DEPARTS_ON_CONTINUITY,
    fails: ({ SDQ_REASON }, child) => SDQ_REASON !== '' && !child.isContinuouslyLookedAfter,
  }),
];
