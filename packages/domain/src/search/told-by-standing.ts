import type { Day } from '../calendar/day.ts';
import type { Moment } from '../calendar/moment.ts';
import { BEFORE_MOVE, PLACEMENT_REQUEST_STATES } from '../placement-request/states.ts';
import type { Approach } from './approach.ts';
import type { StandingNow } from './disclosure.ts';
import type { Offer } from './offer.ts';
import { dayIn } from './said-in-entry.ts';
import { chosenOffer } from './standing.ts';

/** That a provider’s offer was chosen and approved, as the authority has told them, with what has come of it since. */
export interface ToldChosen {
  readonly kind: 'chosen';
  /** As their offer calls it; undefined where somebody else wrote that down, in words that nobody has looked through for them. */
  readonly home: string | undefined;
  /** When it was recorded that they were told. */
  readonly at: Moment;
  /** On which day the contract was sent to them; undefined while none was. */
  readonly contractSentOn: Day | undefined;
  /** Whether both have signed it, as it was when the day of the move was confirmed. */
  readonly isSigned: boolean;
  /** On which day the child moved into it; undefined while they have not, and where the record does not say that it is into it. */
  readonly movedOn: Day | undefined;
  /** Whether a move is recorded of which nobody can tell from the record that it is into it. */
  readonly isMoveUnconfirmed: boolean;
}

/** Where the record has the child since the move: in the home that was chosen, in another, or where nobody can tell which it is. */
export type WhereMoved = 'chosen-home' | 'another-home' | 'unknown';

/** What a provider may read of how a search stands, besides what an officer writes for them. */
export type ToldByStanding = ToldChosen | { readonly kind: 'ended' };

/** Approved, and recorded that the provider was told: before that nobody of the provider reads it. */
const TOLD_IN: readonly string[] = [
  ...BEFORE_MOVE.filter((state) => state !== 'approved'),
  'moved',
  'closed',
];

/** Where a provider with an offer may have been told that it was chosen. */
export const mayHaveBeenTold = (state: string): boolean => TOLD_IN.includes(state);

const HAS_MOVED: ReadonlySet<string> = new Set(['moved', 'closed']);

/** Whether a child may live in the home that was chosen. */
export const mayHaveMoved = (state: string): boolean => HAS_MOVED.has(state);

/** Whether no home is looked for any more. */
const hasEnded = (state: string): boolean =>
  state === 'moved' ||
  Object.entries(PLACEMENT_REQUEST_STATES).some(([id, { ended }]) => id === state && ended === true);

/** What was said last with one of some steps, since an event. */
const saidSince = ({ events }: StandingNow, since: number, ...steps: readonly string[]) =>
  events.findLast(({ number, step }) => number > since && steps.includes(step))?.said ?? {};

const WITHOUT_A_HOME: ReadonlySet<string> = new Set(['not-chosen', 'closed']);

/** Of what a provider was told at two times the newer stands; at one moment that theirs is not the home. */
const isToldOtherwise = ({ outcome }: Pick<Approach, 'outcome'>, since: Moment): boolean =>
  outcome !== undefined && WITHOUT_A_HOME.has(outcome.outcome) && outcome.at >= since;

/** What is told of a move: its day only where it is known to be into the home that was chosen. */
const ofTheMove = (
  now: StandingNow,
  since: number,
  moved: WhereMoved,
): Pick<ToldChosen, 'movedOn' | 'isMoveUnconfirmed'> => {
  if (!mayHaveMoved(now.state)) return { movedOn: undefined, isMoveUnconfirmed: false };
  const said = saidSince(now, since, 'moved-in', 'moved-home');
  const movedOn = moved === 'chosen-home' ? (dayIn(said['placed-on']) ?? dayIn(said['moved-on'])) : undefined;
  return { movedOn, isMoveUnconfirmed: movedOn === undefined };
};

const chosenFrom = (
  now: StandingNow,
  approach: Pick<Approach, 'number' | 'outcome'>,
  { offers, moved }: { readonly offers: readonly Offer[]; readonly moved: WhereMoved },
): ToldChosen | undefined => {
  if (!mayHaveBeenTold(now.state) || moved === 'another-home') return undefined;
  const chosen = chosenOffer(now, { offers });
  const told = now.events.findLast(({ to, from }) => to === 'notified' && from !== to);
  if (told === undefined || isToldOtherwise(approach, told.at)) return undefined;
  if (chosen?.approach !== approach.number || chosen.withdrawn !== undefined) return undefined;
  return {
    kind: 'chosen',
    home: chosen.home,
    at: told.at,
    contractSentOn: dayIn(saidSince(now, told.number, 'send-contract')['contract-sent']),
    isSigned: saidSince(now, told.number, 'confirm-move')['contract-signed'] === 'yes',
    ...ofTheMove(now, told.number, moved),
  };
};

/**
 * What a provider reads of how a search stands. That their offer was chosen they read once it is recorded that they were told, and
 * no longer than the approval stands; that the child moved in where the record has them in that home, and of a move elsewhere nothing.
 * That a search has ended everybody who was asked reads, and nobody how.
 */
export const toldByStanding = (
  now: StandingNow,
  approach: Pick<Approach, 'number' | 'outcome'>,
  {
    offers,
    moved = 'unknown',
  }: { readonly offers: readonly Offer[]; readonly moved?: WhereMoved | undefined },
): ToldByStanding | undefined =>
  chosenFrom(now, approach, { offers, moved }) ?? (hasEnded(now.state) ? { kind: 'ended' } : undefined);
