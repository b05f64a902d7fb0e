import { eachChild, eachRow, notShared, type Rule } from '../rule.ts';

/** What a return says of who the child is. */
export const HEADER_RULES: readonly Rule[] = [
  eachRow('Header', {
    code: '101',
    to: 2024,
    title: 'Sex missing or not a code',
    fields: ['SEX'],
    wrong: 'SEX is blank or is not 1 (male) or 2 (female).',
    todo: 'Enter the child’s sex as 1 or 2.',
    fails: ({ SEX }, _, { isCode }) => !isCode('SEX', SEX),
  }),
  eachRow('Header', {
    code: '101',
    from: 2025,
    title: 'Sex missing or not a code',
    fields: ['SEX'],
    wrong: 'SEX is blank or is not M, F or U.',
    todo: 'Enter the child’s sex as M or F, or U where it is not known.',
    fails: ({ SEX }, _, { isCode }) => !isCode('SEX', SEX),
  }),
  eachRow('Header', {
    code: '102',
    title: 'Date of birth missing or not a day',
    fields: ['DOB'],
    wrong: 'The date of birth is blank or is not a real day.',
    todo: 'Enter it as DD/MM/YYYY.',
    fails: ({ DOB }) => Number.isNaN(DOB),
  }),
  eachChild(['Header'], {
    code: '442',
    title: 'Pupil number missing',
    fields: ['UPN'],
    needs: ['Episodes'],
    wrong: 'UPN is blank for a child who was looked after other than for short breaks.',
    todo: 'Enter the unique pupil number, or the code that says why there is none.',
    fails: ({ rows, episodes }, flag) => {
      if (episodes.some(({ LS }) => LS !== 'V3' && LS !== 'V4'))
        for (const row of rows.Header) if (row.UPN === '') flag(row);
    },
  }),
  notShared('Header', {
    code: '444',
    from: 2026,
    title: 'Pupil number of more than one child',
    fields: ['UPN'],
    wrong: 'Another row of the Header has the same UPN.',
    todo: 'Find out whose number it is, and whether the two are one child.',
    key: ({ UPN }) => (/^UN[1-5]$/.test(UPN) ? '' : UPN),
  }),
];
