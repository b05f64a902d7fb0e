import { addYears, on } from '../collection.ts';
import { eachRow, LAST_DAY, type Rule } from '../rule.ts';
import { isIncomplete } from '../social-workers.ts';

/** The return has asked for social workers since then: those who came earlier need no reason. */
const ASKED_SINCE = on('2023-04-01');

const badPrefix = (id: string): boolean => !id.startsWith('SW') && !id.startsWith('XX');

/** What a return says of each social worker of a child. */
export const SOCIAL_WORKERS_RULES: readonly Rule[] = [
  eachRow('SWEpisodes', {
    code: 'SW01aSTG1',
    from: 2025,
    to: 2025,
    title: 'Social worker from before April 2023 incomplete',
    fields: ['SW_DECOM', 'SW_ID'],
    wrong: 'SW_DECOM is not a day, or it is before 1 April 2023 and SW_ID is blank.',
    todo: 'Enter the day the social worker came, and their Social Work England number.',
    fails: ({ SW_DECOM, SW_ID }) => Number.isNaN(SW_DECOM) || (SW_DECOM < ASKED_SINCE && SW_ID === ''),
  }),
  eachRow('SWEpisodes', {
    code: 'SW01bSTG1',
    from: 2025,
    to: 2025,
    title: 'Social worker since April 2023 incomplete',
    fields: ['SW_DECOM', 'SW_ID', 'SW_REASON'],
    wrong: 'SW_DECOM is not a day, or it is 1 April 2023 or later and SW_ID or SW_REASON is blank.',
    todo: 'Enter the day the social worker came, their Social Work England number and the reason for the change.',
    fails: ({ SW_DECOM, SW_ID, SW_REASON }) =>
      Number.isNaN(SW_DECOM) || (SW_DECOM >= ASKED_SINCE && (SW_ID === '' || SW_REASON === '')),
  }),
  eachRow('SWEpisodes', {
    code: 'SW02STG1',
    from: 2024,
    to: 2025,
    title: 'Social worker number does not begin with SW or XX',
    fields: ['SW_ID'],
    wrong: 'SW_ID does not begin with SW or XX.',
    todo: 'Enter the social worker’s Social Work England number, SW and its digits.',
    departs:
      'The other validator finds a blank as well. We leave that to the SW01 and SW03 rules of these years.',
    fails: ({ SW_ID }) => SW_ID !== '' && badPrefix(SW_ID),
  }),
  eachRow('SWEpisodes', {
    code: 'SW02STG1',
    from: 2026,
    title: 'Social worker number missing or not one',
    fields: ['SW_ID'],
    wrong: 'SW_ID is blank, is shorter than four characters, or does not begin with SW or XX.',
    todo: 'Enter the social worker’s Social Work England number, SW and its digits.',
    fails: ({ SW_ID }) => badPrefix(SW_ID) || SW_ID.length < 4,
  }),
  eachRow('SWEpisodes', {
    code: 'SW03STG1',
    from: 2024,
    to: 2024,
    title: 'Social worker incomplete',
    fields: ['SW_ID', 'SW_DECOM', 'SW_REASON'],
    wrong: 'SW_ID, SW_DECOM or SW_REASON is blank.',
    todo: 'Enter who the social worker is, the day they came and the reason for the change.',
    fails: isIncomplete,
  }),
  eachRow('SWEpisodes', {
    code: 'SW04STG1',
    from: 2024,
    to: 2025,
    title: 'Day the social worker came not a day',
    fields: ['SW_DECOM'],
    wrong: 'SW_DECOM is given and is not a real day.',
    todo: 'Enter the day as DD/MM/YYYY.',
    departs:
      'The other validator accepts ZZ for a part that is not known. We do not: only DATE_PERM may have such parts.',
    fails: ({ SW_DECOM, rawSW_DECOM }) => rawSW_DECOM !== '' && Number.isNaN(SW_DECOM),
  }),
  eachRow('SWEpisodes', {
    code: 'SW04STG1',
    from: 2026,
    title: 'Day the social worker came missing or not a day',
    fields: ['SW_DECOM'],
    wrong: 'SW_DECOM is blank or is not a real day.',
    todo: 'Enter the day as DD/MM/YYYY.',
    departs:
      'The other validator accepts a blank, and ZZ for a part that is not known. We accept neither, as no other rule of these years would find them.',
    fails: ({ SW_DECOM }) => Number.isNaN(SW_DECOM),
  }),
  eachRow('SWEpisodes', {
    code: 'SW05STG1',
    from: 2024,
    title: 'Day the social worker left not a day',
    fields: ['SW_DEC'],
    wrong: 'SW_DEC is given and is not a real day.',
    todo: 'Enter the day as DD/MM/YYYY, or leave it blank while the social worker stays.',
    departs:
      'The other validator accepts ZZ for a part that is not known. We do not: only DATE_PERM may have it.',
    fails: ({ SW_DEC, rawSW_DEC }) => rawSW_DEC !== '' && Number.isNaN(SW_DEC),
  }),
  eachRow('SWEpisodes', {
    code: 'SW06STG2',
    from: 2024,
    title: 'Social worker who comes after the year',
    fields: ['SW_DECOM'],
    wrong: 'The social worker came after 31 March, when the year had ended.',
    todo: 'Correct SW_DECOM, or leave the row for next year’s return.',
    soFar: {
      title: 'Social worker who comes on a day to come',
      wrong: `The social worker came after ${LAST_DAY}, up to which the year is looked at.`,
      todo: 'Correct SW_DECOM, or leave the row out until the day has come.',
    },
    fails: ({ SW_DECOM }, _, { END }) => SW_DECOM > END,
  }),
  eachRow('SWEpisodes', {
    code: 'SW07STG2',
    from: 2024,
    to: 2024,
    title: 'Social worker who left in another year',
    fields: ['SW_DEC'],
    wrong: 'The day the social worker left (SW_DEC) is not in this collection year.',
    todo: 'Correct SW_DEC, or remove the row.',
    soFar: {
      wrong: `The day the social worker left (SW_DEC) is not in this collection year, or is after ${LAST_DAY}, up to which it is looked at.`,
      todo: 'Correct SW_DEC, or remove the row; leave SW_DEC blank until the day has come.',
    },
    fails: ({ SW_DEC }, _, { START, END }) => SW_DEC < START || SW_DEC > END,
  }),
  eachRow('SWEpisodes', {
    code: 'SW07STG2',
    from: 2025,
    title: 'Social worker who left before last year or after this',
    fields: ['SW_DEC'],
    wrong:
      'The day the social worker left (SW_DEC) is neither in this collection year nor in the one before.',
    todo: 'Correct SW_DEC, or remove the row.',
    soFar: {
      wrong: `The day the social worker left (SW_DEC) is neither in this collection year nor in the one before, or is after ${LAST_DAY}, up to which this is looked at.`,
      todo: 'Correct SW_DEC, or remove the row; leave SW_DEC blank until the day has come.',
    },
    departs:
      'The other validator takes off an average year, so that 1 April is lost when a 29 February lies between. We take off a calendar year.',
    fails: ({ SW_DEC }, _, { START, END }) => SW_DEC < addYears(START, -1) || SW_DEC > END,
  }),
  eachRow('SWEpisodes', {
    code: 'SW09STG2',
    from: 2024,
    title: 'Social worker for less than a day',
    fields: ['SW_DECOM', 'SW_DEC'],
    wrong: 'The social worker came and left on one day.',
    todo: 'Correct SW_DECOM or SW_DEC, or remove the row.',
    departs: 'The other validator compares the texts. We compare the days that they stand for.',
    fails: ({ SW_DECOM, SW_DEC }) => SW_DECOM === SW_DEC,
  }),
  eachRow('SWEpisodes', {
    code: 'SW13STG1',
    from: 2024,
    to: 2024,
    title: 'Reason for a new social worker missing or not a code',
    fields: ['SW_REASON'],
    wrong: 'SW_REASON is blank or is not one of its codes.',
    todo: 'Enter the code of the reason why the social worker changed.',
    fails: ({ SW_REASON }, _, { isCode }) => !isCode('SW_REASON', SW_REASON),
  }),
  eachRow('SWEpisodes', {
    code: 'SW13STG1',
    from: 2025,
    title: 'Reason for a new social worker missing or not a code',
    fields: ['SW_REASON'],
    wrong:
      'SW_REASON is not one of its codes, or is blank though the social worker came on 1 April 2023 or later.',
    todo: 'Enter the code of the reason why the social worker changed.',
    departs:
      'In the other validator one SW_DECOM that is not a day stops the rule for every child. We treat it as blank.',
    fails: ({ SW_REASON, SW_DECOM }, _, { isCode }) =>
      SW_REASON === '' ? SW_DECOM >= ASKED_SINCE : !isCode('SW_REASON', SW_REASON),
  }),
];
