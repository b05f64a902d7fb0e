import type { Day } from '../calendar/day.ts';
import type { ChildRecord } from '../child/record.ts';
import type { Answers } from '../form/form.ts';
import type { Fault } from '../form/read-answers.ts';

/** What a step writes in the child's record is made of. */
export interface ToWrite {
  readonly child: ChildRecord;
  /** What was said with the step. */
  readonly said: Answers;
  /** The case's own form, as it was when the step was taken. */
  readonly evidence: Answers;
  readonly today: Day;
}

/** The child's record as it is to be from now on, or what in the answers cannot be, question by question. */
export type Writing =
  | { readonly kind: 'written'; readonly child: ChildRecord }
  | { readonly kind: 'cannot-be'; readonly faults: readonly [Fault, ...Fault[]] };

/**
 * How a step writes in the record. It is no part of the table, which holds no functions: a step says the name, and the same
 * record and answers give the same outcome, so that a page may show what goes with a step before it is taken.
 */
export type RecordWriter = (toWrite: ToWrite) => Writing;
