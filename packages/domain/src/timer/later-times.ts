import { addMonths, type Day } from '../calendar/day.ts';
import { type CareHistory, findStageOn } from '../child/care-history.ts';
import { reviewsOf } from '../child/review.ts';
import type { ClockRule, LaterTime } from './clock-rule.ts';

/** Which time it is, since when it runs, and when what started the clock began. */
interface TimeOfClock {
  readonly round: number;
  readonly on: Day;
  readonly placedOn: Day;
}

const isReviewedBy = ({ facts }: CareHistory, since: Day, by: Day): boolean =>
  reviewsOf(facts).some(({ on }) => on >= since && on <= by);

const holds = (
  { time, livingIn, under, untilReviewed, afterMonths }: LaterTime,
  { round, on, placedOn }: TimeOfClock,
  history: CareHistory,
): boolean => {
  if (time !== undefined && time !== round) return false;
  if (afterMonths !== undefined && on < addMonths(placedOn, afterMonths)) return false;
  const stage = findStageOn(history, on);
  // A stay in hospital changes nothing of where the child lives.
  const home = history.placements.find(({ starts }) => starts === placedOn)?.episodes;
  const place = (home?.findLast(({ decom }) => decom <= on) ?? stage?.episode)?.place;
  if (livingIn !== undefined && !livingIn.includes(place ?? '')) return false;
  if (under !== undefined && stage?.episode.ls !== under) return false;
  return untilReviewed !== true || stage === undefined || !isReviewedBy(history, stage.inCareSince, on);
};

/**
 * The rule as it is for this time: from the second on, what is due and how long there is may be another. Undefined where somebody
 * decides that outside.
 */
export const ruleAtTime = (
  rule: ClockRule,
  time: TimeOfClock,
  history: CareHistory,
): ClockRule | undefined => {
  if (time.round === 1) return rule;
  const found = rule.later?.find((one) => holds(one, time, history));
  if (found === undefined) return rule;
  const { title, allowed } = found;
  return allowed && { ...rule, title, allowed };
};
