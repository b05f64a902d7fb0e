import type { Role } from '../access/role.ts';

/** In which part somebody did something: their own role, or that of a colleague they stood in for. */
export interface Part {
  readonly role: Role;
  readonly actingFor?: string;
}

/** Somebody, in a part. */
export interface Doer {
  readonly person: string;
  readonly part: Part;
  /** Of somebody who is no colleague, whose name no list of colleagues has. */
  readonly name?: string;
}

/** A part and whoever it is taken for: neither may be on both sides of a decision. */
export const peopleOf = (person: string, { actingFor }: Part): readonly string[] =>
  actingFor === undefined ? [person] : [person, actingFor];
