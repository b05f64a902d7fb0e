import type { Day } from '../calendar/day.ts';
import type { ChildRecord } from '../child/record.ts';
import type { Answers, FormQuestion, Options } from '../form/form.ts';
import { ANOTHER_REASON, canEndFor, DIED, LEFT_OTHER, LEFT_WHY } from './ending.ts';
import type { EXITS } from './exit-evidence.ts';
import { endsCare, WRITES_PLANNED_ENDING } from './leaving.ts';

/** The return's reasons (REC) to which each planned way out of care leads. */
const REASONS_OF: Readonly<Record<keyof typeof EXITS, readonly string[]>> = {
  home: ['E4A', 'E4B', 'E13'],
  guardianship: ['E45', 'E46', 'E47', 'E48'],
  arrangements: ['E41'],
  adoption: ['E11', 'E12'],
  'staying-put': ['E17'],
  eighteen: ['E5', 'E6', 'E7'],
  independent: ['E5', 'E6'],
  transfer: ['E3'],
  'adult-services': ['E7'],
  sentenced: ['E9'],
  other: ['E13', 'E14', 'E15', 'E16', 'E8'],
};

/** The reasons to which the plan leads; undefined where it does not say how the child is to leave. */
const reasonsPlanned = ({ exit }: Answers): readonly string[] | undefined =>
  typeof exit === 'string' ? (REASONS_OF as Readonly<Record<string, readonly string[]>>)[exit] : undefined;

/** Whether a reason may be said by itself: the plan leads to it, or it is nobody's plan. */
export const isAsPlanned = (evidence: Answers, reason: string): boolean =>
  reason === DIED || (reasonsPlanned(evidence)?.includes(reason) ?? true);

interface OfCase {
  readonly child: ChildRecord;
  /** The plan, as it was agreed. */
  readonly evidence: Answers;
  readonly today: Day;
}

const only = (options: Options, keep: (reason: string) => boolean): Options =>
  Object.fromEntries(
    Object.entries(options).filter(
      ([reason]) => reason === ANOTHER_REASON || reason === DIED || keep(reason),
    ),
  );

/**
 * What a step that ends care asks of this child: of the reasons, those that the plan leads to and that their age and the record
 * allow, and the others that these allow under “another”. What is offered decides nothing: whatever is sent is judged by itself.
 */
export const askedOfEnding = (
  { asks, writes }: { readonly asks: readonly FormQuestion[]; readonly writes?: string | undefined },
  { child, evidence, today }: OfCase,
): readonly FormQuestion[] => {
  if (!endsCare({ writes })) return asks;
  const can = (reason: string): boolean => canEndFor(child, reason, today);
  const planned = writes === WRITES_PLANNED_ENDING ? reasonsPlanned(evidence) : undefined;
  // Where the record rules out all that was planned, choosing it says what the record lacks.
  const direct = planned?.some(can) === false ? planned : undefined;
  const isDirect = (reason: string): boolean =>
    direct?.includes(reason) ?? (can(reason) && (planned?.includes(reason) ?? true));
  return asks.map((question) => {
    if (question.kind !== 'one-of') return question;
    if (question.name === LEFT_WHY) return { ...question, options: only(question.options, isDirect) };
    if (question.name !== LEFT_OTHER) return question;
    return {
      ...question,
      options: only(
        question.options,
        (reason) => can(reason) && (planned === undefined || !isDirect(reason)),
      ),
    };
  });
};
