/**
 * How guessing is slowed without giving anybody the power to lock a colleague out.
 *
 * A count kept against the account alone would be a weapon: five wrong guesses a quarter of an hour, from
 * anywhere, and a director cannot sign in. So failures are counted against the *pair* of account and place,
 * where the place is the browser's own cookie if the person has signed in from that browser before, and the
 * network address otherwise:
 *
 * - a pair gets a few guesses, then waits: one minute, two, four, at most fifteen;
 * - when one account is being guessed at from many places, strange places get one guess each instead of a
 *   few. A place with no failures can always try, and a known browser is not affected at all;
 * - when one address is guessing at many accounts, it waits, but known browsers behind it do not: a whole
 *   council often shares one address.
 *
 * Every wait ends by itself within a quarter of an hour of the last failure.
 */
export const WINDOW_MINUTES = 15;
const GUESSES_FOR_A_PAIR = 5;
const GUESSES_FOR_A_STRANGE_PLACE_UNDER_ATTACK = 1;
const FAILURES_THAT_MEAN_ATTACK = 20;
const FAILURES_FROM_ONE_ADDRESS = 30;

/** Failures in the last quarter of an hour, and how long ago the latest of each kind was. */
export type RecentFailures = {
  readonly isKnownBrowser: boolean;
  /** With a known browser: this account from this browser. Otherwise: this account from this address. */
  readonly pair: FailureCount;
  readonly account: FailureCount;
  readonly address: FailureCount;
};

export type FailureCount = { readonly count: number; readonly secondsSinceLatest: number };

const MINUTE = 60;

const secondsLeft = (waitMinutes: number, since: FailureCount): number =>
  Math.max(0, Math.ceil(waitMinutes * MINUTE - since.secondsSinceLatest));

const doublingWait = (failures: FailureCount, allowed: number): number => {
  if (failures.count < allowed) return 0;
  const minutes = Math.min(2 ** Math.min(failures.count - allowed, 10), WINDOW_MINUTES);
  return secondsLeft(minutes, failures);
};

/** Seconds until another guess is heard; 0 when it may be made now. */
export const secondsToWait = (recent: RecentFailures): number => {
  if (recent.isKnownBrowser) return doublingWait(recent.pair, GUESSES_FOR_A_PAIR);
  const underAttack = recent.account.count >= FAILURES_THAT_MEAN_ATTACK;
  const allowed = underAttack ? GUESSES_FOR_A_STRANGE_PLACE_UNDER_ATTACK : GUESSES_FOR_A_PAIR;
  const forAddress =
    recent.address.count >= FAILURES_FROM_ONE_ADDRESS ? secondsLeft(WINDOW_MINUTES, recent.address) : 0;
  return Math.max(doublingWait(recent.pair, allowed), forAddress);
};

const oneMore = ({ count }: FailureCount): FailureCount => ({ count: count + 1, secondsSinceLatest: 0 });

/** How long the wait will be if the guess being made fails too: for the audit, which tells of locks as they begin. */
export const secondsToWaitAfterFailing = (recent: RecentFailures): number =>
  secondsToWait({
    ...recent,
    pair: oneMore(recent.pair),
    account: oneMore(recent.account),
    address: oneMore(recent.address),
  });
