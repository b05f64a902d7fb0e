import {
  type Actor,
  type ChildId,
  containsDay,
  type Day,
  mayDoTo,
  type ReviewingAllocation,
  reviewingOfficerOn,
} from '@rightplace/domain';
import type { Person } from '@rightplace/store';
import type { LoadedChildren } from '../child/load-children.ts';
import { childForAccess } from '../child/scope.ts';
import { type AllocationLine, dayWritten } from './read-allocations.ts';

/** What would come of one line. */
export type LineWeighed =
  | {
      readonly kind: 'changes';
      readonly at: number;
      readonly child: ChildId;
      readonly starts: Day;
      readonly officer: number;
      readonly name: string;
      /** Whose it was on that day until now, by name. */
      readonly before: string | undefined;
    }
  | { readonly kind: 'same'; readonly at: number; readonly child: ChildId }
  | { readonly kind: 'set-aside'; readonly at: number; readonly child: string; readonly why: string };

interface Weighing {
  readonly loaded: LoadedChildren;
  readonly actor: Actor;
  readonly people: readonly Person[];
}

/** Told alike of a child who is not there and of one who is not theirs to allocate for. */
const NOT_YOURS = 'There is no such child among those you allocate a reviewing officer to';

/**
 * What would come of each line for whoever sends them, one after the other: an allocation, nothing new, or set aside with why. By the
 * rules of the page for one child, and nothing of a restricted record.
 */
export const weighAllocations = (
  lines: readonly AllocationLine[],
  { loaded, actor, people }: Weighing,
): readonly LineWeighed[] => {
  const { access, present, today } = loaded;
  const byEmail = new Map(
    people.flatMap((one) => (one.email ? [[one.email.toLowerCase(), one] as const] : [])),
  );
  const said = new Map<ChildId, readonly ReviewingAllocation[]>();
  const lineOf = new Map<string, number>();
  const nameOf = (person: string | undefined): string | undefined =>
    person === undefined ? undefined : (access.staff.members.get(Number(person))?.name ?? 'Somebody');
  return lines.map((line): LineWeighed => {
    const { at, child: number, officer: email, from } = line;
    const aside = (why: string): LineWeighed => ({ kind: 'set-aside', at, child: number, why });
    if (number === '') return aside('The number of the child is missing');
    const child = present.childById.get(number as ChildId);
    if (child === undefined) return aside(NOT_YOURS);
    const forAccess = childForAccess(child, access, today);
    const may = mayDoTo({ actor, action: 'allocate-reviewing-officer', on: today, child: forAccess });
    if (may.kind === 'refused')
      return aside(
        may.name === 'restricted-record'
          ? 'The record is restricted: allocate on the child’s own page'
          : NOT_YOURS,
      );
    const starts = dayWritten(from);
    if (starts === undefined) return aside(`“${from}” is no day: write it as 2026-11-09 or 09/11/2026`);
    const person = byEmail.get(email.toLowerCase());
    const roles = access.staff.members.get(person?.id ?? Number.NaN)?.roles ?? [];
    if (
      person === undefined ||
      !roles.some((held) => held.role === 'reviewing-officer' && containsDay(held, starts))
    )
      return aside(`Nobody with the address “${email}” is a reviewing officer here on that day`);
    const id = String(person.id);
    if ([...forAccess.workerIds, ...forAccess.conflictedIds].includes(id))
      return aside(`${person.name} works with this child, or the record is closed to them`);
    const twice = lineOf.get(`${child.id} ${starts}`);
    if (twice !== undefined) return aside(`Line ${twice} says it of the same child and day`);
    lineOf.set(`${child.id} ${starts}`, at);
    const before = said.get(child.id) ?? access.reviewing.get(child.id) ?? [];
    const was = reviewingOfficerOn(before, starts);
    if (was === id) return { kind: 'same', at, child: child.id };
    said.set(child.id, [
      ...before,
      { child: child.id, starts, person: id, saidAt: '' as ReviewingAllocation['saidAt'], saidBy: '' },
    ]);
    return {
      kind: 'changes',
      at,
      child: child.id,
      starts,
      officer: person.id,
      name: person.name,
      before: nameOf(was),
    };
  });
};
