import { addDays, type Day, minDay } from '../calendar/day.ts';
import { type CareHistory, childInStage, type Stage } from '../child/care-history.ts';
import type { AuthorityOnDay } from './authority-on-day.ts';
import type { Case } from './measure.ts';

/** A child looked after at some time in the window, as on the last day of it that they were. */
export type InWindow = Omit<Case, 'verdict' | 'amount'>;

/** The last time in care that had a day of the window in it, short breaks left out; one that ended on its first day had. */
const lastStageIn = ({ stages }: CareHistory, firstDay: Day, lastDay: Day): Stage | undefined =>
  stages.findLast(
    ({ shortBreaks, episode: { decom, dec } }) =>
      !shortBreaks && decom <= lastDay && (dec === null || dec >= firstDay),
  );

const kept = new WeakMap<AuthorityOnDay, readonly InWindow[]>();

/** Everyone looked after at some time in the window, save those only on series of short breaks; in order of identifier. */
export const lookedAfterInWindow = (authority: AuthorityOnDay): readonly InWindow[] => {
  const found = kept.get(authority) ?? findInWindow(authority);
  kept.set(authority, found);
  return found;
};

const findInWindow = ({ ledger, window, asOf }: AuthorityOnDay): readonly InWindow[] => {
  const lastDay = minDay(asOf, addDays(window.ends, -1));
  const found: InWindow[] = [];
  for (const history of ledger.histories) {
    if (history.from > lastDay || (history.until !== null && history.until < window.starts)) continue;
    const stage = lastStageIn(history, window.starts, lastDay);
    if (stage !== undefined) found.push(inWindow(history, stage, lastDay));
  }
  return found;
};

const inWindow = (history: CareHistory, stage: Stage, lastDay: Day): InWindow => {
  const { dec } = stage.episode;
  const on = dec === null || dec > lastDay ? lastDay : dec;
  return {
    id: history.id,
    on,
    get child() {
      return childInStage(history, stage, on);
    },
  };
};

/** The same with what a measure says of it; the child is still made only when a figure is cut. */
export const judged = (each: InWindow, verdict: Case['verdict']): Case => ({
  id: each.id,
  on: each.on,
  verdict,
  get child() {
    return each.child;
  },
});
