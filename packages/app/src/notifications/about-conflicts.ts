import { mayDoTo } from '@rightplace/domain';
import { listConflicts, type StoredNotice, type Tx } from '@rightplace/store';
import { caseChild } from '../cases/find-case.ts';
import { type LoadedChildren, loadChildren } from '../child/load-children.ts';
import { childForAccess } from '../child/scope.ts';
import { answering, namer, waysToChild } from '../conflicts/reach-for-conflict.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import type { NoticeAbout } from './list-notices.ts';

const OUT_OF_REACH: NoticeAbout = { kind: 'out-of-reach' };

/** Looks up whose conflict of interest a notice is about, and with whom: the child by the rules that open the record itself. */
export const aboutConflicts = async (
  tx: Tx,
  world: World,
  { actor, authority }: SignedIn,
): Promise<(notice: StoredNotice) => NoticeAbout> => {
  const loaded: LoadedChildren = await loadChildren(tx, world, authority.id, undefined);
  const { today: on } = loaded;
  const answers = answering(loaded);
  const conflicts = new Map((await listConflicts(tx)).map((one) => [one.id, one]));
  const waysTo = new Map<string, Awaited<ReturnType<typeof waysToChild>>>();
  for (const { child: id } of conflicts.values()) {
    const child = loaded.present.childById.get(id);
    if (child !== undefined && !waysTo.has(id)) waysTo.set(id, await waysToChild(tx, child, loaded));
  }
  return ({ conflict: id, kind }) => {
    const found = id === undefined ? undefined : conflicts.get(id);
    const child = found === undefined ? undefined : loaded.present.childById.get(found.child);
    if (found === undefined || child === undefined) return OUT_OF_REACH;
    if (String(found.personId) === actor.id) return { kind: 'own-conflict' };
    const mayBeTold = (action: 'view-child' | 'keep-conflicts'): boolean =>
      (waysTo.get(found.child) ?? [childForAccess(child, loaded.access, on)]).some(
        (way) => mayDoTo({ actor, action, on, child: way }).kind === 'may',
      );
    const told = caseChild(child, on);
    if (kind === 'conflict-covered' || kind === 'conflict-cover-over')
      return mayBeTold('view-child') ? { kind: 'child', child: told } : OUT_OF_REACH;
    // Who has one is told to nobody but those who answer for them, and still do.
    if (!answers(actor.id, String(found.personId))) return OUT_OF_REACH;
    return {
      kind: 'conflict',
      id: found.id,
      name: namer(loaded)(found.personId),
      child: mayBeTold('keep-conflicts') ? told : undefined,
    };
  };
};
