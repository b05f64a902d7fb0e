import type { PortalVisitor, SignedIn } from '@rightplace/app';
import type { Day, Moment } from '@rightplace/domain';
import type { Upload } from './form.ts';

/** One request as a handler sees it: already parsed, already authorised, nothing of Fastify in it. */
type Common<Params> = {
  readonly params: Params;
  readonly query: URLSearchParams;
  /** Fields as typed: NUL bytes gone, line ends as `\n`. With an upload, the fields that came before the files. */
  readonly form: URLSearchParams;
  readonly uploads: AsyncIterable<Upload>;
  /**
   * What was typed too late and is about to be put back into this page. The shell does that; only a page whose fields
   * depend on what was typed, such as a list that is added to, has to look at it.
   */
  readonly kept: URLSearchParams | undefined;
  /** The token for every form that changes something; see `csrfField`. */
  readonly csrf: string;
  readonly now: Moment;
  /** Today by London's clock. */
  readonly today: Day;
  /** The path and query asked for. */
  readonly address: string;
  /** Where the browser reached the service; see `reachedAt`. */
  readonly reachedAt: string | undefined;
  /** Aborted when the browser goes away before its answer. */
  readonly gone: AbortSignal;
};

export type Visit<Params = Readonly<Record<string, string>>> = Common<Params> & {
  readonly signedIn: SignedIn;
};

/** A visit to a page that anyone may see: somebody may or may not be signed in. */
export type OpenVisit<Params = Readonly<Record<string, string>>> = Common<Params> & {
  readonly signedIn: SignedIn | undefined;
  readonly browser: Browser;
};

/** A visit to a page of the provider portal, by somebody of a provider. Nobody of the staff is ever in it. */
export type PortalVisit<Params = Readonly<Record<string, string>>> = Omit<
  Common<Params>,
  'uploads' | 'kept' | 'gone' | 'reachedAt'
> & {
  readonly visitor: PortalVisitor;
  readonly networkAddress: string;
};

/** The same where somebody may not be signed in. */
export type OpenPortalVisit<Params = Readonly<Record<string, string>>> = Omit<
  PortalVisit<Params>,
  'visitor'
> & { readonly visitor: PortalVisitor | undefined };

/** What signing in needs to know of the browser and of the service. */
export type Browser = {
  /** Where the request came from on the network; behind a proxy only if the proxy is trusted. */
  readonly networkAddress: string;
  readonly knownAs: string | undefined;
  readonly journey: string | undefined;
  /** The session cookie as sent, live or not. */
  readonly session: string | undefined;
};
