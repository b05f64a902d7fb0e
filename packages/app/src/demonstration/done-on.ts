import { createHash } from 'node:crypto';
import { addDays, type ChildClock, type Day } from '@rightplace/domain';

/** What was due longer ago is done by now, if late. */
const LEFT_DAYS = 12;

/** A number from 0 to 99 that is the same whenever it is asked for. */
export const drawn = (text: string): number =>
  createHash('sha256').update(text).digest().readUInt16BE(0) % 100;

/**
 * When it was done; undefined while it is not. From the second time on never on the day from which it is counted: the time after
 * it would be the same again, and there would be no last one.
 */
export const doneOn = (
  { began, due, rule, round }: ChildClock,
  child: string,
  today: Day,
): Day | undefined => {
  const isSaid = rule.doneBy === 'somebody-says' || rule.doneBy === 'review-held';
  if (due === undefined || !isSaid) return undefined;
  const draw = drawn(`${child} ${rule.id} ${began.on}`);
  const on =
    due.on >= today
      ? draw < 35
        ? addDays(began.on, round === 1 ? draw % 5 : 1 + (draw % 4))
        : undefined
      : draw < 82
        ? addDays(due.on, -(draw % 4))
        : draw < 91 || due.on < addDays(today, -LEFT_DAYS)
          ? addDays(due.on, 1 + (draw % 6))
          : undefined;
  return on === undefined || on > today ? undefined : on;
};
