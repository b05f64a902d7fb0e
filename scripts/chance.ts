/**
 * Loaded before every test file by `npm test`: the properties draw the same cases each time, so that what passed once
 * passes again and a failure is the change's own. `RIGHTPLACE_SEED=chance npm test` draws new ones, to look further;
 * `RIGHTPLACE_SEED=N` draws those of the seed that a failure named.
 */
import fc from 'fast-check';

const ALWAYS = '20260331';

const asked = process.env['RIGHTPLACE_SEED'] ?? ALWAYS;

if (asked !== 'chance') {
  const seed = Number(asked);
  if (!Number.isInteger(seed))
    throw new Error(`RIGHTPLACE_SEED is “${asked}”: give a whole number, or the word chance.`);
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
}
