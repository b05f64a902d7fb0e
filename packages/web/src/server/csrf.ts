import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Proof that a form was served to this browser. The proof is a keyed hash whose key is the browser's own
 * session cookie: a page elsewhere can make a browser send the cookie but can neither read it nor make the
 * hash. It dies with the session, needs no secret shared between servers, and differs on every page, so that
 * compressing pages does not let its length be guessed at (BREACH).
 */
export const CSRF_FIELD = '_csrf';
export const CSRF_HEADER = 'x-csrf-token';

const NONCE_BYTES = 12;

const prove = (cookie: string, nonce: string): string =>
  createHmac('sha256', cookie).update(`form:${nonce}`).digest('base64url');

export const csrfToken = (cookie: string): string => {
  const nonce = randomBytes(NONCE_BYTES).toString('base64url');
  return `${nonce}.${prove(cookie, nonce)}`;
};

export const isCsrfToken = (token: unknown, cookie: string | undefined): boolean => {
  if (typeof token !== 'string' || token.length > 200 || cookie === undefined) return false;
  const [nonce, proof, ...more] = token.split('.');
  if (nonce === undefined || proof === undefined || more.length > 0) return false;
  const [given, wanted] = [Buffer.from(proof), Buffer.from(prove(cookie, nonce))];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
};

/**
 * Browsers say where a request comes from. When they do, only our own pages may change anything; programs
 * and old browsers that say nothing still need the token.
 */
export const comesFromElsewhere = (secFetchSite: string | undefined): boolean =>
  secFetchSite !== undefined && secFetchSite !== 'same-origin' && secFetchSite !== 'none';
