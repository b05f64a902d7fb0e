import {
  type Actor,
  containsDay,
  type Day,
  findPartFault,
  STEP_KINDS,
  type Step,
  stateMeaning,
  stepsOnFrom,
} from '@rightplace/domain';
import type { OpenLine } from './open-lines.ts';

/** Whether what waits for a director waits for them that day, in a role of their own or of a colleague's. */
export const hasDesk = ({ assignments }: Actor, on: Day): boolean =>
  assignments.some((held) => held.role === 'director' && containsDay(held, on));

/** The directors for whom they stand in that day. */
export const stoodInFor = ({ assignments }: Actor, on: Day): readonly string[] => [
  ...new Set(
    assignments.flatMap((held) =>
      held.role === 'director' && held.actingFor !== undefined && containsDay(held, on)
        ? [held.actingFor]
        : [],
    ),
  ),
];

/** What a case waits for a director to decide: not that they could also override what waits for somebody else. */
const isDirectors = (step: Step): boolean => STEP_KINDS[step.kind].decides && step.who.includes('director');

/** The steps by which somebody decides on a case as director, their own or a colleague's for whom they stand in. */
export const decisionsOf = ({ workflow, now, parts }: OpenLine, by: string): readonly Step[] =>
  stepsOnFrom(workflow, now.state).filter(
    (step) =>
      isDirectors(step) &&
      parts.some((part) => part.role === 'director' && findPartFault(step, now, by, part) === undefined),
  );

/** Whether a director watches over it until what is opened from it has ended. */
const isToRatify = ({ workflow, now, parts }: OpenLine): boolean =>
  stateMeaning(workflow, now.state).opens?.watchedBy.includes('director') === true &&
  parts.some(({ role }) => role === 'director');

/** Whether nothing is to be done before a day that was said: a child's case that a meeting to come will hear. */
const isForLater = ({ workflow, now, waiting }: OpenLine, today: Day): boolean =>
  stateMeaning(workflow, now.state).dueAsSaid !== undefined &&
  waiting.due !== undefined &&
  waiting.due > today;

/** Whether a word was written down as theirs for which they have not answered. */
export const isTheirWord = ({ waiting }: OpenLine, by: string): boolean => waiting.unconfirmed.includes(by);

/** Whether a case is on the desk of whoever is, or stands in for, a director. */
export const isOnDesk = (
  line: OpenLine,
  { by, today }: { readonly by: string; readonly today: Day },
): boolean =>
  isTheirWord(line, by) ||
  (!isForLater(line, today) && (isToRatify(line) || decisionsOf(line, by).length > 0));
