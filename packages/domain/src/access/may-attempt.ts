import type { Day } from '../calendar/day.ts';
import { type Refusal, refused } from '../refusal/refusal.ts';
import { type Action, actionMeaning, isChildAction } from './action.ts';
import { type Actor, type AssignmentRefusal, findAssignmentRefusal, type RoleAssignment } from './actor.ts';
import { POLICY } from './policy.ts';
import type { Purpose } from './purpose.ts';
import type { Scope } from './scope.ts';

/** One of a person's roles, and how far it reaches with the action asked about. */
export interface Grant {
  readonly scope: Scope;
  readonly assignment: RoleAssignment;
}

export interface MayAttempt {
  readonly kind: 'may';
  /** At least one, the widest first. A person with several roles may have several. */
  readonly grants: readonly [Grant, ...Grant[]];
}

export type AttemptRefusal =
  | AssignmentRefusal
  | Refusal<'not-your-role' | 'figures-only' | 'purpose-needed' | 'whole-authority-needed'>;

/** Widest first. Figures of one's own children come before figures with small numbers hidden. */
const BREADTH: readonly Scope[] = [
  'authority',
  'service',
  'team',
  'own-provider',
  'own-cases',
  'region',
  'figures-only',
  'self',
];

/** An assignment to one team or service narrows a role that would reach further. */
const narrowed = (scope: Scope, { teamId, serviceId }: RoleAssignment): Scope => {
  if (scope !== 'authority' && scope !== 'service') return scope;
  if (teamId) return 'team';
  return serviceId ? 'service' : scope;
};

/** What touches the whole authority has no part that is one team's, so a role for one team has none of it. */
const findNarrownessRefusal = (
  { teamId, serviceId }: RoleAssignment,
  { touches, title }: ReturnType<typeof actionMeaning>,
): AttemptRefusal | undefined =>
  touches === 'authority' && (teamId || serviceId)
    ? refused(
        'whole-authority-needed',
        `Your role is for one ${teamId ? 'team' : 'service'}, and to ${title} it must be for the whole authority.`,
      )
    : undefined;

export interface Attempt {
  readonly actor: Actor;
  readonly action: Action;
  /** Today. */
  readonly on: Day;
  /** Why, for the actions that must say. */
  readonly purpose?: Purpose;
}

/**
 * May this person do this kind of thing at all? It knows nothing of any child: where the answer is yes and children
 * are touched, `mayDoTo` must be asked of each. Where the action only shows figures, the scopes say whose figures.
 */
export const mayAttempt = ({ actor, action, on, purpose }: Attempt): MayAttempt | AttemptRefusal => {
  const meaning = actionMeaning(action);
  const grants: Grant[] = [];
  let why: AttemptRefusal | undefined;
  for (const assignment of actor.assignments) {
    const scope = POLICY[assignment.role][action];
    if (scope === undefined || (assignment.actingFor !== undefined && meaning.delegable !== true)) continue;
    const refusal =
      findAssignmentRefusal(assignment, scope, on) ?? findNarrownessRefusal(assignment, meaning);
    if (refusal === undefined) grants.push({ scope: narrowed(scope, assignment), assignment });
    else why ??= refusal;
  }
  const [first, ...rest] = grants.sort((a, b) => BREADTH.indexOf(a.scope) - BREADTH.indexOf(b.scope));
  if (first === undefined) return why ?? refusalOf(actor, action, on);
  if (meaning.needsPurpose === true && purpose === undefined)
    return refused('purpose-needed', `Say why before you ${meaning.title}.`);
  return { kind: 'may', grants: [first, ...rest] };
};

const seesFiguresOnly = (actor: Actor, on: Day): boolean => {
  const figures = mayAttempt({ actor, action: 'view-measure', on });
  return (
    figures.kind === 'may' &&
    (figures.grants[0].scope === 'figures-only' || figures.grants[0].scope === 'region')
  );
};

const refusalOf = (actor: Actor, action: Action, on: Day): AttemptRefusal =>
  isChildAction(action) && seesFiguresOnly(actor, on)
    ? refused('figures-only', 'Your role sees figures, never the children behind them.')
    : refused('not-your-role', `Your role does not let you ${actionMeaning(action).title}.`);
