import type { SignedIn, TimedOut, Visitor } from '@rightplace/app';
import { type Day, mayAttempt, type Refusal } from '@rightplace/domain';
import type { Route } from './route.ts';

/**
 * The one place where a request is let in or turned away, as a value. Forms are refused before anything else is
 * told, so that a page elsewhere learns nothing by sending one.
 */
export type Gate =
  | { readonly kind: 'open'; readonly signedIn: SignedIn | undefined }
  | { readonly kind: 'sign-in-first' }
  | { readonly kind: 'timed-out'; readonly who: TimedOut; readonly keepsForm: boolean }
  | { readonly kind: 'forged-form' }
  | { readonly kind: 'forbidden'; readonly refusal: Refusal };

export const passGate = (
  route: Pick<Route, 'method' | 'action' | 'keepsTyping' | 'upload'>,
  { visitor, hasGoodToken, today }: { visitor: Visitor; hasGoodToken: boolean; today: Day },
): Gate => {
  const isForm = route.method === 'POST';
  if (route.action === 'anyone') {
    if (isForm && !hasGoodToken) return { kind: 'forged-form' };
    return { kind: 'open', signedIn: visitor.kind === 'signed-in' ? visitor.signedIn : undefined };
  }
  if (visitor.kind === 'signed-out') return { kind: 'sign-in-first' };
  if (visitor.kind === 'timed-out') {
    const mayKeep = route.keepsTyping !== false && route.upload === undefined;
    return { kind: 'timed-out', who: visitor.who, keepsForm: isForm && hasGoodToken && mayKeep };
  }
  if (isForm && !hasGoodToken) return { kind: 'forged-form' };
  const { signedIn } = visitor;
  if (route.action === 'signed-in') return { kind: 'open', signedIn };
  const permission = mayAttempt({ actor: signedIn.actor, action: route.action, on: today });
  // The purpose is asked for on the page itself, and asked about again by its use case.
  if (permission.kind === 'refused' && permission.name !== 'purpose-needed')
    return { kind: 'forbidden', refusal: permission };
  return { kind: 'open', signedIn };
};
