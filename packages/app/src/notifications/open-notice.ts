import { type ChildId, type Refusal, refused } from '@rightplace/domain';
import { asTenant, findNotice, markRead } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { aboutNotice } from './list-notices.ts';

export type NoticeOpened =
  | { readonly kind: 'leads-to-case'; readonly case: number }
  | { readonly kind: 'leads-to-standing-in' }
  | { readonly kind: 'leads-to-conflict'; readonly id: number }
  | { readonly kind: 'leads-to-own-conflicts' }
  | { readonly kind: 'leads-to-child'; readonly child: ChildId }
  | { readonly kind: 'leads-to-agreement'; readonly id: number }
  | { readonly kind: 'leads-to-panels' }
  | { readonly kind: 'leads-to-what-is-due' }
  /** What it was about is no longer theirs to know. */
  | { readonly kind: 'leads-nowhere' };

const NO_SUCH_NOTICE = refused('no-such-notice', 'There is no such notice of yours.');

const tenantOf = ({ authority, person }: SignedIn) => ({ authorityId: authority.id, personId: person.id });

/** Opens one of a person's own notices: it is read from then on, and leads to what it is about if that is still theirs. */
export const openNotice = async (
  world: World,
  signedIn: SignedIn,
  id: number,
): Promise<NoticeOpened | Refusal<'no-such-notice'>> =>
  asTenant(world.db, tenantOf(signedIn), async (tx) => {
    const to = signedIn.person.id;
    const notice = Number.isSafeInteger(id) ? await findNotice(tx, { id, to }) : undefined;
    if (notice === undefined) return NO_SUCH_NOTICE;
    await markRead(tx, { to, id, at: world.now() });
    const about = await aboutNotice(tx, world, signedIn, notice);
    if (about.kind === 'conflict') return { kind: 'leads-to-conflict', id: about.id };
    if (about.kind === 'own-conflict') return { kind: 'leads-to-own-conflicts' };
    if (about.kind === 'child') return { kind: 'leads-to-child', child: about.child.id };
    if (about.kind === 'agreement') return { kind: 'leads-to-agreement', id: about.id };
    if (about.kind === 'panels') return { kind: 'leads-to-panels' };
    if (about.kind === 'what-is-due') return { kind: 'leads-to-what-is-due' };
    if (about.kind === 'standing-in') return { kind: 'leads-to-standing-in' };
    return about.kind === 'out-of-reach' || notice.case === undefined
      ? { kind: 'leads-nowhere' }
      : { kind: 'leads-to-case', case: notice.case };
  });

/** Marks one of a person's own notices as read, or all of them. */
export const readNotices = async (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
  id?: number,
): Promise<{ readonly kind: 'notices-read' } | Refusal<'no-such-notice'>> =>
  asTenant(world.db, tenantOf(signedIn), async (tx) => {
    const to = signedIn.person.id;
    if (id !== undefined && (!Number.isSafeInteger(id) || (await findNotice(tx, { id, to })) === undefined))
      return NO_SUCH_NOTICE;
    await markRead(tx, { to, at: world.now(), ...(id === undefined ? {} : { id }) });
    return { kind: 'notices-read' };
  });
