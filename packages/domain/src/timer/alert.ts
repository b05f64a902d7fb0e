import type { Role } from '../access/role.ts';
import type { BankHolidays } from '../calendar/bank-holidays.ts';
import { addDays, type Day, daysBetween } from '../calendar/day.ts';
import { londonDayOf } from '../calendar/london-time.ts';
import { addMinutes, type Moment, minuteNumber } from '../calendar/moment.ts';
import type { ClockRule } from './clock-rule.ts';
import { type Began, type Due, dueOf, workingDayFrom } from './due.ts';

/** How pressing it is, from nothing yet to late and before the head of service. */
export const ALERT_LEVELS = {
  begun: 'Begun',
  reminder: 'Reminder',
  amber: 'Due soon',
  red: 'Due or overdue',
  'team-manager': 'Overdue, with the team manager',
  'head-of-service': 'Overdue, with the head of service',
} as const;

export type AlertLevel = keyof typeof ALERT_LEVELS;

/** A rung of the ladder: from when it is so pressing, and whom it goes to besides its owner. */
export interface AlertStep {
  readonly level: AlertLevel;
  readonly from: Began;
  readonly to: readonly Role[];
}

const AMBER_WORKING_DAYS = 5;
const ESCALATED_WORKING_DAYS = 5;

/** That part of the time, in whole days, or in minutes where the hours count. */
const partOf = (began: Began, due: Due, part: number, round: (n: number) => number): Began => {
  if (began.at !== undefined && due.at !== undefined) {
    const minutes = minuteNumber(due.at) - minuteNumber(began.at);
    const at = addMinutes(began.at, round(minutes * part));
    return { on: londonDayOf(at), at };
  }
  return { on: addDays(began.on, round(daysBetween(began.on, due.on) * part)) };
};

/**
 * When to say what, and to whom: a task when it begins; a reminder at three quarters of the time, or when the rule says;
 * amber five working days before, or when a fifth is left if that is shorter; red on the day it is due; then the team
 * manager on the next working day, and the head of service after five, with the reviewing officer where the law is broken.
 */
export const ladderOf = (
  { basis, reminders }: Pick<ClockRule, 'basis' | 'reminders'>,
  { began, due, calendar }: { readonly began: Began; readonly due: Due; readonly calendar: BankHolidays },
): readonly AlertStep[] => {
  const reminded: readonly (Began | undefined)[] = reminders?.map((span) => dueOf(span, began, calendar)) ?? [
    partOf(began, due, 0.75, Math.floor),
  ];
  const fifthLeft = partOf(began, due, 0.8, Math.ceil);
  const fiveBefore = workingDayFrom(due.on, -AMBER_WORKING_DAYS, calendar);
  const amber = fiveBefore === undefined || fifthLeft.on >= fiveBefore ? fifthLeft : { on: fiveBefore };
  const step = (
    level: AlertLevel,
    from: Began | undefined,
    to: readonly Role[] = [],
  ): readonly AlertStep[] => (from === undefined ? [] : [{ level, from, to }]);
  const after = (count: number): Began | undefined => {
    const on = workingDayFrom(due.on, count, calendar);
    return on && { on };
  };
  return [
    ...step('begun', began),
    ...reminded.flatMap((from) => step('reminder', from)),
    ...step('amber', amber),
    ...step('red', { on: due.on }),
    ...step('team-manager', after(1), ['team-manager']),
    ...step(
      'head-of-service',
      after(ESCALATED_WORKING_DAYS),
      basis === 'law' ? ['group-manager', 'reviewing-officer'] : ['group-manager'],
    ),
  ];
};

/** What the ladder says at a moment: the highest rung reached, and everybody it has gone to by then. */
export interface Alert {
  readonly level: AlertLevel;
  readonly since: Day;
  readonly to: readonly Role[];
}

export const alertAt = (ladder: readonly AlertStep[], now: Moment): Alert | undefined => {
  const today = londonDayOf(now);
  const reached = ladder.filter(({ from }) => (from.at === undefined ? from.on <= today : from.at <= now));
  const last = reached.at(-1);
  return last && { level: last.level, since: last.from.on, to: reached.flatMap(({ to }) => to) };
};
