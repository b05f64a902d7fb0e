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
  /** On which day the child moved into it; undefined while they have not. */
  readonly movedOn: Day | undefined;
}

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

/** Whether no home is looked for any more. */
const hasEnded = (state: string): boolean =>
  state === 'moved' ||
  Object.entries(PLACEMENT_REQUEST_STATES).some(([id, { ended }]) => id === state && ended === true);

/** What was said last with one of some steps, since an event. */
const saidSince = ({ events }: StandingNow, since: number, ...steps: readonly string[]) =>
  events.findLast(({ number, step }) => number > since && steps.includes(step))?.said ?? {};

const chosenFrom = (
  now: StandingNow,
  { number, outcome }: Pick<Approach, 'number' | 'outcome'>,
  offers: readonly Offer[],
): ToldChosen | undefined => {
  if (!mayHaveBeenTold(now.state) || outcome?.outcome === 'not-chosen' || outcome?.outcome === 'closed')
    return undefined;
  const chosen = chosenOffer(now, { offers });
  const told = now.events.findLast(({ to, from }) => to === 'notified' && from !== to);
  if (told === undefined || chosen?.approach !== number || chosen.withdrawn !== undefined) return undefined;
  const moved = saidSince(now, told.number, 'moved-in', 'moved-home');
  return {
    kind: 'chosen',
    home: chosen.home,
    at: told.at,
    contractSentOn: dayIn(saidSince(now, told.number, 'send-contract')['contract-sent']),
    isSigned: saidSince(now, told.number, 'confirm-move')['contract-signed'] === 'yes',
    movedOn: dayIn(moved['placed-on']) ?? dayIn(moved['moved-on']),
  };
};

/**
 * What a provider reads of how a search stands. That their offer was chosen they read once it is recorded that they were told, and
 * no longer than the approval stands; that a search has ended everybody who was asked reads, and nobody how.
 */
export const toldByStanding = (
  now: StandingNow,
  approach: Pick<Approach, 'number' | 'outcome'>,
  {
    offers,
    movedElsewhere = false,
  }: { readonly offers: readonly Offer[]; readonly movedElsewhere?: boolean },
): ToldByStanding | undefined => {
  const chosen = movedElsewhere ? undefined : chosenFrom(now, approach, offers);
  return chosen ?? (hasEnded(now.state) ? { kind: 'ended' } : undefined);
};
