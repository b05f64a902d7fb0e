import { findStepSaidOtherwise, type Refusal } from '@rightplace/domain';
import { findCase, type Tx } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import { findWorkflow } from './workflows.ts';

export interface StepTaken {
  readonly kind: 'step-taken';
  readonly id: number;
  readonly step: string;
  /** The state it is in now. */
  readonly to: string;
}

/** A form that was sent about a case. */
export interface SentForm {
  readonly id: number;
  readonly key: string;
  /** Undefined where it takes no step, as one with which a document is attached. */
  readonly step?: string | undefined;
  readonly said?: Readonly<Record<string, unknown>>;
}

export type SaidOtherwise = Refusal<'said-otherwise'>;

/**
 * What somebody's own form has done already: sent again when they may no longer, it is still done; and where it says something else
 * now, that this is not recorded. Nothing of the case is told by it but what they did themselves.
 */
export const takenBefore = async (
  tx: Tx,
  { actor }: Pick<SignedIn, 'actor'>,
  { id, key, step, said = {} }: SentForm,
): Promise<StepTaken | SaidOtherwise | undefined> => {
  const stored = step === undefined ? undefined : await findCase(tx, id);
  const event = stored?.events.find((one) => one.key === key && one.by?.person === actor.id);
  if (stored === undefined || step === undefined || event === undefined) return undefined;
  const { steps } = findWorkflow(stored.workflow) ?? { steps: [] };
  return (
    findStepSaidOtherwise({ steps }, event, { step, said }) ?? {
      kind: 'step-taken',
      id,
      step: event.step,
      to: event.to,
    }
  );
};
