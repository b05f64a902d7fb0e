import type { Day } from '../calendar/day.ts';
import { containsDay } from '../calendar/period.ts';
import type { Actor } from './actor.ts';
import { mayAttempt } from './may-attempt.ts';

interface ColleagueAsked {
  readonly keeper: Actor;
  readonly colleague: Actor;
  readonly on: Day;
  /** The service that a team belongs to. */
  readonly serviceOf: (team: string) => string | null | undefined;
}

/**
 * Whether somebody records, and ends, conflicts of interest of a colleague: a manager of those whose every role is of the
 * manager's team or service, a director of everybody. So nobody closes a record to somebody above them, nor opens one to
 * themselves.
 */
export const answersFor = ({ keeper, colleague, on, serviceOf }: ColleagueAsked): boolean => {
  const answer = mayAttempt({ actor: keeper, action: 'keep-conflicts', on });
  if (answer.kind === 'refused' || keeper.id === colleague.id) return false;
  const held = colleague.assignments.filter((one) => one.actingFor === undefined && containsDay(one, on));
  return answer.grants.some(({ scope, assignment }) => {
    if (scope === 'authority') return true;
    return (
      held.length > 0 &&
      held.every(({ teamId, serviceId }) =>
        scope === 'team'
          ? teamId === assignment.teamId
          : (teamId ? serviceOf(teamId) : serviceId) === assignment.serviceId,
      )
    );
  });
};
