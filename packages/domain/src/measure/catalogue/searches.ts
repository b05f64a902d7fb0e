import type { Day } from '../../calendar/day.ts';
import { endOfLondonDay, londonDayOf } from '../../calendar/london-time.ts';
import { type Moment, minuteNumber } from '../../calendar/moment.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import type { Case, CaseMeasure, MeasureContext, Verdict } from '../measure.ts';
import { onceFor } from '../once-for.ts';
import { caseOfOther, hasHappened, isInWindow, latestBy, yesOrNo } from '../record-cases.ts';
import type { OtherTypeReason, PlacementSearch } from '../records/search.ts';
import { ofWholeAuthority } from './kinds.ts';

export const OF_SEARCHES = {
  ...ofWholeAuthority,
  question: 'where',
  needs: ['placementSearches'],
  breakdowns: ['type-wanted'],
} as const;

interface Judgement {
  readonly verdict: Verdict;
  readonly amount?: number;
}

/** One search a case: of a child for whom a home was looked for twice there are two. */
const caseOfSearch = ({ child, wanted }: PlacementSearch, on: Case['on'], judged: Judgement): Case =>
  caseOfOther(child, on, judged.verdict, {
    ...(wanted === null ? {} : { keys: { 'type-wanted': wanted } }),
    ...(judged.amount === undefined ? {} : { amount: judged.amount }),
  });

/** Searches that ended with the child's move in the time shown. Undefined: it has no part in the figure. */
export const moved =
  (judge: (search: PlacementSearch, movedAt: Moment, authority: AuthorityOnDay) => Judgement | undefined) =>
  (authority: AuthorityOnDay, { records }: MeasureContext): readonly Case[] =>
    (records?.placementSearches ?? []).flatMap((search) => {
      const { movedAt } = search;
      if (movedAt === null || movedAt >= endOfLondonDay(authority.asOf)) return [];
      const on = londonDayOf(movedAt);
      const judged = isInWindow(authority, on) ? judge(search, movedAt, authority) : undefined;
      return judged === undefined ? [] : [caseOfSearch(search, on, judged)];
    });

/** Searches of which a day of theirs is in the time shown. Undefined: it has no part in the figure. */
export const searchesBy =
  (
    dayOf: (search: PlacementSearch) => Day | null,
    judge: (search: PlacementSearch, on: Day, authority: AuthorityOnDay) => Judgement | undefined,
  ) =>
  (authority: AuthorityOnDay, { records }: MeasureContext): readonly Case[] =>
    (records?.placementSearches ?? []).flatMap((search) => {
      const on = dayOf(search);
      if (!hasHappened(on, authority) || !isInWindow(authority, on)) return [];
      const judged = judge(search, on, authority);
      return judged === undefined ? [] : [caseOfSearch(search, on, judged)];
    });

const closedOn = (search: PlacementSearch): Day | null => search.closedOn;

/** Searches that were over in the time shown, whether or not a placement was found. */
const closed = (judge: (offers: number) => Judgement) =>
  searchesBy(closedOn, ({ offeredOn }, over) => judge(offeredOn.filter((on) => on <= over).length));

export const sameDayPlacements: CaseMeasure = {
  ...OF_SEARCHES,
  id: 'same-day-placements',
  title: 'Placements made on the day they were asked for',
  definition:
    'Of placements found by a search and begun in the time shown, the share begun on the day on which the request was ready, or before it.',
  source: 'West Sussex strategy 2018–2021, theme c: unplanned and same-day placements',
  certainty: { mark: 'stated', says: 'A day is a day in London: ten to midnight and ten past are two days.' },
  polarity: 'context',
  unit: 'percent',
  takes: 'share',
  fields: ['time of request', 'time of move'],
  numerator: 'On the same day',
  denominator: 'Placements found',
  cases: moved(({ readyAt }, movedAt) => ({
    verdict: yesOrNo(londonDayOf(movedAt) <= londonDayOf(readyAt)),
  })),
};

export const timeToPlace: CaseMeasure = {
  ...OF_SEARCHES,
  id: 'time-to-place',
  title: 'Hours from request to placement',
  definition:
    'Hours from the request for a placement being ready to the child’s move, for moves in the time shown: the middle one.',
  source: 'West Sussex strategy 2018–2021, theme c; Worcestershire Children First, 2023',
  certainty: {
    mark: 'local',
    says:
      'Hours run on through nights and weekends, and however planned the move was. A move of which the day is known and no hour counts as ' +
      'at the end of that day, and one before the request was ready as no hours at all.',
  },
  polarity: 'lower is better',
  unit: 'hours',
  takes: 'median',
  fields: ['time of request', 'time of move'],
  numerator: 'Hours',
  denominator: null,
  cases: moved(({ readyAt }, movedAt) => ({
    verdict: 'counts',
    amount: Math.max(0, minuteNumber(movedAt) - minuteNumber(readyAt)) / 60,
  })),
};

const OFFERS = {
  ...OF_SEARCHES,
  source: 'Worcestershire Children First, placements paper 2023',
  fields: ['search log: offers', 'day the search was over'],
} as const;

export const offersPerSearch: CaseMeasure = {
  ...OFFERS,
  id: 'offers-per-search',
  title: 'Offers for each search',
  definition: 'Offers of a placement received, for each search that was over in the time shown: the average.',
  certainty: { mark: 'local', says: 'Every offer counts, whether or not it was suitable.' },
  polarity: 'higher is better',
  unit: 'each',
  takes: 'mean',
  numerator: 'Offers',
  denominator: null,
  cases: closed((offers) => ({ verdict: 'counts', amount: offers })),
};

export const noOfferSearches: CaseMeasure = {
  ...OFFERS,
  id: 'no-offer-searches',
  title: 'Searches without an offer',
  definition: 'Of searches that were over in the time shown, the share for which no offer was received.',
  certainty: { mark: 'local', says: 'A search called off before anybody could answer counts too.' },
  polarity: 'lower is better',
  unit: 'percent',
  takes: 'share',
  numerator: 'Without an offer',
  denominator: 'Searches over',
  cases: closed((offers) => ({ verdict: yesOrNo(offers === 0) })),
};

const reasonsBySearch = onceFor(
  (reasons: readonly OtherTypeReason[]): ReadonlyMap<string, readonly OtherTypeReason[]> =>
    Map.groupBy(reasons, ({ search }) => search),
);

export const desiredTypeNotAchieved: CaseMeasure = {
  ...OF_SEARCHES,
  id: 'desired-type-not-achieved',
  title: 'Not the type of placement wanted',
  definition:
    'Of placements found by a search and begun in the time shown, the share of another type than the one asked for because ' +
    'none was available.',
  source: 'Worcestershire Children First, placements paper 2023: the first reason for the panel',
  certainty: {
    mark: 'stated',
    says: 'Another type chosen for the child’s needs does not count. One whose reason is not recorded is told apart.',
  },
  polarity: 'lower is better',
  unit: 'percent',
  takes: 'share',
  fields: ['type asked for', 'type placed', 'reason for another type', 'time of move'],
  numerator: 'Not available',
  denominator: 'Placements found',
  needs: ['placementSearches', 'otherTypeReasons'],
  cases: (authority, context) => {
    const reasons = reasonsBySearch(context.records?.otherTypeReasons ?? []);
    return moved(({ search, wanted, placed }) => {
      if (placed === null || wanted === null) return { verdict: 'not-recorded' };
      if (placed === wanted) return { verdict: 'does-not-count' };
      const because = latestBy(reasons.get(search) ?? [], authority.asOf)?.because;
      return { verdict: because === undefined ? 'not-recorded' : yesOrNo(because === 'availability') };
    })(authority, context);
  },
};

export const SEARCHES: readonly CaseMeasure[] = [
  sameDayPlacements,
  timeToPlace,
  offersPerSearch,
  noOfferSearches,
  desiredTypeNotAchieved,
];
