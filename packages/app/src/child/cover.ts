import { type ChildId, containsDay, type Day, mayAttempt, type RoleAssignment } from '@rightplace/domain';
import { rolesIn } from '../delegation/acting.ts';
import type { AccessFacts, Staff } from './scope.ts';

/** The roles somebody holds on a day in which they have children of their own by working with them. */
export const ownRolesOn = (staff: Staff, id: string, on: Day): readonly RoleAssignment[] => {
  const assignments = rolesIn(staff)(id).filter((held) => containsDay(held, on));
  const answer = mayAttempt({ actor: { id, assignments }, action: 'view-child', on });
  return answer.kind === 'refused'
    ? []
    : answer.grants.flatMap(({ scope, assignment }) =>
        scope === 'own-cases' && assignment.role !== 'reviewing-officer' ? [assignment] : [],
      );
};

interface CoverAsked {
  readonly child: ChildId;
  readonly access: Pick<AccessFacts, 'staff' | 'covers'>;
  readonly today: Day;
}

/**
 * Those who were given somebody's cases of a child, one after another: whoever was given them may have come to know the child
 * as well, and theirs went to the next. Nobody is in it twice.
 */
const givenTo = (person: number, { child, access, today }: CoverAsked): readonly Given[] => {
  const covers = access.covers.get(child);
  const seen = new Set([person]);
  const given: Given[] = [];
  for (let from = person; ; ) {
    const cover = covers?.get(from);
    if (cover === undefined || seen.has(cover.by)) return given;
    const rolesOn = (id: number, on: Day) => ownRolesOn(access.staff, String(id), on);
    const theirs = new Set(rolesOn(from, cover.since).map(({ role }) => role));
    const chosenIn = rolesOn(cover.by, cover.since).filter(({ role }) => theirs.has(role));
    const now = rolesOn(cover.by, today);
    given.push({
      id: cover.by,
      holds: chosenIn.some((one) => now.some((other) => isSamePlace(one, other))),
    });
    seen.add(cover.by);
    from = cover.by;
  }
};

interface Given {
  readonly id: number;
  /** Whether they hold a role still, in the same team and service, in which they were chosen: else the child is not theirs. */
  readonly holds: boolean;
}

const isSamePlace = (one: RoleAssignment, other: RoleAssignment): boolean =>
  one.role === other.role && one.teamId === other.teamId && one.serviceId === other.serviceId;

/** Whom somebody's cases of a child were given to, if that has run out: they hold no role any more in which they were chosen. */
export const findLapsedCover = (
  person: number,
  asked: CoverAsked,
): { readonly by: number; readonly since: Day } | undefined => {
  const cover = asked.access.covers.get(asked.child)?.get(person);
  return cover !== undefined && givenTo(person, asked)[0]?.holds === false ? cover : undefined;
};

/** People who work with a child, and whoever has the cases of one of them to whom the record is closed. */
export const withCovers = (people: readonly number[], asked: CoverAsked): readonly string[] =>
  asked.access.covers.has(asked.child)
    ? [
        ...new Set(
          people.flatMap((id) => [
            String(id),
            ...givenTo(id, asked).flatMap((given) => (given.holds ? [String(given.id)] : [])),
          ]),
        ),
      ]
    : people.map(String);

/** Who has somebody's cases of a child now: the last to whom they were given, if the child is theirs and open to them. */
export const coveredNow = (
  person: number,
  asked: CoverAsked & { readonly access: Pick<AccessFacts, 'conflicts'> },
): number | undefined => {
  const closed = asked.access.conflicts.get(asked.child) ?? [];
  return givenTo(person, asked).findLast(({ id, holds }) => holds && !closed.includes(id))?.id;
};
