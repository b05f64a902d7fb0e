import type { Clock } from './in-time.ts';
import { type Span, type Step, stateMeaning, type Workflow } from './workflow.ts';

/** What comes of a step, before it is taken: where the case goes, what is written, and what has to be done by when. */
export interface Follows {
  /** Where the case is then. */
  readonly title: string;
  /** Whether it is over. */
  readonly isEnd: boolean;
  readonly writesRecord: boolean;
  /** Within so many working days it is to go on from there; undefined where there is no hurry. */
  readonly goesOnWithin: number | undefined;
  /** After so many working days it is over by itself. */
  readonly lapsesAfter: number | undefined;
}

/** Undefined for a step by which the case stays where it is. */
export const followsOf = (
  workflow: Workflow,
  step: Pick<Step, 'to' | 'writes'>,
  daysOf: (span: Span) => number,
): Follows | undefined => {
  if (step.to === undefined) return undefined;
  const { title, ended, target, lapses } = stateMeaning(workflow, step.to);
  return {
    title,
    isEnd: ended === true,
    writesRecord: step.writes !== undefined,
    goesOnWithin: target && daysOf(target),
    lapsesAfter: lapses && daysOf(lapses),
  };
};

/** Days of a span as they are counted from a day on. */
export const daysBy =
  ({ spanOf }: Pick<Clock, 'spanOf'>, since: Parameters<Clock['spanOf']>[1]) =>
  ({ setting, workingDays }: Span): number =>
    spanOf(setting, since) ?? workingDays;
