import { containsDay } from '../../calendar/period.ts';
import { conventionsOf } from '../conventions.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { Case, CaseMeasure } from '../measure.ts';
import { findWorkingDayAfter, hasHappened, latestBy, recordsByChild, yesOrNo } from '../record-cases.ts';
import { asCountOfCases, asShareOfCases } from './kinds.ts';

export const triplePlan: CaseMeasure = {
  ...asShareOfCases,
  id: 'uasc-triple-plan',
  title: 'Unaccompanied children with a triple care plan',
  question: 'chances',
  definition:
    'Of unaccompanied asylum-seeking children looked after at the end of the day for long enough, the share whose latest care ' +
    'plan provides for all three ways that their claim can go: leave to stay, return, and reunion with the family.',
  source: 'West Sussex strategy 2018–2021, theme g',
  certainty: {
    mark: 'local',
    says: 'Long enough is 20 working days, the time of the first review, unless set. Working days are counted from the start of care.',
  },
  polarity: 'higher is better',
  over: 'day',
  fields: ['DUC', 'DECOM', 'care plan: its three branches'],
  numerator: 'With all three',
  denominator: 'Unaccompanied, looked after long enough',
  needs: ['tripleCarePlans'],
  breakdowns: ALL_DIMENSIONS,
  cases: (authority, context) => {
    const { inCare, asOf } = authority;
    const plansOf = recordsByChild(context.records?.tripleCarePlans ?? []);
    const enough = conventionsOf(context, authority).triplePlanWorkingDays;
    return inCare.flatMap((child): readonly Case[] => {
      if (!child.uasc) return [];
      const due = findWorkingDayAfter(child.inCareSince, enough, context);
      const verdictFor = (): Case['verdict'] => {
        if (child.shortBreaks) return 'short-breaks';
        if (due === undefined) return 'bank-holidays-not-held';
        if (due > asOf) return 'in-care-too-short';
        const plan = latestBy(plansOf.get(child.id) ?? [], asOf);
        return yesOrNo(plan !== undefined && plan.ifGranted && plan.ifRefused && plan.ifReunited);
      };
      return [{ id: child.id, on: asOf, verdict: verdictFor(), child }];
    });
  },
  remarks: (_, authority, context) => [
    `Asked of children looked after for ${conventionsOf(context, authority).triplePlanWorkingDays} working days or more.`,
  ],
};

const RISKS = {
  ...asCountOfCases,
  question: 'safe',
  source: 'West Sussex strategy 2018–2021, theme e',
  polarity: 'context',
  over: 'day',
  fields: ['risk, and since when'],
  needs: ['knownRisks'],
  breakdowns: ALL_DIMENSIONS,
} as const;

type Risk = 'exploitation' | 'genital-mutilation';

/** Children in care known to be at a risk that day, with whether a plan was in place. */
const atRisk =
  (risk: Risk, verdictOf: (hasPlan: boolean) => Case['verdict']): CaseMeasure['cases'] =>
  ({ inCare, asOf }, { records }) => {
    const risksOf = recordsByChild(records?.knownRisks ?? []);
    return inCare.flatMap((child): readonly Case[] => {
      const now =
        risksOf.get(child.id)?.filter((each) => each.risk === risk && containsDay(each, asOf)) ?? [];
      if (now.length === 0) return [];
      const hasPlan = now.every(({ planOn }) => hasHappened(planOn, { asOf }));
      return [
        { id: child.id, on: asOf, verdict: child.shortBreaks ? 'short-breaks' : verdictOf(hasPlan), child },
      ];
    });
  };

export const exploitationRisk: CaseMeasure = {
  ...RISKS,
  id: 'cse-risk',
  title: 'Children at risk of exploitation',
  definition:
    'Children looked after at the end of the day who are then known to be at risk of sexual or criminal exploitation.',
  certainty: {
    mark: 'stated',
    says: 'Whoever is not known to be at risk may be: more may be better recording.',
  },
  numerator: 'At risk of exploitation',
  cases: atRisk('exploitation', () => 'counts'),
};

export const exploitationPlans: CaseMeasure = {
  ...RISKS,
  unit: 'percent',
  takes: 'share',
  id: 'exploitation-plan',
  title: 'Children at risk of exploitation with a plan',
  definition:
    'Of children looked after at the end of the day who are then known to be at risk of exploitation, the share with a plan in ' +
    'place against it.',
  certainty: { mark: 'stated', says: 'A child known to be at risk twice over needs a plan for each.' },
  polarity: 'higher is better',
  fields: ['risk, and since when', 'day the plan was in place'],
  numerator: 'With a plan',
  denominator: 'At risk of exploitation',
  cases: atRisk('exploitation', yesOrNo),
};

export const mutilationRisk: CaseMeasure = {
  ...RISKS,
  id: 'fgm-flag',
  title: 'Girls at risk of genital mutilation',
  definition:
    'Children looked after at the end of the day who are then known to be at risk of female genital mutilation.',
  certainty: { mark: 'stated', says: 'For those with a need to know only.' },
  numerator: 'At risk of genital mutilation',
  cases: atRisk('genital-mutilation', () => 'counts'),
};

export const KNOWN_RISKS: readonly CaseMeasure[] = [
  triplePlan,
  exploitationRisk,
  exploitationPlans,
  mutilationRisk,
];
