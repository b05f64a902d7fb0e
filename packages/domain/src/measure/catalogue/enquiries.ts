import type { CaseMeasure } from '../measure.ts';
import { caseOfOther, doneBy, findWorkingDayAfter, hasHappened, yesOrNo } from '../record-cases.ts';
import { recordedIn } from './front-door.ts';
import { ofWholeAuthority } from './kinds.ts';

const OF_ENQUIRIES = {
  ...ofWholeAuthority,
  question: 'safe',
  source: 'Worcestershire Children First, placements paper 2023',
  polarity: 'context',
  fields: ['start of the enquiry', 'day of the conference'],
} as const;

export const enquiries: CaseMeasure = {
  ...OF_ENQUIRIES,
  id: 's47-number',
  title: 'Section 47 enquiries',
  definition: 'Section 47 enquiries begun in the time shown, one for each child.',
  certainty: {
    mark: 'established practice',
    says: 'An enquiry begins with its strategy discussion, which is the day that both formats tell.',
  },
  unit: 'events',
  takes: 'count',
  numerator: 'Enquiries begun',
  denominator: null,
  needs: ['section47Enquiries'],
  cases: (authority, { records }) =>
    recordedIn(records?.section47Enquiries, authority).map(({ child, on }) =>
      caseOfOther(child, on, 'counts'),
    ),
};

export const enquiriesToConference: CaseMeasure = {
  ...OF_ENQUIRIES,
  id: 's47-to-icpc',
  title: 'Enquiries that led to a conference',
  definition:
    'Of section 47 enquiries begun in the time shown, the share that had led to an initial child protection conference by the ' +
    'end of the day.',
  certainty: {
    mark: 'established practice',
    says:
      'Enquiries begun lately may still lead to one, so the latest weeks look low, and a month by itself lower than the ' +
      'year it is of.',
  },
  unit: 'percent',
  takes: 'share',
  numerator: 'Led to a conference',
  denominator: 'Enquiries begun',
  needs: ['section47Enquiries'],
  cases: (authority, { records }) =>
    recordedIn(records?.section47Enquiries, authority).map(({ child, on, conferenceOn }) =>
      caseOfOther(child, on, yesOrNo(hasHappened(conferenceOn, authority))),
    ),
};

const OF_CONFERENCES = {
  ...OF_ENQUIRIES,
  fields: ['day of the strategy discussion', 'day of the conference'],
  needs: ['initialConferences'],
} as const;

export const conferences: CaseMeasure = {
  ...OF_CONFERENCES,
  id: 'icpc-number',
  title: 'Initial child protection conferences',
  definition: 'Initial child protection conferences held in the time shown, one for each child.',
  certainty: {
    mark: 'established practice',
    says: 'Of children who moved here with a plan elsewhere a conference without an enquiry is not among them.',
  },
  unit: 'events',
  takes: 'count',
  numerator: 'Conferences held',
  denominator: null,
  cases: (authority, { records }) =>
    recordedIn(records?.initialConferences, authority).map(({ child, on }) =>
      caseOfOther(child, on, 'counts'),
    ),
};

const CONFERENCE_WORKING_DAYS = 15;

export const conferencesInTime: CaseMeasure = {
  ...OF_CONFERENCES,
  id: 'icpc-15wd',
  title: 'Conferences held within 15 working days',
  definition:
    'Of initial child protection conferences held in the time shown, the share held within 15 working days of the strategy ' +
    'discussion that began the enquiry.',
  source: 'Working Together to Safeguard Children; Worcestershire Children First, 2023',
  certainty: {
    mark: 'established practice',
    says: 'Only conferences held are asked about: one never held is in none.',
  },
  polarity: 'higher is better',
  unit: 'percent',
  takes: 'share',
  numerator: 'Within 15 working days',
  denominator: 'Conferences held',
  cases: (authority, context) =>
    recordedIn(context.records?.initialConferences, authority).map(({ child, strategyOn, on }) => {
      const due = findWorkingDayAfter(strategyOn, CONFERENCE_WORKING_DAYS, context);
      return caseOfOther(child, on, doneBy(due, on, authority));
    }),
};

export const ENQUIRIES: readonly CaseMeasure[] = [
  enquiries,
  enquiriesToConference,
  conferences,
  conferencesInTime,
];
