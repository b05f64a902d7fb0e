import {
  type AttemptRefusal,
  type Day,
  londonDayOf,
  mayAttempt,
  mayDoTo,
  PLACEMENT_REQUEST,
} from '@rightplace/domain';
import { appendAudit, asTenantLooking } from '@rightplace/store';
import { clockOf } from '../cases/case-clock.ts';
import { caseChild, caseForAccess } from '../cases/find-case.ts';
import { partsFor } from '../cases/parts-for.ts';
import { loadChildren } from '../child/load-children.ts';
import { actorAt } from '../delegation/acting.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type SearchLine, searchLine } from './search-line.ts';
import { type KnownSearch, readSearches } from './searches-known.ts';

export const SEARCHES_LISTED = 'searches-listed';

export interface Searches {
  readonly kind: 'searches';
  /** Emergencies first, then what is late, then the longest waiting. */
  readonly lines: readonly SearchLine[];
  /** Of restricted records, which are opened one by one. */
  readonly closed: number;
  readonly today: Day;
}

export interface SearchesAsked {
  /** Those that are over instead of those that go on. */
  readonly over: boolean;
  /** Those of the lines whose children the page will name; all of them, where it is not said. */
  readonly named?: (lines: readonly SearchLine[]) => readonly SearchLine[];
}

/** Emergencies before all else; then what should have gone on by now; then whoever has waited longest. */
const inOrder = (a: SearchLine, b: SearchLine): number =>
  Number(b.isEmergency) - Number(a.isEmergency) ||
  Number(b.waiting?.overdue ?? false) - Number(a.waiting?.overdue ?? false) ||
  b.workingDays - a.workingDays ||
  a.id - b.id;

/** Every search for a home that somebody reaches, and that goes on. The children that the page names are recorded. */
export const listSearches = (
  world: World,
  signedIn: SignedIn,
  { over, named = (all) => all }: SearchesAsked,
): Promise<Searches | AttemptRefusal> =>
  asTenantLooking(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const at = world.now();
      const on = londonDayOf(at);
      const attempt = { actor: signedIn.actor, action: 'list-searches', on } as const;
      const permission = mayAttempt(attempt);
      if (permission.kind === 'refused') return permission;
      const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
      const clock = await clockOf(tx, loaded.today);
      const actor = await actorAt(tx, signedIn, { staff: loaded.access.staff, at });
      const searches = await readSearches(tx, { over });
      const nameOf = (person: string): string | undefined =>
        loaded.access.staff.members.get(Number(person))?.name;
      let closed = 0;
      const lineOf = (search: KnownSearch): readonly SearchLine[] => {
        const record = loaded.present.childById.get(search.stored.child);
        if (record === undefined) return [];
        const forAccess = caseForAccess(search.stored, record, loaded);
        const answer = mayDoTo({ ...attempt, child: forAccess });
        if (answer.kind === 'refused') {
          if (answer.name === 'restricted-record') closed += 1;
          return [];
        }
        const parts = partsFor({ actor }, PLACEMENT_REQUEST.access.take, forAccess, loaded.today);
        const child = caseChild(record, loaded.today);
        return [
          searchLine(search, {
            child,
            placements: record.placements,
            by: actor.id,
            parts,
            nameOf,
            at,
            clock,
            over,
          }),
        ];
      };
      const lines = searches.flatMap(lineOf).toSorted(inOrder);
      const children = [...new Set(named(lines).map(({ child }) => child.id))];
      if (children.length > 0)
        await appendAudit(tx, {
          at,
          actor: signedIn.actor.id,
          action: SEARCHES_LISTED,
          subject: { kind: 'authority', id: signedIn.authority.id },
          detail: { children },
        });
      return { kind: 'searches', lines, closed, today: loaded.today };
    },
  );
