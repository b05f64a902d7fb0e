import type { Day } from '../../calendar/day.ts';
import { dayInWords } from '../../calendar/words.ts';
import type { CareHistory } from '../../child/care-history.ts';
import { type CodeList, codeTitle } from '../../child/code-list.ts';
import { type Episode, episodesAsOf } from '../../child/episode.ts';
import { ETHNICITIES } from '../../child/ethnicity.ts';
import { LEGAL_STATUSES } from '../../child/legal-status.ts';
import { CATEGORIES_OF_NEED } from '../../child/need.ts';
import { REASONS_CEASED } from '../../child/reason-ceased.ts';
import { REASONS_FOR_NEW_EPISODE } from '../../child/reason-new-episode.ts';
import { PLACEMENT_TYPES } from '../../placement/placement-type.ts';
import { PROVIDER_TYPES } from '../../placement/provider-type.ts';

/**
 * What two readings of a child's record say differently, in sentences a person can check: what each day knew, so that
 * later episodes and endings are not differences.
 */
export const recordDifferences = (
  before: CareHistory,
  beforeOn: Day,
  after: CareHistory,
  afterOn: Day,
): readonly string[] => [
  ...detailDifferences(before, after),
  ...episodeDifferences(
    episodesAsOf(
      before.stages.map(({ episode }) => episode),
      beforeOn,
    ),
    episodesAsOf(
      after.stages.map(({ episode }) => episode),
      afterOn,
    ),
  ),
];

const NOT_RECORDED = 'not recorded';
const said = (text: string | null | undefined): string => text ?? NOT_RECORDED;
const sayDay = (d: Day | null | undefined): string =>
  d === null || d === undefined ? NOT_RECORDED : dayInWords(d);
const sayCode =
  (list: CodeList) =>
  (code: string | null | undefined): string =>
    code === null || code === undefined ? NOT_RECORDED : codeTitle(list, code);

const nowAndThen = (what: string, before: string, after: string): readonly string[] =>
  before === after ? [] : [`${what} is now ${after} (was ${before}).`];

const detailDifferences = (before: CareHistory, after: CareHistory): readonly string[] => [
  ...nowAndThen('Date of birth', sayDay(before.dateOfBirth), sayDay(after.dateOfBirth)),
  ...nowAndThen('Sex', said(before.sex), said(after.sex)),
  ...nowAndThen('Ethnicity', sayCode(ETHNICITIES)(before.ethnicity), sayCode(ETHNICITIES)(after.ethnicity)),
  ...nowAndThen('Unaccompanied asylum-seeking status', sayUasc(before), sayUasc(after)),
];

const sayUasc = ({ uasc }: CareHistory): string => {
  if (uasc === undefined) return NOT_RECORDED;
  return uasc.until === null ? 'recorded' : `recorded until ${dayInWords(uasc.until)}`;
};

const episodeDifferences = (before: readonly Episode[], after: readonly Episode[]): readonly string[] => {
  const keyOf = (episode: Episode): string => `${episode.decom} ${episode.dec === episode.decom}`;
  const earlier = new Map(before.map((episode) => [keyOf(episode), episode]));
  const later = new Map(after.map((episode) => [keyOf(episode), episode]));
  return [
    ...before
      .filter((episode) => !later.has(keyOf(episode)))
      .map((episode) => `The episode from ${dayInWords(episode.decom)} is no longer recorded.`),
    ...after.flatMap((episode) => {
      const was = earlier.get(keyOf(episode));
      return was === undefined ? newEpisode(episode) : episodeChanges(was, episode);
    }),
  ];
};

const newEpisode = (episode: Episode): readonly string[] => {
  const place = sayCode(PLACEMENT_TYPES)(episode.place);
  const status = sayCode(LEGAL_STATUSES)(episode.ls);
  const began = `${codeTitle(REASONS_FOR_NEW_EPISODE, episode.rne)} on ${dayInWords(episode.decom)}: ${place}; ${status}.`;
  return episode.dec === null || episode.rec === 'X1'
    ? [began]
    : [began, careEnded(episode.dec, episode.rec)];
};

const careEnded = (dec: Day, rec: string | null): string =>
  `Care ended on ${dayInWords(dec)}: ${rec === null ? 'reason not recorded' : codeTitle(REASONS_CEASED, rec)}.`;

const episodeChanges = (was: Episode, is: Episode): readonly string[] => {
  const from = (what: string): string => `${what} from ${dayInWords(is.decom)}`;
  return [
    ...nowAndThen(from('Placement'), sayCode(PLACEMENT_TYPES)(was.place), sayCode(PLACEMENT_TYPES)(is.place)),
    ...nowAndThen(
      from('Provider'),
      sayCode(PROVIDER_TYPES)(was.provider),
      sayCode(PROVIDER_TYPES)(is.provider),
    ),
    ...nowAndThen(from('Placement postcode'), said(was.postcode), said(is.postcode)),
    ...nowAndThen(from('Home postcode'), said(was.homePostcode), said(is.homePostcode)),
    ...nowAndThen(from('Legal status'), sayCode(LEGAL_STATUSES)(was.ls), sayCode(LEGAL_STATUSES)(is.ls)),
    ...nowAndThen(
      from('Category of need'),
      sayCode(CATEGORIES_OF_NEED)(was.cin),
      sayCode(CATEGORIES_OF_NEED)(is.cin),
    ),
    ...nowAndThen(from('How the episode began'), said(was.rne), said(is.rne)),
    ...endingChanges(was, is),
  ];
};

/** An ending that another episode follows is told by that episode. */
const endingChanges = (was: Episode, is: Episode): readonly string[] => {
  if (was.dec === is.dec && was.rec === is.rec) return [];
  if (is.dec === null)
    return [`The episode from ${dayInWords(is.decom)} is now open (ended ${sayDay(was.dec)}).`];
  if (is.rec !== 'X1') return [careEnded(is.dec, is.rec)];
  return was.dec === null
    ? []
    : [
        `The episode from ${dayInWords(is.decom)} now ends on ${dayInWords(is.dec)} (was ${dayInWords(was.dec)}).`,
      ];
};
