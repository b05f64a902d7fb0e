import { type AttemptRefusal, londonDayOf, type Moment, mayAttempt, mayDoTo } from '@rightplace/domain';
import {
  appendAudit,
  asTenantLooking,
  asTenantReading,
  listConflicts as listStored,
} from '@rightplace/store';
import { type CaseChild, caseChild } from '../cases/find-case.ts';
import { coveredNow } from '../child/cover.ts';
import { loadChildren } from '../child/load-children.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { nobodyEnds } from './end-without-manager.ts';
import { answering, managersFor, namer, waysToChild } from './reach-for-conflict.ts';

export const CONFLICTS_LISTED = 'conflicts-listed';

/** A conflict of interest in force, as far as whoever reads may know. */
export interface ConflictLine {
  readonly id: number;
  readonly name: string;
  readonly declaredAt: Moment;
  /** Undefined where the child is not theirs to know: restricted, out of their reach, or closed to them. */
  readonly child: CaseChild | undefined;
  readonly coveredByName: string | undefined;
  /** Nobody who answers for them could end it: whoever reads records the decision of whoever stands above them. */
  readonly endsHere: boolean;
}

export interface ConflictsView {
  readonly kind: 'conflicts';
  readonly lines: readonly ConflictLine[];
}

const tenantOf = ({ authority, person }: SignedIn) => ({ authorityId: authority.id, personId: person.id });

/**
 * Conflicts of interest in force: a manager's are of those they answer for and of children they reach; a director and an
 * administrator see all. The child is told only to those who may list them by name.
 */
export const listConflicts = (world: World, signedIn: SignedIn): Promise<ConflictsView | AttemptRefusal> =>
  asTenantLooking(world.db, tenantOf(signedIn), async (tx) => {
    const { actor } = signedIn;
    const [at, on] = [world.now(), londonDayOf(world.now())];
    const permission = mayAttempt({ actor, action: 'see-conflicts', on });
    if (permission.kind === 'refused') return permission;
    const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
    const [answers, nameOf] = [answering(loaded), namer(loaded)];
    const seesAll = mayAttempt({ actor, action: 'manage-people', on }).kind === 'may';
    const lines: ConflictLine[] = [];
    for (const stored of await listStored(tx)) {
      const { id, personId, declaredAt, endedAt } = stored;
      // Their own are on a page of their own, and are not theirs to keep.
      if (endedAt !== null || String(personId) === actor.id) continue;
      const child = loaded.present.childById.get(stored.child);
      const ways = child === undefined ? [] : await waysToChild(tx, child, loaded);
      const isNamed = ways.some(
        (way) => mayDoTo({ actor, action: 'list-children', on, child: way }).kind === 'may',
      );
      if (!isNamed && !seesAll && !answers(actor.id, String(personId))) continue;
      const covering = coveredNow(personId, { ...loaded, child: stored.child });
      lines.push({
        id,
        name: nameOf(personId),
        declaredAt,
        child: isNamed && child !== undefined ? caseChild(child, on) : undefined,
        coveredByName: covering === undefined || !isNamed ? undefined : nameOf(covering),
        endsHere: seesAll && (await nobodyEnds(tx, stored, loaded)),
      });
    }
    const children = [...new Set(lines.flatMap(({ child }) => child?.id ?? []))];
    if (children.length > 0)
      await appendAudit(tx, {
        at,
        actor: actor.id,
        action: CONFLICTS_LISTED,
        subject: { kind: 'authority', id: signedIn.authority.id },
        detail: { children },
      });
    return { kind: 'conflicts', lines };
  });

/** A conflict of interest of one's own. It names no child, who is closed to them. */
export interface OwnConflict {
  readonly id: number;
  readonly declaredAt: Moment;
  /** What they wrote themselves; undefined where a manager recorded it. */
  readonly why: string | undefined;
  readonly recordedBy: string | undefined;
  readonly endedAt: Moment | null;
  /** Who sees to it that the cases go on. */
  readonly managers: readonly string[];
  readonly coveredByName: string | undefined;
}

/** A person's own conflicts of interest, those in force first. */
export const listOwnConflicts = (world: World, signedIn: SignedIn): Promise<readonly OwnConflict[]> =>
  asTenantReading(world.db, tenantOf(signedIn), async (tx) => {
    const stored = await listStored(tx, { personId: signedIn.person.id });
    const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
    const [nameOf, me, at] = [namer(loaded), signedIn.actor.id, world.now()];
    const own: OwnConflict[] = [];
    for (const { id, child: number, why, declaredAt, declaredBy, endedAt } of stored) {
      const child = loaded.present.childById.get(number);
      const ways = child === undefined || endedAt !== null ? [] : await waysToChild(tx, child, loaded);
      const covering =
        endedAt === null ? coveredNow(signedIn.person.id, { ...loaded, child: number }) : undefined;
      own.push({
        id,
        declaredAt,
        why: declaredBy === me ? why : undefined,
        recordedBy: declaredBy === me ? undefined : nameOf(declaredBy),
        endedAt,
        managers: (await managersFor(tx, signedIn.person.id, { ways, loaded, at })).map(nameOf),
        coveredByName: covering === undefined ? undefined : nameOf(covering),
      });
    }
    return own;
  });
