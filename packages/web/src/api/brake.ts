import { createHash } from 'node:crypto';
import { placeOf } from '@rightplace/app';

/**
 * Slows an address that sends tokens which are nobody's. Nobody guesses 256 random bits, so this is not what keeps tokens
 * safe: it keeps floods of wrong ones from the database, and a program with an old token from asking for ever. Kept by each
 * server process. A token that has worked here is not affected by its neighbours' mistakes.
 */
export interface Brake {
  /** Until this address is heard with that token; 0 when it is now. */
  readonly secondsToWait: (address: string, token: string) => number;
  readonly failed: (address: string) => void;
  readonly worked: (token: string) => void;
}

export const BAD_TOKENS_A_MINUTE = 10;
const MOST_ADDRESSES = 10_000;
const MOST_TOKENS = 1_000;
const MINUTE = 60_000;

const sign = (token: string): string => createHash('sha256').update(token).digest('base64url');

export const createBrake = (milliseconds: () => number): Brake => {
  const failures = new Map<string, { readonly until: number; readonly count: number }>();
  const known = new Set<string>();
  return {
    secondsToWait: (address, token) => {
      const found = failures.get(placeOf(address));
      if (found === undefined || found.count < BAD_TOKENS_A_MINUTE || known.has(sign(token))) return 0;
      return Math.max(0, Math.ceil((found.until - milliseconds()) / 1000));
    },
    failed: (address) => {
      const place = placeOf(address);
      const now = milliseconds();
      const found = failures.get(place);
      failures.delete(place);
      const goesOn = found !== undefined && found.until > now;
      failures.set(place, goesOn ? { ...found, count: found.count + 1 } : { until: now + MINUTE, count: 1 });
      dropOldest(failures, MOST_ADDRESSES);
    },
    worked: (token) => {
      known.add(sign(token));
      dropOldest(known, MOST_TOKENS);
    },
  };
};

const dropOldest = (
  kept: { readonly size: number; keys(): Iterator<string>; delete(key: string): boolean },
  most: number,
): void => {
  const oldest = kept.size > most ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
};
