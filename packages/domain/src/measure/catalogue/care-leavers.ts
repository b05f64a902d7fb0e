import { type CareLeaver, careLeavers } from '../../leaving-care/care-leavers.ts';
import { inEducationOrWork, inHigherEducation, isSuitable, livesIn } from '../../leaving-care/codes.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import { UNKNOWN } from '../dimensions.ts';
import { findLeaverAge } from '../dimensions-of-returns.ts';
import type { Case, CaseMeasure, Certainty, Verdict } from '../measure.ts';
import { oncePerYear, yearRemark } from '../year-end.ts';

/** The return writes "0" for what is not known of a leaver. */
const said = (code: string | undefined): string => (code === undefined || code === '0' ? UNKNOWN : code);

const keysOf = ({ history, age, row }: CareLeaver): NonNullable<Case['keys']> => ({
  'leaver-age': (age === undefined ? undefined : findLeaverAge(age)) ?? UNKNOWN,
  'in-touch': said(row['IN_TOUCH']),
  'leaver-home': said(row['ACCOM']?.charAt(0)),
  'leaver-activity': said(row['ACTIV']),
  sex: history.sex ?? UNKNOWN,
  ethnicity: history.ethnicity ?? UNKNOWN,
});

/** The cases of the year's care leavers; undefined for one who is not asked about at all. */
export const casesOfLeavers = (
  judge: (leaver: CareLeaver) => Verdict | undefined,
): ((authority: AuthorityOnDay) => readonly Case[]) =>
  oncePerYear((yearEnd) =>
    careLeavers(yearEnd).flatMap((leaver): readonly Case[] => {
      const verdict = leaver.leftOut ?? judge(leaver);
      if (verdict === undefined) return [];
      return [{ id: leaver.history.id, on: yearEnd.asOf, verdict, keys: keysOf(leaver) }];
    }),
  );

const COHORT =
  'young people of whom the return of the year tells as care leavers (those who turned 17 to 21 in it, and older ones who ' +
  'came back for support), without those who died, went home for six months or more, or whose care another authority took over';

const certainty: Certainty = {
  mark: 'established practice',
  says:
    'The return tells how things were around the birthday, from three months before it to a month after. Nothing known of a ' +
    'care leaver counts as a no, and is told apart.',
};

/** What measures of care leavers have in common. */
export const ofLeavers = {
  kind: 'cases',
  version: 1,
  question: 'chances',
  disclosure: 'suppress-small',
  unit: 'percent',
  takes: 'share',
  over: 'year',
  polarity: 'higher is better',
  denominator: 'Care leavers of the year',
  breakdowns: ['leaver-age', 'in-touch', 'leaver-home', 'leaver-activity', 'sex', 'ethnicity'],
  certainty,
  source: 'Department for Education, children looked after in England: care leavers (OC3)',
  remarks: (_: unknown, authority: AuthorityOnDay): readonly string[] => [
    yearRemark(authority),
    ...(careLeavers(authority).length === 0 ? ['No care leavers (OC3) of that year are recorded.'] : []),
  ],
} as const;

export const suitableHomes: CaseMeasure = {
  ...ofLeavers,
  id: 'cl-suitable',
  title: 'Care leavers in suitable accommodation',
  definition: `Of ${COHORT}: the share whose accommodation is recorded as suitable.`,
  source: `${ofLeavers.source}; Worcestershire Children First, 2023`,
  fields: ['ACCOM', 'IN_TOUCH'],
  numerator: 'In suitable accommodation',
  cases: casesOfLeavers(({ row }) => isSuitable(row['ACCOM'])),
};

export const suitableHomesInTouch: CaseMeasure = {
  ...suitableHomes,
  id: 'cl-suitable-in-touch',
  title: 'Care leavers in touch who live in suitable accommodation',
  definition: `Of ${COHORT}, and who are in touch: the share whose accommodation is recorded as suitable.`,
  source: 'Kent County Council, sufficiency progress report 2016, Measure 2',
  certainty: {
    mark: 'local',
    says: 'Kent asked the young people themselves; the return holds what the authority judged.',
  },
  denominator: 'Care leavers in touch',
  cases: casesOfLeavers(({ row }) => (row['IN_TOUCH'] === 'YES' ? isSuitable(row['ACCOM']) : 'not-in-touch')),
};

export const educationOrWork: CaseMeasure = {
  ...ofLeavers,
  id: 'cl-eet',
  title: 'Care leavers in education, employment or training',
  definition: `Of ${COHORT}: the share in education, employment or training, full time or part time.`,
  source: `${ofLeavers.source}; West Sussex, Child Looked After strategy 2018–2021`,
  fields: ['ACTIV', 'IN_TOUCH'],
  numerator: 'In education, employment or training',
  cases: casesOfLeavers(({ row }) => inEducationOrWork(row['ACTIV'])),
};

export const higherEducation: CaseMeasure = {
  ...ofLeavers,
  id: 'cl-higher-ed',
  title: 'Care leavers in higher education',
  definition: `Of ${COHORT}: the share in higher education, full time or part time.`,
  fields: ['ACTIV', 'IN_TOUCH'],
  numerator: 'In higher education',
  cases: casesOfLeavers(({ row }) => inHigherEducation(row['ACTIV'])),
};

export const inTouch: CaseMeasure = {
  ...ofLeavers,
  id: 'cl-in-touch',
  title: 'Care leavers the authority is in touch with',
  definition: `Of ${COHORT}: the share with whom the authority is in touch. Those who refuse contact or no longer need services are not.`,
  fields: ['IN_TOUCH'],
  numerator: 'In touch',
  cases: casesOfLeavers(({ row }) => {
    const touch = row['IN_TOUCH'];
    return touch === undefined ? 'not-recorded' : touch === 'YES' ? 'counts' : 'does-not-count';
  }),
};

export const homelessLeavers: CaseMeasure = {
  ...ofLeavers,
  id: 'cl-homeless',
  title: 'Care leavers with no fixed home',
  definition: `Of ${COHORT}: the share who are homeless or have no fixed home (accommodation code S).`,
  certainty: {
    mark: 'local',
    says: 'Emergency accommodation and bed and breakfast have codes of their own and are not counted as homeless.',
  },
  polarity: 'lower is better',
  fields: ['ACCOM', 'IN_TOUCH'],
  numerator: 'No fixed home',
  cases: casesOfLeavers(({ row }) => livesIn('S')(row['ACCOM'])),
};

export const leaversInCustody: CaseMeasure = {
  ...ofLeavers,
  id: 'cl-custody',
  title: 'Care leavers in custody',
  definition: `Of ${COHORT}: the share who are in custody (accommodation code X).`,
  polarity: 'lower is better',
  fields: ['ACCOM', 'IN_TOUCH'],
  numerator: 'In custody',
  cases: casesOfLeavers(({ row }) => livesIn('X')(row['ACCOM'])),
};

export const CARE_LEAVERS: readonly CaseMeasure[] = [
  suitableHomes,
  suitableHomesInTouch,
  educationOrWork,
  higherEducation,
  inTouch,
  homelessLeavers,
  leaversInCustody,
];
