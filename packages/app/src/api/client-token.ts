import { timingSafeEqual } from 'node:crypto';
import { hashSecret, readKey } from '../sign-in/secrets.ts';

/**
 * What a client sends with every request: `rightplace.E10000016.12.secret`. The word lets those who look for leaked secrets
 * know one; the authority and the client's number say where to look and are no claim, as in a session's cookie.
 */
export interface ClientToken {
  readonly authorityId: string;
  readonly clientId: number;
  readonly secret: string;
}

const WORD = 'rightplace';

/** What may be shown of a token: all but its secret. */
export const tokenStart = ({ authorityId, clientId }: Omit<ClientToken, 'secret'>): string =>
  `${WORD}.${authorityId}.${clientId}.`;

export const writeToken = ({ secret, ...where }: ClientToken): string => `${tokenStart(where)}${secret}`;

const TOKEN = new RegExp(`^${WORD}\\.([A-Z0-9]{1,20})\\.([1-9][0-9]{0,14})\\.([A-Za-z0-9_-]{43})$`);

export const readToken = (text: string): ClientToken | undefined => {
  const match = TOKEN.exec(text);
  const key = match === null ? undefined : readKey(`${match[1]}.${match[3]}`);
  return key === undefined ? undefined : { ...key, clientId: Number(match?.[2]) };
};

const NOBODY = hashSecret('');

/**
 * Whether a token is the one of which the hash is kept. It takes as long whichever byte differs, and as long for a client
 * there is not.
 */
export const isTokenOf = ({ secret }: ClientToken, kept: Uint8Array | undefined): boolean =>
  timingSafeEqual(hashSecret(secret), kept ?? NOBODY) && kept !== undefined;
