import { addDays, type Day } from '../calendar/day.ts';
import { londonDayOf, londonTimeOf, momentOnLondonClock } from '../calendar/london-time.ts';
import { addMinutes, type Moment } from '../calendar/moment.ts';

/** How a person wants to be told by e-mail of what is not urgent. What is urgent always comes at once. */
export const MAIL_CHOICES = {
  'at-once': 'Each by itself, within the hours of e-mail',
  daily: 'All together, once a day',
  never: 'Not by e-mail: I look here',
} as const;

export type MailChoice = keyof typeof MAIL_CHOICES;

/** What holds until somebody chooses. */
export const USUAL_MAIL_CHOICE: MailChoice = 'daily';

export const isMailChoice = (text: string): text is MailChoice => Object.hasOwn(MAIL_CHOICES, text);

/** When an authority's e-mail goes out, by London's clock: "07:00". */
export interface MailHours {
  readonly from: string;
  readonly until: string;
  /** When what a day brought goes to those who want it together. */
  readonly digestAt: string;
  /** Whether what is not urgent leaves on a day; on every day where it is not said. */
  readonly leavesOn?: (day: Day) => boolean;
}

export const USUAL_MAIL_HOURS: MailHours = { from: '07:00', until: '19:00', digestAt: '08:00' };

/** Where the clocks skip that hour, an hour later. */
const onClock = (day: Day, time: string): Moment =>
  momentOnLondonClock(day, time) ??
  addMinutes(momentOnLondonClock(day, '00:00') as Moment, Number(time.slice(0, 2)) * 60);

/** So many days in a row have none on which e-mail leaves at most: after them it leaves all the same. */
const MOST_DAYS_HELD = 14;

/** The first moment from one on that is of a day on which e-mail leaves: that moment, or when its hours begin on a later day. */
const onDayOfMail = (due: Moment, { from, leavesOn = () => true }: MailHours): Moment => {
  const day = londonDayOf(due);
  const held = Array.from({ length: MOST_DAYS_HELD }, (_, days) => days).find((days) =>
    leavesOn(addDays(day, days)),
  );
  return held === undefined || held === 0 ? due : onClock(addDays(day, held), from);
};

/**
 * When a mail that is written at a moment may leave: at once, or when the hours of e-mail begin again, on a day on which it
 * leaves. Hours may go past midnight.
 */
export const mailDueAt = (at: Moment, urgent: boolean, hours: MailHours): Moment => {
  const { from, until } = hours;
  const time = londonTimeOf(at);
  const isWithin =
    from === until || (from < until ? from <= time && time < until : from <= time || time < until);
  if (urgent) return at;
  const today = londonDayOf(at);
  return onDayOfMail(isWithin ? at : onClock(time < from ? today : addDays(today, 1), from), hours);
};

/** Whether the day's e-mail is due. */
export const isDigestDue = (at: Moment, { digestAt, leavesOn = () => true }: MailHours): boolean =>
  digestAt <= londonTimeOf(at) && leavesOn(londonDayOf(at));

const MINUTES_BETWEEN_TRIES = [1, 5, 15, 30, 60, 120] as const;

/** A mail that could not be sent for a day is given up: whoever it was for finds the notice when they sign in. */
const GIVEN_UP_AFTER_MINUTES = 24 * 60;

/** When a mail that has failed so often is tried again; undefined when it no longer is. */
export const nextTryAt = (
  at: Moment,
  { tries, dueAt }: { readonly tries: number; readonly dueAt: Moment },
): Moment | undefined => {
  const longest = MINUTES_BETWEEN_TRIES.length - 1;
  const next = addMinutes(at, MINUTES_BETWEEN_TRIES[Math.max(0, Math.min(tries - 1, longest))] ?? 1);
  return next > addMinutes(dueAt, GIVEN_UP_AFTER_MINUTES) ? undefined : next;
};

/** Whether a mail has waited so long that it is not begun with: no sender ran meanwhile. */
export const isTooOld = (at: Moment, dueAt: Moment): boolean =>
  at > addMinutes(dueAt, GIVEN_UP_AFTER_MINUTES);
