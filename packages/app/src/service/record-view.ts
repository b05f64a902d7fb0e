import { appendAudit, asTenant } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';

/**
 * Writes in the audit that somebody saw a page, before the page leaves. What was seen is the last of the page's
 * parameters: of `/people/7`, person 7. Children whom the page names are told of it on their own page.
 */
export const recordView = async (
  { db, now }: World,
  signedIn: SignedIn,
  action: string,
  params: Readonly<Record<string, string>>,
  children: readonly string[] = [],
): Promise<void> => {
  const seen = Object.entries(params).at(-1);
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  await asTenant(db, tenant, (tx) =>
    appendAudit(tx, {
      at: now(),
      actor: String(signedIn.person.id),
      action,
      ...(seen === undefined ? {} : { subject: { kind: seen[0].replace(/Id$/, ''), id: seen[1] } }),
      ...(children.length === 0 ? {} : { detail: { children } }),
    }),
  );
};
