import type { Refusal } from '@rightplace/domain';
import type { PageOptions } from '../kit/index.ts';
import type { CookieChanges } from './cookies.ts';

/**
 * What a handler answers, as plain data: the shell turns it into headers, frame and bytes, so that no page can
 * forget a header and every page can be tested by looking at its answer.
 */
export type Answer =
  | Page
  | Redirect
  | Download
  | Fragment
  | NotFound
  /** They may know the thing exists, and may not do this to it: a use case's own refusal will do as the answer. */
  | Refusal;

/** What a page says for itself; who is signed in, the navigation and the authority come from the frame. */
type OwnParts = Omit<PageOptions, 'authority' | 'user' | 'navigation' | 'path'>;

export type Page = OwnParts & {
  readonly kind: 'page';
  /** 422 for a form that needs putting right. */
  readonly status?: 200 | 202 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503;
  readonly cookies?: CookieChanges;
  readonly childrenNamed?: ChildrenNamed;
  /** It stands in place of an answer to what was sent, which the shell then shows beneath it. */
  readonly turnsAway?: true;
};

export type Redirect = {
  readonly kind: 'redirect';
  readonly to: string;
  /** Said once, in a notification at the top of the next page. */
  readonly notice?: string;
  /** For signing in and out. */
  readonly cookies?: CookieChanges;
};

export type Download = {
  readonly kind: 'download';
  readonly name: string;
  readonly type: string;
  readonly body: string | Uint8Array | AsyncIterable<string | Uint8Array>;
  /** Shown in the browser instead of saved. */
  readonly inline?: boolean;
  readonly childrenNamed?: ChildrenNamed;
};

/** Children whom something names that is not about them: they go into the audit with it, where the shell writes that. */
type ChildrenNamed = readonly string[];

/** Part of a page or data for a script that improves one. */
export type Fragment = {
  readonly kind: 'fragment';
  readonly type: string;
  readonly body: string;
  readonly status: number;
};

/** Also for what exists but is out of this person's scope: its existence is not theirs to learn. */
export type NotFound = { readonly kind: 'not-found' };

export const page = (parts: Omit<Page, 'kind'>): Page => ({ kind: 'page', ...parts });
export const redirect = (to: string, more: Omit<Redirect, 'kind' | 'to'> = {}): Redirect => ({
  kind: 'redirect',
  to,
  ...more,
});
/** What use cases hand over as a file has a kind of its own, so this one comes last. */
export const download = (parts: Omit<Download, 'kind'>): Download => ({ ...parts, kind: 'download' });
export const fragment = (type: string, body: string, status = 200): Fragment => ({
  kind: 'fragment',
  type,
  body,
  status,
});
export const notFound: NotFound = { kind: 'not-found' };
