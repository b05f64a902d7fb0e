import { type Day, londonDayOf, mayAttempt, refused } from '@rightplace/domain';
import { appendAudit, asTenant, type DirectoryPerson, findInDirectory, type Tx } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';

/** Looking after people and their roles: for administrators, who see no child. */
export const refusalFor = ({ actor }: SignedIn, on: Day) => {
  const permission = mayAttempt({ actor, action: 'manage-people', on });
  return permission.kind === 'refused' ? permission : undefined;
};

export type NotAllowed = NonNullable<ReturnType<typeof refusalFor>>;

export const NO_SUCH_PERSON = refused('no-such-person', 'There is no such person in your authority.');
export type NoSuchPerson = typeof NO_SUCH_PERSON;

/** One change to one person, by an administrator: allowed, found, made and recorded in one transaction. */
export const changePerson = async <Result extends { readonly kind: string }>(
  world: World,
  { signedIn, personId }: { readonly signedIn: SignedIn; readonly personId: number },
  change: (found: {
    readonly tx: Tx;
    readonly person: DirectoryPerson;
    readonly today: Day;
    readonly record: (action: string, detail: Readonly<Record<string, unknown>>) => Promise<unknown>;
  }) => Promise<Result>,
): Promise<Result | NoSuchPerson | NotAllowed> => {
  const now = world.now();
  const today = londonDayOf(now);
  const refusal = refusalFor(signedIn, today);
  if (refusal !== undefined) return refusal;
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  return asTenant(world.db, tenant, async (tx) => {
    const person = await findInDirectory(tx, personId);
    if (person === undefined) return NO_SUCH_PERSON;
    const record = (action: string, detail: Readonly<Record<string, unknown>>): Promise<unknown> =>
      appendAudit(tx, {
        at: now,
        actor: String(signedIn.person.id),
        action,
        subject: { kind: 'person', id: String(personId) },
        detail,
      });
    return change({ tx, person, today, record });
  });
};
