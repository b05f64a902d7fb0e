import { type CollectionYear, londonDayOf, type Moment } from '@rightplace/domain';
import { findRule } from '@rightplace/ssda903';
import type { CheckMoment, FindingLife } from '@rightplace/store';
import { severityOf } from './describe-finding.ts';
import type { TrendPoint } from './views.ts';

/** More days than these are shown by week. */
const MOST_POINTS = 60;

/** The last check of each day; of a long year, of each seventh day counted back from the last. */
const checksToShow = (checks: readonly CheckMoment[]): readonly CheckMoment[] => {
  const days = [...new Map(checks.map((check) => [londonDayOf(check.at), check])).values()];
  if (days.length <= MOST_POINTS) return days;
  const step = Math.ceil(days.length / MOST_POINTS / 7) * 7;
  return days.filter((_, i) => (days.length - 1 - i) % step === 0);
};

const isAnsweredAt = (life: FindingLife, { id, at }: CheckMoment): boolean => {
  const { answeredAt, lapsedCheck, withdrawnAt } = life;
  return (
    answeredAt !== undefined &&
    (answeredAt as Moment) <= at &&
    (lapsedCheck === undefined || lapsedCheck > id) &&
    (withdrawnAt === undefined || (withdrawnAt as Moment) > at)
  );
};

/** How many findings were open after each check: told from when each began and ended, so for anybody's own children too. */
export const trendOf = (
  lives: readonly FindingLife[],
  checks: readonly CheckMoment[],
  year: CollectionYear,
): readonly TrendPoint[] =>
  checksToShow(checks).map((check) => {
    const there = lives.filter(
      ({ firstCheck, clearedCheck }) =>
        firstCheck <= check.id && (clearedCheck === undefined || clearedCheck > check.id),
    );
    const open = there.filter((life) => !isAnsweredAt(life, check));
    return {
      on: londonDayOf(check.at),
      open: open.length,
      errors: open.filter(({ rule }) => severityOf(findRule(rule, year)) === 'error').length,
      answered: there.length - open.length,
    };
  });
