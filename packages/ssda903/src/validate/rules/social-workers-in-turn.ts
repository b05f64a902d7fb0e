import { type DayNumber, dayFromNumber } from '@rightplace/domain';
import type { ChildReturn } from '../child-return.ts';
import { addYears, type Collection } from '../collection.ts';
import { isShortBreaks } from '../continuously-looked-after.ts';
import type { EpisodeRow, SwEpisodeRow } from '../rows.ts';
import { eachChild, eachRow, LAST_DAY, type Rule } from '../rule.ts';
import { earlierSocialWorkersNotLeft, isIncomplete, lastSocialWorker } from '../social-workers.ts';

const WEEK = 7;

/** Each social worker of a child with the one before. */
const stepsOf = ({ socialWorkers }: ChildReturn): readonly (readonly [SwEpisodeRow, SwEpisodeRow])[] =>
  socialWorkers.flatMap((current, i) => {
    const previous = socialWorkers[i - 1];
    return previous === undefined ? [] : [[previous, current] as const];
  });

/** Whether a social worker came more than a week before the one before left; or, as others read it, after that too. */
const cameTooEarly = (
  { SW_DEC: left }: SwEpisodeRow,
  { SW_DECOM: came }: SwEpisodeRow,
  { peerCompatible }: Collection,
): boolean => (peerCompatible ? !(came >= left - WEEK && came <= left + WEEK) : came < left - WEEK);

/** On 31 March: the latest episode is open, and not of short breaks. */
const isLookedAfterAtEnd = ({ latest }: ChildReturn): boolean =>
  latest !== undefined && Number.isNaN(latest.DEC) && !isShortBreaks(latest);

const isLastOfMarch = (day: DayNumber): boolean => dayFromNumber(day).endsWith('-03-31');

const isStartOrEndOfCare = (episode: EpisodeRow): boolean =>
  !isShortBreaks(episode) && (episode.RNE === 'S' || episode.REC !== 'X1');

/** Whether a child had a social worker when an episode began, or when it ended: on `end` while it is open. */
const hadSocialWorker = ({ rows }: ChildReturn, { DECOM, DEC }: EpisodeRow, end: DayNumber): boolean => {
  const until = Number.isNaN(DEC) ? end : DEC;
  return rows.SWEpisodes.some(({ SW_DECOM, SW_DEC }) => {
    const had = (day: DayNumber): boolean => SW_DECOM <= day && !(SW_DEC < day);
    return had(DECOM) || had(until);
  });
};

const OVERLAP_DEPARTS =
  'The other validator also finds gaps of more than a week, and rows after one with no end. We do not: the rule speaks of coming too early, and SW08 finds rows with no end.';

const COVER_DEPARTS =
  'The other validator holds each start and end of care against every social worker of the child, so that one who does not match is enough, and most open episodes fail. We ask of children looked after on 31 March that some social worker was there at the start or at the end.';

/** How the social workers of a child follow on from one another, and from the child's care. */
export const SOCIAL_WORKERS_IN_TURN_RULES: readonly Rule[] = [
  eachRow('Episodes', {
    code: 'SW01STG1',
    from: 2024,
    to: 2024,
    title: 'Social worker of a child in care missing or incomplete',
    fields: ['DEC', 'SW_ID', 'SW_DECOM', 'SW_REASON'],
    needs: ['SWEpisodes'],
    wrong:
      'The episode is open, and the child has no social worker or one without an SW_ID, SW_DECOM or SW_REASON.',
    todo: 'Add the child’s social worker, or fill in what is blank.',
    departs:
      'The other validator marks rows of social workers by the numbers of episodes. We mark the episodes.',
    fails: (episode, { rows }) =>
      episode.rawDEC === '' &&
      !isShortBreaks(episode) &&
      (rows.SWEpisodes.length === 0 || rows.SWEpisodes.some(isIncomplete)),
  }),
  eachChild(['SWEpisodes'], {
    code: 'SW08STG2',
    from: 2024,
    title: 'Earlier social worker has not left',
    fields: ['SW_DEC'],
    wrong: 'Another social worker came later, and this one has no SW_DEC.',
    todo: 'Enter the day this social worker left.',
    departs:
      'The other validator takes a row without SW_DECOM for the last, and so finds the current one. We leave such rows out; of two who came on one day, one who has not left is the last.',
    fails: (child, flag) => {
      for (const row of earlierSocialWorkersNotLeft(child)) flag(row);
    },
  }),
  eachChild(['SWEpisodes'], {
    code: 'SW10STG2',
    from: 2024,
    to: 2024,
    title: 'Social worker came too early',
    fields: ['SW_DECOM'],
    wrong: 'The social worker came more than a week before the one before left.',
    todo: 'Correct SW_DECOM, or SW_DEC of the one before.',
    departs: OVERLAP_DEPARTS,
    fails: (child, flag, collection) => {
      for (const [previous, current] of stepsOf(child))
        if (cameTooEarly(previous, current, collection)) flag(current);
    },
  }),
  eachChild(['SWEpisodes'], {
    code: 'SW10STG2',
    from: 2025,
    title: 'Social worker came too early',
    fields: ['SW_DECOM'],
    wrong: 'The social worker came more than a week before the one before left, and not for a first contact.',
    todo: 'Correct SW_DECOM or SW_REASON, or SW_DEC of the one before.',
    departs: OVERLAP_DEPARTS,
    fails: (child, flag, collection) => {
      for (const [previous, current] of stepsOf(child))
        if (current.SW_REASON !== 'FCONTA' && cameTooEarly(previous, current, collection)) flag(current);
    },
  }),
  eachChild(['SWEpisodes'], {
    code: 'SW11aSTG2',
    from: 2024,
    to: 2024,
    title: 'Social worker does not follow on',
    fields: ['SW_DECOM'],
    wrong: 'The social worker came more than five days before or after the one before left.',
    todo: 'Correct SW_DECOM, or SW_DEC of the one before, or add who came between.',
    fails: (child, flag, { END }) => {
      for (const [previous, current] of stepsOf(child)) {
        const left = previous.SW_DEC;
        if (left <= END - 5 && Math.abs(current.SW_DECOM - left) > 5) flag(current);
      }
    },
  }),
  eachChild(['SWEpisodes'], {
    code: 'SW11bSTG2',
    from: 2024,
    title: 'No social worker at the end of the year',
    fields: ['SW_DEC'],
    wrong: 'The child’s last social worker left in the last days of March, and none came after.',
    todo: 'Add the social worker who came after, or correct SW_DEC.',
    departs:
      'The other validator finds some rows that another does follow, and marks some that lack SW_DECOM instead. We find the social worker who came last.',
    fails: (child, flag, { END }) => {
      // While the year runs, its end so far is today, and its last days have not come.
      if (!isLastOfMarch(END)) return;
      const last = lastSocialWorker(child);
      if (last !== undefined && last.SW_DEC >= END - 5 && last.SW_DEC <= END) flag(last);
    },
  }),
  eachRow('Episodes', {
    code: 'SW12STG2',
    from: 2024,
    to: 2024,
    title: 'No social worker at the start or the end of care',
    fields: ['DECOM', 'DEC'],
    needs: ['SWEpisodes'],
    wrong:
      'The child had no social worker when this episode began, nor when it ended or at the end of the year.',
    todo: 'Add who was the child’s social worker then, or correct SW_DECOM and SW_DEC.',
    soFar: {
      wrong: `The child had no social worker when this episode began, nor when it ended or on ${LAST_DAY}.`,
    },
    departs: COVER_DEPARTS,
    fails: (episode, child, { END }) =>
      isStartOrEndOfCare(episode) && isLookedAfterAtEnd(child) && !hadSocialWorker(child, episode, END),
  }),
  eachRow('Episodes', {
    code: 'SW12STG2',
    from: 2025,
    title: 'No social worker at the start or the end of care',
    fields: ['DECOM', 'DEC'],
    needs: ['SWEpisodes'],
    wrong:
      'The child had no social worker when this episode of this year or last began, nor when it ended or at the end of the year.',
    todo: 'Add who was the child’s social worker then, or correct SW_DECOM and SW_DEC.',
    soFar: {
      wrong: `The child had no social worker when this episode of this year or last began, nor when it ended or on ${LAST_DAY}.`,
    },
    departs: COVER_DEPARTS,
    fails: (episode, child, { START, END }) =>
      isStartOrEndOfCare(episode) &&
      !(episode.DEC < addYears(START, -1)) &&
      !(episode.DEC > END) &&
      isLookedAfterAtEnd(child) &&
      !hadSocialWorker(child, episode, END),
  }),
  eachChild(['SWEpisodes'], {
    code: 'SW14STG2',
    from: 2024,
    to: 2024,
    title: 'Earlier social worker without an end',
    fields: ['SW_DEC'],
    wrong: 'SW_DEC is blank or is not a day, on a row that is not the child’s last social worker.',
    todo: 'Enter the day that this social worker left.',
    departs:
      'The other validator takes a row without SW_DECOM for the last. We leave such rows out, as in SW08.',
    fails: (child, flag) => {
      for (const row of earlierSocialWorkersNotLeft(child)) flag(row);
    },
  }),
  eachChild(['SWEpisodes'], {
    code: 'SW17STG2',
    from: 2026,
    title: 'Child in care whose last social worker has left',
    fields: ['SW_DEC', 'SW_DECOM'],
    wrong:
      'The child’s last social worker has an SW_DEC, though the child was still looked after on 31 March.',
    todo: 'Remove SW_DEC, or add the social worker who came after.',
    soFar: {
      wrong: `The child’s last social worker has an SW_DEC, though the child was still looked after on ${LAST_DAY}.`,
    },
    departs:
      'The other validator also finds children who were no longer looked after. We do not, where Episodes are given to tell by: the rule is about 31 March.',
    fails: (child, flag, { isGiven }) => {
      const last = lastSocialWorker(child);
      if (last === undefined || last.rawSW_DEC === '') return;
      if (!isGiven('Episodes') || isLookedAfterAtEnd(child)) flag(last);
    },
  }),
];
