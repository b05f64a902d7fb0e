import { type ChildId, type ChildRefusal, mayDoTo, type Refusal, refused } from '@rightplace/domain';
import { appendAudit, asTenant } from '@rightplace/store';
import { reachOfChild } from '../clocks/clock-cases.ts';
import { actorAt } from '../delegation/acting.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { findOpenGlass, GLASS_ACTION, GLASS_MINUTES, LONGEST_REASON } from './break-glass.ts';
import { loadChildren } from './load-children.ts';

export type GlassBroken = { readonly kind: 'opened' } | ChildRefusal | Refusal<'reason-too-long'>;

const NO_SUCH_CHILD = refused('out-of-reach', 'There is no such child among those you work with.');

/** Opens a restricted record with a reason. Sent twice, it is recorded once. */
export const openRestrictedRecord = async (
  world: World,
  signedIn: SignedIn,
  { id, reason }: { readonly id: ChildId; readonly reason: string },
): Promise<GlassBroken> => {
  const now = world.now();
  const said = reason.trim();
  if (said.length > LONGEST_REASON)
    return refused('reason-too-long', `Your reason must be ${LONGEST_REASON} characters or fewer.`);
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  return asTenant(world.db, tenant, async (tx): Promise<GlassBroken> => {
    const loaded = await loadChildren(tx, world, tenant.authorityId, undefined);
    const { present, access, today } = loaded;
    const child = present.childById.get(id);
    if (child === undefined) return NO_SUCH_CHILD;
    const answer = mayDoTo({
      actor: await actorAt(tx, signedIn, { staff: access.staff, at: now }),
      action: 'view-child',
      on: today,
      child: await reachOfChild(tx, child, loaded),
      breakGlass: { reason: said },
    });
    if (answer.kind === 'refused') return answer;
    const mustSay = answer.mustRecord.find((each) => each.kind === 'break-glass');
    if (mustSay === undefined || (await findOpenGlass(tx, { signedIn, id, now }))?.reason === said)
      return { kind: 'opened' };
    await appendAudit(tx, {
      at: now,
      actor: String(signedIn.person.id),
      action: GLASS_ACTION,
      subject: { kind: 'child', id },
      why: mustSay.reason,
      detail: { role: answer.grant.assignment.role, minutes: GLASS_MINUTES },
    });
    return { kind: 'opened' };
  });
};
