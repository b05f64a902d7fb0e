import type { ChildReturn } from './child-return.ts';
import type { SwEpisodeRow } from './rows.ts';

const isDated = ({ SW_DECOM }: SwEpisodeRow): boolean => !Number.isNaN(SW_DECOM);

export const isIncomplete = ({ SW_ID, rawSW_DECOM, SW_REASON }: SwEpisodeRow): boolean =>
  SW_ID === '' || rawSW_DECOM === '' || SW_REASON === '';

/** The social worker who came last. Of those who came on one day, one who has not left. */
export const lastSocialWorker = ({ socialWorkers }: ChildReturn): SwEpisodeRow | undefined =>
  socialWorkers.findLast(isDated);

/** Those who came before the last one and have not left. */
export const earlierSocialWorkersNotLeft = (child: ChildReturn): readonly SwEpisodeRow[] => {
  const last = lastSocialWorker(child);
  return child.socialWorkers.filter((row) => row !== last && isDated(row) && Number.isNaN(row.SW_DEC));
};
