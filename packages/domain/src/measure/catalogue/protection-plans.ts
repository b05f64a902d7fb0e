import { addDays, addMonths, type Day } from '../../calendar/day.ts';
import { containsDay } from '../../calendar/period.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import { conventionsOf } from '../conventions.ts';
import type { Case, CaseMeasure, MeasureContext } from '../measure.ts';
import { caseOfOther, hasHappened, isInWindow, recordsByChild, yesOrNo } from '../record-cases.ts';
import type { ProtectionPlan } from '../records/about-children.ts';
import { careStartsOf } from './care-starts.ts';
import { populationRemark } from './in-need.ts';
import { ofWholeAuthority } from './kinds.ts';

const OF_PLANS = {
  ...ofWholeAuthority,
  question: 'safe',
  source: 'Worcestershire Children First, placements paper 2023',
  fields: ['start and end of the protection plan'],
  needs: ['protectionPlans'],
} as const;

const openOn = ({ asOf }: AuthorityOnDay, { records }: MeasureContext): readonly ProtectionPlan[] =>
  (records?.protectionPlans ?? []).filter((plan) => containsDay(plan, asOf));

export const protectionPlans: CaseMeasure = {
  ...OF_PLANS,
  id: 'cp-number',
  title: 'Children on a protection plan',
  definition: 'Children with an open child protection plan at the end of the day.',
  certainty: { mark: 'established practice', says: 'Each child counts once.' },
  polarity: 'context',
  unit: 'children',
  takes: 'count',
  over: 'day',
  numerator: 'On a protection plan',
  denominator: null,
  cases: (authority, context) =>
    [...new Set(openOn(authority, context).map(({ child }) => child))].map((child) =>
      caseOfOther(child, authority.asOf, 'counts'),
    ),
};

export const protectionPlanRate: CaseMeasure = {
  ...protectionPlans,
  id: 'cp-rate-10k',
  title: 'Children on a protection plan per 10,000 children',
  definition:
    'Children with an open child protection plan at the end of the day for every 10,000 children aged 0 to 17 who live in the ' +
    'authority.',
  unit: 'per-10000',
  fields: ['start and end of the protection plan', 'population estimate'],
  denominator: 'Children aged 0 to 17 who live in the authority',
  remarks: populationRemark,
};

/** Plans begun in the time shown, with the others of the same child that began before. */
const begunIn = (
  authority: AuthorityOnDay,
  { records }: MeasureContext,
): readonly { readonly plan: ProtectionPlan; readonly earlier: readonly ProtectionPlan[] }[] => {
  const plans = records?.protectionPlans ?? [];
  const ofChild = recordsByChild(plans);
  return plans
    .filter(({ starts }) => starts <= authority.asOf && isInWindow(authority, starts))
    .map((plan) => ({
      plan,
      earlier: (ofChild.get(plan.child) ?? []).filter(({ starts }) => starts < plan.starts),
    }));
};

export const plansBegun: CaseMeasure = {
  ...OF_PLANS,
  id: 'cp-starts',
  title: 'Protection plans begun',
  definition: 'Child protection plans begun in the time shown, one for each child.',
  certainty: { mark: 'established practice', says: 'A child with a second plan in the time counts twice.' },
  polarity: 'context',
  unit: 'events',
  takes: 'count',
  numerator: 'Plans begun',
  denominator: null,
  cases: (authority, context) =>
    begunIn(authority, context).map(({ plan }) => caseOfOther(plan.child, plan.starts, 'counts')),
};

const LONG_MONTHS = 15;

export const longProtectionPlans: CaseMeasure = {
  ...OF_PLANS,
  id: 'cp-15m',
  title: 'Protection plans of 15 months or more',
  definition:
    'Of child protection plans open at the end of the day, the share that began 15 calendar months ago or more.',
  certainty: {
    mark: 'stated',
    says: 'Fifteen months to the day are in it. The Department publishes two years, of plans that ended.',
  },
  polarity: 'lower is better',
  unit: 'percent',
  takes: 'share',
  over: 'day',
  numerator: 'Fifteen months or more',
  denominator: 'Plans open',
  cases: (authority, context) =>
    openOn(authority, context).map(({ child, starts }) =>
      caseOfOther(child, authority.asOf, yesOrNo(addMonths(starts, LONG_MONTHS) <= authority.asOf)),
    ),
};

/** Plans begun in the time shown, by whether one of the same child had begun before, and when it ended. */
const repeats =
  (isRepeat: (earlier: ProtectionPlan, starts: Day) => boolean) =>
  (authority: AuthorityOnDay, context: MeasureContext): readonly Case[] =>
    begunIn(authority, context).map(({ plan, earlier }) =>
      caseOfOther(plan.child, plan.starts, yesOrNo(earlier.some((each) => isRepeat(each, plan.starts)))),
    );

const REPEATS = {
  ...OF_PLANS,
  polarity: 'lower is better',
  unit: 'percent',
  takes: 'share',
  denominator: 'Plans begun',
} as const;

export const repeatPlans: CaseMeasure = {
  ...REPEATS,
  id: 'cp-repeat',
  title: 'Second or later protection plans',
  definition:
    'Of child protection plans begun in the time shown, the share of children who had had one before, at any time.',
  certainty: {
    mark: 'stated',
    says: 'Only earlier plans that were loaded are known, so the first years look low: “Protection plans of children who had one before, ever” asks what the file itself says.',
  },
  numerator: 'A plan before',
  cases: repeats(() => true),
};

const RECENT_MONTHS = 24;

export const recentRepeatPlans: CaseMeasure = {
  ...REPEATS,
  id: 'cp-repeat-24m',
  title: 'Second or later protection plans within two years',
  definition:
    'Of child protection plans begun in the time shown, the share of children who had had one that ended in the two years ' +
    'before.',
  certainty: {
    mark: 'local',
    says: 'Counted from the end of the earlier plan to the start of the later one.',
  },
  numerator: 'A plan in the two years before',
  cases: repeats(
    ({ ends }, starts) => ends !== null && ends <= starts && addMonths(ends, RECENT_MONTHS) >= starts,
  ),
};

export const previousPlans: CaseMeasure = {
  ...REPEATS,
  id: 'cp-previous',
  title: 'Protection plans of children who had one before, ever',
  definition:
    'Of child protection plans begun in the time shown, the share of children said to have had a plan before, at any time and in ' +
    'any authority (the number of previous plans in the census or list), or whose earlier plan was loaded.',
  fields: ['start of the protection plan', 'number of previous plans'],
  certainty: {
    mark: 'established practice',
    says:
      'What the file says reaches back to before the first load and to other authorities; “within two years” counts only plans that ' +
      'were loaded, from the end of the one to the start of the other, and so is always the lower.',
  },
  numerator: 'A plan before',
  cases: (authority, context) =>
    begunIn(authority, context).map(({ plan: { child, starts, previousPlans: said }, earlier }) => {
      if (earlier.length > 0) return caseOfOther(child, starts, 'counts');
      return caseOfOther(
        child,
        starts,
        said === undefined || said === null ? 'not-recorded' : yesOrNo(said > 0),
      );
    }),
};

export const protectionToCare: CaseMeasure = {
  ...OF_PLANS,
  id: 'cp-outcome-care',
  title: 'Protection plans that ended in care',
  definition:
    'Of child protection plans that ended in the time shown, the share whose child started to be looked after between the ' +
    'plan’s start and some days after its end, as known at the end of the day.',
  certainty: {
    mark: 'local',
    says: 'The paper does not say how it counts: 28 days after the end unless set. No country-wide figure is published.',
  },
  polarity: 'context',
  unit: 'percent',
  takes: 'share',
  fields: ['start and end of the protection plan', 'DECOM', 'RNE', 'LS'],
  numerator: 'Came into care',
  denominator: 'Plans ended',
  cases: (authority, context) => {
    const days = conventionsOf(context, authority).protectionToCareDays;
    const starts = careStartsOf(authority.ledger);
    return (context.records?.protectionPlans ?? []).flatMap((plan): readonly Case[] => {
      const { child, ends } = plan;
      if (!hasHappened(ends, authority) || !isInWindow(authority, ends)) return [];
      const cameIntoCare = (starts.get(child) ?? []).some(
        (on) => on <= authority.asOf && on >= plan.starts && on <= addDays(ends, days),
      );
      return [caseOfOther(child, ends, yesOrNo(cameIntoCare))];
    });
  },
  remarks: (_, authority, context) => [
    `Coming into care up to ${conventionsOf(context, authority).protectionToCareDays} days after the plan’s end counts.`,
  ],
};

export const PROTECTION_PLANS: readonly CaseMeasure[] = [
  protectionPlans,
  protectionPlanRate,
  plansBegun,
  longProtectionPlans,
  repeatPlans,
  recentRepeatPlans,
  previousPlans,
  protectionToCare,
];
