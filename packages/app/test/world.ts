import { addMinutes, day, type Moment, moment, type Role } from '@rightplace/domain';
import {
  addToDirectory,
  asTenant,
  createAuthority,
  giveHeldRole,
  putPassword,
  saveTeam,
  type TestDatabase,
  testDatabase,
} from '@rightplace/store';
import { type FileKeys, newFileKeyText, readFileKeys } from '../src/attachments/file-keys.ts';
import { needsPlace, placeOfRole } from '../src/people/place-of-role.ts';
import { hashPassword } from '../src/sign-in/password-hash.ts';
import { beginSession } from '../src/sign-in/sessions.ts';
import { findVisitor, type SignedIn } from '../src/sign-in/visitor.ts';
import { createWorld, type World } from '../src/world.ts';

/** Cheap to make, and weaker than today's: signing in with one also makes it anew. */
const QUICK = { memoryKib: 64, passes: 1, parallelism: 1 };

const NO_PLACE = { teamId: null, service: null };

export const NORTHMARSH = 'E10000901';
export const SOUTHFELL = 'E10000902';

export interface TestWorld extends World {
  readonly database: TestDatabase;
  readonly pass: (minutes: number) => void;
  /** A person of an authority with a role for today, in a team where the role needs one. */
  readonly addPerson: (person: {
    readonly name: string;
    readonly authorityId?: string;
    readonly role?: Role;
    readonly password?: string;
  }) => Promise<{ readonly personId: number; readonly email: string }>;
  /** As if the person had just signed in: the session's cookie and who it makes them. */
  readonly signIn: (
    personId: number,
    authorityId?: string,
  ) => Promise<{ cookie: string; signedIn: SignedIn }>;
  readonly close: () => Promise<void>;
}

/** A key that nobody else has. */
export const someFileKeys = (): FileKeys => {
  const keys = readFileKeys(newFileKeyText());
  if (keys === undefined) throw new Error('A key that was just made cannot be read');
  return keys;
};

/** Two invented authorities, a clock that moves when told to, and a database to spoil. */
export const aWorld = async (
  options: Partial<Pick<World, 'mode' | 'identityProvider' | 'publicUrl'>> = {},
): Promise<TestWorld> => {
  const database = await testDatabase();
  let now: Moment = moment('2026-11-23T09:00:00Z');
  const files = { keys: someFileKeys(), scanner: undefined, mostBytes: 1_048_576 };
  const world = createWorld({ db: database.app, now: () => now, mode: 'live', files, ...options });
  const names = { [NORTHMARSH]: 'Northmarsh County Council', [SOUTHFELL]: 'Southfell Council' };
  const teams = new Map<string, { id: number; service: string }>();
  for (const [authorityId, name] of Object.entries(names))
    await asTenant(world.db, { authorityId }, async (tx) => {
      await createAuthority(tx, { name, demonstration: true });
      teams.set(authorityId, await saveTeam(tx, { name: 'East team', service: 'Children looked after' }));
    });

  const addPerson: TestWorld['addPerson'] = ({ name, authorityId = NORTHMARSH, role, password }) =>
    asTenant(world.db, { authorityId }, async (tx) => {
      const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@invented.example`;
      const personId = await addToDirectory(tx, { name, email });
      if (personId === undefined) throw new Error(`There are two people called ${name}`);
      const team = teams.get(authorityId);
      const ends = role === 'inspector' ? day('2027-12-31') : null;
      const starts = day('2026-01-01');
      const place = role !== undefined && needsPlace(role) ? placeOfRole(role, team) : NO_PLACE;
      if (role !== undefined) await giveHeldRole(tx, { personId, role, ...place, starts, ends });
      if (password !== undefined)
        await putPassword(tx, { personId, hash: await hashPassword(password, QUICK), at: now });
      return { personId, email };
    });

  const signIn: TestWorld['signIn'] = async (personId, authorityId = NORTHMARSH) => {
    const cookie = await asTenant(world.db, { authorityId }, (tx) =>
      beginSession(tx, { authorityId, personId, method: 'password', now, replaces: undefined }),
    );
    const visitor = await findVisitor(world, cookie);
    if (visitor.kind !== 'signed-in') throw new Error(`Person ${personId} could not be signed in`);
    return { cookie, signedIn: visitor.signedIn };
  };

  return {
    ...world,
    database,
    addPerson,
    signIn,
    pass: (minutes) => {
      now = addMinutes(now, minutes);
    },
    close: () => database.close(),
  };
};
