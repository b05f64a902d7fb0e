import type { BankHolidays } from '../calendar/bank-holidays.ts';
import { type Day, parseDay } from '../calendar/day.ts';
import { endOfLondonDay, londonDayOf } from '../calendar/london-time.ts';
import type { Moment } from '../calendar/moment.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { CaseEvent, CaseNow } from './case.ts';
import { type Span, stateMeaning, type Workflow } from './workflow.ts';

/** What spans of time are counted by: working days, and what the authority has set. */
export interface Clock {
  readonly calendar: BankHolidays;
  /**
   * Working days that were set for a span on the day from which it is counted; undefined while what the workflow says holds.
   * A change of the setting is for what begins after it: nothing that lapsed comes back, and nothing lapses overnight.
   */
  readonly spanOf: (setting: string, since: Day) => number | undefined;
}

/** The last day of a span that began at a moment. Its day itself is day 0. */
const lastDayOf = (span: Span | undefined, since: Moment, { calendar, spanOf }: Clock): Day | undefined =>
  span === undefined
    ? undefined
    : addWorkingDays(
        londonDayOf(since),
        spanOf(span.setting, londonDayOf(since)) ?? span.workingDays,
        calendar,
      );

/** The last day on which a case goes on in time; undefined in a state without a target. */
export const dueDay = (workflow: Workflow, now: CaseNow, clock: Clock): Day | undefined => {
  const { target, dueAsSaid } = stateMeaning(workflow, now.state);
  if (dueAsSaid !== undefined) {
    const said = now.events.findLast(({ to, said: words }) => to === now.state && dueAsSaid in words)?.said;
    const day = said?.[dueAsSaid];
    return typeof day === 'string' ? parseDay(day) : undefined;
  }
  const first = now.events.find(({ to }) => to === target?.since);
  return lastDayOf(target, first?.at ?? now.since, clock);
};

/** The last day before a case lapses where it is; undefined where it never does. */
export const lastDayBeforeLapse = (workflow: Workflow, now: CaseNow, clock: Clock): Day | undefined =>
  now.isAfterTheEvent ? undefined : lastDayOf(stateMeaning(workflow, now.state).lapses, now.since, clock);

/**
 * The event by which a case has lapsed by now; undefined while it has not. It lapsed when its last day was over, whenever that is
 * read. Its key is the case's own, so that two who come to it at once have it once.
 */
export const findLapse = (
  workflow: Workflow,
  now: CaseNow,
  clock: Clock & { readonly at: Moment },
): CaseEvent | undefined => {
  const { lapses } = stateMeaning(workflow, now.state);
  const last = lastDayBeforeLapse(workflow, now, clock);
  if (lapses === undefined || last === undefined || londonDayOf(clock.at) <= last) return undefined;
  const number = now.events.length + 1;
  return {
    number,
    at: endOfLondonDay(last),
    step: 'lapse',
    kind: 'lapse',
    by: null,
    from: now.state,
    to: lapses.to,
    said: {},
    evidence: now.events.at(-1)?.evidence ?? null,
    key: `lapse ${number}`,
  };
};
