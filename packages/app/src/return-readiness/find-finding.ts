import { type ChildAction, type ChildRecord, mayAttempt, type Refusal, refused } from '@rightplace/domain';
import { findFinding, type HeldFinding, type Tx } from '@rightplace/store';
import { loadChildren } from '../child/load-children.ts';
import { findChildFor } from '../child/view-child.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import type { FindingRefusal } from './use-cases.ts';

export interface FindingToActOn {
  readonly kind: 'found';
  readonly held: HeldFinding;
  /** Undefined when the record knows nothing of the child any more. */
  readonly record: ChildRecord | undefined;
}

const NO_SUCH_FINDING: Refusal<'no-such-finding'> = refused(
  'no-such-finding',
  'There is no such finding among those you can see.',
);

/**
 * A finding somebody may act on. One of a child out of reach is as if it were not there; one of a restricted record opens
 * as the record does, with a reason.
 */
export const findFindingFor = async (
  tx: Tx,
  { world, signedIn }: { readonly world: World; readonly signedIn: SignedIn },
  { id, action }: { readonly id: number; readonly action: ChildAction },
): Promise<FindingToActOn | FindingRefusal> => {
  const { present, today } = await loadChildren(tx, world, signedIn.authority.id, undefined);
  const permission = mayAttempt({ actor: signedIn.actor, action, on: today });
  if (permission.kind === 'refused') return permission;
  const held = await findFinding(tx, id);
  if (held === undefined) return NO_SUCH_FINDING;
  const record = present.ledger.children.find((child) => child.id.toUpperCase() === held.child);
  if (record === undefined)
    return permission.grants.some(({ scope }) => scope === 'authority')
      ? { kind: 'found', held, record }
      : NO_SUCH_FINDING;
  const asKnown = { asOf: today, knownAt: undefined };
  const found = await findChildFor(tx, { world, signedIn }, { id: record.id, action, asKnown });
  if (found.kind === 'refused') return found.name === 'out-of-reach' ? NO_SUCH_FINDING : found;
  return { kind: 'found', held, record };
};
