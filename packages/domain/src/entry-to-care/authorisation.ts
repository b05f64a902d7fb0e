import type { Day } from '../calendar/day.ts';
import type { Moment } from '../calendar/moment.ts';
import type { CaseEvent, CaseNow } from '../workflow/case.ts';
import { type Clock, lastDayBeforeLapse } from '../workflow/in-time.ts';
import { PALAC } from './palac.ts';

/** How an authorisation stands: whether a home may be found on it. */
export type AuthorisationStanding =
  | { readonly kind: 'in-force'; readonly lapsesAfter: Day | undefined }
  | { readonly kind: 'used' | 'lapsed'; readonly at: Moment }
  | { readonly kind: 'withdrawn'; readonly event: CaseEvent };

/** A director’s yes to a request for care, with everything that led to it. */
export interface Authorisation {
  /** The decision itself. */
  readonly event: CaseEvent;
  /** From the beginning up to the decision, oldest first: what was said before it, and by whom. */
  readonly events: readonly CaseEvent[];
  readonly standing: AuthorisationStanding;
}

const isAuthorising = ({ kind, to }: CaseEvent): boolean => kind === 'authorise' && to === 'authorised';

const standingOf = (now: CaseNow, clock: Clock): AuthorisationStanding => {
  const last = now.events.at(-1) ?? now.events[0];
  switch (now.state) {
    case 'completed':
      return { kind: 'used', at: now.since };
    case 'lapsed':
      return { kind: 'lapsed', at: now.since };
    case 'withdrawn':
      return { kind: 'withdrawn', event: last };
    default:
      return { kind: 'in-force', lapsesAfter: lastDayBeforeLapse(PALAC, now, clock) };
  }
};

/** The authorisation a request came to; undefined while, or if, it came to none. What happened later is only its standing. */
export const authorisationOf = (now: CaseNow, clock: Clock): Authorisation | undefined => {
  const event = now.events.find(isAuthorising);
  return event === undefined
    ? undefined
    : { event, events: now.events.slice(0, event.number), standing: standingOf(now, clock) };
};
