import type { Journey } from '@rightplace/app';

/** The journey to the identity provider and back waits in a cookie of the browser that set out. */
export const packJourney = (journey: Journey): string =>
  Buffer.from(JSON.stringify(journey)).toString('base64url');

const NAMES = ['authorityId', 'state', 'nonce', 'verifier', 'next'] as const;

export const unpackJourney = (cookie: string | undefined): Journey | undefined => {
  if (cookie === undefined || cookie.length > 4000) return undefined;
  try {
    const read: unknown = JSON.parse(Buffer.from(cookie, 'base64url').toString('utf8'));
    if (typeof read !== 'object' || read === null) return undefined;
    const fields = read as Readonly<Record<string, unknown>>;
    return NAMES.every((name) => typeof fields[name] === 'string') ? (fields as Journey) : undefined;
  } catch {
    return undefined;
  }
};
