import type { Role } from '../access/role.ts';
import { type Refusal, refused } from '../refusal/refusal.ts';
import type { CaseEvent, CaseNow } from '../workflow/case.ts';
import { type Doer, type Part, peopleOf } from '../workflow/part.ts';
import type { NotBy, Step } from '../workflow/workflow.ts';
import type { SearchEntry } from './log-entry.ts';

export type OpeningRefusal = Refusal<'own-request' | 'had-a-part'>;

/** A search as it was worked on: by its steps, and in its log. */
export interface WorkedOn {
  readonly now: Pick<CaseNow, 'events' | 'madeBy'>;
  readonly entries: readonly Pick<SearchEntry, 'by' | 'kind' | 'about'>[];
  /** The offer that is decided about, by its number; undefined where it is the search as a whole. */
  readonly offer?: number | undefined;
}

/** Where officers open it too they write down what others decided, and it is nobody’s own decision. */
const isDecision = (openedBy: readonly Role[]): boolean => !openedBy.includes('placements-officer');

const OWN_REQUEST: OpeningRefusal = refused(
  'own-request',
  'You made this request, or put this home forward, or stand in for whoever did, so somebody else has to decide on this.',
);
const HAD_A_PART = refused(
  'had-a-part',
  'You, or whom you stand in for, worked on this search in another part, so somebody else has to decide on this.',
);

/** To say of one’s own word whether it is that is no work on the search. */
const isAnswerForWord = ({ kind }: Pick<CaseEvent, 'kind'>): boolean => kind === 'confirm' || kind === 'deny';

/**
 * Whether an entry is work towards what is decided about an offer. What officers write always is. Above them a gate is opened by a
 * decision on the home of one offer, which nobody takes at two levels, and keeps nobody from another; how registration stands is
 * what Ofsted decided.
 */
const isWorkTowards =
  (offer: number | undefined) =>
  ({ by, kind, about }: WorkedOn['entries'][number]): boolean => {
    if (by.part.role === 'placements-officer') return true;
    return kind === 'gate' ? about === offer : kind !== 'registration';
  };

/** Who worked on a search in another part than those that decide: by a step of it or in its log, or for whom that was done. */
const workedBelow = (openedBy: readonly Role[], { now, entries, offer }: WorkedOn): ReadonlySet<string> => {
  const steps = now.events.filter((event) => event.kind !== 'follow' && !isAnswerForWord(event));
  const isBelow = (doer: Doer | null): doer is Doer => doer !== null && !openedBy.includes(doer.part.role);
  return new Set(
    [...steps, ...entries.filter(isWorkTowards(offer))]
      .map(({ by }) => by)
      .filter(isBelow)
      .flatMap(({ person, part }) => peopleOf(person, part)),
  );
};

/** By whom the home is not approved, as they worked on the search below whoever approves it. */
export const notApprovedBy = ({ word, who }: Pick<Step, 'word' | 'who'>, worked: WorkedOn): NotBy => ({
  people: workedBelow(word ?? who, worked),
  refusal: HAD_A_PART,
  ofGiver: 'Choose somebody else: they, or whom they stand in for, worked on this search in another part',
});

/**
 * Why somebody may not open in this part what the law shuts, though their part is one of those that may; undefined when they may.
 * What is decided above the officers is decided by nobody who made the request, put the home forward or worked on the search below.
 */
export const findOpeningFault = (
  openedBy: readonly Role[],
  worked: WorkedOn,
  by: string,
  part: Part,
): OpeningRefusal | undefined => {
  if (!isDecision(openedBy)) return undefined;
  const people = peopleOf(by, part);
  if (people.some((person) => worked.now.madeBy.has(person))) return OWN_REQUEST;
  const below = workedBelow(openedBy, worked);
  return people.some((person) => below.has(person)) ? HAD_A_PART : undefined;
};
