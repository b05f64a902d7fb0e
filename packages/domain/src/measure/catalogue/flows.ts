import { daysIn } from '../../calendar/period.ts';
import { collectionYearOf, collectionYearPeriod } from '../../calendar/reporting-year.ts';
import { isShortBreaks } from '../../child/legal-status.ts';
import { type AuthorityOnDay, type CareEvent, eventsWithin } from '../authority-on-day.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { FlowMeasure, MeasureContext, Verdict } from '../measure.ts';
import { sentenceCount } from '../words.ts';

const starts = (authority: AuthorityOnDay): readonly CareEvent[] =>
  eventsWithin(authority.ledger.starts, authority.window);

const ends = (authority: AuthorityOnDay): readonly CareEvent[] =>
  eventsWithin(authority.ledger.ends, authority.window);

const notShortBreaks = ({ episode }: CareEvent): Verdict =>
  isShortBreaks(episode.ls) ? 'short-breaks' : 'counts';

/** Care that the record first mentions this year without a start is not counted as started, and that is said. */
const firstKnownRemark = (authority: AuthorityOnDay): readonly string[] => {
  const firstKnown = eventsWithin(authority.ledger.firstKnown, authority.window).filter(
    (event) => notShortBreaks(event) === 'counts',
  );
  return sentenceCount(firstKnown.length, {
    one: 'One period of care is first known from a day in this time without a start (RNE S), and is not counted as one: that day is only the earliest known.',
    many: (n) =>
      `${n} periods of care are first known from days in this time without a start (RNE S), and are not counted as starts: those days are only the earliest known.`,
  });
};

const asFlow = {
  kind: 'flow',
  version: 1,
  question: 'where',
  polarity: 'context',
  disclosure: 'suppress-small',
  denominator: null,
  judge: notShortBreaks,
} as const;

const STARTED = {
  fields: ['DECOM', 'RNE', 'LS'],
  breakdowns: ALL_DIMENSIONS,
  events: starts,
  remarks: firstKnownRemark,
} as const;
const ENDED = {
  fields: ['DEC', 'REC', 'LS'],
  breakdowns: ['reason-ceased-group', 'reason-ceased', 'time-in-care', ...ALL_DIMENSIONS],
  events: ends,
} as const;

export const claStarted: FlowMeasure = {
  ...asFlow,
  ...STARTED,
  id: 'cla-started',
  title: 'Children who started to be looked after',
  definition:
    'Children with an episode that began a period of care (RNE S) in the time shown, both its days included. A child who ' +
    'started twice is counted once. Series of short breaks are left out.',
  source:
    'Department for Education, children looked after in England: children who started to be looked after',
  certainty: { mark: 'established practice', says: 'Each child is counted once a year.' },
  unit: 'children',
  numerator: 'Started to be looked after',
};

export const claStarts: FlowMeasure = {
  ...asFlow,
  ...STARTED,
  id: 'cla-starts',
  title: 'Starts of being looked after',
  definition:
    'Periods of care that began (RNE S) in the time shown, both its days included. A child who started twice is counted ' +
    'twice. Series of short breaks are left out.',
  source: 'Worcestershire Children First, placements paper 2023: weekly tracker',
  certainty: {
    mark: 'established practice',
    says: 'Every start counts, so it can exceed the children who started.',
  },
  unit: 'events',
  numerator: 'Starts',
};

export const claCeased: FlowMeasure = {
  ...asFlow,
  ...ENDED,
  id: 'cla-ceased',
  title: 'Children who ceased to be looked after',
  definition:
    'Children with a period of care that ended (any REC but X1) in the time shown, both its days included. A child who ' +
    'ceased twice is counted once. Series of short breaks are left out.',
  source:
    'Department for Education, children looked after in England: children who ceased to be looked after',
  certainty: {
    mark: 'established practice',
    says: 'Each child is counted once a year. An ending without a reason counts.',
  },
  unit: 'children',
  numerator: 'Ceased to be looked after',
};

export const claEnds: FlowMeasure = {
  ...asFlow,
  ...ENDED,
  id: 'cla-ends',
  title: 'Endings of being looked after',
  definition:
    'Periods of care that ended (any REC but X1) in the time shown, both its days included. A child who ceased twice is ' +
    'counted twice. Series of short breaks are left out.',
  source: 'Worcestershire Children First, placements paper 2023: weekly tracker',
  certainty: { mark: 'established practice', says: 'Every ending counts, those without a reason too.' },
  unit: 'events',
  numerator: 'Endings',
};

export const claNetFlow: FlowMeasure = {
  ...asFlow,
  id: 'cla-net-flow',
  title: 'Starts less endings',
  definition: 'Starts of being looked after less endings, in the time shown, both its days included.',
  source: 'Worcestershire Children First, placements paper 2023: weekly tracker',
  certainty: {
    mark: 'established practice',
    says: 'It need not equal the change in the number looked after: that also moves with short breaks and with care whose start or end is not recorded.',
  },
  unit: 'events',
  fields: ['DECOM', 'RNE', 'DEC', 'REC', 'LS'],
  breakdowns: [],
  numerator: 'Starts',
  denominator: 'Endings',
  events: starts,
  less: ends,
  remarks: firstKnownRemark,
};

/** The estimate used; and, of a part of a year, what the same pace would make in a whole one. */
const rateRemarks = (
  { asOf, window }: AuthorityOnDay,
  { population }: MeasureContext,
  counted: number,
): readonly string[] => {
  const people = population?.(asOf);
  if (people === undefined) return [];
  const year = daysIn(collectionYearPeriod(collectionYearOf(asOf)));
  const part = daysIn(window);
  const pace = ((counted * 10_000) / people.count) * (year / part);
  return [
    `The population is the mid-${people.midYear} estimate.`,
    ...(people.note === undefined ? [] : [people.note]),
    ...(part >= year
      ? []
      : [`Part of a year: at the same pace a whole one would come to ${pace.toFixed(1)} per 10,000.`]),
  ];
};

const PER_10K = {
  unit: 'per-10000',
  breakdowns: [],
  denominator: 'Children aged 0 to 17 who live in the authority',
} as const;

export const claStartedRate: FlowMeasure = {
  ...claStarted,
  ...PER_10K,
  id: 'cla-started-10k',
  title: 'Children who started to be looked after, per 10,000 children',
  definition:
    'Children who started to be looked after in the time shown for every 10,000 children aged 0 to 17 who live in the ' +
    'authority. Each child is counted once; series of short breaks are left out.',
  source: 'Worcestershire Children First, placements paper 2023; Department for Education',
  certainty: {
    mark: 'confirmed',
    says: 'Published yearly rates come out the same when worked out with the mid-year before.',
  },
  fields: [...claStarted.fields, 'population estimate'],
  remarks: (authority, context, counted) => [
    ...rateRemarks(authority, context, counted),
    ...firstKnownRemark(authority),
  ],
};

export const claCeasedRate: FlowMeasure = {
  ...claCeased,
  ...PER_10K,
  id: 'cla-ceased-10k',
  title: 'Children who ceased to be looked after, per 10,000 children',
  definition:
    'Children who ceased to be looked after in the time shown for every 10,000 children aged 0 to 17 who live in the ' +
    'authority. Each child is counted once; series of short breaks are left out.',
  source: 'Worcestershire Children First, placements paper 2023; Department for Education',
  certainty: {
    mark: 'confirmed',
    says: 'Published yearly rates come out the same when worked out with the mid-year before.',
  },
  fields: [...claCeased.fields, 'population estimate'],
  remarks: rateRemarks,
};
