import type { Moment } from '../calendar/moment.ts';
import { BEFORE_MOVE } from '../placement-request/states.ts';
import type { CaseEvent } from '../workflow/case.ts';
import type { Approach, ToldOutcome } from './approach.ts';
import type { StandingNow } from './disclosure.ts';
import type { Offer } from './offer.ts';

/** Approved, and recorded that the provider was told: before that nobody of the provider reads it. */
const TOLD_IN: readonly string[] = [
  ...BEFORE_MOVE.filter((state) => state !== 'approved'),
  'moved',
  'closed',
];

/** Where a provider with an offer may have been told that it was chosen. */
export const mayHaveBeenTold = (state: string): boolean => TOLD_IN.includes(state);

type Asked = Pick<Approach, 'number' | 'outcome'>;

const WITHOUT_A_HOME: ReadonlySet<string> = new Set(['not-chosen', 'closed']);

/** That theirs is not the home, or that the search is over for them, where that is what they were told last in words of their own. */
const toldWithoutHome = ({ outcome }: Pick<Approach, 'outcome'>): ToldOutcome | undefined =>
  outcome !== undefined && WITHOUT_A_HOME.has(outcome.outcome) ? outcome : undefined;

/** Of what a provider was told at two times the newer stands; at one moment that theirs is not the home. */
const isToldOtherwise = (asked: Asked, since: Moment): boolean => {
  const told = toldWithoutHome(asked);
  return told !== undefined && told.at >= since;
};

/** Of a search as it stands, with the offer that is chosen in it. */
export interface ChosenNow {
  readonly now: StandingNow;
  readonly chosen: Pick<Offer, 'approach' | 'withdrawn'> | undefined;
}

/** When it was recorded that a provider was told that their offer is chosen, as long as that stands and they were told nothing else since. */
export const toldChosen = (asked: Asked, { now, chosen }: ChosenNow): CaseEvent | undefined => {
  if (!mayHaveBeenTold(now.state)) return undefined;
  if (chosen?.approach !== asked.number || chosen.withdrawn !== undefined) return undefined;
  const told = now.events.findLast(({ to, from }) => to === 'notified' && from !== to);
  return told === undefined || isToldOtherwise(asked, told.at) ? undefined : told;
};

/**
 * What a provider was told by which the referral is closed to them: that theirs is not the home, or that the search is over for them,
 * and not since that it is chosen; undefined where it is open.
 */
export const toldItIsOver = (asked: Asked, of: ChosenNow): ToldOutcome | undefined =>
  toldChosen(asked, of) === undefined ? toldWithoutHome(asked) : undefined;
