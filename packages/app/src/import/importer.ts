import { type Action, type AttemptRefusal, londonDayOf, mayAttempt } from '@rightplace/domain';
import type { Tenant } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';

/** Who loads or writes a return: a person signed in, or whoever may run commands on this machine. */
export type Importer =
  | { readonly kind: 'person'; readonly signedIn: SignedIn }
  | { readonly kind: 'command'; readonly authorityId: string };

export const tenantOf = (importer: Importer): Tenant =>
  importer.kind === 'command'
    ? { authorityId: importer.authorityId }
    : { authorityId: importer.signedIn.authority.id, personId: importer.signedIn.person.id };

/** As the audit names them: a person's number, or the command line. */
export const actorOf = (importer: Importer): string =>
  importer.kind === 'command' ? 'command line' : String(importer.signedIn.person.id);

/** Undefined when they may. A command is not asked: who may run one may already read the data folder. */
export const findImportRefusal = (
  world: Pick<World, 'now'>,
  importer: Importer,
  action: Action,
): AttemptRefusal | undefined => {
  if (importer.kind === 'command') return undefined;
  const answer = mayAttempt({ actor: importer.signedIn.actor, action, on: londonDayOf(world.now()) });
  return answer.kind === 'refused' ? answer : undefined;
};
