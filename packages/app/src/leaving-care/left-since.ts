import {
  codeTitle,
  containsDay,
  type Day,
  londonDayOf,
  REASONS_CEASED,
  RETURN_HOME,
  STAYING_PUT,
  stateMeaning,
} from '@rightplace/domain';
import type { FoundCase } from '../cases/find-case.ts';

/** That a child left care while a case of theirs went on. */
export interface LeftSince {
  readonly on: Day;
  /** In words; undefined where none is recorded. */
  readonly reason: string | undefined;
}

/** What goes on after care, by its own meaning. */
const GOES_ON: Readonly<Record<string, readonly string[]>> = {
  [RETURN_HOME.id]: ['at-home'],
  [STAYING_PUT.id]: ['agreed', 'staying'],
};

/**
 * Whether the child has left care since an open case of theirs was begun: whoever opens it is told, so that it is ended too or
 * goes on for a reason. Read from the record each time, so that no case is forgotten and none is told of what was taken back.
 */
export const findLeftSince = ({
  workflow,
  now,
  child,
  loaded: { today },
}: Pick<FoundCase, 'workflow' | 'now' | 'child' | 'loaded'>): LeftSince | undefined => {
  if (stateMeaning(workflow, now.state).ended === true || GOES_ON[workflow.id]?.includes(now.state) === true)
    return undefined;
  if (child.periodsOfCare.some((period) => containsDay(period, today))) return undefined;
  const last = child.periodsOfCare.at(-1);
  const begun = londonDayOf(now.events[0].at);
  if (last === undefined || last.ends === null || last.ends < begun) return undefined;
  return {
    on: last.ends,
    reason: last.endReason === null ? undefined : codeTitle(REASONS_CEASED, last.endReason),
  };
};
