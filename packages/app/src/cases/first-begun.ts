import type { Moment } from '@rightplace/domain';
import { findCase, type StoredCase, type Tx } from '@rightplace/store';

/** When the first was begun of the cases from which one came, through however many; undefined where it was opened from none. */
export const firstBegun = async (
  tx: Tx,
  { openedFrom }: Pick<StoredCase, 'openedFrom'>,
): Promise<Moment | undefined> => {
  const from = openedFrom === null ? undefined : await findCase(tx, openedFrom);
  if (from === undefined) return undefined;
  const moments = [from.events[0]?.at, await firstBegun(tx, from)].filter((at) => at !== undefined);
  return moments.toSorted()[0];
};
