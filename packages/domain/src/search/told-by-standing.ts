import type { Day } from '../calendar/day.ts';
import type { Moment } from '../calendar/moment.ts';
import { PLACEMENT_REQUEST_STATES } from '../placement-request/states.ts';
import { type AgreedPrice, agreedPrice } from './agreed-price.ts';
import type { Approach } from './approach.ts';
import type { StandingNow } from './disclosure.ts';
import type { Offer } from './offer.ts';
import { dayIn } from './said-in-entry.ts';
import { chosenOffer } from './standing.ts';
import { toldChosen } from './told-chosen.ts';

/** That a provider’s offer was chosen and approved, as the authority has told them, with what has come of it since. */
export interface ToldChosen {
  readonly kind: 'chosen';
  /** As their offer calls it; undefined where somebody else wrote that down, in words that nobody has looked through for them. */
  readonly home: string | undefined;
  /** The number of their offer that was chosen, and what was agreed for it; undefined while nothing is. */
  readonly offer: number;
  readonly agreed: AgreedPrice | undefined;
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
  const chosen = moved === 'another-home' ? undefined : chosenOffer(now, { offers });
  const told = toldChosen(approach, { now, chosen });
  if (chosen === undefined || told === undefined) return undefined;
  return {
    kind: 'chosen',
    home: chosen.home,
    offer: chosen.number,
    agreed: agreedPrice(now.events, chosen),
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
