import { findCase, type Tx } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';

export interface StepTaken {
  readonly kind: 'step-taken';
  readonly id: number;
  readonly step: string;
  /** The state it is in now. */
  readonly to: string;
}

/** What somebody's own form has done already: sent again when they may no longer, it is still done. */
export const takenBefore = async (
  tx: Tx,
  { actor }: Pick<SignedIn, 'actor'>,
  { id, key }: { readonly id: number; readonly key: string },
): Promise<StepTaken | undefined> => {
  const event = (await findCase(tx, id))?.events.find(
    (one) => one.key === key && one.by?.person === actor.id,
  );
  return event === undefined ? undefined : { kind: 'step-taken', id, step: event.step, to: event.to };
};
