import { TEMPORARY } from '../code-groups.ts';
import { isShortBreaks } from '../continuously-looked-after.ts';
import type { EpisodeRow } from '../rows.ts';
import { eachChild, eachRow, type Rule } from '../rule.ts';

/** What a return says of short breaks (V3 and V4). */
export const SHORT_BREAKS_RULES: readonly Rule[] = [
  eachRow('Episodes', {
    code: '365',
    title: 'Short break of more than 17 days',
    fields: ['LS', 'DECOM', 'DEC'],
    wrong: 'A single short break (V3) lasts more than 17 days.',
    todo: 'Correct the dates, or enter V2 if the child was looked after throughout.',
    departs:
      'Others reach the same finding, but by it close open episodes for the rules they run next. No rule of ours alters what another sees.',
    fails: ({ LS, DECOM, DEC }, _, { END }) => LS === 'V3' && (Number.isNaN(DEC) ? END : DEC) - DECOM > 17,
  }),
  eachRow('Episodes', {
    code: '366',
    title: 'Short break that is not a start of care',
    fields: ['RNE'],
    wrong: 'A short break (V3) is not given as a start of care (RNE is not S).',
    todo: 'Enter S: each break is a start of its own.',
    fails: ({ LS, RNE }) => LS === 'V3' && RNE !== 'S',
  }),
  eachChild(['Episodes'], {
    code: '367',
    title: 'More than 75 days of short breaks in the year',
    fields: ['LS', 'DECOM', 'DEC'],
    wrong: 'The child’s short breaks (V3) come to more than 75 days in the year.',
    todo: 'Check their dates; a child away from home longer than that is looked after under V2.',
    fails: ({ episodes }, flag, { START, END }) => {
      let total = 0;
      const counted: EpisodeRow[] = [];
      for (const episode of episodes) {
        const { LS, DECOM, DEC } = episode;
        if (LS !== 'V3') continue;
        const days = Math.min(Number.isNaN(DEC) ? END : DEC, END) - Math.max(DECOM, START);
        if (!(days > 0)) continue;
        total += days;
        counted.push(episode);
      }
      const [one, ...others] = counted;
      if (total > 75 && one !== undefined) flag(one, ...others);
    },
  }),
  eachRow('Episodes', {
    code: '382',
    title: 'Temporary placement in a short break',
    fields: ['LS', 'PLACE'],
    wrong: 'A short break (V3 or V4) is in a temporary placement (T0 to T4).',
    todo: 'Enter the kind of placement where the break was spent, or correct LS.',
    fails: (episode) => isShortBreaks(episode) && TEMPORARY.has(episode.PLACE),
  }),
  eachRow('Episodes', {
    code: '398',
    title: 'Postcode given for a short break',
    fields: ['LS', 'HOME_POST', 'PL_POST'],
    wrong: 'A short break (V3 or V4) has a home or placement postcode.',
    todo: 'Leave HOME_POST and PL_POST blank, or correct LS.',
    fails: (episode) => isShortBreaks(episode) && (episode.HOME_POST !== '' || episode.PL_POST !== ''),
  }),
  eachChild(['Episodes'], {
    code: '426',
    title: 'Two kinds of short breaks for one child',
    fields: ['LS'],
    wrong:
      'The child has both short breaks reported one by one (V3) and short breaks reported as an agreement (V4).',
    todo: 'Report all of the child’s short breaks in the year in one of the two ways.',
    fails: ({ episodes }, flag) => {
      const [one, ...others] = episodes.filter(isShortBreaks);
      if (one !== undefined && others.some(({ LS }) => LS !== one.LS)) flag(one, ...others);
    },
  }),
];
