import { on } from '../collection.ts';
import { inOrderOfStart } from '../in-order.ts';
import { eachChild, eachRow, eachStep, LAST_DAY, type Rule } from '../rule.ts';

const GOES_ON: ReadonlySet<string> = new Set(['P', 'L', 'T', 'U', 'B']);

/** What a return says of when episodes begin and end. */
export const EPISODE_DATES_RULES: readonly Rule[] = [
  eachRow('Episodes', {
    code: '141',
    title: 'Start of the episode missing or not a day',
    fields: ['DECOM'],
    wrong: 'The date the episode began (DECOM) is blank or is not a real day.',
    todo: 'Enter the day the episode began as DD/MM/YYYY.',
    departs:
      'Others let a blank DECOM pass. We report it, as an episode without a start has no valid one and no other rule says so.',
    fails: ({ DECOM, rawDECOM }, _, { peerCompatible }) =>
      Number.isNaN(DECOM) && !(peerCompatible && rawDECOM === ''),
  }),
  eachChild(['Episodes'], {
    code: '142',
    title: 'Episode left open though another follows',
    fields: ['DEC', 'REC'],
    wrong: 'The episode has no end date or no reason for ending, though the child has a later episode.',
    todo: 'Enter the day the episode ended (DEC) and why (REC).',
    departs:
      'Others take an episode without a start date for the child’s last, and so report the true last one, which may well be open. We leave episodes without a start date out of the order.',
    fails: ({ inOrder }, flag) => {
      const last = inOrder.findLastIndex(({ DECOM }) => !Number.isNaN(DECOM));
      for (const [i, episode] of inOrder.entries())
        if (i < last && (Number.isNaN(episode.DEC) || episode.REC === '')) flag(episode);
    },
  }),
  eachRow('Episodes', {
    code: '147',
    title: 'End of the episode not a day',
    fields: ['DEC'],
    wrong: 'The date the episode ended (DEC) is not a real day.',
    todo: 'Enter it as DD/MM/YYYY, or leave it blank while the episode is open.',
    fails: ({ DEC, rawDEC }) => rawDEC !== '' && Number.isNaN(DEC),
  }),
  eachRow('Episodes', {
    code: '148',
    title: 'End date without a reason, or a reason without an end date',
    fields: ['DEC', 'REC'],
    wrong: 'The episode has only one of an end date (DEC) and a reason for ending (REC).',
    todo: 'Enter both if the episode has ended, and neither if it is open.',
    fails: ({ rawDEC, REC }) => (rawDEC === '') !== (REC === ''),
  }),
  eachChild(['Episodes', 'Header'], {
    code: '302',
    title: 'In care before birth',
    fields: ['DECOM', 'DOB'],
    wrong: 'The child’s first episode begins before the date of birth.',
    todo: 'Correct the start of the episode (DECOM) or the date of birth (DOB).',
    fails: ({ rows, first }, flag) => {
      if (first === undefined) return;
      for (const header of rows.Header) if (first.DECOM < header.DOB) flag(first, header);
    },
  }),
  eachRow('Episodes', {
    code: '353',
    title: 'Episode begins before 14 October 1991',
    fields: ['DECOM'],
    wrong: 'The episode begins before 14 October 1991, the first day the return covers.',
    todo: 'Check the year in DECOM.',
    fails: ({ DECOM }) => DECOM < on('1991-10-14'),
  }),
  eachRow('Episodes', {
    code: '354',
    title: 'Episode begins after the year',
    fields: ['DECOM'],
    wrong: 'The episode begins after the last day of the collection year.',
    todo: 'Correct DECOM, or leave the episode for next year’s return.',
    soFar: {
      title: 'Episode begins on a day to come',
      wrong: `The episode begins after ${LAST_DAY}, up to which the year is looked at.`,
      todo: 'Check DECOM. If it is right, there is nothing to do once the day has come.',
    },
    departs:
      'Others test the start of the episode and speak of its end. We test the start, and say so: 385 tests the end.',
    fails: ({ DECOM }, _, { END }) => DECOM > END,
  }),
  eachRow('Episodes', {
    code: '355',
    title: 'Episode ends the day it begins',
    fields: ['DECOM', 'DEC'],
    wrong: 'The episode begins and ends on the same day.',
    todo: 'Correct one of the dates, or remove the episode: one lasts at least a night.',
    departs:
      'Others compare the two dates as text, and so report an episode that has neither. We compare days: what is missing is for other rules to say.',
    fails: ({ DECOM, DEC }) => DECOM === DEC,
  }),
  eachRow('Episodes', {
    code: '356',
    title: 'Episode ends before it begins',
    fields: ['DECOM'],
    wrong: 'The episode ends before it begins.',
    todo: 'Correct DECOM or DEC.',
    fails: ({ DECOM, DEC }) => DEC < DECOM,
  }),
  eachRow('Episodes', {
    code: '385',
    title: 'Episode ends after the year',
    fields: ['DEC'],
    wrong: 'The episode ends after the last day of the collection year.',
    todo: 'Correct DEC, or leave it and REC blank as the episode was still open when the year ended.',
    soFar: {
      title: 'Episode ends on a day to come',
      wrong: `The episode ends after ${LAST_DAY}, up to which the year is looked at.`,
      todo: 'Check DEC. Leave it and REC blank until the day has come.',
    },
    fails: ({ DEC }, _, { END }) => DEC > END,
  }),
  eachStep({
    code: '431',
    title: 'Care starts anew without a break',
    fields: ['RNE', 'DECOM'],
    wrong:
      'The episode is a new start of care (RNE is S), yet the one before it had not ended by the day before.',
    todo: 'If care went on, say what changed in RNE; if it stopped and began again, correct the dates.',
    fails: (previous, { RNE, DECOM }) => RNE === 'S' && DECOM <= previous.DEC,
  }),
  eachChild(['Episodes'], {
    code: '433',
    title: 'Gap or overlap between episodes of one period of care',
    fields: ['RNE', 'DECOM'],
    wrong:
      'The episode carries on from another (RNE is P, L, T, U or B), yet the one before it did not end on the day this one begins.',
    todo: 'Make DECOM the day the episode before ended (its DEC), or RNE S if care had stopped.',
    departs: 'Others compare the two dates as text, so that 1/5/2026 and 01/05/2026 differ. We compare days.',
    fails: ({ inOrder }, flag) => {
      const rows = inOrderOfStart(
        inOrder,
        ({ DECOM }) => DECOM,
        ({ DEC }) => DEC,
      );
      let before = Number.NaN;
      for (const [i, episode] of rows.entries()) {
        // A missing date is not the same day as any.
        if (i > 0 && GOES_ON.has(episode.RNE) && episode.DECOM !== before) flag(episode);
        before = episode.DEC;
      }
    },
  }),
  eachStep({
    code: '501',
    title: 'Episodes overlap',
    fields: ['DECOM', 'DEC'],
    wrong: 'The episode begins before the one before it ended.',
    todo: 'Correct DECOM of this episode or DEC of the one before.',
    fails: (previous, { DECOM }) => DECOM < previous.DEC,
  }),
];
