import { isNewAuthority, wasThere } from '../authority-codes.ts';
import { on } from '../collection.ts';
import { possibleDays } from '../partial-date.ts';
import type { PrevPermRow } from '../rows.ts';
import { eachChild, eachRow, type Rule } from '../rule.ts';

/** From when children who start to be looked after are asked about. */
const ASKED_SINCE = on('2016-04-01');
const NONE_BEFORE = 'Z1';

const hasDetails = ({ LA_PERM, rawDATE_PERM }: PrevPermRow): boolean => LA_PERM !== '' || rawDATE_PERM !== '';

const isComplete = ({ PREV_PERM, LA_PERM, rawDATE_PERM }: PrevPermRow): boolean =>
  PREV_PERM === NONE_BEFORE || (PREV_PERM !== '' && LA_PERM !== '' && rawDATE_PERM !== '');

/** What a return says of permanent homes that children had before they came into care. */
export const PERMANENCE_RULES: readonly Rule[] = [
  eachChild(['Episodes'], {
    code: '630',
    title: 'Previous permanence missing or incomplete for a child who started',
    fields: ['RNE'],
    needs: ['PrevPerm'],
    wrong:
      'The child started to be looked after in the year, and the previous permanence file has no row for them or an incomplete one.',
    todo: 'Add the child to that file with PREV_PERM, and LA_PERM and DATE_PERM unless it is Z1.',
    fails: ({ rows }, flag, { START }) => {
      if (rows.PrevPerm.length > 0 && rows.PrevPerm.every(isComplete)) return;
      for (const episode of rows.Episodes) if (episode.RNE === 'S' && episode.DECOM >= START) flag(episode);
    },
  }),
  eachRow('PrevPerm', {
    code: '631',
    title: 'Kind of previous permanence not a code',
    fields: ['PREV_PERM'],
    wrong: 'PREV_PERM is not P1 to P4 or Z1.',
    todo: 'Enter the code of the permanence order that the child had before, or Z1 if there was none.',
    fails: ({ PREV_PERM }, _, { isCode }) => PREV_PERM !== '' && !isCode('PREV_PERM', PREV_PERM),
  }),
  eachChild(['Episodes', 'PrevPerm'], {
    code: '632',
    title: 'Date of previous permanence not a date, or not before care',
    fields: ['DATE_PERM', 'DECOM'],
    wrong:
      'The date of the previous permanence order (DATE_PERM) is not one, or is not before the child’s first episode.',
    todo: 'Enter it as DD/MM/YYYY. Write ZZ for a day, or a day and a month, that is not known.',
    departs:
      'Others take an unknown day or month as the last it could be, and so report dates that may well be right; and they read a known day of an unknown month as a date. We take the first it could be, and report such a date.',
    fails: ({ rows, first }, flag) => {
      if (first === undefined) return;
      for (const row of rows.PrevPerm) {
        if (row.rawDATE_PERM === '') continue;
        const days = possibleDays(row.rawDATE_PERM);
        if (days === undefined || days.first >= first.DECOM) flag(row, first);
      }
    },
  }),
  eachRow('PrevPerm', {
    code: '633',
    title: 'Authority of previous permanence not a code',
    fields: ['LA_PERM'],
    wrong: 'LA_PERM is not the code of an authority that existed at the date of the permanence order.',
    todo: 'Enter the three figures of the authority where the order was made, or WAL, SCO, NIR or NUK.',
    departs:
      'Others have a list without the authorities made since 2019, and still take the codes of those abolished. We take a code if there was such an authority on the day of the order.',
    fails: ({ LA_PERM, rawDATE_PERM }, _, { isCode }) => {
      if (LA_PERM === '') return false;
      if (!isCode('LA_PERM', LA_PERM) && !isNewAuthority(LA_PERM)) return true;
      const days = possibleDays(rawDATE_PERM);
      return days !== undefined && !wasThere(LA_PERM, days);
    },
  }),
  eachChild(['PrevPerm', 'Episodes'], {
    code: '634',
    title: 'Previous permanence of a child not asked about',
    fields: ['LA_PERM', 'PREV_PERM', 'DATE_PERM', 'DECOM'],
    wrong: 'Previous permanence is given for a child whose every episode began before 1 April 2016.',
    todo: 'Take the row out, or correct the dates of the episodes.',
    departs:
      'Others report every child without an episode that began in this year. It is asked of children who came into care since April 2016, so we report those without an episode since then, this year’s or last year’s.',
    fails: ({ rows, last, latest }, flag) => {
      if (latest === undefined) return;
      const isAsked = [...rows.Episodes, ...last.Episodes].some(({ DECOM }) => DECOM >= ASKED_SINCE);
      if (isAsked) return;
      for (const row of rows.PrevPerm)
        if (row.PREV_PERM !== '' || hasDetails(row)) flag(row, ...rows.Episodes);
    },
  }),
  eachRow('PrevPerm', {
    code: '635',
    title: 'Details of previous permanence where there was none',
    fields: ['LA_PERM', 'DATE_PERM', 'PREV_PERM'],
    wrong:
      'LA_PERM or DATE_PERM is given, but PREV_PERM is blank or says that there was no permanence order (Z1).',
    todo: 'Enter the kind of permanence order in PREV_PERM, or take the details out.',
    departs:
      'Others report details beside a blank PREV_PERM only, and let them pass beside Z1, which is what the rule is about. We report both.',
    fails: (row) => (row.PREV_PERM === '' || row.PREV_PERM === NONE_BEFORE) && hasDetails(row),
  }),
];
