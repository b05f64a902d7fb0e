import type { BankHolidays } from '../calendar/bank-holidays.ts';
import { londonDayOf } from '../calendar/london-time.ts';
import type { Moment } from '../calendar/moment.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import type { CaseNow } from './case.ts';
import { stateMeaning, type Workflow } from './workflow.ts';

/** One run of a case through one state: it may come there more than once. */
export interface Stay {
  readonly state: string;
  readonly entered: Moment;
  /** Null while it is there. */
  readonly left: Moment | null;
  /** Until it went on, or until now. */
  readonly workingDays: number;
}

/** Where a case has been, and for how long, in order. What is over is nowhere. */
export const staysOf = (
  workflow: Workflow,
  { events }: Pick<CaseNow, 'events'>,
  { at, calendar }: { readonly at: Moment; readonly calendar: BankHolidays },
): readonly Stay[] => {
  const moves = events.filter(({ from, to }) => from !== to);
  return moves.flatMap(({ to, at: entered }, index): readonly Stay[] => {
    const left = moves[index + 1]?.at ?? null;
    // A word that is denied may open again what was over: until then it waited for nobody.
    if (stateMeaning(workflow, to).ended === true) return [];
    const until = londonDayOf(left ?? at);
    const workingDays = workingDaysBetween(londonDayOf(entered), until, calendar);
    return [{ state: to, entered, left, workingDays }];
  });
};

/** How long cases were in one state. */
export interface StageTime {
  readonly state: string;
  /** How many went on from it. */
  readonly left: number;
  /** In working days, of those that went on; undefined where none did. */
  readonly median: number | undefined;
  /** Nine of ten went on within so many. */
  readonly ninetieth: number | undefined;
  /** Working days that each case there now has waited. */
  readonly waiting: readonly number[];
}

const middleOf = (sorted: readonly number[]): number | undefined => {
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
};

/** For every state of a process that is not the end: what left it, and what is there. */
export const stageTimesOf = (workflow: Workflow, stays: readonly Stay[]): readonly StageTime[] =>
  Object.entries(workflow.states)
    .filter(([, { ended }]) => ended !== true)
    .map(([state]) => {
      const here = stays.filter((stay) => stay.state === state);
      const gone = here
        .filter(({ left }) => left !== null)
        .map(({ workingDays }) => workingDays)
        .toSorted((a, b) => a - b);
      return {
        state,
        left: gone.length,
        median: middleOf(gone),
        ninetieth: gone[Math.ceil(gone.length * 0.9) - 1],
        waiting: here.filter(({ left }) => left === null).map(({ workingDays }) => workingDays),
      };
    });
