import { isMailChoice, type MailChoice, type Refusal, refused } from '@rightplace/domain';
import { addMailChoice, appendAudit, asTenant, asTenantReading, listMailChoices } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';

export const MAIL_CHOSEN = 'mail-chosen';

const tenantOf = ({ authority, person }: SignedIn) => ({ authorityId: authority.id, personId: person.id });

/** How a person is told by e-mail of what is not urgent. */
export const findMailChoice = (world: Pick<World, 'db'>, signedIn: SignedIn): Promise<MailChoice> =>
  asTenantReading(world.db, tenantOf(signedIn), async (tx) =>
    (await listMailChoices(tx, [signedIn.person.id]))(signedIn.person.id),
  );

/** A person chooses it, for what comes from now on. */
export const chooseMail = async (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
  choice: string,
): Promise<{ readonly kind: 'mail-chosen'; readonly choice: MailChoice } | Refusal<'choice-needed'>> => {
  if (!isMailChoice(choice)) return refused('choice-needed', 'Choose how you want to be told.');
  return asTenant(world.db, tenantOf(signedIn), async (tx) => {
    const at = world.now();
    await addMailChoice(tx, { person: signedIn.person.id, choice, at });
    await appendAudit(tx, {
      at,
      actor: signedIn.actor.id,
      action: MAIL_CHOSEN,
      subject: { kind: 'person', id: signedIn.actor.id },
      detail: { choice },
    });
    return { kind: 'mail-chosen', choice };
  });
};
