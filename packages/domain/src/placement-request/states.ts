import type { StateMeaning } from '../workflow/workflow.ts';

export type PlacementRequestState =
  | 'draft'
  | 'permission-check'
  | 'clarification'
  | 'to-allocate'
  | 'quality'
  | 'returned'
  | 'searching'
  | 'in-house'
  | 'framework'
  | 'spot'
  | 'direct'
  | 'all-tiers'
  | 'escalated'
  | 'on-hold'
  | 'offers-shared'
  | 'social-work-decision'
  | 'negotiation'
  | 'checks'
  | 'with-director'
  | 'approved'
  | 'notified'
  | 'contract'
  | 'move-date-confirmed'
  | 'moved'
  | 'placed'
  | 'closed'
  | 'not-permitted'
  | 'no-placement-found'
  | 'cancelled';

const within = (setting: string, workingDays: number) => ({ target: { setting, workingDays } });

export const PLACEMENT_REQUEST_STATES: Readonly<
  Record<PlacementRequestState, StateMeaning<PlacementRequestState>>
> = {
  draft: { title: 'Being written', ...within('placement-request-written', 1) },
  'permission-check': {
    title: 'With the placements team: may a home be looked for?',
    ...within('placement-permission', 1),
  },
  clarification: { title: 'Waiting for the director’s answer', ...within('placement-clarification', 1) },
  'to-allocate': { title: 'Waiting for a placements officer', ...within('placement-allocation', 1) },
  quality: { title: 'Being made ready with the social worker', ...within('placement-quality', 1) },
  returned: { title: 'Returned to the social worker', ...within('placement-request-returned', 1) },
  searching: { title: 'The next tier is to be opened', ...within('placement-search', 5) },
  'in-house': { title: 'Tier 1: asking in house', ...within('placement-in-house', 1) },
  framework: {
    title: 'Tier 2: asking providers on the framework',
    ...within('placement-framework', 2),
  },
  spot: { title: 'Tier 3: asking other registered providers', ...within('placement-spot', 2) },
  direct: { title: 'Tier 4: approaching providers directly', ...within('placement-direct', 2) },
  'all-tiers': {
    title: 'Emergency: all tiers are asked at once',
    alarm: 'Emergency',
    ...within('placement-all-tiers', 0),
  },
  escalated: {
    title: 'With the director: no home found yet',
    alarm: 'No home found yet',
    ...within('placement-escalated', 0),
  },
  'on-hold': { title: 'On hold' },
  'offers-shared': {
    title: 'Offers with the social worker',
    ...within('placement-offers-shared', 1),
  },
  'social-work-decision': {
    title: 'The choice is with the team manager',
    ...within('placement-choice', 1),
  },
  negotiation: { title: 'Price and extras are being agreed', ...within('placement-negotiation', 2) },
  checks: { title: 'Checks before placement', ...within('placement-checks', 2) },
  'with-director': { title: 'A home is put to the director', ...within('placement-approval', 1) },
  approved: {
    title: 'Approved: social worker and provider to be told',
    ...within('placement-notify', 1),
  },
  notified: { title: 'Told: the contract is to be sent', ...within('placement-contract', 2) },
  contract: {
    title: 'Contract sent: signatures and a date for the move',
    ...within('placement-signatures', 5),
  },
  'move-date-confirmed': {
    title: 'The date of the move is confirmed',
    ...within('placement-move', 5),
  },
  moved: { title: 'The child has moved in: the outcome is to be written', ...within('placement-outcome', 5) },
  // Where searches ended before the outcome was asked for.
  placed: { title: 'The child has moved in', ended: true },
  closed: { title: 'Closed: the child has moved in', ended: true },
  'not-permitted': { title: 'Not permitted', ended: true },
  'no-placement-found': { title: 'Ended with no placement found', ended: true },
  cancelled: { title: 'Cancelled', ended: true },
};

/** A request that is no search yet. */
export const BEFORE_THE_SEARCH = [
  'draft',
  'returned',
  'permission-check',
  'clarification',
  'to-allocate',
  'quality',
] as const satisfies readonly PlacementRequestState[];

/** Where tiers are open, so that approaches go out. */
export const TIER_STATES = ['in-house', 'framework', 'spot', 'direct', 'all-tiers'] as const;

/** From when a search has begun until the director has approved: while approaches, replies and offers may be written down. */
export const SEARCH_STATES = ['searching', ...TIER_STATES, 'escalated', 'on-hold'] as const;

/** An offer has been chosen, and not lost again. */
const CHOSEN_STATES = [
  'social-work-decision',
  'negotiation',
  'checks',
  'with-director',
  'approved',
  'notified',
  'contract',
  'move-date-confirmed',
] as const;

/** Where the log of the search is open. */
export const LOGGED_STATES: readonly PlacementRequestState[] = [
  ...SEARCH_STATES,
  'offers-shared',
  ...CHOSEN_STATES,
];

/** Where it is certain which offer is meant. */
export const holdsChoice = (state: string): boolean =>
  [...CHOSEN_STATES, 'moved', 'closed'].some((one) => one === state);

/** Approved, and the child not yet moved: it may still come to nothing. */
export const BEFORE_MOVE = ['approved', 'notified', 'contract', 'move-date-confirmed'] as const;
