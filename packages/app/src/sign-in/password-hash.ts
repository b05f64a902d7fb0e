import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { takeTurns } from './take-turns.ts';

/**
 * Passwords are kept as argon2id hashes in the PHC text form, so that each hash says how it was made and
 * stronger settings can be introduced without asking anybody to choose a new password: an old hash still
 * verifies, and is made again with today's settings at the next successful sign-in.
 */
export type HashStrength = {
  readonly memoryKib: number;
  readonly passes: number;
  readonly parallelism: number;
};

/** More than twice the memory OWASP asks for at two passes (2024); about a tenth of a second on an old laptop. */
export const TODAYS_STRENGTH: HashStrength = { memoryKib: 47_104, passes: 2, parallelism: 1 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;
const ARGON2_VERSION = 19;

/** A ceiling on what a stored hash may ask of this machine, whatever has happened to the row. */
const MOST_MEMORY_KIB = 1_048_576;
const MOST_PASSES = 100;

const deriveKey = promisify(argon2);

/**
 * Hashing is meant to be heavy, and shares its threads with reading files and squeezing pages. So few are made at a
 * time and the rest wait their turn: a flood of guesses slows signing in and nothing else.
 */
const inTurn = takeTurns(2);

const derive = (password: string, salt: Buffer, strength: HashStrength, bytes: number): Promise<Buffer> =>
  inTurn(() =>
    deriveKey('argon2id', {
      // The same characters typed on two keyboards may arrive composed or decomposed.
      message: Buffer.from(password.normalize('NFKC'), 'utf8'),
      nonce: salt,
      memory: strength.memoryKib,
      passes: strength.passes,
      parallelism: strength.parallelism,
      tagLength: bytes,
    }),
  );

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

export const hashPassword = async (
  password: string,
  strength: HashStrength = TODAYS_STRENGTH,
): Promise<string> => {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, strength, HASH_BYTES);
  const settings = `m=${strength.memoryKib},t=${strength.passes},p=${strength.parallelism}`;
  return `$argon2id$v=${ARGON2_VERSION}$${settings}$${unpadded(salt)}$${unpadded(hash)}`;
};

type StoredHash = { readonly strength: HashStrength; readonly salt: Buffer; readonly hash: Buffer };

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

const parseStoredHash = (text: string): StoredHash | undefined => {
  const match = PHC.exec(text);
  if (match === null) return undefined;
  const strength = { memoryKib: Number(match[1]), passes: Number(match[2]), parallelism: Number(match[3]) };
  if (strength.memoryKib > MOST_MEMORY_KIB || strength.passes > MOST_PASSES) return undefined;
  return {
    strength,
    salt: Buffer.from(match[4] ?? '', 'base64'),
    hash: Buffer.from(match[5] ?? '', 'base64'),
  };
};

const isWeaker = (kept: HashStrength, wanted: HashStrength): boolean =>
  kept.memoryKib < wanted.memoryKib || kept.passes < wanted.passes || kept.parallelism < wanted.parallelism;

export type PasswordCheck = { readonly matches: boolean; readonly shouldRehash: boolean };

export const checkPassword = async (
  password: string,
  stored: string,
  wanted: HashStrength = TODAYS_STRENGTH,
): Promise<PasswordCheck> => {
  const parsed = parseStoredHash(stored);
  if (parsed === undefined) return { matches: false, shouldRehash: false };
  const derived = await derive(password, parsed.salt, parsed.strength, parsed.hash.length);
  const matches = timingSafeEqual(derived, parsed.hash);
  return { matches, shouldRehash: matches && isWeaker(parsed.strength, wanted) };
};

/**
 * For an account that does not exist, or has no password: the same work as a real check, so that the time
 * taken does not tell a stranger which addresses have accounts.
 */
export const spendTheTimeOfACheck = async (
  password: string,
  strength: HashStrength = TODAYS_STRENGTH,
): Promise<void> => {
  await derive(password, randomBytes(SALT_BYTES), strength, HASH_BYTES);
};
