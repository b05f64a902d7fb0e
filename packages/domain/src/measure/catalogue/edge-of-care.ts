import { addMonths, type Day } from '../../calendar/day.ts';
import { rollingTwelveMonths } from '../../calendar/reporting-year.ts';
import { findChildOnDay } from '../../child/care-history.ts';
import type { ChildId } from '../../child/record.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import type { CaseMeasure } from '../measure.ts';
import { caseOfOther, historiesOf, yesOrNo } from '../record-cases.ts';
import { careStartsOf } from './care-starts.ts';
import { recordedIn } from './front-door.ts';
import { ofWholeAuthority } from './kinds.ts';

const OF_EDGE = {
  ...ofWholeAuthority,
  question: 'safe',
  source: 'Worcestershire Children First, placements paper 2023',
  unit: 'percent',
  takes: 'share',
  denominator: 'Cases closed',
  breakdowns: ['edge-of-care-outcome'],
  needs: ['edgeOfCareClosures'],
} as const;

export const edgeOfCareClosures: CaseMeasure = {
  ...OF_EDGE,
  id: 'edge-of-care-closure',
  title: 'Edge-of-care cases closed with things better at home',
  definition:
    'Of edge-of-care cases closed in the time shown, the share in which the child stayed with the family and things got better. ' +
    'The others went to child protection, came into care or ended otherwise, and are told apart.',
  certainty: {
    mark: 'stated',
    says: 'The paper leaves a few endings unexplained; here every other ending is one of the parts.',
  },
  polarity: 'higher is better',
  fields: ['day of closure', 'outcome'],
  numerator: 'Better at home',
  cases: (authority, { records }) =>
    recordedIn(records?.edgeOfCareClosures, authority).map(({ child, on, outcome }) =>
      caseOfOther(child, on, yesOrNo(outcome === 'improved'), { keys: { 'edge-of-care-outcome': outcome } }),
    ),
};

/** In care on the day the case was closed, or from some day up to so many months after it. */
const cameIntoCare = (authority: AuthorityOnDay, child: ChildId, closed: Day, months: number): boolean => {
  const history = historiesOf(authority.ledger).get(child);
  if (history === undefined) return false;
  const then = findChildOnDay(history, closed);
  if (then !== undefined && !then.shortBreaks) return true;
  return (careStartsOf(authority.ledger).get(child) ?? []).some(
    (on) => on > closed && on <= addMonths(closed, months) && on <= authority.asOf,
  );
};

const followed = (months: number): CaseMeasure['cases'] => {
  return (authority, { records }) => {
    const time = rollingTwelveMonths(addMonths(authority.asOf, -months));
    return (records?.edgeOfCareClosures ?? [])
      .filter(({ on }) => on >= time.starts && on < time.ends)
      .map(({ child, on, outcome }) =>
        caseOfOther(child, on, yesOrNo(cameIntoCare(authority, child, on, months)), {
          keys: { 'edge-of-care-outcome': outcome },
        }),
      );
  };
};

const FOLLOWED = {
  ...OF_EDGE,
  polarity: 'lower is better',
  fields: ['day of closure', 'outcome', 'DECOM', 'DEC', 'RNE', 'LS'],
  certainty: {
    mark: 'local',
    says: 'The paper says what was recorded at closure; this follows every child for the same time after it. Short breaks are not coming into care.',
  },
} as const;

export const careAfterClosure: CaseMeasure = {
  ...FOLLOWED,
  id: 'edge-of-care-care-6m',
  title: 'Looked after within six months of an edge-of-care case',
  definition:
    'Of edge-of-care cases closed in the twelve months that ended six months before the day, the share whose child was looked ' +
    'after on the day of closure or within six calendar months of it.',
  over: 'half-a-year-ago',
  numerator: 'Looked after within six months',
  cases: followed(6),
};

export const careYearAfterClosure: CaseMeasure = {
  ...FOLLOWED,
  id: 'edge-of-care-care-12m',
  title: 'Looked after within a year of an edge-of-care case',
  definition:
    'Of edge-of-care cases closed in the twelve months that ended a year before the day, the share whose child was looked after ' +
    'on the day of closure or within twelve calendar months of it.',
  over: 'a-year-ago',
  numerator: 'Looked after within a year',
  cases: followed(12),
};

export const EDGE_OF_CARE: readonly CaseMeasure[] = [
  edgeOfCareClosures,
  careAfterClosure,
  careYearAfterClosure,
];
