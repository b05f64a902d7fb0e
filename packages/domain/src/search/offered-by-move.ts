import type { Answer, Answers } from '../form/form.ts';
import { MOVED_ON } from '../placement-request/change-of-home.ts';
import { MOVED_BEFORE_WHY } from '../placement-request/move-steps.ts';
import type { Step } from '../workflow/workflow.ts';
import type { ApprovedHome } from './day-of-move.ts';
import type { KindOfHomeId } from './kinds-of-home.ts';
import { movedBeforeWhy } from './moved-before.ts';

const MOVES: ReadonlySet<string> = new Set(['moved-in', 'moved-home']);
const CONFIRMED: ReadonlySet<string> = new Set(['confirm-move', 'move-first']);
const PLACED_ON = 'placed-on';

/** As the return calls what an offer says, where it has one word for it. Of foster carers it has six, which an offer does not tell. */
const TYPE_OF_KIND: Partial<Readonly<Record<KindOfHomeId, string>>> = {
  'childrens-home': 'K2',
  'secure-home': 'K1',
  'residential-school': 'S1',
};

const textIn = (answer: Answer | undefined): string | undefined =>
  typeof answer === 'string' && answer !== '' ? answer : undefined;

/**
 * What the search knows already of a move that is to be recorded, to be read over and put right: the day that was confirmed, and
 * the home that was approved, as the register has it or else as it was offered. What nobody told is asked.
 */
export const offeredByMove = (
  { id, asks }: Pick<Step, 'id' | 'asks'>,
  approved: Pick<ApprovedHome, 'events' | 'chosen' | 'home'> | undefined,
): Answers => {
  if (approved === undefined || !MOVES.has(id)) return {};
  const { events, chosen, home } = approved;
  const on = textIn(events.findLast(({ step }) => CONFIRMED.has(step))?.said['moves-on']);
  const own = home?.inHouse === true || chosen.tier === 'in-house' ? 'PR1' : undefined;
  const known: Readonly<Record<string, string | undefined>> = {
    [MOVED_ON]: on,
    [PLACED_ON]: on,
    [MOVED_BEFORE_WHY]: movedBeforeWhy(events) || undefined,
    home: home?.name ?? chosen.home,
    'home-type': home?.type ?? (chosen.kind && TYPE_OF_KIND[chosen.kind]),
    'home-provider': own,
    'home-postcode': home?.postcode ?? textIn(chosen.said['postcode']),
    'home-urn': home?.urn ?? textIn(chosen.said['urn']),
  };
  return Object.fromEntries(
    asks.flatMap((question) => {
      const answer = known[question.name];
      const isThere =
        question.kind !== 'one-of' || (answer !== undefined && Object.hasOwn(question.options, answer));
      return answer === undefined || !isThere ? [] : [[question.name, answer]];
    }),
  );
};
