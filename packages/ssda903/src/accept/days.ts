import type { Day } from '@rightplace/domain';
import { dayFromReturn } from '../dates.ts';

/** Reads each different date once: a return has millions of dates and some thousands of days. */
export class Days {
  readonly #days = new Map<string, Day | null>();

  /** Null for text that is not a real day written DD/MM/YYYY; blank is not a day either. */
  find(text: string): Day | null {
    const known = this.#days.get(text);
    if (known !== undefined) return known;
    const found = dayFromReturn(text) ?? null;
    this.#days.set(text, found);
    return found;
  }
}
