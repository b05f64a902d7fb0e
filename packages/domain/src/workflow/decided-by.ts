import type { Role } from '../access/role.ts';
import { type Doer, type Part, peopleOf } from './part.ts';

/** Who has decided, and in which roles: their own, or those of whom they stood in for. */
export type DecidedBy = ReadonlyMap<string, ReadonlySet<Role>>;

/** Whether somebody, or whom they stand in for, has decided at another level: in the same role they may decide what is asked next. */
export const decidedOtherwise = (decidedBy: DecidedBy, by: string, part: Part): boolean =>
  peopleOf(by, part).some((person) => [...(decidedBy.get(person) ?? [])].some((role) => role !== part.role));

export const withDecision = (decidedBy: DecidedBy, { person, part }: Doer): DecidedBy =>
  peopleOf(person, part).reduce(
    (all, one) => new Map(all).set(one, new Set(all.get(one)).add(part.role)),
    decidedBy,
  );
