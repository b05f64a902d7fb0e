import type { Moment } from '../calendar/moment.ts';
import { APPROVED_AFTER_MOVE } from '../placement-request/move-steps.ts';
import type { CaseEvent } from '../workflow/case.ts';
import { deniedAt, type Word, wordsAfter } from '../workflow/word.ts';

type Change = Pick<CaseEvent, 'from' | 'to'>;
type Decision = Change & Pick<CaseEvent, 'step'>;

/** Whether a home came to be approved by it: what is said of an approval while it stands, as that a word was theirs, is none. */
export const isApproval = ({ from, to }: Change): boolean => to === 'approved' && from !== to;

/** The approval of a home that was given last, whether or not it stands; undefined where none was. */
export const lastApproval = <E extends Change>(events: readonly E[]): E | undefined =>
  events.findLast(isApproval);

/** Whether a home was approved by it, before the child moved there or after. */
export const approvesHome = (event: Decision): boolean =>
  isApproval(event) || event.step === APPROVED_AFTER_MOVE;

/** The approval of a home that was given last, before the child moved there or after. */
export const lastApprovalOfHome = <E extends Decision>(events: readonly E[]): E | undefined =>
  events.findLast(approvesHome);

/** When whose word the last approval of a home was denied it; undefined where it was nobody’s word, or they have not. */
export const lastApprovalDenied = (events: readonly CaseEvent[]): Moment | undefined => {
  const approval = lastApprovalOfHome(events);
  return approval && deniedAt(events.reduce<readonly Word[]>(wordsAfter, []), approval);
};
