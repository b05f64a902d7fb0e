import { ENGLAND_BANK_HOLIDAYS } from '../../calendar/bank-holidays.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import type { Case, CaseMeasure } from '../measure.ts';
import { caseOfOther, doneBy, findWorkingDayAfter, isInWindow, yesOrNo } from '../record-cases.ts';
import { codeOrWords, REFERRAL_SOURCES } from '../records/upstream-codes.ts';
import { ofWholeAuthority } from './kinds.ts';

const OF_FRONT_DOOR = {
  ...ofWholeAuthority,
  question: 'safe',
  source: 'Worcestershire Children First, placements paper 2023',
  polarity: 'context',
} as const;

const keyOf = (written: string): string => (written === '' ? 'unknown' : written);
const sourceKey = (source: string): string => keyOf(codeOrWords(source, REFERRAL_SOURCES));

/** Something recorded in the time shown, by the day asked about. */
export const recordedIn = <Each extends { readonly on: Case['on'] }>(
  all: readonly Each[] | undefined,
  authority: AuthorityOnDay,
): readonly Each[] => (all ?? []).filter(({ on }) => on <= authority.asOf && isInWindow(authority, on));

export const contacts: CaseMeasure = {
  ...OF_FRONT_DOOR,
  id: 'contacts',
  title: 'Contacts at the front door',
  definition:
    'Times that somebody told children’s social care about a child in the time shown. Two of one child, day and source are one.',
  certainty: {
    mark: 'local',
    says: 'Authorities differ on what they write down as a contact, so numbers are for comparing with one’s own.',
  },
  unit: 'events',
  takes: 'count',
  fields: ['day of the contact', 'source', 'outcome'],
  numerator: 'Contacts',
  denominator: null,
  breakdowns: ['contact-source', 'contact-outcome'],
  needs: ['contacts'],
  cases: (authority, { records }) =>
    recordedIn(records?.contacts, authority).map(({ child, on, source, outcome }) =>
      caseOfOther(child, on, 'counts', {
        keys: { 'contact-source': sourceKey(source), 'contact-outcome': keyOf(outcome) },
      }),
    ),
};

export const contactFactors: CaseMeasure = {
  ...OF_FRONT_DOOR,
  id: 'contact-factors',
  title: 'Risk factors in contacts',
  definition:
    'Times that a contact in the time shown named a risk factor (parents who struggle with parenting, mental health). The parts ' +
    'say how often each.',
  certainty: {
    mark: 'stated',
    says: 'A contact may name several, and each counts. No published list asks for them: they are in an authority’s own words.',
  },
  unit: 'events',
  takes: 'count',
  fields: ['day of the contact', 'risk factors'],
  numerator: 'Factors named',
  denominator: null,
  breakdowns: ['contact-factor'],
  needs: ['contacts'],
  cases: (authority, { records }) =>
    recordedIn(records?.contacts, authority).flatMap(({ child, on, factors }) =>
      factors.map((factor) => caseOfOther(child, on, 'counts', { keys: { 'contact-factor': factor } })),
    ),
};

export const referrals: CaseMeasure = {
  ...OF_FRONT_DOOR,
  id: 'referrals',
  title: 'Referrals',
  definition:
    'Referrals of children to children’s social care in the time shown, those without further action among them.',
  certainty: { mark: 'established practice', says: 'As the children in need census counts them.' },
  unit: 'events',
  takes: 'count',
  fields: ['day of the referral', 'source'],
  numerator: 'Referrals',
  denominator: null,
  breakdowns: ['contact-source'],
  needs: ['referrals'],
  cases: (authority, { records }) =>
    recordedIn(records?.referrals, authority).map(({ child, on, source }) =>
      caseOfOther(child, on, 'counts', { keys: { 'contact-source': sourceKey(source) } }),
    ),
};

export const referralsWithoutAction: CaseMeasure = {
  ...OF_FRONT_DOOR,
  id: 'referrals-nfa',
  title: 'Referrals without further action',
  definition: 'Of referrals in the time shown, the share that ended without further action.',
  certainty: {
    mark: 'established practice',
    says: 'As recorded with the referral itself, not after an assessment.',
  },
  unit: 'percent',
  takes: 'share',
  fields: ['day of the referral', 'no further action'],
  numerator: 'Without further action',
  denominator: 'Referrals',
  needs: ['referrals'],
  cases: (authority, { records }) =>
    recordedIn(records?.referrals, authority).map(({ child, on, noFurtherAction }) =>
      caseOfOther(child, on, noFurtherAction === null ? 'not-recorded' : yesOrNo(noFurtherAction)),
    ),
};

const ASSESSMENT_WORKING_DAYS = 45;

const OF_ASSESSMENTS = {
  ...OF_FRONT_DOOR,
  source: 'Working Together to Safeguard Children; Worcestershire Children First, placements paper 2023',
  fields: ['start of the assessment', 'day it was authorised'],
  needs: ['assessments'],
} as const;

const authorisedIn: CaseMeasure['cases'] = (authority, { records, bankHolidays = ENGLAND_BANK_HOLIDAYS }) =>
  (records?.assessments ?? []).flatMap(({ child, startedOn, authorisedOn }): readonly Case[] => {
    if (authorisedOn === null || authorisedOn > authority.asOf || !isInWindow(authority, authorisedOn))
      return [];
    const due = findWorkingDayAfter(startedOn, ASSESSMENT_WORKING_DAYS, { bankHolidays });
    return [caseOfOther(child, authorisedOn, doneBy(due, authorisedOn, authority))];
  });

export const assessments: CaseMeasure = {
  ...OF_ASSESSMENTS,
  id: 'assessments',
  title: 'Assessments completed',
  definition: 'Assessments of what a child needs that were authorised in the time shown.',
  certainty: { mark: 'established practice', says: 'An assessment still under way is in none.' },
  unit: 'events',
  takes: 'count',
  numerator: 'Assessments',
  denominator: null,
  cases: (authority, context) =>
    authorisedIn(authority, context).map((each) => ({ ...each, verdict: 'counts' })),
};

export const assessmentsInTime: CaseMeasure = {
  ...OF_ASSESSMENTS,
  id: 'assessments-45wd',
  title: 'Assessments completed within 45 working days',
  definition:
    'Of assessments authorised in the time shown, the share that were within 45 working days of the day they began.',
  certainty: {
    mark: 'established practice',
    says: 'Guidance counts from the referral; the lists tell when the assessment began, which may be a day later.',
  },
  polarity: 'higher is better',
  unit: 'percent',
  takes: 'share',
  numerator: 'Within 45 working days',
  denominator: 'Assessments completed',
  cases: authorisedIn,
};

export const FRONT_DOOR: readonly CaseMeasure[] = [
  contacts,
  contactFactors,
  referrals,
  referralsWithoutAction,
  assessments,
  assessmentsInTime,
];
