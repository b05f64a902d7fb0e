import { TEMPORARY } from '../code-groups.ts';
import { addYears } from '../collection.ts';
import { compactPostcode } from '../postcodes.ts';
import type { EpisodeRow } from '../rows.ts';
import { eachChild, eachRow, type Rule } from '../rule.ts';

/** A temporary placement that may not last longer than so many days. */
const notLongerThan = (code: string, place: string, called: string, days: number): Rule =>
  eachRow('Episodes', {
    code,
    title: `Longer than ${days} days ${called}`,
    fields: ['DECOM', 'PLACE'],
    wrong: `The child was placed temporarily ${called} (${place}) for more than ${days} days.`,
    todo: 'Check the days, or enter a code for a placement that is not temporary.',
    departs: 'The other validator tests only children with a date of birth, which the rule has no use for.',
    fails: ({ PLACE, DECOM, DEC }) => PLACE === place && DEC > DECOM + days,
  });

/** An episode that follows a temporary placement, and the one the child was in before that. */
const returns = (inOrder: readonly EpisodeRow[]): readonly (readonly [EpisodeRow, EpisodeRow])[] =>
  inOrder.flatMap((back, i) => {
    const [left, away] = [inOrder[i - 2], inOrder[i - 1]];
    return left !== undefined && away !== undefined && TEMPORARY.has(away.PLACE) ? [[left, back]] : [];
  });

const isSamePlacement = (left: EpisodeRow, back: EpisodeRow): boolean =>
  back.RNE === 'P' && back.PLACE === left.PLACE;

const hasSamePostcode = (left: EpisodeRow, back: EpisodeRow): boolean =>
  compactPostcode(back.PL_POST) === compactPostcode(left.PL_POST);

/** What a return says of temporary placements (T0 to T4), from which a child goes back to where they lived. */
export const TEMPORARY_PLACEMENT_RULES: readonly Rule[] = [
  eachChild(['Episodes'], {
    code: '226',
    title: 'Reason for a change to or from a temporary placement',
    fields: ['REASON_PLACE_CHANGE', 'PLACE'],
    wrong:
      'The placement is temporary, but a reason for a change of placement is given on it or on the episode before it.',
    todo: 'Clear REASON_PLACE_CHANGE on both: going away for a while is not a change of placement.',
    fails: ({ inOrder }, flag) => {
      for (const [i, episode] of inOrder.entries()) {
        if (!TEMPORARY.has(episode.PLACE)) continue;
        const before = inOrder[i - 1]?.REASON_PLACE_CHANGE ?? '';
        if (episode.REASON_PLACE_CHANGE !== '' || before !== '') flag(episode);
      }
    },
  }),
  notLongerThan('375', 'T1', 'in hospital', 42),
  notLongerThan('376', 'T3', 'while the carer was on holiday', 21),
  eachChild(['Episodes'], {
    code: '377',
    title: 'More than two carer’s holidays in a year',
    fields: ['PLACE'],
    wrong:
      'The child has been placed temporarily while the carer was on holiday (T3) more than twice in twelve months.',
    todo: 'Check the placements: a third must have a code that is not temporary.',
    departs:
      'The other validator counts all T3 episodes of the file. We count those that started within twelve months of one another; one without a start counts.',
    fails: ({ inOrder }, flag, { peerCompatible }) => {
      const away = inOrder.filter(({ PLACE }) => PLACE === 'T3');
      const tooMany = away.flatMap((third, i) => {
        const first = away[i - 2];
        if (first === undefined) return [];
        const isYearLater = third.DECOM >= addYears(first.DECOM, 1);
        return isYearLater && !peerCompatible ? [] : away.slice(i - 2, i + 1);
      });
      const [one, ...others] = tooMany;
      if (one !== undefined) flag(one, ...others);
    },
  }),
  notLongerThan('379', 'T4', 'for another reason', 7),
  eachRow('Episodes', {
    code: '380',
    title: 'Temporary placement not started by a move',
    fields: ['PLACE', 'RNE'],
    wrong: 'The placement is temporary, but RNE does not say that the placement and carer changed (P or B).',
    todo: 'Enter P or B in RNE, or correct the placement.',
    fails: ({ PLACE, RNE }) => TEMPORARY.has(PLACE) && RNE !== 'P' && RNE !== 'B',
  }),
  eachRow('Episodes', {
    code: '381',
    title: 'Care ended from a temporary placement',
    fields: ['PLACE', 'REC'],
    wrong: 'The placement is temporary, but REC says that care ended with it.',
    todo: 'Enter X1 in REC and add the episode that followed, or correct the placement.',
    fails: ({ PLACE, REC }) => TEMPORARY.has(PLACE) && REC !== '' && REC !== 'X1',
  }),
  eachChild(['Episodes'], {
    code: '383',
    to: 2025,
    title: 'Not back where the child was before',
    fields: ['PLACE', 'RNE'],
    wrong:
      'After a temporary placement the child is not back in the kind of placement they had before it, by RNE (P) and PLACE.',
    todo: 'Correct PLACE or RNE, or enter a code for a placement that is not temporary before it.',
    fails: ({ inOrder }, flag) => {
      for (const [left, back] of returns(inOrder)) if (!isSamePlacement(left, back)) flag(back);
    },
  }),
  eachChild(['Episodes'], {
    code: '383',
    from: 2026,
    title: 'Not back where the child was before',
    fields: ['PLACE', 'RNE', 'PL_POST'],
    wrong:
      'After a temporary placement the child is not back in the placement they had before it, by RNE (P), PLACE and PL_POST.',
    todo: 'Correct these, or enter a code for a placement that is not temporary before it.',
    departs:
      'The other validator takes two blank postcodes, and one postcode spaced in two ways, to be different. We take them to be the same.',
    fails: ({ inOrder }, flag) => {
      for (const [left, back] of returns(inOrder))
        if (!isSamePlacement(left, back) || !hasSamePostcode(left, back)) flag(back);
    },
  }),
];
