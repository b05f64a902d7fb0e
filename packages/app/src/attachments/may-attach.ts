import { mayWriteEvidence, stepsOf } from '../cases/case-steps.ts';
import type { FoundCase } from '../cases/find-case.ts';
import { groundsOf } from '../cases/grounds.ts';
import { attachesHere } from './attaches-here.ts';

/** Asked of the case as it is found now. */
export const mayAttach = (found: FoundCase, by: string): boolean =>
  attachesHere({
    isReached: found.isReached,
    mayWrite: mayWriteEvidence(found),
    steps: stepsOf(found, by, groundsOf(found)),
  });
