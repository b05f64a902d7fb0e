import type { ChildReturn } from '../child-return.ts';
import type { DoloRow, EpisodeRow } from '../rows.ts';
import { eachChild, eachRow, type Flag, LAST_DAY, type Rule } from '../rule.ts';
import { Spans } from '../spans.ts';
import { outsideCare, overlapping, type Spell } from '../spells.ts';

const spell = (row: DoloRow): Spell<DoloRow> => ({ row, starts: row.DOLO_START, ends: row.DOLO_END });

/** Flags each order that has ended with the episodes during it whose placement does not go with one. */
const flagOrdersIn = (isUnfit: (episode: EpisodeRow) => boolean, { rows }: ChildReturn, flag: Flag): void => {
  if (rows.DoLo.length === 0) return;
  const unfit = new Spans(
    rows.Episodes.filter(isUnfit).map((row) => ({ row, starts: row.DECOM, ends: row.DEC })),
  );
  for (const order of rows.DoLo) {
    const { DOLO_START, DOLO_END } = order;
    if (unfit.some(DOLO_END, DOLO_START)) flag(order, ...unfit.take(DOLO_END, DOLO_START));
  }
};

const EXPECTED: ReadonlySet<string> = new Set(['K2', 'Z12', 'Z13']);
const IMPOSSIBLE: ReadonlySet<string> = new Set(['K1', 'K3', 'P1', 'R5']);

const READS_PLACE =
  'The other validator cannot run this rule, as it reads a column that the return does not have. We read PLACE.';

/** What a return says of deprivation of liberty orders, since 2026/27. */
export const DEPRIVATION_OF_LIBERTY_RULES: readonly Rule[] = [
  eachRow('DoLo', {
    code: '700',
    from: 2027,
    title: 'Start of the order not a day',
    fields: ['DOLO_START'],
    wrong: 'The day the deprivation of liberty order started is blank or is not a real day.',
    todo: 'Enter it in DOLO_START as DD/MM/YYYY.',
    fails: ({ DOLO_START }) => Number.isNaN(DOLO_START),
  }),
  eachRow('DoLo', {
    code: '701',
    from: 2027,
    title: 'End of the order not a day',
    fields: ['DOLO_END'],
    wrong: 'The day the deprivation of liberty order ended is not a real day.',
    todo: 'Enter it in DOLO_END as DD/MM/YYYY, or leave it blank while the order is in force.',
    fails: ({ DOLO_END, rawDOLO_END }) => rawDOLO_END !== '' && Number.isNaN(DOLO_END),
  }),
  eachRow('DoLo', {
    code: '702',
    from: 2027,
    title: 'Order ended by the day it started',
    fields: ['DOLO_START', 'DOLO_END'],
    wrong: 'The deprivation of liberty order ended on or before the day it started.',
    todo: 'Correct the day that is wrong.',
    fails: ({ DOLO_START, DOLO_END }) => DOLO_END <= DOLO_START,
  }),
  eachRow('DoLo', {
    code: '703',
    from: 2027,
    title: 'Order started after the year',
    fields: ['DOLO_START'],
    wrong: 'The deprivation of liberty order started after the end of the collection year.',
    todo: 'Check the day. If it is right, leave the order for next year’s return.',
    soFar: {
      title: 'Order started on a day to come',
      wrong: `The deprivation of liberty order started after ${LAST_DAY}, up to which the year is looked at.`,
      todo: 'Check the day. If it is right, there is nothing to do once it has come.',
    },
    fails: ({ DOLO_START }, _, { END }) => DOLO_START > END,
  }),
  eachRow('DoLo', {
    code: '704',
    from: 2027,
    title: 'Order ended outside the year',
    fields: ['DOLO_END'],
    wrong:
      'The deprivation of liberty order ended before the collection year started, or after the year ended.',
    todo: 'Check the day. Leave out an order that was over before the year, and DOLO_END if it ended after it.',
    soFar: {
      title: 'Order ended before the year or on a day to come',
      wrong: `The deprivation of liberty order ended before the collection year started, or after ${LAST_DAY}, up to which the year is looked at.`,
      todo: 'Check the day. Leave out an order that was over before the year, and DOLO_END until the day has come.',
    },
    fails: ({ DOLO_END }, _, { START, END }) => DOLO_END < START || DOLO_END > END,
  }),
  eachChild(['DoLo'], {
    code: '705',
    from: 2027,
    title: 'Two orders at once',
    fields: ['DOLO_START', 'DOLO_END'],
    wrong: 'The deprivation of liberty order started while the one before it was in force.',
    todo: 'Enter when the one before it ended, or make the two rows one.',
    departs:
      'The other validator puts orders in the order of their ends, and so may find fault with the earlier one. We put them in order of their starts, and find the later.',
    fails: ({ rows }, flag) => {
      for (const row of overlapping(rows.DoLo.map(spell))) flag(row);
    },
  }),
  eachChild(['DoLo_last'], {
    code: '706',
    from: 2027,
    title: 'Order open at the end of last year, not in this year’s return',
    fields: ['DOLO_START'],
    needs: ['DoLo'],
    wrong:
      'Last year’s return left this deprivation of liberty order in force, and none in this year’s starts on the same day.',
    todo: 'Add the order to this year’s return, with its end if it has ended.',
    departs:
      'The other validator reports the place of last year’s row as one of this year’s table, compares days as text, and breaks without last year’s return. We report last year’s row, and skip the rule.',
    fails: ({ rows, last }, flag) => {
      for (const open of last.DoLo) {
        if (open.rawDOLO_END !== '') continue;
        if (!rows.DoLo.some(({ DOLO_START }) => DOLO_START === open.DOLO_START)) flag(open);
      }
    },
  }),
  eachChild(['DoLo'], {
    code: '707',
    from: 2027,
    title: 'Order in force when care ended',
    fields: ['DOLO_END'],
    needs: ['Episodes'],
    wrong: 'DOLO_END is blank after care ended, or is a day on which the child was not looked after.',
    todo: 'Enter the day the order ended, at the latest that on which care ended.',
    fails: ({ rows, periodsOfCare }, flag) => {
      for (const row of outsideCare(rows.DoLo.map(spell), periodsOfCare)) flag(row);
    },
  }),
  eachRow('DoLo', {
    code: '708',
    from: 2027,
    title: 'Order by the day of birth',
    fields: ['DOLO_START'],
    wrong: 'The deprivation of liberty order started on or before the day the child was born.',
    todo: 'Correct DOLO_START or the date of birth.',
    fails: ({ DOLO_START, DOB }) => DOLO_START <= DOB,
  }),
  eachChild(['DoLo', 'Episodes'], {
    code: '709',
    from: 2027,
    title: 'Order in a placement where one is not expected',
    severity: 'query',
    fields: ['DOLO_START', 'PLACE'],
    wrong:
      'During the deprivation of liberty order the child was in a placement other than a children’s home (K2), Z12 or Z13.',
    todo: 'Check the days of the order and the placement. If they are right, leave them and note why.',
    departs: READS_PLACE,
    fails: (child, flag) => flagOrdersIn(({ PLACE }) => !EXPECTED.has(PLACE), child, flag),
  }),
  eachChild(['DoLo', 'Episodes'], {
    code: '710',
    from: 2027,
    title: 'Order in a placement where there can be none',
    fields: ['DOLO_START', 'PLACE'],
    wrong:
      'During the deprivation of liberty order the child was in a secure home (K1), supported accommodation (K3), with parents (P1) or in custody (R5), where none can apply.',
    todo: 'Correct the days of the order, or the placement.',
    departs: READS_PLACE,
    fails: (child, flag) => flagOrdersIn(({ PLACE }) => IMPOSSIBLE.has(PLACE), child, flag),
  }),
];
