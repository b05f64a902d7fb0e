import { createHash, randomBytes } from 'node:crypto';

/** A key of the service that documents' own keys are sealed with. */
export interface FileKey {
  /** Says which it is and nothing about it: kept with what it sealed, so that it is found again. */
  readonly name: string;
  readonly secret: Buffer;
}

export interface FileKeys {
  /** What new documents are sealed with. */
  readonly current: FileKey;
  /** The current one, or one from before that documents may still be sealed with. */
  readonly find: (name: string) => FileKey | undefined;
}

const KEY_BYTES = 32;

const nameOf = (secret: Buffer): string =>
  createHash('sha256').update('rightplace file key').update(secret).digest('hex').slice(0, 12);

/** A new key as it is written down: 256 random bits, in base64. */
export const newFileKeyText = (): string => randomBytes(KEY_BYTES).toString('base64');

/**
 * Keys as a setting or a file has them: each 32 bytes in base64, on lines or between commas, the one in use first. Undefined
 * when one of them is not such a key, or there is none.
 */
export const readFileKeys = (text: string): FileKeys | undefined => {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const keys = words.map((word): FileKey => {
    const secret = Buffer.from(word, 'base64');
    return { name: nameOf(secret), secret };
  });
  const [current] = keys;
  const isKey = ({ secret }: FileKey, i: number): boolean =>
    secret.length === KEY_BYTES && /^[A-Za-z0-9+/]{43}=?$/.test(words[i] ?? '');
  if (current === undefined || !keys.every(isKey)) return undefined;
  return { current, find: (name) => keys.find((key) => key.name === name) };
};
