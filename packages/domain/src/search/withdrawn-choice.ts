import { roleTitle } from '../access/role.ts';
import { londonDayOf } from '../calendar/london-time.ts';
import { dayInWords } from '../calendar/words.ts';
import { PLACEMENT_REQUEST } from '../placement-request/placement-request.ts';
import { isLostBy } from './lost-choice.ts';
import type { Offer } from './offer.ts';

/** Who gives a choice up from a state, by which step: what the process itself lets them do there. */
const waysBack = (state: string): readonly string[] =>
  PLACEMENT_REQUEST.steps
    .filter(({ id, from }) => isLostBy(id) && from.some((one) => one === state))
    .map(({ who, button }) => {
      const roles = who.map((role) => roleTitle(role).toLowerCase()).join(' or ');
      return `the ${roles} takes the step “${button}”`;
    });

/**
 * That the provider withdrew the offer that is chosen, and who does what about it. Undefined where the offer stands, and where nobody can
 * give the choice up any more: once the child has moved in.
 */
export const withdrawnChoiceInWords = (
  { state }: { readonly state: string },
  chosen: Pick<Offer, 'home' | 'withdrawn'> | undefined,
): string | undefined => {
  const ways = waysBack(state);
  if (chosen?.withdrawn === undefined || ways.length === 0) return undefined;
  const on = dayInWords(londonDayOf(chosen.withdrawn.at));
  return `${chosen.home} is chosen, and its provider withdrew the offer on ${on}: the child cannot go there. So that another home can be chosen, ${ways.join(', or ')}.`;
};
