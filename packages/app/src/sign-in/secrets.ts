import { createHash, randomBytes } from 'node:crypto';

/** 256 bits nobody can guess, as text that fits in a cookie or a link. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/**
 * What is kept of a secret. It needs no salt and no slow hash: unlike a password, all of it is random, so the
 * only way from the hash to the secret is to try more values than there are atoms.
 */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/**
 * A secret together with the authority behind whose wall it is kept, as in a cookie or a link. The authority
 * written there is a hint, not a claim: a secret of one authority is not found behind another's wall.
 */
export type Key = { readonly authorityId: string; readonly secret: string };

export const writeKey = ({ authorityId, secret }: Key): string => `${authorityId}.${secret}`;

export const readKey = (text: string): Key | undefined => {
  const match = /^([A-Z0-9]{1,20})\.([A-Za-z0-9_-]{43})$/.exec(text);
  return match === null ? undefined : { authorityId: match[1] ?? '', secret: match[2] ?? '' };
};
