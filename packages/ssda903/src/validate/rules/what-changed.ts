import type { EpisodeRow } from '../rows.ts';
import { eachStep, type Rule } from '../rule.ts';

const PLACEMENT = ['PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'] as const;
const FIELDS = ['RNE', 'LS', ...PLACEMENT];

/** In every respect; what both leave blank is the same. */
const isSamePlacement = (previous: EpisodeRow, current: EpisodeRow): boolean =>
  PLACEMENT.every((field) => previous[field] === current[field]);

/** What a return says of what changed from one episode to the next. */
export const WHAT_CHANGED_RULES: readonly Rule[] = [
  eachStep({
    code: '434',
    title: 'Not the legal status alone changed',
    fields: FIELDS,
    wrong:
      'The episode is said to begin as the legal status alone changed (RNE is L), but the legal status is as before, or the placement, its postcode, URN or provider is not.',
    todo: 'Correct RNE, or what differs from the episode before.',
    fails: (previous, current) =>
      current.RNE === 'L' &&
      ((current.LS !== '' && current.LS === previous.LS) || !isSamePlacement(previous, current)),
  }),
  eachStep({
    code: '435',
    title: 'Not the placement alone changed',
    fields: ['LS', ...PLACEMENT],
    wrong:
      'The episode is said to begin as the placement alone changed (RNE is P or T), but the placement, its postcode, URN and provider are as before, or the legal status is not.',
    todo: 'Correct RNE, or what should differ from the episode before.',
    departs:
      'Others overlook a placement that did not change where one of its columns is blank in both episodes. We hold two blanks to be the same, as they do in 434 and 436.',
    fails: (previous, current, _, { peerCompatible }) =>
      (current.RNE === 'P' || current.RNE === 'T') &&
      (current.LS === '' ||
        current.LS !== previous.LS ||
        (isSamePlacement(previous, current) &&
          !(peerCompatible && PLACEMENT.some((field) => current[field] === '')))),
  }),
  eachStep({
    code: '436',
    title: 'Legal status and placement did not both change',
    fields: FIELDS,
    wrong:
      'The episode is said to begin as both the legal status and the placement changed (RNE is U or B), but one of the two is as before.',
    todo: 'Correct RNE, or what should differ from the episode before.',
    fails: (previous, current) =>
      (current.RNE === 'U' || current.RNE === 'B') &&
      (current.LS === previous.LS || isSamePlacement(previous, current)),
  }),
  eachStep({
    code: '504',
    title: 'Category of need changed while in care',
    fields: ['CIN'],
    wrong:
      'The category of need (CIN) is not that of the episode before, though care went on without a break.',
    todo: 'Give every episode of one period of care the category of need found when it started.',
    departs:
      'Others report two episodes that both leave the category blank as a change. We don’t: that it is missing is for another rule to say.',
    fails: (previous, { DECOM, CIN }) =>
      previous.REC === 'X1' && previous.DEC === DECOM && CIN !== previous.CIN,
  }),
];
