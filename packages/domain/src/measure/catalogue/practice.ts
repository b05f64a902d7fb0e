import { addDays } from '../../calendar/day.ts';
import { containsDay } from '../../calendar/period.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import { conventionsOf } from '../conventions.ts';
import type { CaseMeasure, MeasureContext } from '../measure.ts';
import { caseOfOther, isInWindow, latestBy, yesOrNo } from '../record-cases.ts';
import { ofWholeAuthority } from './kinds.ts';

export const auditGrades: CaseMeasure = {
  ...ofWholeAuthority,
  id: 'audit-grades',
  title: 'Case files audited good or better',
  question: 'know',
  definition:
    'Of case files audited in the time shown, the share graded good or outstanding; the grades are told apart, and so are the ' +
    'themes.',
  source: 'West Sussex, measure of number 2021: audit of case files',
  certainty: {
    mark: 'local',
    says: 'Grades are those of the inspectorate, given by the authority’s own auditors.',
  },
  polarity: 'higher is better',
  unit: 'percent',
  takes: 'share',
  fields: ['day of the audit', 'grade', 'theme'],
  numerator: 'Good or outstanding',
  denominator: 'Files audited',
  breakdowns: ['audit-grade', 'audit-theme'],
  needs: ['caseAudits'],
  cases: (authority, { records }) =>
    (records?.caseAudits ?? [])
      .filter(({ on }) => on <= authority.asOf && isInWindow(authority, on))
      .map(({ child, on, grade, theme }) =>
        caseOfOther(child, on, yesOrNo(grade === 'good' || grade === 'outstanding'), {
          keys: { 'audit-grade': grade, 'audit-theme': theme },
        }),
      ),
};

export const voice: CaseMeasure = {
  ...ofWholeAuthority,
  id: 'voice',
  title: 'Children who say that they are happy and healthy',
  question: 'know',
  definition:
    'Of answers that children gave to a survey in the time shown, the share who say that they are happy and healthy.',
  source: 'West Sussex strategy 2018–2021, themes a and h',
  certainty: {
    mark: 'stated',
    says: 'Only those who answered are in it: an answer left blank is in the whole and told apart.',
  },
  polarity: 'higher is better',
  unit: 'percent',
  takes: 'share',
  fields: ['day of the answer', 'happy and healthy'],
  numerator: 'Happy and healthy',
  denominator: 'Answers',
  needs: ['surveyAnswers'],
  cases: (authority, { records }) =>
    (records?.surveyAnswers ?? [])
      .filter(({ on }) => on <= authority.asOf && isInWindow(authority, on))
      .map(({ answer, on, happyAndHealthy }) =>
        caseOfOther(answer, on, happyAndHealthy === null ? 'not-recorded' : yesOrNo(happyAndHealthy)),
      ),
};

/** Workers who hold a case that day, and how many children. */
const caseloads = ({ asOf }: AuthorityOnDay, { records }: MeasureContext): ReadonlyMap<string, number> => {
  const now = (records?.casesHeld ?? []).filter((each) => containsDay(each, asOf));
  const children = Map.groupBy(now, ({ worker }) => worker);
  return new Map(
    [...children].map(([worker, held]) => [worker, new Set(held.map(({ child }) => child)).size]),
  );
};

export const socialWorkerCaseload: CaseMeasure = {
  ...ofWholeAuthority,
  id: 'sw-caseload',
  title: 'Children for each social worker',
  question: 'know',
  definition:
    'Children looked after whose case each social worker holds at the end of the day: the average over those who hold any.',
  source: 'Department for Education, children’s social work workforce',
  certainty: {
    mark: 'local',
    says:
      'Workers are counted alike whatever hours they work; the Department counts full-time equivalents. The return tells of children ' +
      'looked after only: whoever holds cases of other children has more.',
  },
  polarity: 'lower is better',
  unit: 'each',
  takes: 'mean',
  over: 'day',
  fields: ['SW_ID', 'SW_DECOM', 'SW_DEC', 'DEC'],
  numerator: 'Children',
  denominator: null,
  needs: ['casesHeld'],
  cases: (authority, context) =>
    [...caseloads(authority, context)].map(([worker, amount]) =>
      caseOfOther(worker, authority.asOf, 'counts', { amount }),
    ),
};

export const supervisionOnTime: CaseMeasure = {
  ...ofWholeAuthority,
  id: 'supervision-ontime',
  title: 'Social workers supervised in time',
  question: 'assurance',
  definition:
    'Of social workers who hold a case at the end of the day, the share who had supervision within the weeks set.',
  source: 'Department for Education, standards for employers of social workers',
  certainty: { mark: 'local', says: 'How often is the authority’s own rule: four weeks unless set.' },
  polarity: 'higher is better',
  unit: 'percent',
  takes: 'share',
  over: 'day',
  fields: ['worker', 'day of supervision'],
  numerator: 'Supervised in time',
  denominator: 'Social workers with a case',
  needs: ['casesHeld', 'supervisions'],
  cases: (authority, context) => {
    const { asOf } = authority;
    const supervisionsOf = Map.groupBy(context.records?.supervisions ?? [], ({ worker }) => worker);
    const days = conventionsOf(context, authority).supervisionWeeks * 7;
    return [...caseloads(authority, context).keys()].map((worker) => {
      const last = latestBy(supervisionsOf.get(worker) ?? [], asOf);
      return caseOfOther(worker, asOf, yesOrNo(last !== undefined && addDays(last.on, days) >= asOf));
    });
  },
  remarks: (_, authority, context) => [
    `In time is within ${conventionsOf(context, authority).supervisionWeeks} weeks.`,
  ],
};

export const PRACTICE: readonly CaseMeasure[] = [auditGrades, voice, socialWorkerCaseload, supervisionOnTime];
