import { pick } from '../random/draw.ts';
import type { Stream } from '../random/stream.ts';

/** Letters that Royal Mail leaves out of the last two places of a postcode, since they are easily misread. */
const NEVER_LAST = ['C', 'I', 'K', 'M', 'O', 'V'] as const;
const USUAL = 'ABDEFGHJLNPQRSTUWXYZ'.split('');

/**
 * A postcode in a real sector that no house has or can have: its last letter is one never used there. It can be put
 * on a map by its sector and can never be somebody's address.
 */
export const impossiblePostcode = (next: Stream, sector: string): string =>
  `${sector}${pick(next, USUAL)}${pick(next, NEVER_LAST)}`;

export const isImpossiblePostcode = (postcode: string): boolean =>
  NEVER_LAST.some((letter) => postcode.endsWith(letter));
