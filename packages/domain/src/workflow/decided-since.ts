import type { Role } from '../access/role.ts';
import type { CaseEvent, CaseNow } from './case.ts';
import type { Step } from './workflow.ts';

type AskedOf = Pick<Step, 'from' | 'to' | 'word' | 'who'>;

const isYes = ({ to }: Pick<Step, 'to'>, event: Pick<CaseEvent, 'from' | 'to'>): boolean =>
  to !== undefined && event.to === to && event.from !== to;

/** The event by which the word was written down that a denial is of; undefined where it answers for none. */
const deniedBy = ({ events, words }: Pick<CaseNow, 'events' | 'words'>, { number }: CaseEvent) => {
  const denied = words.find(({ answer }) => answer?.number === number);
  return events.find((event) => event.number === denied?.number);
};

/** Whether it says no to what was asked where the step is taken, or that the same yes was never given. */
const saysNo = (step: AskedOf, now: Pick<CaseNow, 'events' | 'words'>, event: CaseEvent): boolean => {
  if (event.kind === 'return' || event.kind === 'reject')
    return event.from !== null && step.from.includes(event.from);
  const denied = event.kind === 'deny' ? deniedBy(now, event) : undefined;
  return denied !== undefined && isYes(step, denied);
};

/** In which roles it was decided: by whoever did it, and by whoever's word was written down, or is denied. */
const rolesIn = (now: Pick<CaseNow, 'events' | 'words'>, event: CaseEvent): readonly Role[] => {
  const { by, wordOf } = event;
  const denied = event.kind === 'deny' ? deniedBy(now, event)?.wordOf : undefined;
  return [by, wordOf, denied].flatMap((doer) => doer?.part.role ?? []);
};

/**
 * The last decision, by somebody whose word a step is, on what that word would decide: a no, or the same yes before it was asked anew.
 * What they said before it counts no more. Of another question it says nothing. Undefined where there is none.
 */
export const decidedBefore = (step: AskedOf, now: Pick<CaseNow, 'events' | 'words'>): CaseEvent | undefined =>
  now.events.findLast(
    (event) =>
      rolesIn(now, event).some((role) => (step.word ?? step.who).includes(role)) &&
      (isYes(step, event) || saysNo(step, now, event)),
  );
