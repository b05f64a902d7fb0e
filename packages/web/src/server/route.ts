import type { World } from '@rightplace/app';
import type { Action } from '@rightplace/domain';
import type { Answer } from './answer.ts';
import type { ParamsOf, Path } from './path.ts';
import type { OpenPortalVisit, OpenVisit, PortalVisit, Visit } from './visit.ts';

/**
 * A page or an action of the service, as data. Nothing is registered that does not say who may use it and what
 * it leaves in the audit, so the whole service can be listed, walked and compared with the access policy.
 */
type Common<Pattern extends string> = {
  readonly method: 'GET' | 'POST';
  readonly path: Path<Pattern>;
  /**
   * The audit entry, or `'nothing'`. For GET the shell writes it before the page leaves, with the route's
   * parameters as what was seen; for POST the use case writes it with the change, in one transaction.
   */
  readonly audit: string;
  /** A GET whose use case writes the entry, because it has more to say: the reason a restricted record was opened. */
  readonly recordsItself?: true;
  /** For routes that take files: the most of each. Other forms have a small limit of their own. */
  readonly upload?: UploadLimits;
  /** Passwords or secret links can be guessed at here, so requests from one address are counted. */
  readonly isGuessable?: true;
  /** What is typed is kept when the session has run out, except where this says not (passwords). */
  readonly keepsTyping?: false;
} & ([keyof ParamsOf<Pattern>] extends [never]
  ? { readonly example?: undefined }
  : {
      /** Parameters to try the route with. They need not exist: the walk over every route uses them. */
      readonly example: ParamsOf<Pattern>;
    });

export type UploadLimits = { readonly maxBytes: number; readonly maxFiles: number };

export type SignedInRoute<Pattern extends string> = Common<Pattern> & {
  /** The line of the access policy that says who may; `'signed-in'` for the way out, open to a person of no role. */
  readonly action: Action | 'signed-in';
  readonly handler: (visit: Visit<ParamsOf<Pattern>>, world: World) => Promise<Answer> | Answer;
};

export type OpenRoute<Pattern extends string> = Common<Pattern> & {
  readonly action: 'anyone';
  /** Why nobody need be signed in. */
  readonly because: string;
  readonly handler: (visit: OpenVisit<ParamsOf<Pattern>>, world: World) => Promise<Answer> | Answer;
};

/**
 * A page of the provider portal. It has a door of its own: `signed-in` means to the portal, which no staff session is, and what
 * somebody there may see and do is said by no policy but by the rows that the database lets their provider have.
 */
export type PortalRoute<Pattern extends string> = Common<Pattern> & {
  readonly action: 'signed-in';
  readonly handler: (visit: PortalVisit<ParamsOf<Pattern>>, world: World) => Promise<Answer> | Answer;
};

export type OpenPortalRoute<Pattern extends string> = Common<Pattern> & {
  readonly action: 'anyone';
  readonly because: string;
  readonly handler: (visit: OpenPortalVisit<ParamsOf<Pattern>>, world: World) => Promise<Answer> | Answer;
};

/** A route in a list of routes, where the names of its parameters no longer matter. */
export type Route = Pick<
  SignedInRoute<string>,
  'method' | 'audit' | 'recordsItself' | 'upload' | 'keepsTyping'
> & {
  readonly path: { readonly pattern: string };
  readonly action: Action | 'signed-in' | 'anyone';
  /** Whose door it is behind; the staff's where nothing is said. */
  readonly audience?: 'provider';
  readonly because?: string;
  readonly isGuessable?: true;
  readonly example?: Readonly<Record<string, string>> | undefined;
  readonly handler: (visit: never, world: World) => Promise<Answer> | Answer;
};

export const route = <const Pattern extends string>(declared: SignedInRoute<Pattern>): Route => declared;
export const openRoute = <const Pattern extends string>(declared: OpenRoute<Pattern>): Route => declared;

export const portalRoute = <const Pattern extends string>(declared: PortalRoute<Pattern>): Route => ({
  ...declared,
  audience: 'provider',
});
export const openPortalRoute = <const Pattern extends string>(declared: OpenPortalRoute<Pattern>): Route => ({
  ...declared,
  audience: 'provider',
});
