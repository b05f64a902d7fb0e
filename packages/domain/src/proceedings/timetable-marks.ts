import { addDays, type Day, daysBetween, parseDay } from '../calendar/day.ts';
import type { CaseEvent } from '../workflow/case.ts';
import { findOrder } from './orders.ts';
import { HEARINGS } from './questions.ts';
import { courtTimetable, WEEKS_ALLOWED } from './timetable.ts';

/** At which weeks whoever has the case is reminded, besides the end. */
const REMINDED_AT = [12, 18, 22] as const;

/** Something on the timetable of proceedings. */
export interface TimetableMark {
  readonly on: Day;
  /** Whole weeks from the issue. */
  readonly week: number;
  readonly what: string;
  readonly kind: 'happened' | 'reminder' | 'limit' | 'to-come' | 'not-recorded' | 'today';
}

const word = ({ said }: CaseEvent, name: string): string => {
  const answer = said[name];
  return typeof answer === 'string' ? answer : '';
};

const happened = (event: CaseEvent): readonly (readonly [on: string, what: string])[] => {
  switch (event.step) {
    case 'issue':
      return [[word(event, 'issued-on'), 'Application issued']];
    case 'hearing': {
      const titles: Readonly<Record<string, string>> = HEARINGS;
      return [[word(event, 'heard-on'), titles[word(event, 'hearing')] ?? 'Hearing']];
    }
    case 'interim-order':
    case 'final-order':
      return [[word(event, 'made-on'), findOrder(event.said.order)?.title ?? 'Order']];
    case 'extension':
      return [[word(event, 'given-on'), `More time given: ${word(event, 'weeks')} weeks`]];
    default:
      return [];
  }
};

/**
 * Care proceedings as a line of weeks: what has happened, when somebody is reminded, the 26 weeks and what the court gave
 * beyond them, what is listed, and today. By day; undefined while no application has been issued.
 */
export const timetableMarks = (
  events: readonly CaseEvent[],
  today: Day,
): readonly TimetableMark[] | undefined => {
  const court = courtTimetable(events, today);
  if (court === undefined) return undefined;
  const { from, allowed, limit, isOver } = court.weeks;
  const at = (on: Day, what: string, kind: TimetableMark['kind']): TimetableMark => ({
    on,
    week: Math.floor(daysBetween(from, on) / 7),
    what,
    kind,
  });
  const atWeek = (week: number, what: string, kind: TimetableMark['kind']) =>
    at(addDays(from, week * 7), what, kind);
  const marks = [
    ...events.flatMap(happened).flatMap(([on, what]) => {
      const day = parseDay(on);
      return day === undefined ? [] : [at(day, what, 'happened')];
    }),
    ...REMINDED_AT.map((week) => atWeek(week, `${week} weeks: reminder`, 'reminder')),
    atWeek(WEEKS_ALLOWED.court, '26 weeks', 'limit'),
    ...(allowed > WEEKS_ALLOWED.court
      ? [at(limit, `${allowed} weeks, with what the court gave`, 'limit')]
      : []),
    ...(court.next === undefined
      ? []
      : [
          at(
            court.next.on,
            `${HEARINGS[court.next.kind]}, listed`,
            court.next.on < today ? 'not-recorded' : 'to-come',
          ),
        ]),
    ...(isOver ? [] : [at(today, 'Today', 'today')]),
  ];
  return marks.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};
