import { ADOPTED } from '../code-groups.ts';
import { eachChild, eachRow, type Rule } from '../rule.ts';

const SPECIAL_GUARDIANSHIP: ReadonlySet<string> = new Set(['E45', 'E46', 'E47', 'E48']);

/** What a return says of how old children were when care started and ended. */
export const AGES_IN_CARE_RULES: readonly Rule[] = [
  eachRow('Episodes', {
    code: '352',
    title: 'Care starts at 18 or over',
    fields: ['DECOM', 'RNE'],
    needs: ['Header'],
    wrong: 'Care starts (RNE is S) on or after the 18th birthday.',
    todo: 'Correct DECOM or the date of birth, or remove the episode.',
    fails: ({ RNE, DECOM }, child) => RNE === 'S' && child.birthdays(18).some((day) => DECOM >= day),
  }),
  eachRow('Episodes', {
    code: '359',
    title: 'Still looked after beyond 18',
    fields: ['DEC', 'LS', 'PLACE'],
    needs: ['Header'],
    wrong:
      'The episode is open though the young person turned 18 before the year ended, and is not in a children’s home under section 20 (V2 and K2).',
    todo: 'Enter the day care ended (DEC) and why (REC), or correct the date of birth.',
    soFar: {
      wrong:
        'The episode is open though the young person has turned 18, and is not in a children’s home under section 20 (V2 and K2).',
    },
    fails: ({ DEC, LS, PLACE }, child, { END }) =>
      Number.isNaN(DEC) && !(LS === 'V2' && PLACE === 'K2') && child.birthdays(18).some((day) => day < END),
  }),
  eachRow('Episodes', {
    code: '386',
    title: 'Adopted at 18 or over',
    fields: ['REC'],
    needs: ['Header'],
    wrong: 'The episode ended in adoption (E11 or E12) on or after the 18th birthday.',
    todo: 'Correct REC, DEC or the date of birth: only a child under 18 is adopted from care.',
    fails: ({ REC, DEC }, child) => ADOPTED.has(REC) && child.birthdays(18).some((day) => DEC >= day),
  }),
  eachRow('Episodes', {
    code: '387',
    title: 'Independent living before 14',
    fields: ['REC'],
    needs: ['Header'],
    wrong: 'The child left care for independent living (E5 or E6) before the 14th birthday.',
    todo: 'Correct REC, DEC or the date of birth.',
    departs:
      'Others also report a child with no readable date of birth in the Header. We let it pass: how old the child was is not known, and other rules report the missing date.',
    fails: ({ REC, DEC }, child) =>
      (REC === 'E5' || REC === 'E6') && child.birthdays(14).some((day) => DEC < day),
  }),
  eachRow('Episodes', {
    code: '389',
    title: 'Adult residential care before 16',
    fields: ['REC'],
    needs: ['Header'],
    wrong: 'The child moved to residential care paid for by adult services (E7) before the 16th birthday.',
    todo: 'Correct REC, DEC or the date of birth.',
    departs:
      'Others also report an episode with no end date, and a child with no readable date of birth. We let both pass: how old the child was is not known, and other rules report what is missing.',
    fails: ({ REC, DEC }, child) => REC === 'E7' && child.birthdays(16).some((day) => DEC < day),
  }),
  eachChild(['Episodes', 'Header'], {
    code: '407',
    title: 'Special guardianship at 18 or over',
    fields: ['DEC', 'REC', 'DOB'],
    wrong: 'The episode ended in special guardianship (E45 to E48) on or after the 18th birthday.',
    todo: 'Correct REC, DEC or the date of birth: the order is made for a child under 18.',
    departs:
      'Others let an order of the 18th birthday itself pass. We report it, as the young person is no longer a child that day.',
    fails: (child, flag, { peerCompatible }) => {
      for (const episode of child.episodes) {
        if (!SPECIAL_GUARDIANSHIP.has(episode.REC)) continue;
        for (const [i, birthday] of child.birthdays(18).entries()) {
          const header = child.rows.Header[i];
          const isAdult = peerCompatible ? episode.DEC > birthday : episode.DEC >= birthday;
          if (isAdult && header !== undefined) flag(episode, header);
        }
      }
    },
  }),
  eachRow('Episodes', {
    code: '460',
    title: 'Stayed with carers at 18, before 18',
    fields: ['DEC', 'REC'],
    needs: ['Header'],
    wrong:
      'The young person is said to have stayed with the carers at 18 (E17), but was not yet 18 that day.',
    todo: 'Correct REC, DEC or the date of birth.',
    fails: ({ REC, DEC }, child) => REC === 'E17' && child.birthdays(18).some((day) => DEC < day),
  }),
];
