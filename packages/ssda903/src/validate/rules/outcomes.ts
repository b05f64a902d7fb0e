import { addYears } from '../collection.ts';
import { DEPARTS_ON_CONTINUITY } from '../continuously-looked-after.ts';
import { HEALTH_ITEMS, isOc2Given, OC2_ITEMS } from '../given.ts';
import type { Oc2Row } from '../rows.ts';
import { eachChild, eachRow, LAST_DAY, type Rule } from '../rule.ts';

const INTERVENTION = ['INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'] as const;

const lacksHealth = (row: Oc2Row): boolean => HEALTH_ITEMS.some((field) => row[field] === '');

/** What a return says of the health and convictions of children looked after all year. */
export const OUTCOMES_RULES: readonly Rule[] = [
  eachRow('OC2', {
    code: '158',
    title: 'Help with substance misuse both received and refused',
    fields: INTERVENTION,
    wrong: 'INTERVENTION_RECEIVED says that the child had help, so INTERVENTION_OFFERED should be blank.',
    todo: 'Remove INTERVENTION_OFFERED, or correct INTERVENTION_RECEIVED.',
    fails: ({ INTERVENTION_RECEIVED, INTERVENTION_OFFERED }) =>
      INTERVENTION_RECEIVED === '1' && INTERVENTION_OFFERED !== '',
  }),
  eachRow('OC2', {
    code: '159',
    title: 'Not said whether help with substance misuse was offered',
    fields: ['SUBSTANCE_MISUSE', ...INTERVENTION],
    wrong:
      'The child misuses substances and had no help with it, and INTERVENTION_OFFERED does not say whether help was offered.',
    todo: 'Enter 1 in INTERVENTION_OFFERED if help was offered and refused, otherwise 0.',
    fails: ({ SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED }) =>
      SUBSTANCE_MISUSE === '1' && INTERVENTION_RECEIVED === '0' && INTERVENTION_OFFERED === '',
  }),
  eachRow('OC2', {
    code: '181',
    title: 'Outcome that is neither 0 nor 1',
    fields: OC2_ITEMS,
    wrong: 'Health or conviction details hold something other than 0 (no) or 1 (yes).',
    todo: 'Enter 0 or 1 in each, or leave it blank where it is not asked.',
    fails: (row) =>
      OC2_ITEMS.some((field) => {
        const answer = row[field];
        return answer !== '' && answer !== '0' && answer !== '1';
      }),
  }),
  eachRow('OC2', {
    code: '182',
    title: 'Health details only partly filled in',
    fields: OC2_ITEMS,
    wrong:
      'Some health or conviction details are given, but immunisations, teeth, health assessment or substance misuse is blank.',
    todo: 'Fill in all four, or leave the whole row blank.',
    departs:
      'The other validator passes a row with some of the four and nothing else. We do not, as the four go together.',
    fails: (row) => lacksHealth(row) && isOc2Given(row),
  }),
  eachRow('OC2', {
    code: '190',
    title: 'Outcomes of a child not looked after all year',
    fields: OC2_ITEMS,
    needs: ['Episodes'],
    wrong: 'Health or conviction details are given for a child whose episodes do not cover the whole year.',
    todo: 'Remove the details, or put the episodes right.',
    departs: DEPARTS_ON_CONTINUITY,
    fails: (row, child) => isOc2Given(row) && !child.isContinuouslyLookedAfter,
  }),
  eachChild(['OC2', 'Episodes'], {
    code: '191',
    title: 'Health details missing for a child looked after all year',
    fields: [...HEALTH_ITEMS, 'CHILD'],
    wrong:
      'The child was looked after all year, and immunisations, teeth, health assessment or substance misuse is not filled in.',
    todo: 'Fill in all four, in an OC2 row for the child.',
    departs: DEPARTS_ON_CONTINUITY,
    fails: (child, flag) => {
      if (child.id === '' || !child.isContinuouslyLookedAfter) return;
      const { first, rows } = child;
      if (rows.OC2.length === 0 && first !== undefined) flag(first);
      for (const row of rows.OC2) if (lacksHealth(row)) flag(row);
    },
  }),
  eachRow('OC2', {
    code: '192',
    title: 'Not said whether help with substance misuse was received',
    fields: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED'],
    wrong: 'The child misuses substances, and INTERVENTION_RECEIVED is blank.',
    todo: 'Enter 1 in INTERVENTION_RECEIVED if the child had help with it, otherwise 0.',
    fails: ({ SUBSTANCE_MISUSE, INTERVENTION_RECEIVED }) =>
      SUBSTANCE_MISUSE === '1' && INTERVENTION_RECEIVED === '',
  }),
  eachRow('OC2', {
    code: '193',
    title: 'Help with a substance misuse problem that is not there',
    fields: ['SUBSTANCE_MISUSE', ...INTERVENTION],
    wrong: 'INTERVENTION_RECEIVED or INTERVENTION_OFFERED is given, but SUBSTANCE_MISUSE is blank or 0.',
    todo: 'Correct SUBSTANCE_MISUSE, or remove what is said of help with it.',
    fails: ({ SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED }) =>
      (SUBSTANCE_MISUSE === '' || SUBSTANCE_MISUSE === '0') &&
      (INTERVENTION_RECEIVED !== '' || INTERVENTION_OFFERED !== ''),
  }),
  eachRow('OC2', {
    code: '542',
    title: 'Conviction of a child under 10',
    fields: ['CONVICTED'],
    wrong: 'CONVICTED is given for a child who was under 10 on 31 March.',
    todo: 'Leave CONVICTED blank, or correct the date of birth.',
    soFar: { wrong: `CONVICTED is given for a child who was under 10 on ${LAST_DAY}.` },
    fails: ({ CONVICTED, DOB }, _, { END }) => CONVICTED !== '' && addYears(DOB, 10) > END,
  }),
  eachRow('OC2', {
    code: '543',
    title: 'Not said whether a child of 10 or over was convicted',
    fields: ['DOB', 'CONVICTED'],
    needs: ['Episodes'],
    wrong: 'CONVICTED is blank for a child looked after all year who was 10 or over on 31 March.',
    todo: 'Enter 1 if the child was convicted or cautioned in the year, otherwise 0.',
    soFar: {
      wrong: `CONVICTED is blank for a child looked after all year so far who was 10 or over on ${LAST_DAY}.`,
    },
    departs: `The other validator passes a child who turns 10 on 31 March. We do not, as the child is then 10. ${DEPARTS_ON_CONTINUITY}`,
    fails: ({ CONVICTED, DOB }, child, { END }) =>
      CONVICTED === '' && addYears(DOB, 10) <= END && child.isContinuouslyLookedAfter,
  }),
  eachRow('OC2', {
    code: '544',
    title: 'Conviction without health details',
    fields: ['CONVICTED', ...HEALTH_ITEMS],
    wrong:
      'CONVICTED is given, but immunisations, teeth, health assessment or substance misuse beside it is blank.',
    todo: 'Fill in all four.',
    departs:
      'The other validator asks for them beside a conviction (1) only. We ask beside 0 too, as it is an answer as well.',
    fails: (row) => row.CONVICTED !== '' && lacksHealth(row),
  }),
  eachRow('OC2', {
    code: '545',
    title: 'Health checks of a child under 5 missing',
    fields: ['DOB', 'HEALTH_CHECK'],
    needs: ['Episodes'],
    wrong: 'HEALTH_CHECK is blank for a child looked after all year who was under 5 on 31 March.',
    todo: 'Enter 1 if the child’s health checks are up to date, otherwise 0.',
    soFar: {
      wrong: `HEALTH_CHECK is blank for a child looked after all year so far who was under 5 on ${LAST_DAY}.`,
    },
    departs: DEPARTS_ON_CONTINUITY,
    fails: ({ HEALTH_CHECK, DOB }, child, { END }) =>
      HEALTH_CHECK === '' && addYears(DOB, 5) > END && child.isContinuouslyLookedAfter,
  }),
  eachRow('OC2', {
    code: '546',
    title: 'Health checks of a child of 5 or over',
    fields: ['DOB', 'HEALTH_CHECK'],
    needs: ['Episodes'],
    wrong: 'HEALTH_CHECK is given for a child looked after all year who was 5 or over on 31 March.',
    todo: 'Leave HEALTH_CHECK blank, or correct the date of birth.',
    soFar: {
      wrong: `HEALTH_CHECK is given for a child looked after all year so far who was 5 or over on ${LAST_DAY}.`,
    },
    departs: DEPARTS_ON_CONTINUITY,
    fails: ({ HEALTH_CHECK, DOB }, child, { END }) =>
      HEALTH_CHECK !== '' && addYears(DOB, 5) <= END && child.isContinuouslyLookedAfter,
  }),
  eachRow('OC2', {
    code: '547',
    title: 'Health checks without other health details',
    fields: ['HEALTH_CHECK', ...HEALTH_ITEMS],
    wrong:
      'HEALTH_CHECK is given, but immunisations, teeth, health assessment or substance misuse beside it is blank.',
    todo: 'Fill in all four of them.',
    departs:
      'The other validator asks for them beside checks that are up to date (1) only. We ask beside 0 too, as it is an answer as well.',
    fails: (row) => row.HEALTH_CHECK !== '' && lacksHealth(row),
  }),
];
