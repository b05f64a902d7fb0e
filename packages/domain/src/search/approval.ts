import type { CaseEvent } from '../workflow/case.ts';

type Change = Pick<CaseEvent, 'from' | 'to'>;

/** Whether a home came to be approved by it: what is said of an approval while it stands, as that a word was theirs, is none. */
export const isApproval = ({ from, to }: Change): boolean => to === 'approved' && from !== to;

/** The approval of a home that was given last, whether or not it stands; undefined where none was. */
export const lastApproval = <E extends Change>(events: readonly E[]): E | undefined =>
  events.findLast(isApproval);
