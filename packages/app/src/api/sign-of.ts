import { createHash } from 'node:crypto';
import { CATALOGUE } from '@rightplace/domain';

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 27);

/** Every definition with its version: when one changes, nothing that a client holds is still so. */
const DEFINITIONS = hash(JSON.stringify(CATALOGUE));

/**
 * Tells one answer from another without working either out: made of all that the answer follows from. As HTTP writes it,
 * weak, because the same figures may be written as JSON or CSV.
 */
export const signOf = (madeOf: readonly (string | number | null | undefined)[]): string =>
  `W/"${hash(JSON.stringify([DEFINITIONS, madeOf]))}"`;
