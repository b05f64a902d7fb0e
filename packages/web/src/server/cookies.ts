import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The cookies of the service, none of them readable by a script. Over TLS their names begin `__Host-`, which
 * browsers accept only from this exact host: a neighbouring site under the same domain cannot plant one.
 *
 * - session: the secret of the session, or, before signing in, of nothing: then it only ties forms to a browser.
 * - device: that somebody has signed in from this browser before; see the throttle. Gives no access.
 * - journey: what must come back unchanged from the identity provider. Lives for ten minutes.
 * - notice: one sentence for the next page.
 * - portal: the same as session, for people of providers: of another name, and sent with no page but the portal's.
 * - earlier: the last sessions of this browser that are over. They let nobody in; forms still open in a tab were made
 *   with them, and are known by them as the person's own.
 */
export type CookieName = 'session' | 'portal' | 'device' | 'journey' | 'notice' | 'earlier';

export type CookieChanges = { readonly [Name in CookieName]?: string | null };

const DAY_SECONDS = 86_400;
const SECONDS: Record<CookieName, number | undefined> = {
  session: undefined, // until the browser closes; the server has limits of its own
  portal: undefined,
  device: 180 * DAY_SECONDS,
  journey: 600,
  notice: 60,
  earlier: undefined,
};

/** Of a cookie that is not sent everywhere. */
const PATHS: { readonly [Name in CookieName]?: string } = { portal: '/provider' };

export type Cookies = {
  readonly read: (request: FastifyRequest, name: CookieName) => string | undefined;
  readonly write: (reply: FastifyReply, changes: CookieChanges) => void;
};

export const cookiesFor = (isSecure: boolean): Cookies => {
  // A `__Host-` cookie is sent with every page, so one that is not has the other prefix that browsers know.
  const prefixOf = (name: CookieName): string => (PATHS[name] === undefined ? '__Host-' : '__Secure-');
  const fullName = (name: CookieName): string => `${isSecure ? prefixOf(name) : ''}rightplace-${name}`;
  return {
    read: (request, name) => request.cookies[fullName(name)],
    write: (reply, changes) => {
      for (const [key, value] of Object.entries(changes)) {
        const name = key as CookieName;
        // A Domain attribute is never set: that would share the cookie with neighbouring hosts.
        const path = PATHS[name] ?? '/';
        const options = { path, httpOnly: true, secure: isSecure, sameSite: 'lax' } as const;
        const maxAge = SECONDS[name];
        if (value === null) reply.clearCookie(fullName(name), options);
        else reply.setCookie(fullName(name), value, maxAge === undefined ? options : { ...options, maxAge });
      }
    },
  };
};

/** 256 bits nobody can guess. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Whether a cookie looks like one of ours; anything else is treated as absent. */
export const isSecret = (text: string | undefined): text is string =>
  text !== undefined && /^[A-Za-z0-9_-]{43}$/.test(text);
