import {
  actingAssignments,
  addMinutes,
  type ChildAction,
  type ChildForAccess,
  type Grounds,
  LONGEST_AGO_MINUTES,
  londonDayOf,
  type Moment,
  type Part,
  type Role,
  type Step,
} from '@rightplace/domain';
import { listDelegations, type Tx } from '@rightplace/store';
import type { LoadedChildren } from '../child/load-children.ts';
import { rolesIn } from '../delegation/acting.ts';
import { partsFor } from './parts-for.ts';

/** A colleague whose word may be written down. */
export interface Giver {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** What a colleague may decide of a child, at moments of the last days: whose word may be written down. */
export interface ColleagueParts {
  readonly partsOf: Grounds['partsOf'];
  /** Everybody whose word it could be, so that one of them is chosen. */
  readonly giversOf: (step: Step) => readonly Giver[];
}

export const NO_COLLEAGUES: ColleagueParts = { partsOf: () => [], giversOf: () => [] };

export const loadColleagueParts = async (
  tx: Tx,
  child: ChildForAccess,
  {
    action,
    loaded: {
      access: { staff },
    },
    at,
    by,
  }: {
    /** By which steps of the case are taken. */
    readonly action: ChildAction;
    readonly loaded: Pick<LoadedChildren, 'access'>;
    readonly at: Moment;
    readonly by: string;
  },
): Promise<ColleagueParts> => {
  const since = addMinutes(at, -LONGEST_AGO_MINUTES);
  const delegations = await listDelegations(tx, { since });
  const rolesOf = rolesIn(staff);
  const partsOf = (person: string, when: Moment): readonly Part[] => {
    if (child.conflictedIds.includes(person)) return [];
    const acting = actingAssignments(person, delegations, { rolesOf, at: when });
    const actor = { id: person, assignments: [...rolesOf(person), ...acting] };
    return partsFor({ actor }, action, child, londonDayOf(when));
  };
  const giversOf = ({ word = [] }: Step): readonly Giver[] =>
    [...staff.members.values()].flatMap(({ id, name }): readonly Giver[] => {
      const person = String(id);
      if (person === by) return [];
      const begun = delegations.flatMap(({ standsIn, starts }) =>
        standsIn === person && starts <= at ? [starts > since ? starts : since] : [],
      );
      const parts = [at, ...begun].flatMap((when) => partsOf(person, when));
      const roles = word.filter((role) => parts.some((part) => part.role === role));
      return roles.length === 0 ? [] : [{ id: person, name, roles }];
    });
  return { partsOf, giversOf };
};
