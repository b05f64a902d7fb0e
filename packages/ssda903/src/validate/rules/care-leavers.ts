import { addYears } from '../collection.ts';
import { isOc3Given, OC3_ITEMS } from '../given.ts';
import { eachChild, eachRow, LAST_DAY, type Rule } from '../rule.ts';

/** What a return says of care leavers: whether in touch, what they do, and where they live. */
export const CARE_LEAVERS_RULES: readonly Rule[] = [
  eachRow('OC3', {
    code: '131',
    title: 'Being in touch missing or not a code',
    fields: ['IN_TOUCH'],
    wrong: 'IN_TOUCH is blank or is not one of its codes.',
    todo: 'Enter the code that says whether the authority is in touch with the care leaver.',
    fails: ({ IN_TOUCH }, _, { isCode }) => !isCode('IN_TOUCH', IN_TOUCH),
  }),
  eachRow('OC3', {
    code: '132',
    title: 'Activity missing or not a code',
    fields: ['ACTIV'],
    wrong: 'ACTIV is blank or is not one of its codes.',
    todo: 'Enter the code of what the care leaver does, or 0 if that is not known.',
    fails: ({ ACTIV }, _, { isCode }) => !isCode('ACTIV', ACTIV),
  }),
  eachRow('OC3', {
    code: '133',
    title: 'Accommodation missing or not a code',
    fields: ['ACCOM'],
    wrong: 'ACCOM is blank or is not one of its codes.',
    todo: 'Enter the code of where the care leaver lives, or 0 if that is not known.',
    fails: ({ ACCOM }, _, { isCode }) => !isCode('ACCOM', ACCOM),
  }),
  eachRow('OC3', {
    code: '153',
    title: 'Care leaver details only partly filled in',
    fields: OC3_ITEMS,
    wrong: 'Some of IN_TOUCH, ACTIV and ACCOM are given and some are blank.',
    todo: 'Fill in all three, or remove the row.',
    fails: (row) => isOc3Given(row) && OC3_ITEMS.some((item) => row[item] === ''),
  }),
  eachRow('OC3', {
    code: '3001',
    title: 'With former foster carers before 18',
    fields: ['ACCOM', 'DOB'],
    needs: ['Header'],
    wrong:
      'ACCOM says that the care leaver lives with former foster carers (Z1 or Z2), which is for those of 18 and over, but they turned 17 in the year.',
    todo: 'Enter the code of where they live, or correct the date of birth.',
    fails: ({ ACCOM }, { DOB }, { START, END }) => {
      const turned17 = addYears(DOB, 17);
      return (ACCOM === 'Z1' || ACCOM === 'Z2') && turned17 >= START && turned17 <= END;
    },
  }),
  eachRow('OC3', {
    code: '344',
    title: 'Died or returned home, with an activity or an address',
    fields: OC3_ITEMS,
    wrong: 'IN_TOUCH says that the care leaver died or returned home, but ACTIV or ACCOM is not 0.',
    todo: 'Enter 0 in both, or correct IN_TOUCH.',
    fails: ({ IN_TOUCH, ACTIV, ACCOM }) =>
      (IN_TOUCH === 'DIED' || IN_TOUCH === 'RHOM') && (ACTIV !== '0' || ACCOM !== '0'),
  }),
  eachRow('OC3', {
    code: '345',
    title: 'In touch, and activity or accommodation not known',
    fields: OC3_ITEMS,
    wrong: 'IN_TOUCH says that the authority is in touch with the care leaver, but ACTIV or ACCOM is 0.',
    todo: 'Enter what the care leaver does and where they live, or correct IN_TOUCH.',
    fails: ({ IN_TOUCH, ACTIV, ACCOM }) => IN_TOUCH === 'YES' && (ACTIV === '0' || ACCOM === '0'),
  }),
  eachRow('OC3', {
    code: '347',
    from: 2024,
    title: 'In a foyer before 18',
    fields: ['ACCOM', 'DOB'],
    wrong: 'ACCOM is a foyer (T1 or T2), but the care leaver was under 18 when the year began.',
    todo: 'Enter the code of where they live, or put the date of birth right.',
    departs:
      'The other validator looks for a code T that does not exist, so it never finds one. We look for T1 and T2.',
    fails: ({ ACCOM, DOB }, _, { START }) => (ACCOM === 'T1' || ACCOM === 'T2') && addYears(DOB, 18) > START,
  }),
  eachChild(['OC3'], {
    code: '348',
    from: 2026,
    title: 'Died, by last year’s return',
    fields: ['IN_TOUCH'],
    needs: ['OC3_last'],
    wrong: 'Last year’s return says that the care leaver had died; this year’s IN_TOUCH does not.',
    todo: 'Find out which is right, and correct IN_TOUCH if it is wrong.',
    fails: ({ rows, last }, flag) => {
      if (!last.OC3.some(({ IN_TOUCH }) => IN_TOUCH === 'DIED')) return;
      for (const row of rows.OC3) if (row.IN_TOUCH !== 'DIED') flag(row);
    },
  }),
  eachRow('OC3', {
    code: '391',
    title: 'Care leaver not 17 to 21',
    fields: ['DOB', ...OC3_ITEMS],
    wrong: 'Care leaver details are given for somebody who was not 17 to 21 on 31 March.',
    todo: 'Remove the details, or correct the date of birth.',
    soFar: {
      wrong: `Care leaver details are given for somebody who was not 17 to 21 on ${LAST_DAY}.`,
      todo: 'Remove the details, correct the date of birth, or leave them for the day on which they are 17.',
    },
    departs:
      'The other validator tests only that the care leaver is 17. We also test that they are not over 21, as its own words say.',
    fails: (row, _, { END, peerCompatible }) =>
      isOc3Given(row) && (addYears(row.DOB, 17) > END || (!peerCompatible && addYears(row.DOB, 22) <= END)),
  }),
];
