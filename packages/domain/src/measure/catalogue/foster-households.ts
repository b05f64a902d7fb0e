import { addDays, addMonths, type Day } from '../../calendar/day.ts';
import { containsDay } from '../../calendar/period.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import { type Conventions, conventionsOf } from '../conventions.ts';
import type { Case, CaseMeasure, MeasureContext } from '../measure.ts';
import { caseOfOther, hasHappened, isInWindow, latestBy, yesOrNo } from '../record-cases.ts';
import type { FosterContact, FosterHousehold } from '../records/fostering.ts';
import { ofWholeAuthority } from './kinds.ts';

const OF_HOUSEHOLDS = {
  ...ofWholeAuthority,
  question: 'where',
  source: 'Kent County Council, 2016, Measure 5; Worcestershire Children First, 2023',
  polarity: 'higher is better',
  unit: 'households',
  takes: 'count',
  denominator: null,
  needs: ['fosterHouseholds'],
} as const;

/** Households approved to foster at the end of the day. */
const approvedOn = ({ asOf }: AuthorityOnDay, { records }: MeasureContext): readonly FosterHousehold[] =>
  (records?.fosterHouseholds ?? []).filter((each) =>
    containsDay({ starts: each.approvedOn, ends: each.ceasedOn }, asOf),
  );

const ofApproved =
  (isMeant: (household: FosterHousehold) => boolean) =>
  (authority: AuthorityOnDay, context: MeasureContext): readonly Case[] =>
    approvedOn(authority, context)
      .filter(isMeant)
      .map(({ household }) => caseOfOther(household, authority.asOf, 'counts'));

const SAYS = 'This authority’s own carers, relatives and friends approved as foster carers among them.';

export const fosterHouseholds: CaseMeasure = {
  ...OF_HOUSEHOLDS,
  id: 'foster-households',
  title: 'Foster households',
  definition: 'Households approved to foster at the end of the day.',
  certainty: { mark: 'established practice', says: SAYS },
  over: 'day',
  fields: ['day of approval', 'day approval ended'],
  numerator: 'Households approved',
  cases: ofApproved(() => true),
};

export const specialistHouseholds: CaseMeasure = {
  ...OF_HOUSEHOLDS,
  id: 'foster-specialist',
  title: 'Specialist foster households',
  definition:
    'Households approved at the end of the day to foster as specialists, at a higher rate: for young children in homes and others ' +
    'who are hard to place.',
  certainty: { mark: 'local', says: 'What makes a carer a specialist is the authority’s own scheme.' },
  over: 'day',
  fields: ['day of approval', 'day approval ended', 'category of carer'],
  numerator: 'Specialist households',
  cases: ofApproved(({ specialist }) => specialist),
};

/** Households whose approval ended in the time shown. */
const leaving = (authority: AuthorityOnDay, { records }: MeasureContext) =>
  (records?.fosterHouseholds ?? []).flatMap(({ household, ceasedOn, ceasedWhy }) =>
    hasHappened(ceasedOn, authority) && isInWindow(authority, ceasedOn)
      ? [{ household, on: ceasedOn, why: ceasedWhy }]
      : [],
  );

export const fosterNet: CaseMeasure = {
  ...OF_HOUSEHOLDS,
  id: 'foster-net',
  title: 'Foster households gained less lost',
  definition: 'Households approved to foster in the time shown, less those whose approval ended in it.',
  certainty: { mark: 'established practice', says: SAYS },
  takes: 'sum',
  fields: ['day of approval', 'day approval ended'],
  numerator: 'Approved less ended',
  cases: (authority, context) => [
    ...(context.records?.fosterHouseholds ?? [])
      .filter((each) => each.approvedOn <= authority.asOf && isInWindow(authority, each.approvedOn))
      .map((each) => caseOfOther(each.household, each.approvedOn, 'counts', { amount: 1 })),
    ...leaving(authority, context).map(({ household, on }) =>
      caseOfOther(household, on, 'counts', { amount: -1 }),
    ),
  ],
};

export const fosterLeavers: CaseMeasure = {
  ...OF_HOUSEHOLDS,
  id: 'foster-leavers',
  title: 'Foster households lost',
  definition: 'Households whose approval to foster ended in the time shown, by why it did.',
  certainty: { mark: 'stated', says: 'The paper says that most retire.' },
  polarity: 'lower is better',
  fields: ['day approval ended', 'reason'],
  numerator: 'Approval ended',
  breakdowns: ['reason-fostering-ended'],
  cases: (authority, context) =>
    leaving(authority, context).map(({ household, on, why }) =>
      caseOfOther(household, on, 'counts', why === null ? {} : { keys: { 'reason-fostering-ended': why } }),
    ),
};

export const fosterPlaces: CaseMeasure = {
  ...OF_HOUSEHOLDS,
  id: 'foster-places',
  title: 'Places with foster households',
  definition:
    'Places that households approved to foster at the end of the day have, filled, vacant and not to be had now; the parts tell ' +
    'them apart.',
  certainty: { mark: 'established practice', says: 'As last recorded of each household.' },
  unit: 'each',
  takes: 'sum',
  over: 'day',
  fields: ['places filled, vacant and unavailable'],
  numerator: 'Places',
  breakdowns: ['place-use'],
  needs: ['fosterHouseholds', 'fosterPlaces'],
  cases: (authority, context) => {
    const placesOf = Map.groupBy(context.records?.fosterPlaces ?? [], ({ household }) => household);
    return approvedOn(authority, context).flatMap(({ household }): readonly Case[] => {
      const now = latestBy(placesOf.get(household) ?? [], authority.asOf);
      if (now === undefined) return [];
      return (['filled', 'vacant', 'unavailable'] as const)
        .filter((use) => now[use] > 0)
        .map((use) =>
          caseOfOther(household, now.on, 'counts', { amount: now[use], keys: { 'place-use': use } }),
        );
    });
  },
};

export const exemptions: CaseMeasure = {
  ...OF_HOUSEHOLDS,
  id: 'exemptions-over-3',
  title: 'Foster households with an exemption from the limit of three',
  definition:
    'Households that at the end of the day have an exemption to foster more than the usual three children.',
  source: 'Children Act 1989, schedule 7',
  certainty: {
    mark: 'established practice',
    says: 'Brothers and sisters alone need none, and are not in it.',
  },
  polarity: 'context',
  over: 'day',
  fields: ['start and end of the exemption'],
  numerator: 'With an exemption',
  needs: ['fosterExemptions'],
  cases: ({ asOf }, { records }) => {
    const now = (records?.fosterExemptions ?? []).filter((each) => containsDay(each, asOf));
    return [...new Set(now.map(({ household }) => household))].map((each) =>
      caseOfOther(each, asOf, 'counts'),
    );
  },
};

/** Approved households with their last review or visit still in date; one approved lately is. */
const inDate =
  (kind: FosterContact['kind'], dueAfter: (on: Day, conventions: Conventions) => Day) =>
  (authority: AuthorityOnDay, context: MeasureContext): readonly Case[] => {
    const { asOf } = authority;
    const conventions = conventionsOf(context, authority);
    const contactsOf = Map.groupBy(
      (context.records?.fosterContacts ?? []).filter((each) => each.kind === kind),
      ({ household }) => household,
    );
    return approvedOn(authority, context).map((each) => {
      const own = (contactsOf.get(each.household) ?? []).filter(({ on }) => on >= each.approvedOn);
      const since = latestBy(own, asOf)?.on ?? each.approvedOn;
      return caseOfOther(each.household, asOf, yesOrNo(dueAfter(since, conventions) >= asOf));
    });
  };

const IN_DATE = {
  ...OF_HOUSEHOLDS,
  question: 'assurance',
  unit: 'percent',
  takes: 'share',
  over: 'day',
  denominator: 'Households approved',
  needs: ['fosterHouseholds', 'fosterContacts'],
} as const;

const REVIEW_MONTHS = 12;

export const fosterReviews: CaseMeasure = {
  ...IN_DATE,
  id: 'foster-review-ontime',
  title: 'Foster households reviewed within the year',
  definition:
    'Of households approved to foster at the end of the day, the share approved or reviewed in the year to it.',
  source: 'Fostering Services (England) Regulations 2011, regulation 28',
  certainty: { mark: 'established practice', says: 'A review a year ago to the day is in date.' },
  fields: ['day of approval', 'day of the review'],
  numerator: 'Reviewed within the year',
  cases: inDate('review', (on) => addMonths(on, REVIEW_MONTHS)),
};

export const fosterVisits: CaseMeasure = {
  ...IN_DATE,
  id: 'foster-visits-ontime',
  title: 'Foster households visited in time',
  definition:
    'Of households approved to foster at the end of the day, the share approved or visited by their supervising social worker ' +
    'within the weeks set.',
  source: 'Fostering services: national minimum standards, standard 21',
  certainty: { mark: 'local', says: 'The standards say "regularly": six weeks unless set.' },
  fields: ['day of approval', 'day of the supervising visit'],
  numerator: 'Visited in time',
  cases: inDate('visit', (on, { fosterVisitWeeks }) => addDays(on, fosterVisitWeeks * 7)),
  remarks: (_, authority, context) => [
    `In time is within ${conventionsOf(context, authority).fosterVisitWeeks} weeks.`,
  ],
};

export const FOSTER_HOUSEHOLDS: readonly CaseMeasure[] = [
  fosterHouseholds,
  fosterNet,
  fosterLeavers,
  fosterPlaces,
  specialistHouseholds,
  fosterReviews,
  fosterVisits,
  exemptions,
];
