import type { Day } from '../calendar/day.ts';
import type { CareHistory } from '../child/care-history.ts';
import type { ClockEntry } from './clock-entry.ts';
import type { ClockRule } from './clock-rule.ts';
import { type ChildClock, type ClocksAsked, type ClocksOfChild, clocksOf } from './clocks-of.ts';
import type { SaidByCase } from './said-by-cases.ts';

/** A clock of which a reader is told that it began, and nothing of how it stands: that is said in a case they may not see. */
export interface WithheldClock {
  readonly rule: ClockRule;
  readonly start: string;
  /** The day it began by what they may see. */
  readonly began: Day;
}

export interface ClocksForReader extends ClocksOfChild {
  readonly withheld: readonly WithheldClock[];
}

const keyOf = ({ rule, start }: Pick<ChildClock, 'rule' | 'start'>): string => `${rule.id} ${start}`;

/** The case by which a start is known, where a case began it. */
const caseOfStart = (start: string): number | undefined => {
  const found = /^(?:said )?case (\d+) \d+$/.exec(start)?.[1];
  return found === undefined ? undefined : Number(found);
};

/**
 * The clocks of a child for one reader, worked out from the record and from what was said in the cases that they see, and from
 * nothing else. To drop what a hidden case said afterwards would not do: the day that was worked out from it would stay.
 *
 * A clock that a hidden case says something of is not shown as it would be without it either, as that could be false: a thing
 * that was done would stand there as overdue. It is withheld, and said to be.
 */
export const clocksForReader = (
  rules: readonly ClockRule[],
  history: CareHistory,
  said: readonly ClockEntry[],
  {
    byCases,
    hides,
    ...asked
  }: ClocksAsked & {
    readonly byCases: readonly SaidByCase[];
    /** Whether a case is not theirs to see. */
    readonly hides: (caseId: number) => boolean;
  },
): ClocksForReader => {
  const seen = byCases.filter((entry) => !hides(entry.case));
  const all = clocksOf(rules, history, said, { ...asked, byCases });
  // What was said by hand of a clock that a hidden case began is of no start that they see: it is gone with that clock.
  const unattached = all.unattached.filter(({ start }) => {
    const begunIn = caseOfStart(start);
    return begunIn === undefined || !hides(begunIn);
  });
  if (seen.length === byCases.length) return { clocks: all.clocks, unattached, withheld: [] };
  const isHidden = (entry: ClockEntry): boolean => entry.case !== undefined && hides(entry.case);
  const whole = new Set(all.clocks.filter(({ entries }) => !entries.some(isHidden)).map(keyOf));
  const theirs = clocksOf(rules, history, said, { ...asked, byCases: seen }).clocks;
  const isTold = (clock: ChildClock): boolean => whole.has(keyOf(clock));
  const withheld = theirs
    .filter((clock) => !isTold(clock))
    .map(({ rule, start, began }) => ({ rule, start, began: began.on }));
  return {
    clocks: theirs.filter(isTold),
    unattached,
    // One of several rounds is enough.
    withheld: withheld.filter((clock, i) => withheld.findIndex((one) => keyOf(one) === keyOf(clock)) === i),
  };
};
