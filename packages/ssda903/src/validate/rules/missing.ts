import type { DayNumber } from '@rightplace/domain';
import { addYears } from '../collection.ts';
import { inOrderOfStart } from '../in-order.ts';
import type { EpisodeRow, MissingRow } from '../rows.ts';
import { eachChild, eachRow, LAST_DAY, type Rule } from '../rule.ts';
import { outsideCare, overlapping, type Spell } from '../spells.ts';

const spell = (row: MissingRow): Spell<MissingRow> => ({ row, starts: row.MIS_START, ends: row.MIS_END });

interface Placement {
  readonly starts: DayNumber;
  /** The last day on which a child missing from it counts as missing when it ended; NaN while it is open. */
  readonly lastDay: DayNumber;
}

/**
 * Placements as dated episodes tell them: a change of legal status alone ends none. On the day one is followed by
 * another, a child who goes missing does so from the other.
 */
const placementsOf = (inOrder: readonly EpisodeRow[]): readonly Placement[] => {
  const dated = inOrder.filter(({ DECOM }) => !Number.isNaN(DECOM));
  const placements: Placement[] = [];
  let starts = Number.NaN;
  for (const [i, { DECOM, DEC }] of dated.entries()) {
    const next = dated[i + 1];
    if (Number.isNaN(starts)) starts = DECOM;
    if (next?.RNE === 'L' && next.DECOM === DEC) continue;
    placements.push({ starts, lastDay: next === undefined ? DEC : DEC - 1 });
    starts = Number.NaN;
  }
  return placements;
};

/** What a return says of when a child was missing, or away without permission. */
export const MISSING_RULES: readonly Rule[] = [
  eachRow('Missing', {
    code: '1004',
    title: 'Start of going missing not a day',
    fields: ['MIS_START'],
    wrong: 'The day the child went missing is blank or is not a real day.',
    todo: 'Enter it in MIS_START as DD/MM/YYYY.',
    fails: ({ MIS_START }) => Number.isNaN(MIS_START),
  }),
  eachRow('Missing', {
    code: '1005',
    title: 'End of being missing not a day',
    fields: ['MIS_END'],
    wrong: 'The day the child was found is not a real day.',
    todo: 'Enter it in MIS_END as DD/MM/YYYY, or leave it blank while the child is missing.',
    fails: ({ MIS_END, rawMIS_END }) => rawMIS_END !== '' && Number.isNaN(MIS_END),
  }),
  eachRow('Missing', {
    code: '1006',
    title: 'Missing or away not a code',
    fields: ['MISSING'],
    wrong: 'MISSING is not M (missing) or A (away without permission).',
    todo: 'Enter M or A.',
    fails: ({ MISSING }, _, { isCode }) => MISSING !== '' && !isCode('MISSING', MISSING),
  }),
  eachRow('Missing', {
    code: '564',
    title: 'Missing since no day',
    fields: ['MISSING', 'MIS_START'],
    wrong: 'MISSING says that the child was missing or away, but MIS_START is blank.',
    todo: 'Enter the day the child went missing.',
    fails: ({ MISSING, rawMIS_START }) => (MISSING === 'M' || MISSING === 'A') && rawMIS_START === '',
  }),
  eachRow('Missing', {
    code: '565',
    title: 'Went missing, but not said whether missing or away',
    fields: ['MISSING', 'MIS_START'],
    wrong: 'MIS_START is given, but MISSING does not say whether the child was missing or away.',
    todo: 'Enter M or A in MISSING.',
    fails: ({ MISSING, rawMIS_START }) => rawMIS_START !== '' && MISSING === '',
  }),
  eachRow('Missing', {
    code: '566',
    title: 'Was found, but not said whether missing or away',
    fields: ['MISSING', 'MIS_END'],
    wrong: 'MIS_END is given, but MISSING does not say whether the child was missing or away.',
    todo: 'Enter M or A in MISSING, or clear the row if the child was neither.',
    fails: ({ MISSING, rawMIS_END }) => rawMIS_END !== '' && MISSING === '',
  }),
  eachRow('Missing', {
    code: '567',
    title: 'Found before going missing',
    fields: ['MIS_START', 'MIS_END'],
    wrong: 'The child was found before the day they went missing.',
    todo: 'Correct the day that is wrong.',
    fails: ({ MIS_START, MIS_END }) => MIS_START > MIS_END,
  }),
  eachRow('Missing', {
    code: '570',
    title: 'Went missing after the year',
    fields: ['MIS_START'],
    wrong: 'The child went missing after the end of the collection year.',
    todo: 'Check the day. If it is right, leave the row for next year’s return.',
    soFar: {
      title: 'Went missing on a day to come',
      wrong: `The child went missing after ${LAST_DAY}, up to which the year is looked at.`,
      todo: 'Check the day.',
    },
    fails: ({ MIS_START }, _, { END }) => MIS_START > END,
  }),
  eachRow('Missing', {
    code: '571',
    title: 'Found outside the year',
    fields: ['MIS_END'],
    wrong: 'The child was found before the collection year started, or after it ended.',
    todo: 'Check the day. Leave out a time that was over before the year, and MIS_END if the child was found after it.',
    soFar: {
      title: 'Found before the year or on a day to come',
      wrong: `The child was found before the collection year started, or after ${LAST_DAY}, up to which the year is looked at.`,
      todo: 'Check the day. Leave out a time that was over before the year, and MIS_END until the child is found.',
    },
    fails: ({ MIS_END }, _, { START, END }) => MIS_END < START || MIS_END > END,
  }),
  eachChild(['Missing'], {
    code: '574',
    title: 'Missing twice at once',
    fields: ['MIS_START', 'MIS_END'],
    wrong: 'The child went missing while still missing from the time before.',
    todo: 'Enter when they were found before that, or make the two rows one.',
    departs:
      'The other validator puts the rows in order of their ends, and so may find fault with the earlier one. We put them in order of their starts, and find the later.',
    fails: ({ rows }, flag) => {
      for (const row of overlapping(rows.Missing.map(spell))) flag(row);
    },
  }),
  eachChild(['Missing'], {
    code: '575',
    title: 'Still missing from a placement that ended',
    fields: ['MIS_END'],
    needs: ['Episodes'],
    wrong: 'The placement that the child went missing from has ended, but MIS_END is blank.',
    todo: 'Enter the day the child was found, at the latest that on which the placement ended.',
    departs:
      'The other validator takes a change of legal status alone for an end of the placement, and a child who goes missing on the day of a move to be missing from the earlier placement. We do neither.',
    fails: ({ rows, inOrder }, flag) => {
      const placements = placementsOf(inOrder);
      for (const row of rows.Missing) {
        const { MIS_START, rawMIS_END } = row;
        if (rawMIS_END !== '') continue;
        if (placements.some(({ starts, lastDay }) => starts <= MIS_START && MIS_START <= lastDay)) flag(row);
      }
    },
  }),
  eachChild(['Missing', 'Missing_last'], {
    code: '576',
    title: 'Missing at the end of last year, not at the start of this',
    fields: ['CHILD'],
    wrong:
      'Last year’s return left the child missing, and the first time missing in this year’s does not start on the same day.',
    todo: 'Start this year’s rows with that time, and give its end if the child has been found.',
    departs:
      'The other validator passes a child who has no row this year. We find fault with last year’s row.',
    fails: ({ rows, last }, flag) => {
      const first = inOrderOfStart(rows.Missing, ({ MIS_START }) => MIS_START)[0];
      for (const open of last.Missing) {
        if (open.rawMIS_END !== '' || Number.isNaN(open.MIS_START)) continue;
        if (first?.MIS_START !== open.MIS_START) flag(first ?? open);
      }
    },
  }),
  eachChild(['Missing'], {
    code: '577',
    title: 'Still missing when care ended',
    fields: ['MIS_END'],
    needs: ['Episodes'],
    wrong: 'MIS_END is blank after care ended, or is a day on which the child was not looked after.',
    todo: 'Enter the day the child was found, at the latest that on which care ended.',
    fails: ({ rows, periodsOfCare }, flag) => {
      for (const row of outsideCare(rows.Missing.map(spell), periodsOfCare)) flag(row);
    },
  }),
  eachChild(['Missing'], {
    code: '578',
    title: 'Went missing after care ended',
    fields: ['MIS_START'],
    needs: ['Episodes'],
    wrong: 'The child went missing on or after the day they last left care.',
    todo: 'Leave the row out, or correct the day that is wrong.',
    departs:
      'The other validator lets a child go missing on the day care ended, and also finds those who went missing before care began, which is rule 581, or between two times in care, for which 577 asks when they were found.',
    fails: ({ rows, periodsOfCare }, flag) => {
      const left = periodsOfCare.at(-1)?.ends ?? Number.NaN;
      for (const row of rows.Missing) if (row.MIS_START >= left) flag(row);
    },
  }),
  eachChild(['Episodes'], {
    code: '580',
    title: 'Missing until 18, but not E8',
    fields: ['REC'],
    needs: ['Missing'],
    wrong: 'The child was missing until care ended on their 18th birthday, but REC is not E8.',
    todo: 'Enter E8 in REC, or correct the day that is wrong.',
    fails: ({ rows }, flag) => {
      const until18 = rows.Missing.filter(({ MIS_END, DOB }) => MIS_END === addYears(DOB, 18));
      if (until18.length === 0) return;
      const days = new Set(until18.map(({ MIS_END }) => MIS_END));
      for (const episode of rows.Episodes) if (episode.REC !== 'E8' && days.has(episode.DEC)) flag(episode);
    },
  }),
  eachChild(['Missing'], {
    code: '581',
    title: 'Went missing before care began',
    fields: ['MIS_START'],
    needs: ['Episodes'],
    wrong: 'The child went missing before they were first looked after.',
    todo: 'Leave the row out, or correct the day that is wrong.',
    departs:
      'The other validator also finds those who went missing between times in care or after them, and rows without a start. Those are for rules 577, 578 and 1004.',
    fails: ({ rows, periodsOfCare }, flag) => {
      const began = periodsOfCare[0]?.starts ?? Number.NaN;
      for (const row of rows.Missing) if (row.MIS_START < began) flag(row);
    },
  }),
  eachRow('Missing', {
    code: '586',
    title: 'Went missing by the day of birth',
    fields: ['MIS_START'],
    wrong: 'The child went missing on or before the day they were born.',
    todo: 'Correct MIS_START or the date of birth.',
    fails: ({ MIS_START, DOB }) => MIS_START <= DOB,
  }),
];
