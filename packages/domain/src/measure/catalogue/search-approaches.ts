import { daysBetween } from '../../calendar/day.ts';
import { londonDayOf } from '../../calendar/london-time.ts';
import type { CaseMeasure } from '../measure.ts';
import { caseOfOther, hasHappened, isInWindow, yesOrNo } from '../record-cases.ts';
import type { PlacementSearch, SearchApproach } from '../records/search.ts';
import { moved, OF_SEARCHES, searchesBy } from './searches.ts';

const WORCESTERSHIRE = 'Worcestershire Children First, placements paper 2023: the order of a search';

const OF_APPROACHES = {
  ...OF_SEARCHES,
  source: WORCESTERSHIRE,
  fields: ['search log: approaches', 'day the search was over'],
} as const;

const overOn = ({ closedOn }: PlacementSearch) => closedOn;
const sentBy = (approaches: readonly SearchApproach[], on: SearchApproach['sentOn']) =>
  approaches.filter(({ sentOn }) => sentOn <= on);

export const approachesPerSearch: CaseMeasure = {
  ...OF_APPROACHES,
  id: 'approaches-per-search',
  title: 'Approaches for each search',
  definition:
    'Times a provider was approached, for each search that was over in the time shown: the average.',
  certainty: { mark: 'local', says: 'A provider who was approached twice counts twice.' },
  polarity: 'context',
  unit: 'each',
  takes: 'mean',
  numerator: 'Approaches',
  denominator: null,
  cases: searchesBy(overOn, ({ approaches }, on) => ({
    verdict: 'counts',
    amount: sentBy(approaches, on).length,
  })),
};

export const offerRate: CaseMeasure = {
  ...OF_APPROACHES,
  id: 'offer-rate',
  title: 'Approaches answered with an offer',
  definition:
    'Of approaches made in searches that were over in the time shown, the share to which the provider answered with an offer.',
  certainty: {
    mark: 'local',
    says:
      'No reply is no offer. Providers are told apart in the framework and spot tiers, by the name that was written down; our own ' +
      'carers and those approached directly are not named.',
  },
  polarity: 'higher is better',
  unit: 'percent',
  takes: 'share',
  numerator: 'With an offer',
  denominator: 'Approaches',
  breakdowns: ['search-tier', 'provider-asked', 'type-wanted'],
  cases: (authority, { records }) =>
    (records?.placementSearches ?? []).flatMap(({ child, closedOn, approaches, wanted }) => {
      if (!hasHappened(closedOn, authority) || !isInWindow(authority, closedOn)) return [];
      return sentBy(approaches, closedOn).map(({ tier, provider, offeredOn }) =>
        caseOfOther(child, closedOn, yesOrNo(offeredOn !== null && offeredOn <= closedOn), {
          keys: {
            'search-tier': tier,
            ...(provider === '' ? {} : { 'provider-asked': provider }),
            ...(wanted === null ? {} : { 'type-wanted': wanted }),
          },
        }),
      );
    }),
};

export const inHouseFirst: CaseMeasure = {
  ...OF_APPROACHES,
  id: 'in-house-first',
  title: 'Searches that asked in house first',
  definition:
    'Of searches that were over in the time shown and in which anybody was approached, the share in which an approach in house is ' +
    'written down on the first day of approaches.',
  certainty: {
    mark: 'local',
    says: 'Hours are often not written down: where others were asked on that same day, in house counts as first.',
  },
  polarity: 'higher is better',
  unit: 'percent',
  takes: 'share',
  numerator: 'In house first',
  denominator: 'Searches with an approach',
  cases: searchesBy(overOn, ({ approaches }, on) => {
    const sent = sentBy(approaches, on);
    const first = sent.map(({ sentOn }) => sentOn).toSorted()[0];
    if (first === undefined) return undefined;
    return { verdict: yesOrNo(sent.some(({ tier, sentOn }) => tier === 'in-house' && sentOn === first)) };
  }),
};

export const emergencySearches: CaseMeasure = {
  ...OF_SEARCHES,
  id: 'emergency-searches',
  title: 'Emergency searches',
  definition:
    'Of searches whose request was ready in the time shown, the share in which all tiers were asked at once.',
  source: WORCESTERSHIRE,
  certainty: {
    mark: 'local',
    says: 'It counts although the director said afterwards that the approval was not theirs: all were asked.',
  },
  polarity: 'lower is better',
  unit: 'percent',
  takes: 'share',
  fields: ['time of request', 'day all tiers were asked'],
  numerator: 'All tiers at once',
  denominator: 'Searches begun',
  cases: searchesBy(
    ({ readyAt }) => londonDayOf(readyAt),
    ({ allTiersOn }, _, authority) => ({ verdict: yesOrNo(hasHappened(allTiersOn, authority)) }),
  ),
};

const DAYS = { ...OF_SEARCHES, source: WORCESTERSHIRE, polarity: 'lower is better', unit: 'days' } as const;

export const daysToFirstOffer: CaseMeasure = {
  ...DAYS,
  id: 'days-to-first-offer',
  title: 'Days from request to first offer',
  definition:
    'Days from the one on which the request was ready to the one on which the first offer came, for first offers in the time shown: ' +
    'the middle one.',
  certainty: { mark: 'local', says: 'Weekends count. Searches that had no offer are not in it.' },
  takes: 'median',
  fields: ['time of request', 'search log: offers'],
  numerator: 'Days',
  denominator: null,
  cases: searchesBy(
    ({ offeredOn }) => offeredOn.toSorted()[0] ?? null,
    ({ readyAt }, on) => ({ verdict: 'counts', amount: Math.max(0, daysBetween(londonDayOf(readyAt), on)) }),
  ),
};

export const daysFromOfferToMove: CaseMeasure = {
  ...DAYS,
  id: 'days-offer-to-move',
  title: 'Days from offer to move',
  definition:
    'Days from the one on which the offer came that the child moved by to the move, for moves in the time shown: the middle one.',
  certainty: {
    mark: 'local',
    says: 'Weekends count. A move before its offer was written down counts as none, and one whose offer is not written down is not in it.',
  },
  takes: 'median',
  fields: ['search log: offers', 'offer chosen', 'day of move'],
  numerator: 'Days',
  denominator: null,
  cases: moved(({ chosenOfferOn }, movedAt, authority) =>
    !hasHappened(chosenOfferOn, authority)
      ? undefined
      : { verdict: 'counts', amount: Math.max(0, daysBetween(chosenOfferOn, londonDayOf(movedAt))) },
  ),
};

export const typeWantedFound: CaseMeasure = {
  ...OF_SEARCHES,
  id: 'type-wanted-found',
  title: 'Placements of the type wanted',
  definition:
    'Of placements found by a search and begun in the time shown, the share of the type that the request preferred.',
  source: WORCESTERSHIRE,
  certainty: {
    mark: 'local',
    says: 'Where the request prefers no one type, or the home is of none of them, it is told apart as not recorded.',
  },
  polarity: 'higher is better',
  unit: 'percent',
  takes: 'share',
  fields: ['type asked for', 'type placed', 'time of move'],
  numerator: 'Of the type wanted',
  denominator: 'Placements found',
  cases: moved(({ wanted, placed }) => ({
    verdict: placed === null || wanted === null ? 'not-recorded' : yesOrNo(placed === wanted),
  })),
};

export const SEARCH_APPROACHES: readonly CaseMeasure[] = [
  daysToFirstOffer,
  daysFromOfferToMove,
  approachesPerSearch,
  offerRate,
  inHouseFirst,
  emergencySearches,
  typeWantedFound,
];
