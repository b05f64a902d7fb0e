import {
  ALL_ROLES,
  addDays,
  type Day,
  isRole,
  londonDayOf,
  type Refusal,
  type Role,
  refused,
  roleTitle,
} from '@rightplace/domain';
import {
  addToDirectory,
  appendAudit,
  asTenant,
  asTenantReading,
  findAuthority,
  findInDirectory,
  giveHeldRole,
  listAuthorities,
  listDirectory,
  listTeams,
  saveTeam,
} from '@rightplace/store';
import { needsPlace, placeOfRole } from '../people/place-of-role.ts';
import type { World } from '../world.ts';
import { beginSession } from './sessions.ts';

/** Somebody to sign in as, in demonstration mode. */
export type PersonToTry = {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  /** The team or service the role is for. */
  readonly place: string | undefined;
};

export type PeopleOfAuthority = {
  readonly authority: { readonly id: string; readonly name: string };
  readonly people: readonly PersonToTry[];
};

const NOT_HERE = refused(
  'not-here',
  'This is not a demonstration: people sign in with accounts of their own.',
);

/** Everybody with a role today, by authority. Nobody at all when the service is live. */
export const listPeopleToTry = async ({ db, now, mode }: World): Promise<readonly PeopleOfAuthority[]> => {
  if (mode !== 'demo') return [];
  const today = londonDayOf(now());
  const authorities = await listAuthorities(db);
  return Promise.all(
    authorities.map(async ({ code: id, name }) => {
      const people = await asTenantReading(db, { authorityId: id }, listDirectory);
      return {
        authority: { id, name },
        people: people
          .filter(({ active }) => active)
          .flatMap((person) =>
            person.roles
              .filter(({ starts, ends }) => starts <= today && (ends === null || ends > today))
              .flatMap(({ role, teamName, service }) =>
                isRole(role)
                  ? [{ id: person.id, name: person.name, role, place: teamName ?? service ?? undefined }]
                  : [],
              ),
          ),
      };
    }),
  );
};

export type DemonstrationSignedIn =
  | { readonly kind: 'signed-in'; readonly session: string }
  | Refusal<'not-here' | 'no-such-person'>;

export const signInAsPersonToTry = async (
  { db, now, mode }: World,
  chosen: { readonly authorityId: string; readonly personId: number; readonly replaces: string | undefined },
): Promise<DemonstrationSignedIn> => {
  if (mode !== 'demo') return NOT_HERE;
  const { authorityId, personId, replaces } = chosen;
  return asTenant(db, { authorityId, personId }, async (tx) => {
    const person = await findInDirectory(tx, personId);
    if (person?.active !== true) return refused('no-such-person', 'Choose somebody from the list.');
    const session = await beginSession(tx, {
      authorityId,
      personId,
      method: 'demonstration',
      now: now(),
      replaces,
    });
    return { kind: 'signed-in', session };
  });
};

/** Names that nobody could take for a real person's. */
const inventedName = (role: Role): string => `${roleTitle(role)} (invented)`;

const TRIED_FOR_DAYS = 365;

/**
 * One invented person for each role, for an authority that has nobody yet: one whose returns were loaded to be
 * looked at. Doing it again adds nobody twice.
 */
export const addPeopleToTry = async (
  { db, now: clock, mode }: World,
  authorityId: string,
): Promise<{ readonly kind: 'people-added'; readonly count: number } | Refusal<'not-here'>> => {
  if (mode !== 'demo') return NOT_HERE;
  const now = clock();
  const starts: Day = londonDayOf(now);
  return asTenant(db, { authorityId }, async (tx) => {
    if ((await findAuthority(tx)) === undefined) return { kind: 'people-added', count: 0 };
    const team =
      (await listTeams(tx))[0] ??
      (await saveTeam(tx, { name: 'Team (invented)', service: 'Service (invented)' }));
    let count = 0;
    for (const role of ALL_ROLES) {
      const personId = await addToDirectory(tx, {
        name: inventedName(role),
        email: `${role}@invented.example`,
      });
      if (personId === undefined) continue;
      const ends = addDays(starts, TRIED_FOR_DAYS);
      const place = needsPlace(role) ? placeOfRole(role, team) : { teamId: null, service: null };
      await giveHeldRole(tx, { personId, role, ...place, starts, ends });
      count += 1;
    }
    if (count > 0)
      await appendAudit(tx, {
        at: now,
        actor: 'sign-in page',
        action: 'people-to-try-added',
        detail: { count },
      });
    return { kind: 'people-added', count };
  });
};
