import type { Target } from '@rightplace/domain';

/** What is kept among the settings for comparing figures, and how it is read back. What cannot be read is as if not set. */

export interface ChosenNeighbours {
  /** Nine-character codes of authorities. */
  readonly codes: readonly string[];
  /** By whose model, in the words of whoever chose them. */
  readonly source: string;
}

export const NEIGHBOURS_KEY = 'statistical-neighbours';

export const neighboursFrom = (kept: unknown): ChosenNeighbours | undefined => {
  if (typeof kept !== 'object' || kept === null || !('codes' in kept) || !Array.isArray(kept.codes))
    return undefined;
  const codes = kept.codes.filter((code) => typeof code === 'string');
  const source = 'source' in kept && typeof kept.source === 'string' ? kept.source : '';
  return codes.length === 0 ? undefined : { codes, source };
};

const TARGET_PREFIX = 'target.';

export const targetKey = (measureId: string): string => `${TARGET_PREFIX}${measureId}`;

/** Undefined where there is none, or where it was taken away (kept as null). */
export const targetFrom = (kept: unknown): Target | undefined => {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { value, tolerance, direction, why } = kept as Readonly<Record<string, unknown>>;
  if (typeof value !== 'number' || typeof tolerance !== 'number') return undefined;
  if (direction !== 'at-least' && direction !== 'at-most') return undefined;
  return { value, tolerance, direction, why: typeof why === 'string' ? why : '' };
};
