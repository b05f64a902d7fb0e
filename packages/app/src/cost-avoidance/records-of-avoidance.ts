import {
  avoidedInFull,
  avoidedInYear,
  type CostAvoidance,
  type Records,
  weeksOfNights,
} from '@rightplace/domain';
import type { StoredAvoidance } from '@rightplace/store';

/**
 * Cost avoided as measures take it: of lines that finance has verified and not taken back. Where lines were drafted and none is
 * verified the figure is nought; where nobody ever drafted one there is none.
 */
export const recordsOfAvoidance = (lines: readonly StoredAvoidance[]): Pick<Records, 'costAvoidance'> =>
  lines.length === 0
    ? {}
    : {
        costAvoidance: lines
          .filter(({ standing }) => standing === 'verified')
          .map(
            (line): CostAvoidance => ({
              child: line.child,
              placement: `agreement ${line.agreement}`,
              forum: line.forum,
              on: line.agreedOn,
              before: line.before,
              after: line.after,
              weeksInYear: weeksOfNights(avoidedInYear(line).nights),
              weeksInFull: weeksOfNights(avoidedInFull(line).nights),
            }),
          ),
      };
