import type { Role } from '../access/role.ts';
import { type Refusal, refused } from '../refusal/refusal.ts';
import type { CaseNow } from '../workflow/case.ts';
import { type Doer, type Part, peopleOf } from '../workflow/part.ts';
import type { SearchEntry } from './log-entry.ts';

export type OpeningRefusal = Refusal<'own-request' | 'had-a-part'>;

/** A search as it was worked on: by its steps, and in its log. */
export interface WorkedOn {
  readonly now: Pick<CaseNow, 'events' | 'madeBy'>;
  readonly entries: readonly Pick<SearchEntry, 'by'>[];
}

/** Where officers open it too they write down what others decided, and it is nobody’s own decision. */
const isDecision = (openedBy: readonly Role[]): boolean => !openedBy.includes('placements-officer');

const OWN_REQUEST: OpeningRefusal = refused(
  'own-request',
  'You made this request, or put this home forward, or stand in for whoever did, so somebody else has to decide on this.',
);
const HAD_A_PART: OpeningRefusal = refused(
  'had-a-part',
  'You, or whom you stand in for, worked on this search in another part, so somebody else has to decide on this.',
);

/**
 * Why somebody may not open in this part what the law shuts, though their part is one of those that may; undefined when they may.
 * What is decided above the officers is decided by nobody who made the request, put the home forward or worked on the search below.
 */
export const findOpeningFault = (
  openedBy: readonly Role[],
  { now, entries }: WorkedOn,
  by: string,
  part: Part,
): OpeningRefusal | undefined => {
  if (!isDecision(openedBy)) return undefined;
  const people = peopleOf(by, part);
  if (people.some((person) => now.madeBy.has(person))) return OWN_REQUEST;
  const hasWorked = (doer: Doer | null): boolean =>
    doer !== null &&
    !openedBy.includes(doer.part.role) &&
    peopleOf(doer.person, doer.part).some((person) => people.includes(person));
  const steps = now.events.filter(({ kind }) => kind !== 'follow');
  return [...steps, ...entries].some((one) => hasWorked(one.by)) ? HAD_A_PART : undefined;
};
