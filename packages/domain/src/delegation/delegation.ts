import type { Role } from '../access/role.ts';
import type { Moment } from '../calendar/moment.ts';

/** Why somebody stands in for a colleague, how long at most, and why no longer. */
export const DELEGATION_REASONS = {
  'acting-up': {
    title: 'Acting up',
    hint: 'The post is empty, or whoever holds it is away for long.',
    days: 91,
    most: '13 weeks',
    because: 'A post that is empty for longer is given to somebody in their own name.',
  },
  duty: {
    title: 'On duty out of hours',
    hint: 'An evening, a night, a weekend or a week of the rota.',
    days: 7,
    most: '7 days',
    because: 'A rota is written week by week.',
  },
  leave: {
    title: 'Leave or sickness',
    hint: 'Whoever is stood in for is away and will be back.',
    days: 42,
    most: '6 weeks',
    because: 'For somebody who is away for longer, a colleague acts up.',
  },
} as const satisfies Readonly<Record<string, DelegationReasonMeaning>>;

interface DelegationReasonMeaning {
  readonly title: string;
  readonly hint: string;
  /** The most days it lasts, by London’s clock. */
  readonly days: number;
  readonly most: string;
  readonly because: string;
}

export type DelegationReason = keyof typeof DELEGATION_REASONS;

export const ALL_DELEGATION_REASONS = Object.keys(DELEGATION_REASONS) as readonly DelegationReason[];

export const isDelegationReason = (text: string): text is DelegationReason =>
  Object.hasOwn(DELEGATION_REASONS, text);

/** Who stands in for whom. Nobody edits one: it ends when it says, or when a second record ends it sooner. */
export interface Delegation {
  readonly id: number;
  /** The person who is stood in for, in this role of theirs, wherever it reaches. */
  readonly forPerson: string;
  readonly role: Role;
  readonly standsIn: string;
  readonly reason: DelegationReason;
  readonly starts: Moment;
  /** The first moment at which it no longer holds. */
  readonly ends: Moment;
  readonly recordedBy: string;
  readonly recordedAt: Moment;
  readonly ended: { readonly by: string; readonly at: Moment } | null;
}

type Dated = Pick<Delegation, 'starts' | 'ends' | 'ended'>;

/** When it is over: as recorded, or sooner. One that was ended before it began is over from then. */
export const overFrom = ({ ends, ended }: Dated): Moment =>
  ended !== null && ended.at < ends ? ended.at : ends;

/** From its first moment, up to and without the moment that it ends. */
export const isInForce = (delegation: Dated, at: Moment): boolean =>
  delegation.starts <= at && at < overFrom(delegation);

export type DelegationPhase = 'now' | 'to-come' | 'past';

export const phaseOf = (delegation: Dated, at: Moment): DelegationPhase => {
  if (at >= overFrom(delegation)) return 'past';
  return at < delegation.starts ? 'to-come' : 'now';
};

/** Whether there is a moment at which both hold. */
export const overlap = (a: Dated, b: Dated): boolean => {
  const from = a.starts > b.starts ? a.starts : b.starts;
  return isInForce(a, from) && isInForce(b, from);
};
