import type { ChildId, Moment, Refusal } from '@rightplace/domain';
import { findCase, findCaseBegunBy, type StoredCase, type Tx } from '@rightplace/store';
import { type NewChild, wasAddedAs } from '../child/new-child.ts';
import { sentBefore } from './sent-before.ts';
import { findWorkflow } from './workflows.ts';

/** A form that begins a case of a child, as it is sent. */
export interface BeginningForm {
  readonly begunBy: number;
  readonly key: string;
  /** The process that it begins. */
  readonly workflow: string;
  readonly child: NewChild | { readonly kind: 'known'; readonly id: ChildId };
}

/** What the form began when it was sent before, for which it was not meant now. */
export type BegunOtherwise = Refusal<'said-otherwise'> & { readonly id: number };

const SEND_IT = 'Send it now, and what it says now is begun.';

/** What the form says otherwise now, and how to go on; undefined where it says the same. The child is never named. */
const saidOtherwise = async (
  tx: Tx,
  { begun, since }: { readonly begun: StoredCase; readonly since: Moment },
  { workflow, child }: BeginningForm,
): Promise<string | undefined> => {
  const what = `It began “${findWorkflow(begun.workflow)?.title ?? begun.workflow}”`;
  if (begun.child !== (child.kind === 'new' ? child.number : child.id))
    return `${what} for another child. ${SEND_IT}`;
  if (begun.workflow !== workflow) return `${what} for this child. ${SEND_IT}`;
  return child.kind === 'known' || (await wasAddedAs(tx, child, since))
    ? undefined
    : `${what} for a child of this number, of whom it said something else. For another child, enter their own number.`;
};

/**
 * What somebody's own form began when it was sent before: sent twice, it begins one case. Where it says something else now it is
 * refused, for who is led to that case would write about one child in another's.
 */
export const begunBefore = async (
  tx: Tx,
  form: BeginningForm,
): Promise<{ readonly kind: 'same'; readonly id: number } | BegunOtherwise | undefined> => {
  const id = await findCaseBegunBy(tx, form);
  const begun = id === undefined ? undefined : await findCase(tx, id);
  const [first] = begun?.events ?? [];
  if (id === undefined || begun === undefined || first === undefined) return undefined;
  const otherwise = await saidOtherwise(tx, { begun, since: first.at }, form);
  return otherwise === undefined ? { kind: 'same', id } : { ...sentBefore(first.at, otherwise), id };
};
