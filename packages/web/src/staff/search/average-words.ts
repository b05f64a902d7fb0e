import type { AverageShown } from '@rightplace/app';
import { FEW_PRICES, PURCHASE_ROUTES } from '@rightplace/domain';
import { count } from '../../kit/index.ts';
import { weekly } from './search-words.ts';

/** Of how many placements an average is: one of few is to be read with care. */
export const ofHowMany = ({
  placements,
  isRough = false,
}: Pick<AverageShown, 'placements'> & Partial<Pick<AverageShown, 'isRough'>>): string => {
  if (placements === 0) return 'No agreement in force';
  const from = count(placements, 'placement');
  if (isRough) return `${from} or more`;
  return placements < FEW_PRICES ? `${from}: few, so read it with care` : from;
};

/** What such a placement costs the authority on average, by the way it is bought. */
export const averageInWords = (shown: readonly AverageShown[] | undefined): string => {
  if (shown === undefined) return 'It does not say of which type it is';
  const known = shown.flatMap((average) =>
    average.core === undefined
      ? []
      : [
          `${PURCHASE_ROUTES[average.route]} ${average.isRough ? 'about ' : ''}${weekly(average.core)}, of ${ofHowMany(average)}`,
        ],
  );
  return known.join('; ') || (shown.length === 0 ? 'Too few to say' : ofHowMany({ placements: 0 }));
};
