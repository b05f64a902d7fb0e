import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Proof that a form was served to this browser, and on which page. The proof is a keyed hash whose key is the
 * browser's own session cookie: a page elsewhere can make a browser send the cookie but can neither read it nor
 * make the hash. It dies with the session, needs no secret shared between servers, and differs on every page, so
 * that compressing pages does not let its length be guessed at (BREACH).
 */
export const CSRF_FIELD = '_csrf';
export const CSRF_HEADER = 'x-csrf-token';

const NONCE_BYTES = 12;
/** Of a page whose address is longer only the start page is said, so that a form of it leads back there. */
const LONGEST_PAGE = 2000;
const LONGEST_TOKEN = LONGEST_PAGE + 100;

const prove = (cookie: string, nonce: string, page: string): string =>
  createHmac('sha256', cookie).update(`form:${nonce}:${page}`).digest('base64url');

/** For the forms of one page, by its path and query. */
export const csrfToken = (cookie: string, page = '/'): string => {
  const nonce = randomBytes(NONCE_BYTES).toString('base64url');
  const written = Buffer.from(page).toString('base64url');
  const standsOn = written.length > LONGEST_PAGE ? Buffer.from('/').toString('base64url') : written;
  return `${nonce}.${prove(cookie, nonce, standsOn)}.${standsOn}`;
};

/** The page that a token was made for; nothing when it was not made with this cookie. */
export const pageOfToken = (token: unknown, cookie: string | undefined): string | undefined => {
  if (typeof token !== 'string' || token.length > LONGEST_TOKEN || cookie === undefined) return undefined;
  const [nonce, proof, standsOn, ...more] = token.split('.');
  if (nonce === undefined || proof === undefined || standsOn === undefined || more.length > 0)
    return undefined;
  const [given, wanted] = [Buffer.from(proof), Buffer.from(prove(cookie, nonce, standsOn))];
  return given.length === wanted.length && timingSafeEqual(given, wanted)
    ? Buffer.from(standsOn, 'base64url').toString()
    : undefined;
};

/**
 * Browsers say where a request comes from. When they do, only our own pages may change anything; programs
 * and old browsers that say nothing still need the token.
 */
export const comesFromElsewhere = (secFetchSite: string | undefined): boolean =>
  secFetchSite !== undefined && secFetchSite !== 'same-origin' && secFetchSite !== 'none';
