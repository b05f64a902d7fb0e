import { CHAIRS } from '../panel/panels.ts';
import { type Refusal, refused } from '../refusal/refusal.ts';
import { ACTIONS, type ChildAction } from './action.ts';
import type { Actor } from './actor.ts';
import { type Attempt, type AttemptRefusal, type Grant, mayAttempt } from './may-attempt.ts';
import type { Purpose } from './purpose.ts';

/** What the rules need to know of a child, as the record has it today. */
export interface ChildForAccess {
  /** Their social worker, and workers matched with them or their carers. */
  readonly workerIds: readonly string[];
  /** Whoever is allocated to them as reviewing officer: nobody is that by being their worker. */
  readonly reviewingOfficerIds?: readonly string[];
  /** Of one case before a panel alone: whoever is named to chair the meetings that hear it. */
  readonly chairIds?: readonly string[];
  readonly teamId: string | null;
  readonly serviceId: string | null;
  readonly providerIds?: readonly string[];
  /**
   * The child of a colleague, adopted, exploited, or known to a member: their record opens only with a reason
   * (break-glass), which is recorded and reviewed.
   */
  readonly restricted: boolean;
  /** People with a conflict of interest, to whom this record is closed whatever their role or reason. */
  readonly conflictedIds: readonly string[];
}

/** What has to be recorded, in the same transaction, by whoever acts on a yes. */
export type Obligation =
  | { readonly kind: 'seen' }
  | { readonly kind: 'purpose'; readonly purpose: Purpose }
  | { readonly kind: 'break-glass'; readonly reason: string };

export interface MayDoTo {
  readonly kind: 'may';
  readonly grant: Grant;
  readonly mustRecord: readonly Obligation[];
}

/**
 * A record out of reach must look as if it were not there, so pages show `out-of-reach` as not found. The others may
 * be told: in a list, a child refused as `restricted-record` or `conflict-of-interest` is a line that says only that
 * there is one, so that a list adds up to its figure.
 */
export type ChildRefusal =
  | AttemptRefusal
  | Refusal<'out-of-reach' | 'conflict-of-interest' | 'restricted-record' | 'reason-too-short'>;

const SHORTEST_REASON = 10;

/** A chair hears whoever is listed for their meeting: of another service too, and of another reviewing officer. */
const isReachedAsChair = ({ role }: Grant['assignment'], person: string, { chairIds = [] }: ChildForAccess) =>
  chairIds.includes(person) && CHAIRS.some((chair) => chair === role);

/** Whether a grant holds this child. Nobody stands in for a colleague where the colleague has a conflict of interest. */
export const grantReaches = ({ scope, assignment }: Grant, actor: Actor, child: ChildForAccess): boolean => {
  if (assignment.actingFor !== undefined && child.conflictedIds.includes(assignment.actingFor)) return false;
  const person = assignment.actingFor ?? actor.id;
  if (isReachedAsChair(assignment, person, child)) return true;
  switch (scope) {
    case 'authority':
      return true;
    case 'service':
      return child.serviceId !== null && child.serviceId === assignment.serviceId;
    case 'team':
      return child.teamId !== null && child.teamId === assignment.teamId;
    case 'own-cases':
      return (
        assignment.role === 'reviewing-officer' ? (child.reviewingOfficerIds ?? []) : child.workerIds
      ).includes(person);
    case 'own-provider':
      return (child.providerIds ?? []).some((id) => id === assignment.providerId);
    case 'region':
    case 'figures-only':
    case 'self':
      return false;
  }
};

export interface AttemptOnChild extends Attempt {
  readonly action: ChildAction;
  readonly child: ChildForAccess;
  /** Given to open one restricted record. It cannot widen anyone's reach, nor open several at once. */
  readonly breakGlass?: { readonly reason: string };
}

/** May this person do this to this child? Every yes says what must be recorded. */
export const mayDoTo = (attempt: AttemptOnChild): MayDoTo | ChildRefusal => {
  const { actor, action, child, breakGlass, purpose } = attempt;
  const permission = mayAttempt(attempt);
  if (permission.kind === 'refused') return permission;
  const grant = permission.grants.find((g) => grantReaches(g, actor, child));
  if (grant === undefined)
    return refused('out-of-reach', 'There is no such child among those you work with.');
  if (child.conflictedIds.includes(actor.id))
    return refused(
      'conflict-of-interest',
      'This record is closed to you because of a conflict of interest. Ask your manager who can help.',
    );
  const mustRecord: Obligation[] = [{ kind: 'seen' }];
  if (purpose !== undefined) mustRecord.push({ kind: 'purpose', purpose });
  if (!child.restricted) return { kind: 'may', grant, mustRecord };
  if (breakGlass === undefined || ACTIONS[action].touches !== 'child')
    return refused(
      'restricted-record',
      'This record is restricted. It can be opened by itself, with a reason, and that will be reviewed.',
    );
  const reason = breakGlass.reason.trim();
  if (reason.length < SHORTEST_REASON)
    return refused('reason-too-short', 'Say in a sentence why you need to open this restricted record.');
  return { kind: 'may', grant, mustRecord: [...mustRecord, { kind: 'break-glass', reason }] };
};
