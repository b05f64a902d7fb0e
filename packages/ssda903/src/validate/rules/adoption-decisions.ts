import { isUnreadable } from '../cells.ts';
import { isShortBreaks } from '../continuously-looked-after.ts';
import { decisionsInOrder, isReversed } from '../decisions.ts';
import { earliest, latest } from '../in-order.ts';
import type { EpisodeRow } from '../rows.ts';
import { eachChild, eachRow, LAST_DAY, type Rule } from '../rule.ts';

const firstStart = (episodes: readonly EpisodeRow[]): EpisodeRow | undefined =>
  earliest(
    episodes.filter(({ RNE }) => RNE === 'S'),
    ({ DECOM }) => DECOM,
  );

/** What a return says of decisions to place for adoption: by themselves, and beside the child's care and last year's. */
export const ADOPTION_DECISIONS_RULES: readonly Rule[] = [
  eachRow('PlacedAdoption', {
    code: '115',
    title: 'Day of the decision to place not a day',
    fields: ['DATE_PLACED'],
    wrong: 'DATE_PLACED, the day it was decided to place the child for adoption, is not a real day.',
    todo: 'Enter it as DD/MM/YYYY.',
    fails: ({ rawDATE_PLACED, DATE_PLACED }) => isUnreadable(rawDATE_PLACED, DATE_PLACED),
  }),
  eachRow('PlacedAdoption', {
    code: '116',
    title: 'Day of the reversal not a day',
    fields: ['DATE_PLACED_CEASED'],
    wrong:
      'DATE_PLACED_CEASED, the day it was decided no longer to place the child for adoption, is not a real day.',
    todo: 'Enter it as DD/MM/YYYY, or leave it blank while the decision to place stands.',
    fails: ({ rawDATE_PLACED_CEASED, DATE_PLACED_CEASED }) =>
      isUnreadable(rawDATE_PLACED_CEASED, DATE_PLACED_CEASED),
  }),
  eachChild(['Episodes', 'PlacedAdoption'], {
    code: '117',
    title: 'Decision or reversal after the year or after care',
    fields: ['DATE_PLACED_CEASED', 'DATE_PLACED', 'DEC', 'REC', 'DECOM'],
    wrong:
      'The decision to place, or its reversal, is after the end of the year or after the child left care.',
    todo: 'Correct DATE_PLACED or DATE_PLACED_CEASED, or the day on which the child left care.',
    soFar: {
      title: 'Decision or reversal on a day to come, or after care',
      wrong: `The decision to place, or its reversal, is after ${LAST_DAY}, up to which the year is looked at, or after the child left care.`,
    },
    departs:
      'It lets a day after the year’s end pass where the child has no episode, or only ones that another followed. We find every such day, as no later day can have been decided on yet.',
    fails: ({ rows }, flag, { END }) => {
      if (rows.PlacedAdoption.length === 0) return;
      const notFollowed = rows.Episodes.filter(({ REC }) => REC !== 'X1');
      const last = latest(notFollowed, ({ DECOM }) => DECOM);
      for (const row of rows.PlacedAdoption) {
        const isAfter = (day: number): boolean => row.DATE_PLACED > day || row.DATE_PLACED_CEASED > day;
        if (last === undefined && isAfter(END)) flag(row);
        else if (last !== undefined && (isAfter(END) || isAfter(last.DEC))) flag(last, row);
      }
    },
  }),
  eachChild(['Episodes', 'PlacedAdoption'], {
    code: '118',
    title: 'Reversal before the year or before care',
    fields: ['DATE_PLACED_CEASED', 'DECOM', 'LS'],
    wrong: 'The decision to place was reversed before the year began, or before the child came into care.',
    todo: 'Correct DATE_PLACED_CEASED, or take the decision out if the return of an earlier year told its reversal.',
    departs:
      'It does not mark DATE_PLACED_CEASED, the date at fault. We mark it besides the start of the episode.',
    fails: ({ rows }, flag, { START }) => {
      if (rows.PlacedAdoption.length === 0) return;
      const cared = rows.Episodes.filter((episode) => !isShortBreaks(episode));
      const first = earliest(cared, ({ DECOM }) => DECOM);
      if (first === undefined) return;
      for (const row of rows.PlacedAdoption)
        if (row.DATE_PLACED_CEASED < START || row.DATE_PLACED_CEASED < first.DECOM) flag(first, row);
    },
  }),
  eachRow('PlacedAdoption', {
    code: '119',
    title: 'Reversal without its reason, or reason without its day',
    fields: ['REASON_PLACED_CEASED', 'DATE_PLACED_CEASED'],
    wrong:
      'The day on which the decision to place was reversed is given without the reason, or the reason without the day.',
    todo: 'Enter both, or clear both if the decision stands.',
    fails: ({ REASON_PLACED_CEASED, rawDATE_PLACED_CEASED }) =>
      (REASON_PLACED_CEASED === '') !== (rawDATE_PLACED_CEASED === ''),
  }),
  eachRow('PlacedAdoption', {
    code: '120',
    title: 'Reason for the reversal not a code',
    fields: ['REASON_PLACED_CEASED'],
    wrong: 'REASON_PLACED_CEASED, why the child was no longer to be placed, is not RD1, RD2, RD3 or RD4.',
    todo: 'Enter the code for the reason.',
    fails: ({ REASON_PLACED_CEASED }, _, { isCode }) =>
      REASON_PLACED_CEASED !== '' && !isCode('REASON_PLACED_CEASED', REASON_PLACED_CEASED),
  }),
  eachRow('PlacedAdoption', {
    code: '184',
    title: 'Decision to place before the child was born',
    fields: ['DATE_PLACED', 'DOB'],
    needs: ['Header'],
    wrong:
      'It was decided to place the child for adoption before they were born, or the Header has no date of birth.',
    todo: 'Correct DATE_PLACED, or the date of birth in the Header.',
    departs:
      'It takes the date of birth from the row of the decision where there is one. We take the Header’s, which is the child’s; other rules ask that the two agree.',
    fails: ({ rawDATE_PLACED, DATE_PLACED }, { DOB }) =>
      rawDATE_PLACED !== '' && (Number.isNaN(DOB) || DATE_PLACED < DOB),
  }),
  eachRow('PlacedAdoption', {
    code: '522',
    title: 'Reversed before it was decided',
    fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
    wrong: 'The decision to place was reversed on a day before it was made.',
    todo: 'Correct DATE_PLACED or DATE_PLACED_CEASED.',
    fails: ({ DATE_PLACED, DATE_PLACED_CEASED }) => DATE_PLACED_CEASED < DATE_PLACED,
  }),
  eachChild(['PlacedAdoption'], {
    code: '559',
    title: 'Decision of an earlier year, not in last year’s return',
    fields: ['DATE_PLACED'],
    needs: ['PlacedAdoption_last'],
    wrong:
      'The decision to place was made before this year, but last year’s return has no such decision for the child.',
    todo: 'Correct DATE_PLACED, or ask for last year’s return to be amended.',
    departs:
      'It finds fault as soon as one of last year’s rows has no date, whatever the others have. We do so only when none of them has one.',
    fails: ({ rows, last }, flag, { START }) => {
      if (last.PlacedAdoption.some(({ DATE_PLACED }) => !Number.isNaN(DATE_PLACED))) return;
      for (const row of rows.PlacedAdoption) if (row.DATE_PLACED < START) flag(row);
    },
  }),
  eachChild(['PlacedAdoption'], {
    code: '560',
    title: 'Standing decision given another day than last year',
    fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
    needs: ['PlacedAdoption_last'],
    wrong: 'Last year’s return had a decision to place that stood, and none of this year’s has its day.',
    todo: 'Enter the day that last year’s return gave, with the day and reason of its reversal if it was reversed.',
    departs:
      'It compares texts, and each of last year’s decisions with each of this year’s, so that a second decision always fails. We compare days, and ask that one of this year’s has the same.',
    fails: ({ rows, last }, flag) => {
      const days = new Set(rows.PlacedAdoption.map(({ DATE_PLACED }) => DATE_PLACED));
      const isGone = last.PlacedAdoption.some(
        ({ DATE_PLACED, rawDATE_PLACED_CEASED }) =>
          rawDATE_PLACED_CEASED === '' && !Number.isNaN(DATE_PLACED) && !days.has(DATE_PLACED),
      );
      if (isGone) for (const row of rows.PlacedAdoption) flag(row);
    },
  }),
  eachChild(['PlacedAdoption'], {
    code: '561',
    title: 'Decision repeated that was reversed by last year',
    fields: ['DATE_PLACED'],
    needs: ['PlacedAdoption_last'],
    wrong: 'This decision to place was in last year’s return already, and was reversed there.',
    todo: 'Take it out of this year’s return, or enter the day of the new decision.',
    departs:
      'It compares the two dates as they are written. We compare the days, so 1/5/2026 and 01/05/2026 are the same.',
    fails: ({ rows, last }, flag) => {
      const days = new Set(last.PlacedAdoption.filter(isReversed).map(({ DATE_PLACED }) => DATE_PLACED));
      // No date is not the same day as any.
      days.delete(Number.NaN);
      for (const row of rows.PlacedAdoption) if (days.has(row.DATE_PLACED)) flag(row);
    },
  }),
  eachRow('PlacedAdoption', {
    code: '563',
    title: 'Reversed, and never decided',
    fields: ['DATE_PLACED', 'REASON_PLACED_CEASED', 'DATE_PLACED_CEASED'],
    wrong: 'A decision to place was reversed, but the day on which it had been made is blank.',
    todo: 'Enter DATE_PLACED, or clear the day and the reason of the reversal.',
    fails: ({ rawDATE_PLACED, rawDATE_PLACED_CEASED, REASON_PLACED_CEASED }) =>
      rawDATE_PLACED === '' && rawDATE_PLACED_CEASED !== '' && REASON_PLACED_CEASED !== '',
  }),
  eachChild(['PlacedAdoption'], {
    code: '579',
    title: 'Decided anew while a decision stood',
    fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
    wrong: 'This decision to place was made before the one before it had been reversed.',
    todo: 'Enter the day on which the earlier decision was reversed, or correct the day of this one.',
    fails: ({ rows }, flag) => {
      const inOrder = decisionsInOrder(rows.PlacedAdoption);
      for (const [i, row] of inOrder.entries()) {
        const before = inOrder[i - 1];
        if (before === undefined) continue;
        const { DATE_PLACED_CEASED } = before;
        if (Number.isNaN(DATE_PLACED_CEASED) || row.DATE_PLACED < DATE_PLACED_CEASED) flag(row);
      }
    },
  }),
  eachChild(['PlacedAdoption'], {
    code: '583',
    title: 'Earlier decision never reversed',
    fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
    wrong: 'There is a later decision to place for this child, and this one has no day of reversal.',
    todo: 'Enter the day and the reason of its reversal, or take it out if it was entered twice.',
    departs:
      'It puts the dates in order as texts, by which 30/01/2025 is later than 02/01/2026, and takes a row without a date for the latest. We order by day and leave rows without one aside.',
    fails: ({ rows }, flag) => {
      const dated = rows.PlacedAdoption.filter(({ DATE_PLACED }) => !Number.isNaN(DATE_PLACED));
      for (const row of decisionsInOrder(dated).slice(0, -1)) if (row.rawDATE_PLACED_CEASED === '') flag(row);
    },
  }),
  eachChild(['PlacedAdoption'], {
    code: '584',
    title: 'No newer decision since last year’s was reversed',
    fields: ['DATE_PLACED'],
    needs: ['PlacedAdoption_last'],
    wrong: 'Last year’s return says that the decision to place was reversed, and this one has no later day.',
    todo: 'Enter the day of the new decision, or take the row out if there was none.',
    departs:
      'It compares the dates as texts and can mark the rows of other children. We compare days, mark the row itself, and leave last year’s decisions without a day aside.',
    fails: ({ rows, last }, flag) => {
      const reversed = latest(last.PlacedAdoption.filter(isReversed), ({ DATE_PLACED }) => DATE_PLACED);
      if (reversed === undefined) return;
      for (const row of rows.PlacedAdoption)
        if (row.rawDATE_PLACED === '' || row.DATE_PLACED <= reversed.DATE_PLACED) flag(row);
    },
  }),
  eachChild(['Episodes', 'PlacedAdoption'], {
    code: '1003',
    title: 'Decision to place before care started',
    fields: ['DATE_PLACED', 'DECOM', 'RNE'],
    wrong: 'It was decided to place the child for adoption before they first started to be looked after.',
    todo: 'Correct DATE_PLACED, or the day on which care started.',
    departs:
      'It looks for the start of care in this year’s return only. Where that has none we look in last year’s, if it was given, so that a child who came into care then is checked too.',
    fails: ({ rows, last }, flag) => {
      if (rows.PlacedAdoption.length === 0) return;
      const started = firstStart(rows.Episodes);
      const startedBefore = firstStart(last.Episodes);
      for (const row of rows.PlacedAdoption) {
        if (started !== undefined && row.DATE_PLACED < started.DECOM) flag(started, row);
        else if (
          started === undefined &&
          startedBefore !== undefined &&
          row.DATE_PLACED < startedBefore.DECOM
        )
          flag(row);
      }
    },
  }),
];
