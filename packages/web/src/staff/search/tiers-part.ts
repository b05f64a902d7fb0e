import type { SearchView, TierOpened } from '@rightplace/app';
import { momentInWords, SEARCH_TIERS } from '@rightplace/domain';
import { dataTable, type Html } from '../../kit/index.ts';

const openedText = ({ at, again, denied, isOpen }: TierOpened): string => {
  if (at === undefined)
    return denied === undefined
      ? 'Not opened'
      : `Not opened: asked on an approval that was denied ${momentInWords(denied)}`;
  if (again !== undefined) return `Opened ${momentInWords(at)}, again ${momentInWords(again)}`;
  return `${isOpen ? 'Open since' : 'Opened'} ${momentInWords(at)}`;
};

/** Each tier: when it was opened, and what came of it. */
export const tiersPart = ({ tiers, standing: { search } }: SearchView): Html =>
  dataTable({
    caption: 'Tiers',
    captionSize: 'm',
    stacks: true,
    rows: tiers,
    columns: [
      { key: 'tier', header: 'Tier', cell: ({ tier }) => SEARCH_TIERS[tier] },
      { key: 'opened', header: 'Opened', cell: openedText },
      {
        key: 'approached',
        header: 'Approached',
        numeric: true,
        cell: ({ tier }) => String(search.approaches.filter((one) => one.tier === tier).length),
      },
      {
        key: 'replied',
        header: 'Replied',
        numeric: true,
        cell: ({ tier }) =>
          String(
            search.approaches.filter(
              ({ tier: its, reply }) => its === tier && (reply.kind === 'offer' || reply.kind === 'declined'),
            ).length,
          ),
      },
      {
        key: 'offers',
        header: 'Offers',
        numeric: true,
        cell: ({ tier }) => String(search.offers.filter((one) => one.tier === tier).length),
      },
    ],
  });
