import type { BankHolidays } from '../calendar/bank-holidays.ts';
import type { Day } from '../calendar/day.ts';
import { londonDayOf } from '../calendar/london-time.ts';
import type { Moment } from '../calendar/moment.ts';
import { dayInWords } from '../calendar/words.ts';
import { type Refusal, refused } from '../refusal/refusal.ts';
import type { ClockEntryKind } from './clock-entry.ts';
import { type ClockRule, clockSpanInWords } from './clock-rule.ts';
import type { ChildClock } from './clocks-of.ts';
import { type Began, dueOf } from './due.ts';

/** What somebody would say of a clock. */
export interface ClockSaying extends Began {
  readonly kind: ClockEntryKind;
  readonly until: Day | undefined;
  readonly said: string;
  readonly takesBack: number | undefined;
}

export type ClockRefusal = Refusal<
  | 'words-needed'
  | 'day-needed'
  | 'day-to-come'
  | 'time-to-come'
  | 'until-needed'
  | 'too-long'
  | 'too-early'
  | 'not-for-this'
  | 'over-already'
  | 'own-work'
  | 'nothing-to-take-back'
>;

export const LONGEST_SAID_OF_CLOCK = 2000;

/** Whether that kind of thing is ever said of that rule. What the record tells by itself nobody says besides. */
export const isSaidOf = (rule: ClockRule, kind: ClockEntryKind): boolean => {
  switch (kind) {
    case 'began':
      return rule.start.kind === 'said' || rule.allowed === 'day-said' || isInHours(rule);
    case 'done':
      return rule.doneBy === 'somebody-says' || rule.doneBy === 'review-held';
    case 'extended':
      return rule.extension !== undefined;
    case 'stopped':
      return rule.start.kind === 'said';
    case 'allowed':
      return rule.doneBy !== 'status-ends';
    case 'taken-back':
      return true;
  }
};

export const isInHours = ({ allowed }: ClockRule): boolean =>
  typeof allowed === 'object' && allowed.unit === 'hours';

/** What is wrong with what somebody types, whatever it is said of. */
const wordsFault = ({ said, kind, on, at }: ClockSaying, now: Moment): ClockRefusal | undefined => {
  if (said.trim() === '') return refused('words-needed', 'Write a sentence about it.');
  if (said.length > LONGEST_SAID_OF_CLOCK)
    return refused(
      'words-needed',
      `Shorten it to at most ${LONGEST_SAID_OF_CLOCK.toLocaleString('en-GB')} characters.`,
    );
  if (kind === 'taken-back') return undefined;
  if (on > londonDayOf(now)) return refused('day-to-come', 'Enter today or a day before it.');
  if (at !== undefined && at > now)
    return refused('time-to-come', 'Enter a time that has passed: the clock starts when it happened.');
  return undefined;
};

/** Whether something may be said of a clock that runs; undefined when it may. */
export const sayingFault = (
  clock: ChildClock,
  saying: ClockSaying,
  {
    now,
    worksWithChild,
    calendar,
  }: { readonly now: Moment; readonly worksWithChild: boolean; readonly calendar: BankHolidays },
): ClockRefusal | undefined => {
  const { rule, began, due, status, entries } = clock;
  const { kind, on, until, takesBack } = saying;
  const words = wordsFault(saying, now);
  if (words !== undefined) return words;
  if (!isSaidOf(rule, kind)) return refused('not-for-this', 'This cannot be recorded of what is due here.');
  if (kind === 'taken-back')
    return entries.some(
      ({ number, case: of, isOfficer }) => of === undefined && isOfficer !== true && number === takesBack,
    )
      ? undefined
      : refused('nothing-to-take-back', 'Somebody has taken it back already. Look at what is recorded now.');
  if (status === 'done-in-time' || status === 'done-late' || status === 'stopped')
    return refused('over-already', 'It is over. If what ended it was a slip, take that back first.');
  // A plan may be made before the placement that asks for it; what is due again is done since the last time.
  if (on < began.on && (rule.repeats === true || kind === 'stopped' || kind === 'extended'))
    return refused(
      'too-early',
      `It began on ${dayInWords(began.on)}: enter that day or a later one, or take back what was recorded.`,
    );
  if (kind === 'began' && on !== began.on)
    return refused('too-early', `The record says that it began on ${dayInWords(began.on)}.`);
  if (kind === 'began' && rule.allowed === 'day-said' && until === undefined)
    return refused('until-needed', 'Enter the day by which it is due.');
  if (kind === 'allowed' && worksWithChild)
    return refused('own-work', 'You work with this child. Somebody else has to allow it to be later.');
  if (kind === 'extended') return extensionFault(clock, until, calendar);
  if (until !== undefined && kind === 'allowed' && due !== undefined && until <= due.on)
    return refused(
      'until-needed',
      `It is due on ${dayInWords(due.on)} anyway: enter a later day, or leave it empty.`,
    );
  return undefined;
};

const extensionFault = (
  { rule: { extension }, due, entries }: ChildClock,
  until: Day | undefined,
  calendar: BankHolidays,
): ClockRefusal | undefined => {
  if (extension === undefined || due === undefined)
    return refused('not-for-this', 'This cannot be recorded of what is due here.');
  if (until === undefined || until <= due.on)
    return refused(
      'until-needed',
      `Enter the day until which the court gave more time, after ${dayInWords(due.on)}.`,
    );
  const before = entries.filter(({ kind }) => kind === 'extended').length;
  if (before >= extension.times)
    return refused('not-for-this', 'The court has given more time already, as often as the law lets it.');
  const latest = dueOf(extension.longest, { on: due.on }, calendar);
  return latest !== undefined && until > latest.on
    ? refused(
        'too-long',
        `The law lets a court give up to ${clockSpanInWords(extension.longest)} more: until ${dayInWords(latest.on)}.`,
      )
    : undefined;
};

/** Whether something that the record does not know may be said to have begun; undefined when it may. */
export const beginningFault = (
  rule: ClockRule,
  saying: ClockSaying,
  now: Moment,
): ClockRefusal | undefined => {
  const words = wordsFault(saying, now);
  if (words !== undefined) return words;
  const isInForce =
    rule.effective !== null &&
    rule.effective.starts <= saying.on &&
    (rule.effective.ends === null || saying.on < rule.effective.ends);
  if (rule.start.kind !== 'said' || !isInForce)
    return refused(
      'not-for-this',
      'This cannot be begun here: the record tells when it begins, or the rule is not in force on that day.',
    );
  if (rule.allowed === 'day-said' && (saying.until === undefined || saying.until < saying.on))
    return refused('until-needed', 'Enter the day by which it is due.');
  return undefined;
};
