import { dayFromNumber, yearOf } from '@rightplace/domain';
import { sexFromCode } from '../../codes/sex.ts';
import type { ChildReturn } from '../child-return.ts';
import { addYears, type Collection, on } from '../collection.ts';
import { isShortBreaks } from '../continuously-looked-after.ts';
import type { HeaderRow } from '../rows.ts';
import { eachChild, eachRow, type Flag, LAST_DAY, notShared, type Rule } from '../rule.ts';

/** What may stand in place of a pupil number. */
const NO_UPN: ReadonlySet<string> = new Set(['UN1', 'UN2', 'UN3', 'UN4', 'UN5']);
/** A letter, not one that can be taken for a figure, and twelve figures, the last of which may be a letter. */
const UPN = /^[A-HJ-NP-RT-Z]\d{11}[A-Z\d]$/;

/** A number may become known, and the reason for having none may; a number once known does not change. */
const mayBecome = (last: string, now: string): boolean => {
  if (last === now) return true;
  if (now === '') return false;
  return last === '' || (NO_UPN.has(now) ? last === 'UN1' : NO_UPN.has(last));
};

/** UN1 is for children below school age: not for those who were four by the 31 August before last year began. */
const isOfSchoolAge = ({ DOB }: HeaderRow, { START }: Collection): boolean =>
  addYears(DOB, 4) <= on(`${yearOf(dayFromNumber(START)) - 1}-08-31`);

/** Flags the Header rows that differ from one of the same child last year. */
const fromLastYear =
  (differ: (now: HeaderRow, last: HeaderRow) => boolean) =>
  ({ rows, last }: ChildReturn, flag: Flag): void => {
    for (const now of rows.Header) if (last.Header.some((then) => differ(now, then))) flag(now);
  };

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
  eachRow('Header', {
    code: '103',
    title: 'Ethnicity missing or not a code',
    fields: ['ETHNIC'],
    wrong: 'ETHNIC is blank or is not a code of the list.',
    todo: 'Enter the code of the child’s ethnic group, or REFU or NOBT where it was refused or is not yet known.',
    fails: ({ ETHNIC }, _, { isCode }) => !isCode('ETHNIC', ETHNIC),
  }),
  eachRow('Header', {
    code: '105',
    format: 'xml',
    title: 'Unaccompanied asylum-seeking child not yes or no',
    fields: ['UASC'],
    wrong: 'UASC is blank or is not 0 or 1.',
    todo: 'Enter 1 if the child was unaccompanied and seeking asylum in the year, 0 if not.',
    fails: ({ UASC }) => UASC === '' || (Number(UASC) !== 0 && Number(UASC) !== 1),
  }),
  eachRow('Header', {
    code: '168',
    title: 'Pupil number not written as one',
    fields: ['UPN'],
    wrong: 'UPN is neither a pupil number of 13 characters nor one of UN1 to UN5.',
    todo: 'Copy the number from the school or the virtual school, or enter the code that says why there is none.',
    fails: (row) => row.UPN !== '' && !NO_UPN.has(row.UPN) && !UPN.test(row.UPN),
  }),
  eachChild(['Header'], {
    code: '202',
    title: 'Sex differs from last year’s return',
    fields: ['SEX'],
    needs: ['Header_last'],
    wrong: 'SEX is not what last year’s return gave for the child.',
    todo: 'Check it against the child’s record, and correct it or tell the Department that last year’s was wrong.',
    departs:
      'Others compare the codes as written, so that every child differs in the year that M and F took the place of 1 and 2. We take 1 and M as one, and 2 and F.',
    fails: fromLastYear(
      (now, last) => (sexFromCode(now.SEX) ?? now.SEX) !== (sexFromCode(last.SEX) ?? last.SEX),
    ),
  }),
  eachChild(['Header'], {
    code: '203',
    title: 'Date of birth differs from last year’s return',
    fields: ['DOB'],
    needs: ['Header_last'],
    wrong: 'The date of birth is not what last year’s return gave for the child.',
    todo: 'Check that it is the same child, and which of the two dates is right.',
    fails: fromLastYear((now, last) => !Object.is(now.DOB, last.DOB)),
  }),
  eachChild(['Header'], {
    code: '204',
    title: 'Ethnicity differs from last year’s return',
    fields: ['ETHNIC'],
    needs: ['Header_last'],
    wrong: 'ETHNIC is not what last year’s return gave for the child.',
    todo: 'Check which of the two is right: it may have been found out or corrected since.',
    fails: fromLastYear((now, last) => now.ETHNIC !== last.ETHNIC),
  }),
  eachChild(['Header'], {
    code: '208',
    title: 'Pupil number differs from last year’s return',
    fields: ['UPN'],
    needs: ['Header_last'],
    wrong: 'UPN has changed since last year’s return in a way that a pupil number does not.',
    todo: 'Check which number is right: one that is known stays with the child.',
    departs:
      'Others report a child who had nothing last year and has UN1 now, which the rule means to allow. We let it pass.',
    fails: fromLastYear((now, last) => !mayBecome(last.UPN, now.UPN)),
  }),
  eachRow('Header', {
    code: '209',
    title: 'Too old for UN1',
    fields: ['UPN', 'DOB'],
    wrong: 'UPN says that the child is below school age (UN1), but the child is old enough to be at school.',
    todo: 'Enter the pupil number, or the code that says why there still is none.',
    fails: (row, _, collection) => row.UPN === 'UN1' && isOfSchoolAge(row, collection),
  }),
  eachChild(['Header', 'Episodes'], {
    code: '210',
    title: 'In care too long for UN4',
    fields: ['UPN', 'DECOM'],
    wrong:
      'UPN says that the child came into care in the last week of the year (UN4), but an episode began before that week.',
    todo: 'Enter the pupil number, or another code that says why there is none.',
    departs:
      'Others report the children who came into care on or after 24 March, the very ones that UN4 is for. We report those with an episode that began before it.',
    fails: ({ rows }, flag, { year, peerCompatible }) => {
      for (const header of rows.Header) {
        if (header.UPN !== 'UN4') continue;
        const lastWeek = on(`${year}-03-24`);
        const wrong = rows.Episodes.filter(({ DECOM }) =>
          peerCompatible ? DECOM >= lastWeek : DECOM < lastWeek,
        );
        if (wrong.length > 0) flag(header, ...wrong);
      }
    },
  }),
  eachRow('Header', {
    code: '231',
    from: 2025,
    title: 'Unaccompanied asylum-seeking child younger than 11',
    fields: ['DOB', 'UASC'],
    severity: 'query',
    reference: ['unaccompanied this year'],
    wrong: 'The child is unaccompanied and seeking asylum, and was not yet 11 when the year ended.',
    todo: 'Check the date of birth, and that the child came without a parent or carer.',
    soFar: { wrong: 'The child is unaccompanied and seeking asylum, and is not yet 11.' },
    departs: 'Others look for a column that no return has, and so never run this. We run it.',
    fails: ({ UASC, DOB }, _, { END }) => UASC === '1' && DOB > addYears(END, -11),
  }),
  eachRow('Header', {
    code: '232',
    from: 2025,
    title: 'Sex not known',
    fields: ['SEX'],
    severity: 'query',
    wrong: 'SEX is U, not known.',
    todo: 'Enter M or F if it has been found out since.',
    fails: ({ SEX }) => SEX === 'U',
  }),
  eachRow('Header', {
    code: '301',
    title: 'Born after the year ended',
    fields: ['DOB'],
    wrong: 'The date of birth is after the end of the collection year.',
    todo: 'Correct the date of birth, or leave the child for the return of the year in which they were born.',
    soFar: {
      title: 'Born on a day to come',
      wrong: `The date of birth is after ${LAST_DAY}, up to which the year is looked at.`,
      todo: 'Correct the date of birth, or leave the child out until they are born.',
    },
    fails: ({ DOB }, _, { END }) => DOB > END,
  }),
  eachRow('Header', {
    code: '351',
    title: 'Older than 25 when the year began',
    fields: ['DOB'],
    wrong: 'By the date of birth, the person was over 25 when the collection year began.',
    todo: 'Correct the date of birth, or take the person out of the return.',
    fails: ({ DOB }, _, { START }) => addYears(DOB, 25) < START,
  }),
  eachChild(['Header'], {
    code: '442',
    title: 'Pupil number missing',
    fields: ['UPN'],
    needs: ['Episodes'],
    wrong: 'UPN is blank for a child who was looked after other than for short breaks.',
    todo: 'Enter the unique pupil number, or the code that says why there is none.',
    fails: ({ rows, episodes }, flag) => {
      if (episodes.some((episode) => !isShortBreaks(episode)))
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
    key: (row) => (NO_UPN.has(row.UPN) ? '' : row.UPN),
  }),
];
