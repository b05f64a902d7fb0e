import { ageOn } from '../../calendar/age.ts';
import { addDays, addMonths, type Day } from '../../calendar/day.ts';
import { containsDay } from '../../calendar/period.ts';
import type { ChildOnDay } from '../../child/care-history.ts';
import { type AuthorityOnDay, yearEndBy } from '../authority-on-day.ts';
import { conventionsOf } from '../conventions.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { Case, CaseMeasure, MeasureContext, Verdict } from '../measure.ts';
import { recordsByChild, yesOrNo } from '../record-cases.ts';
import type { Attendance } from '../records/education.ts';
import { atYearEnd, yearRemark } from '../year-end.ts';
import { whyNoPupil } from './education-plans.ts';
import { asShareOfCases } from './kinds.ts';

const OF_PUPILS = {
  ...asShareOfCases,
  question: 'chances',
  source:
    'West Sussex strategy 2018–2021, theme b; Department for Education, outcomes for looked-after children',
  breakdowns: ALL_DIMENSIONS,
} as const;

/** Children in care all the twelve months to the last 31 March: those whose outcomes the Department publishes. */
const inCareAllYear = (authority: AuthorityOnDay): readonly ChildOnDay[] => {
  const { inCare, asOf } = atYearEnd(authority);
  const yearAgo = addMonths(addDays(asOf, 1), -12);
  return inCare.filter(({ shortBreaks, inCareSince }) => !shortBreaks && inCareSince <= yearAgo);
};

/** Sessions of the year to 31 March, of times that were over by then. */
const sessionsOf = (attendance: readonly Attendance[], end: Day) => {
  const year = { starts: addMonths(addDays(end, 1), -12), ends: addDays(end, 1) };
  const within = attendance.filter(({ starts, ends }) => starts >= year.starts && ends <= year.ends);
  return {
    attended: within.reduce((sum, each) => sum + each.attended, 0),
    possible: within.reduce((sum, each) => sum + each.possible, 0),
  };
};

const ofSessions =
  (judge: (attended: number, possible: number) => Pick<Case, 'verdict' | 'amount' | 'outOf'>) =>
  (authority: AuthorityOnDay, { records }: MeasureContext): readonly Case[] => {
    const attendanceOf = recordsByChild(records?.attendance ?? []);
    const end = yearEndBy(authority.asOf);
    return inCareAllYear(authority).flatMap((child): readonly Case[] => {
      const { attended, possible } = sessionsOf(attendanceOf.get(child.id) ?? [], end);
      if (possible === 0) return [];
      return [{ id: child.id, on: end, child, ...judge(attended, possible) }];
    });
  };

const OF_SESSIONS = {
  ...OF_PUPILS,
  over: 'year',
  fields: ['sessions attended', 'sessions possible', 'DECOM', 'DEC', 'LS'],
  needs: ['attendance'],
  remarks: (_: unknown, authority: AuthorityOnDay) => [yearRemark(authority)],
} as const;

export const attendanceOfChildren: CaseMeasure = {
  ...OF_SESSIONS,
  id: 'attendance-cla',
  title: 'Attendance at school',
  definition:
    'Of all the sessions that children looked after for the twelve months to the last 31 March could have attended in them, ' +
    'the share that they attended.',
  certainty: {
    mark: 'established practice',
    says: 'Sessions are added up over the children, so a child with more possible sessions weighs more. The school year that the Department uses is another time.',
  },
  polarity: 'higher is better',
  takes: 'ratio',
  numerator: 'Sessions attended',
  denominator: 'Sessions possible',
  cases: ofSessions((attended, possible) => ({ verdict: 'counts', amount: attended, outOf: possible })),
};

export const persistentAbsence: CaseMeasure = {
  ...OF_SESSIONS,
  id: 'persistent-absence',
  title: 'Persistently absent from school',
  definition:
    'Of children looked after for the twelve months to the last 31 March who had sessions to attend in them, the share who ' +
    'missed a tenth of their own or more.',
  certainty: { mark: 'established practice', says: 'A child who missed exactly a tenth is counted.' },
  polarity: 'lower is better',
  numerator: 'Missed a tenth or more',
  denominator: 'With sessions to attend',
  cases: ofSessions((attended, possible) => ({
    verdict: yesOrNo((possible - attended) * 10 >= possible),
  })),
};

/** A case of each pupil in care at the end of the day. */
const ofPupils =
  (judge: (child: ChildOnDay, context: MeasureContext) => Verdict) =>
  ({ inCare, asOf }: AuthorityOnDay, context: MeasureContext): readonly Case[] =>
    inCare.map((child) => ({
      id: child.id,
      on: asOf,
      verdict: whyNoPupil(child) ?? judge(child, context),
      child,
    }));

export const suspensions: CaseMeasure = {
  ...OF_PUPILS,
  id: 'suspensions',
  title: 'Suspended from school in the year',
  definition:
    'Of looked-after children of compulsory school age at the end of the day, the share suspended from school at least once ' +
    'in the twelve months to it, while looked after or before.',
  certainty: {
    mark: 'local',
    says: 'The Department counts a school year; this is the twelve months to the day.',
  },
  polarity: 'lower is better',
  over: 'twelve-months',
  fields: ['day of the suspension', 'DOB'],
  numerator: 'Suspended',
  denominator: 'Of compulsory school age',
  needs: ['suspensions'],
  cases: (authority, context) =>
    ofPupils(({ id, on }, { records }) => {
      const own = recordsByChild(records?.suspensions ?? []).get(id) ?? [];
      return yesOrNo(own.some((each) => each.on >= authority.twelveMonthsFrom && each.on <= on));
    })(authority, context),
};

export const fullTimeOffer: CaseMeasure = {
  ...OF_PUPILS,
  id: 'full-time-offer',
  title: 'Offered full-time education',
  definition:
    'Of looked-after children of compulsory school age at the end of the day, the share who have a school place then of the ' +
    'weekly hours that make it full-time. One without a school place has no full-time offer.',
  certainty: {
    mark: 'local',
    says: 'Twenty-five hours a week unless set otherwise. A place whose hours are not recorded is told apart.',
  },
  polarity: 'higher is better',
  over: 'day',
  fields: ['school place', 'weekly hours', 'DOB'],
  numerator: 'Full-time',
  denominator: 'Of compulsory school age',
  needs: ['schoolPlaces'],
  cases: (authority, context) => {
    const { fullTimeHours } = conventionsOf(context, authority);
    return ofPupils(({ id, on }, { records }) => {
      const places = recordsByChild(records?.schoolPlaces ?? []).get(id) ?? [];
      const hours = places.filter((place) => containsDay(place, on)).map(({ weeklyHours }) => weeklyHours);
      if (hours.length > 0 && hours.every((each) => each === null)) return 'not-recorded';
      const total = hours.reduce((sum: number, each) => sum + (each ?? 0), 0);
      return yesOrNo(total >= fullTimeHours);
    })(authority, context);
  },
  remarks: (_, authority, context) => [
    `Full-time is ${conventionsOf(context, authority).fullTimeHours} hours a week or more, over all of a child’s schools.`,
  ],
};

export const schoolMoves: CaseMeasure = {
  ...OF_PUPILS,
  id: 'school-moves',
  title: 'Changed school in the year',
  definition:
    'Of looked-after children of compulsory school age at the end of the day, the share who began at another school in the ' +
    'twelve months to it than the one they were at before.',
  certainty: {
    mark: 'local',
    says: 'Moves to secondary school are in it: the record does not say which moves were of an age for it.',
  },
  polarity: 'lower is better',
  over: 'twelve-months',
  fields: ['school place', 'DOB'],
  numerator: 'Changed school',
  denominator: 'Of compulsory school age',
  needs: ['schoolPlaces'],
  cases: (authority, context) =>
    ofPupils(({ id, on }, { records }) => {
      const places = (recordsByChild(records?.schoolPlaces ?? []).get(id) ?? [])
        .filter(({ starts }) => starts <= on)
        .toSorted((a, b) => (a.starts < b.starts ? -1 : a.starts > b.starts ? 1 : 0));
      return yesOrNo(
        places.some(
          ({ starts, school }, i) =>
            starts >= authority.twelveMonthsFrom && i > 0 && places[i - 1]?.school !== school,
        ),
      );
    })(authority, context),
};

export const neetInCare: CaseMeasure = {
  ...OF_PUPILS,
  id: 'neet-cla-16-17',
  title: '16 and 17 year olds in education, employment or training',
  definition:
    'Of looked-after young people aged 16 or 17 at the end of the day, the share then in education, employment or training.',
  certainty: {
    mark: 'local',
    says: 'The id is the field’s name for those who are not; what is told is the share who are, so that it reads as for care leavers.',
  },
  polarity: 'higher is better',
  over: 'day',
  fields: ['DOB', 'activity'],
  numerator: 'In education, employment or training',
  denominator: 'Aged 16 or 17',
  needs: ['youngPersonsActivities'],
  cases: ({ inCare, asOf }, { records }) => {
    const activitiesOf = recordsByChild(records?.youngPersonsActivities ?? []);
    return inCare.flatMap((child): readonly Case[] => {
      const { dateOfBirth } = child.history;
      const age = dateOfBirth === undefined ? undefined : ageOn(dateOfBirth, asOf);
      if (age !== undefined && (age < 16 || age > 17)) return [];
      const now = activitiesOf.get(child.id)?.filter((each) => containsDay(each, asOf)) ?? [];
      const verdictFor = (): Verdict => {
        if (child.shortBreaks) return 'short-breaks';
        if (age === undefined) return 'no-date-of-birth';
        return now.length === 0 ? 'not-recorded' : yesOrNo(now.some(({ activity }) => activity !== 'none'));
      };
      return [{ id: child.id, on: asOf, verdict: verdictFor(), child }];
    });
  },
};

export const SCHOOL: readonly CaseMeasure[] = [
  attendanceOfChildren,
  persistentAbsence,
  suspensions,
  fullTimeOffer,
  schoolMoves,
  neetInCare,
];
