import type { SignedIn, TimedOut, Visitor } from '@rightplace/app';
import { type Day, mayAttempt, type Refusal } from '@rightplace/domain';
import type { FormOrigin } from './form-origin.ts';
import type { Route } from './route.ts';

/**
 * The one place where a request is let in or turned away, as a value. Forms are refused before anything else is
 * told, so that a page elsewhere learns nothing by sending one.
 */
export type Gate =
  | { readonly kind: 'open'; readonly signedIn: SignedIn | undefined }
  | { readonly kind: 'sign-in-first' }
  | { readonly kind: 'timed-out' }
  /** A form of ours from a session that is over, with whose it was and who is signed in now, if anybody is. */
  | {
      readonly kind: 'typed-too-late';
      readonly owner: TimedOut;
      readonly page: string | undefined;
      readonly keepsForm: boolean;
      readonly signedIn: SignedIn | undefined;
    }
  | { readonly kind: 'forged-form' }
  | { readonly kind: 'forbidden'; readonly refusal: Refusal };

export const passGate = (
  route: Pick<Route, 'method' | 'action' | 'keepsTyping'>,
  { visitor, origin, today }: { visitor: Visitor; origin: FormOrigin; today: Day },
): Gate => {
  const isForm = route.method === 'POST';
  const signedInNow = visitor.kind === 'signed-in' ? visitor.signedIn : undefined;
  if (route.action === 'anyone') {
    if (isForm && !origin.isOfThisSession) return { kind: 'forged-form' };
    return { kind: 'open', signedIn: signedInNow };
  }
  if (isForm && origin.owner !== undefined) {
    const { owner, page } = origin;
    const keepsForm = route.keepsTyping !== false;
    return { kind: 'typed-too-late', owner, page, keepsForm, signedIn: signedInNow };
  }
  if (visitor.kind === 'signed-out') return { kind: 'sign-in-first' };
  if (visitor.kind === 'timed-out') return { kind: 'timed-out' };
  if (isForm && !origin.isOfThisSession) return { kind: 'forged-form' };
  const { signedIn } = visitor;
  if (route.action === 'signed-in') return { kind: 'open', signedIn };
  const permission = mayAttempt({ actor: signedIn.actor, action: route.action, on: today });
  // The purpose is asked for on the page itself, and asked about again by its use case.
  if (permission.kind === 'refused' && permission.name !== 'purpose-needed')
    return { kind: 'forbidden', refusal: permission };
  return { kind: 'open', signedIn };
};
