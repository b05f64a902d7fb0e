import {
  addMinutes,
  type ChildId,
  type ChildRefusal,
  londonDayOf,
  type Moment,
  mayDoTo,
  type Refusal,
  refused,
} from '@rightplace/domain';
import { appendAudit, asTenant, listAudit, type Tx } from '@rightplace/store';
import { actorAt } from '../delegation/acting.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { loadAccessFacts } from './load-children.ts';
import { childForAccess } from './scope.ts';

/**
 * A restricted record opens with a written reason. The reason is an entry of the audit and the entry is what holds
 * the record open: for this person, this child and one hour, and no longer than the session in which it was given.
 * So there is no second list of who has what open that could disagree with the audit.
 */
export const GLASS_MINUTES: number = 60;
export const GLASS_ACTION = 'restricted-record-opened';
export const LONGEST_REASON = 1000;

export interface OpenGlass {
  readonly reason: string;
  readonly until: Moment;
}

/** The reason with which somebody has a restricted record open now, if they have. */
export const findOpenGlass = async (
  tx: Tx,
  { signedIn, id, now }: { readonly signedIn: SignedIn; readonly id: ChildId; readonly now: Moment },
): Promise<OpenGlass | undefined> => {
  const [last] = await listAudit(tx, {
    subject: { kind: 'child', id },
    actor: String(signedIn.person.id),
    action: GLASS_ACTION,
    limit: 1,
  });
  if (last?.why === undefined || last.at < signedIn.startedAt) return undefined;
  const until = addMinutes(last.at, GLASS_MINUTES);
  return now < until ? { reason: last.why, until } : undefined;
};

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
    const child = (await world.ledgers.load(tx, tenant.authorityId)).childById.get(id);
    if (child === undefined) return NO_SUCH_CHILD;
    const today = londonDayOf(now);
    const access = await loadAccessFacts(tx);
    const answer = mayDoTo({
      actor: await actorAt(tx, signedIn, { staff: access.staff, at: now }),
      action: 'view-child',
      on: today,
      child: childForAccess(child, access, today),
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
