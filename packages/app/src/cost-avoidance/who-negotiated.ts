import { listSearchEntries, type Tx } from '@rightplace/store';
import type { AgreedPlacement } from '../payment/agreed-placements.ts';

/** Who brought this price about: wrote down a figure of the search or what was agreed, or made or changed the agreement. */
export const whoNegotiated = async (
  tx: Tx,
  { agreement, case: found }: AgreedPlacement,
): Promise<ReadonlySet<number>> => {
  const figures = (await listSearchEntries(tx, found.id)).filter(({ kind }) => kind === 'figure');
  const agreed = found.events.filter(({ step }) => step === 'agree-terms');
  return new Set([
    ...[...figures, ...agreed].flatMap(({ by }) => (by === null ? [] : [Number(by.person)])),
    ...agreement.versions.map(({ by }) => by),
  ]);
};
