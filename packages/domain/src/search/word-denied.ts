import { DENIED_APPROVAL } from '../placement-request/choice-steps.ts';
import { BEFORE_MOVE } from '../placement-request/states.ts';
import { DENIED_BESIDES, DENIED_TIERS } from '../placement-request/tier-steps.ts';
import type { CaseEvent, CaseNow } from '../workflow/case.ts';
import { openWords } from '../workflow/word.ts';
import type { Step } from '../workflow/workflow.ts';
import { lastApproval } from './approval.ts';
import { EVERY_TIER_AT_ONCE } from './tiers.ts';

type OfSearch = Pick<CaseNow, 'state' | 'events' | 'words'>;

const isBeforeMove = ({ state }: Pick<CaseNow, 'state'>): boolean => BEFORE_MOVE.some((one) => one === state);

/** What a denial would undo where a search is: the approval of the home before the move, and the order that all tiers are open. */
const whatStands = ({ state, events }: OfSearch): CaseEvent | undefined => {
  if (isBeforeMove({ state })) return lastApproval(events);
  return state === EVERY_TIER_AT_ONCE
    ? events.findLast(({ from, to, step }) => to === state && from !== to && step !== 'go-on')
    : undefined;
};

/**
 * The open words of which a denial is: one that undoes what was decided, of the word on which that rests, where it rests on one; one that
 * leaves the search where it is, of any other. Undefined for a step by which nobody denies a word.
 */
export const wordsDenied = ({ id }: Pick<Step, 'id'>, now: OfSearch): readonly number[] | undefined => {
  const stands = whatStands(now)?.number;
  const open = openWords(now.words).map(({ number }) => number);
  if (id === DENIED_BESIDES) return open.filter((number) => number !== stands);
  const undoes = id === DENIED_APPROVAL ? isBeforeMove(now) : now.state === EVERY_TIER_AT_ONCE;
  return id === DENIED_APPROVAL || id === DENIED_TIERS
    ? open.filter((number) => undoes && number === stands)
    : undefined;
};

/** What the button says where something stands that the denial leaves as it is. */
export const DENIES_EARLIER = 'Say that an earlier approval is not yours';

export const isOfAnEarlierWord = ({ id }: Pick<Step, 'id'>, now: OfSearch): boolean =>
  id === DENIED_BESIDES && whatStands(now) !== undefined;
