import { DENIED_APPROVAL } from '../placement-request/choice-steps.ts';
import { BEFORE_MOVE } from '../placement-request/states.ts';
import { DENIED_BESIDES, DENIED_TIERS } from '../placement-request/tier-steps.ts';
import type { CaseEvent, CaseNow } from '../workflow/case.ts';
import { openWords } from '../workflow/word.ts';
import type { Step } from '../workflow/workflow.ts';
import { lastApproval } from './approval.ts';
import { EVERY_TIER_AT_ONCE } from './tiers.ts';
import { openingsOfTiers } from './tiers-opened.ts';

type OfSearch = Pick<CaseNow, 'state' | 'events' | 'words'>;

const isBeforeMove = ({ state }: Pick<CaseNow, 'state'>): boolean => BEFORE_MOVE.some((one) => one === state);

/** By which all tiers were opened, whether ordered or written down, and nobody has denied it. */
const ordersOfAllTiers = ({ events }: Pick<OfSearch, 'events'>): readonly CaseEvent[] =>
  openingsOfTiers({ events })
    .filter(({ event, denied }) => event.to === EVERY_TIER_AT_ONCE && denied === undefined)
    .map(({ event }) => event);

/** By what a search is where it is: the approval of the home before the move, and the last order that all tiers are open. */
const whatStands = ({ state, events }: OfSearch): CaseEvent | undefined => {
  if (isBeforeMove({ state })) return lastApproval(events);
  return state === EVERY_TIER_AT_ONCE ? ordersOfAllTiers({ events }).at(-1) : undefined;
};

/** What a denial would undo: that, unless all tiers are open by another order as well, given before or since. */
const whatFalls = (now: OfSearch): CaseEvent | undefined =>
  isBeforeMove(now) || ordersOfAllTiers(now).length === 1 ? whatStands(now) : undefined;

/**
 * The open words of which a denial is: one that undoes what was decided, of the word on which that rests, where it rests on one; one that
 * leaves the search where it is, of any other. Undefined for a step by which nobody denies a word.
 */
export const wordsDenied = ({ id }: Pick<Step, 'id'>, now: OfSearch): readonly number[] | undefined => {
  const falls = whatFalls(now)?.number;
  const open = openWords(now.words).map(({ number }) => number);
  if (id === DENIED_BESIDES) return open.filter((number) => number !== falls);
  const undoes = id === DENIED_APPROVAL ? isBeforeMove(now) : now.state === EVERY_TIER_AT_ONCE;
  return id === DENIED_APPROVAL || id === DENIED_TIERS
    ? open.filter((number) => undoes && number === falls)
    : undefined;
};

/** What the button says where something stands that the denial leaves as it is. */
export const DENIES_EARLIER = 'Say that an earlier approval is not yours';

export const isOfAnEarlierWord = (step: Pick<Step, 'id'>, now: OfSearch): boolean => {
  const stands = whatStands(now)?.number;
  return (
    step.id === DENIED_BESIDES && stands !== undefined && wordsDenied(step, now)?.includes(stands) === false
  );
};
