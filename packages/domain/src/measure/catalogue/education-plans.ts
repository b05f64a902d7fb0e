import type { Day } from '../../calendar/day.ts';
import type { ChildOnDay } from '../../child/care-history.ts';
import { isShortBreaks } from '../../child/legal-status.ts';
import { isOfSchoolAge } from '../../child/school-age.ts';
import { type AuthorityOnDay, eventsWithin } from '../authority-on-day.ts';
import { caseOf } from '../case-of.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { Case, CaseMeasure, MeasureContext, Verdict } from '../measure.ts';
import { doneBy, findWorkingDayAfter, latestBy, recordsByChild, yesOrNo } from '../record-cases.ts';
import type { SchoolTerm } from '../records/education.ts';
import { asShareOfCases } from './kinds.ts';

const OF_PLANS = {
  ...asShareOfCases,
  question: 'chances',
  source:
    'West Sussex strategy 2018–2021, theme b; statutory guidance on the education of looked-after children',
  polarity: 'higher is better',
} as const;

/** Why a child is not asked about as a pupil; undefined for a pupil. */
export const whyNoPupil = ({ shortBreaks, history, on }: ChildOnDay): Verdict | undefined => {
  if (shortBreaks) return 'short-breaks';
  if (history.dateOfBirth === undefined) return 'no-date-of-birth';
  return isOfSchoolAge(history.dateOfBirth, on) ? undefined : 'not-of-school-age';
};

/** The term of the day; in a holiday, the one before it. */
const termOf = ({ asOf }: AuthorityOnDay, { records }: MeasureContext): SchoolTerm | undefined => {
  let latest: SchoolTerm | undefined;
  for (const term of records?.schoolTerms ?? [])
    if (term.starts <= asOf && (latest === undefined || term.starts > latest.starts)) latest = term;
  return latest;
};

export const pepCurrent: CaseMeasure = {
  ...OF_PLANS,
  id: 'pep-current',
  title: 'Education plans reviewed this term',
  definition:
    'Of looked-after children of compulsory school age at the end of the day, the share whose personal education plan was ' +
    'made or reviewed since the term began. In a holiday it is the term before.',
  certainty: {
    mark: 'established practice',
    says: 'Only children of compulsory school age are asked about: some authorities make plans for younger and older ones too.',
  },
  over: 'day',
  fields: ['DOB', 'day of the education plan', 'start of term'],
  numerator: 'Reviewed this term',
  denominator: 'Of compulsory school age',
  needs: ['educationPlans', 'schoolTerms'],
  breakdowns: ALL_DIMENSIONS,
  cases: (authority, context) => {
    const { inCare, asOf } = authority;
    const plansOf = recordsByChild(context.records?.educationPlans ?? []);
    const since = termOf(authority, context)?.starts;
    if (since === undefined) return [];
    return inCare.map((child): Case => {
      const last = latestBy(plansOf.get(child.id) ?? [], asOf);
      const verdict = whyNoPupil(child) ?? yesOrNo(last !== undefined && last.on >= since);
      return { id: child.id, on: asOf, verdict, child };
    });
  },
};

const FIRST_WORKING_DAYS = 10;

export const pepInitial: CaseMeasure = {
  ...OF_PLANS,
  id: 'pep-initial-10wd',
  title: 'First education plan within 10 working days',
  definition:
    'Of children of compulsory school age who started to be looked after in the time shown, the share who had a personal ' +
    'education plan within 10 working days. Starts whose 10 working days are not over are left out.',
  certainty: {
    mark: 'established practice',
    says: 'Bank holidays are no working days; school holidays are.',
  },
  fields: ['DECOM', 'RNE', 'DOB', 'day of the education plan'],
  numerator: 'Within 10 working days',
  denominator: 'Started, of compulsory school age',
  needs: ['educationPlans'],
  cases: (authority, context) => {
    const plansOf = recordsByChild(context.records?.educationPlans ?? []);
    return eventsWithin(authority.ledger.starts, authority.window).map((event) => {
      const { dateOfBirth } = event.history;
      if (isShortBreaks(event.episode.ls)) return caseOf(event, 'short-breaks');
      if (dateOfBirth === undefined) return caseOf(event, 'no-date-of-birth');
      if (!isOfSchoolAge(dateOfBirth, event.on)) return caseOf(event, 'not-of-school-age');
      const due = findWorkingDayAfter(event.on, FIRST_WORKING_DAYS, context);
      if (due !== undefined && due > authority.asOf) return caseOf(event, 'not-due-yet');
      const first = earliestFrom(event.on, plansOf.get(event.id) ?? []);
      return caseOf(event, doneBy(due, first, authority));
    });
  },
};

const earliestFrom = (from: Day, plans: readonly { readonly on: Day }[]): Day | null => {
  let first: Day | null = null;
  for (const { on } of plans) if (on >= from && (first === null || on < first)) first = on;
  return first;
};

export const pepQuality: CaseMeasure = {
  ...OF_PLANS,
  id: 'pep-quality',
  title: 'Education plans of good quality',
  definition:
    'Of looked-after children of compulsory school age at the end of the day whose last personal education plan was rated, ' +
    'the share rated green.',
  certainty: { mark: 'local', says: 'What makes a plan green is the virtual school’s own standard.' },
  over: 'day',
  fields: ['DOB', 'day of the education plan', 'rating'],
  numerator: 'Rated green',
  denominator: 'With a rated plan',
  needs: ['educationPlans'],
  breakdowns: ALL_DIMENSIONS,
  cases: ({ inCare, asOf }, { records }) => {
    const plansOf = recordsByChild(records?.educationPlans ?? []);
    return inCare.flatMap((child): readonly Case[] => {
      const rating = latestBy(plansOf.get(child.id) ?? [], asOf)?.rating;
      if (rating === undefined || rating === null) return [];
      return [{ id: child.id, on: asOf, verdict: whyNoPupil(child) ?? yesOrNo(rating === 'green'), child }];
    });
  },
};

export const EDUCATION_PLANS: readonly CaseMeasure[] = [pepCurrent, pepInitial, pepQuality];
