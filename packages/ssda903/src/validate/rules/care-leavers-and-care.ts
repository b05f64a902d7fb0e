import type { DayNumber } from '@rightplace/domain';
import { ADOPTION_DETAILS } from '../adoption-details.ts';
import { isCareLeaverByEpisodes } from '../care-leaver-by-episodes.ts';
import { addYears, type Collection } from '../collection.ts';
import { DEPARTS_ON_CONTINUITY, isInYear } from '../continuously-looked-after.ts';
import { isAd1Given, isOc2Given, isOc3Given, OC2_ITEMS, OC3_ITEMS } from '../given.ts';
import { latest } from '../in-order.ts';
import type { EpisodeRow, Oc3Row } from '../rows.ts';
import { eachChild, eachRow, type Rule } from '../rule.ts';
import { Spans } from '../spans.ts';

/** The 17th or 18th birthday, of somebody who is 17 or 18 at the end of the year; otherwise no day. */
const turned17Or18 = (born: DayNumber, END: DayNumber): DayNumber => {
  const [turned17, turned18] = [addYears(born, 17), addYears(born, 18)];
  if (turned17 > END || addYears(born, 19) <= END) return Number.NaN;
  return turned18 <= END ? turned18 : turned17;
};

const saysCareLeaver = (row: Oc3Row, { peerCompatible }: Collection): boolean =>
  isOc3Given(row) || peerCompatible;

const isDeath = ({ REC }: EpisodeRow): boolean => REC === 'E2';

const DEPARTS_ON_EMPTY =
  'The other validator finds empty care leaver rows as well. We leave them to rule 131.';

/** Who is a care leaver, by their episodes and by what else is said of them. */
export const CARE_LEAVERS_AND_CARE_RULES: readonly Rule[] = [
  eachChild(['OC3'], {
    code: '1000',
    title: 'Care leaver who died in care',
    fields: OC3_ITEMS,
    needs: ['Episodes'],
    wrong: 'Care leaver details are given for a child who died while looked after (REC is E2).',
    todo: 'Remove the details, or correct REC of the episode.',
    departs: DEPARTS_ON_EMPTY,
    fails: ({ rows, last }, flag, collection) => {
      if (!rows.Episodes.some(isDeath) && !last.Episodes.some(isDeath)) return;
      for (const row of rows.OC3) if (saysCareLeaver(row, collection)) flag(row);
    },
  }),
  eachRow('OC3', {
    code: '1001',
    title: 'Too little time in care to be a care leaver',
    severity: 'query',
    fields: OC3_ITEMS,
    needsFilled: ['Episodes', 'Episodes_last', 'OC3', 'Header'],
    wrong:
      'By the episodes of this year and last, the young person was adopted, or was not looked after for 13 weeks from the age of 14, some of it from 16 on.',
    todo: 'Check the episodes, and remove the care leaver details if they are right. Earlier years, which are not looked at, may explain it.',
    departs: `The other validator also finds those of 20 and over and those without a date of birth. We leave them out, as it means to itself. ${DEPARTS_ON_EMPTY}`,
    fails: (row, child, collection) =>
      saysCareLeaver(row, collection) &&
      addYears(child.DOB, 20) > collection.END &&
      !isCareLeaverByEpisodes(child, child.DOB, collection.END),
  }),
  eachRow('OC3', {
    code: '1002',
    title: 'Care leaver with no episode',
    severity: 'query',
    fields: OC3_ITEMS,
    needs: ['Episodes', 'Episodes_last'],
    wrong: 'The care leaver has no episode in this year’s return or last year’s.',
    todo: 'Check CHILD, and that the young person was looked after in an earlier year.',
    fails: (_, { episodes, last }) => episodes.length === 0 && last.Episodes.length === 0,
  }),
  eachChild(['OC3'], {
    code: '1007',
    title: 'Care leaver still looked after on their birthday',
    fields: OC3_ITEMS,
    needs: ['Episodes'],
    wrong: 'Care leaver details are given for a young person who was looked after on turning 17 or 18.',
    todo: 'Remove the details, or put the end of the episode right.',
    departs:
      'The other validator passes open episodes. We do not, as they are the plainest sign of being in care on the birthday.',
    fails: ({ rows, episodes }, flag, { END }) => {
      const care = new Spans(episodes.map((row) => ({ row, starts: row.DECOM, ends: row.DEC })));
      for (const row of rows.OC3) {
        const birthday = turned17Or18(row.DOB, END);
        if (isOc3Given(row) && care.some(birthday, birthday + 1)) flag(row);
      }
    },
  }),
  eachRow('OC3', {
    code: '1010',
    title: 'Care leaver whose care has not ended',
    fields: OC3_ITEMS,
    needs: ['Episodes', 'Episodes_last'],
    wrong:
      'Care leaver details are given for a child whose last episode was open at the end of last year and who has none this year.',
    todo: 'Add this year’s episodes, with the end of the child’s care.',
    departs: DEPARTS_ON_EMPTY,
    fails: (row, { episodes, lastInOrder }, collection) => {
      if (episodes.length > 0 || !saysCareLeaver(row, collection)) return false;
      const latest = lastInOrder.findLast(({ DECOM }) => !Number.isNaN(DECOM));
      return latest !== undefined && Number.isNaN(latest.DEC);
    },
  }),
  eachRow('OC3', {
    code: '1011',
    title: 'Care leaver whose care another authority took over',
    fields: OC3_ITEMS,
    needs: ['Episodes'],
    wrong:
      'Care leaver details are given for a child whose latest episode ended as another authority took over (REC is E3).',
    todo: 'Remove the details, or correct REC of the episode.',
    departs:
      'The other validator looks at this year only. We look at last year for a child who has no episode this year.',
    fails: (row, { latest, latestLastYear }, { peerCompatible }) =>
      isOc3Given(row) && (latest ?? (peerCompatible ? undefined : latestLastYear))?.REC === 'E3',
  }),
  eachChild(['UASC', 'OC3'], {
    code: '1014',
    title: 'Unaccompanied care leaver not in care this year',
    fields: ['ACTIV', 'ACCOM', 'IN_TOUCH', 'DUC'],
    needs: ['Episodes'],
    wrong: 'A care leaver who was not looked after this year is in the file of unaccompanied children.',
    todo: 'Remove the row of that file, or put the episodes right.',
    departs:
      'The other validator passes a care leaver who has no episode at all. We do not, as it is the plainest case of the rule.',
    fails: ({ rows, episodes }, flag, collection) => {
      if (rows.UASC.length === 0 || episodes.some((episode) => isInYear(episode, collection))) return;
      for (const row of rows.OC3) if (isOc3Given(row)) flag(row, ...rows.UASC);
    },
  }),
  eachChild(['OC3'], {
    code: '1016',
    from: 2024,
    title: 'Care leaver who left after their birthday',
    fields: OC3_ITEMS,
    needs: ['Episodes'],
    wrong:
      'Care leaver details are given for a young person of 17 or 18 with an episode that ended on or after that birthday.',
    todo: 'Remove the details, or put the end of that episode right.',
    departs:
      'The other validator takes ages from an average length of year, which misplaces birthdays near 31 March. We take them from the calendar.',
    fails: ({ rows, episodes }, flag, { END }) => {
      const left = latest(episodes, ({ DEC }) => DEC);
      if (left === undefined) return;
      for (const row of rows.OC3) if (isOc3Given(row) && left.DEC >= turned17Or18(row.DOB, END)) flag(row);
    },
  }),
  eachRow('AD1', {
    code: '134',
    title: 'Both adopted and a care leaver',
    fields: ADOPTION_DETAILS,
    needs: ['OC3'],
    wrong: 'Adoption details are given for a child who has care leaver details as well.',
    todo: 'Find out which of them is wrong, and remove it.',
    fails: (row, { rows }) => isAd1Given(row) && rows.OC3.some(isOc3Given),
  }),
  eachChild(['AD1', 'OC3'], {
    code: '187',
    title: 'Adopted or left care, yet looked after all year',
    fields: [...ADOPTION_DETAILS, ...OC3_ITEMS],
    needs: ['Episodes'],
    wrong: 'Adoption or care leaver details are given for a child whose episodes cover the whole year.',
    todo: 'Remove the details, or put the episodes right.',
    departs: DEPARTS_ON_CONTINUITY,
    fails: (child, flag) => {
      if (!child.isContinuouslyLookedAfter) return;
      for (const row of child.rows.AD1) if (isAd1Given(row)) flag(row);
      for (const row of child.rows.OC3) if (isOc3Given(row)) flag(row);
    },
  }),
  eachChild(['OC3', 'OC2'], {
    code: '215',
    title: 'Both a care leaver and looked after all year',
    fields: [...OC3_ITEMS, ...OC2_ITEMS],
    wrong:
      'Care leaver details are given beside outcomes (OC2), which are for children looked after all year.',
    todo: 'Find out which the child is, and remove the other details.',
    fails: ({ rows }, flag) => {
      const outcomes = rows.OC2.filter(isOc2Given);
      if (outcomes.length === 0) return;
      // Each is flagged once, however many rows it is flagged with.
      for (const row of rows.OC3) if (isOc3Given(row)) flag(row, ...outcomes.splice(0));
    },
  }),
];
