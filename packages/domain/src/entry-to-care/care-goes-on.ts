import type { Day } from '../calendar/day.ts';
import type { Episode } from '../child/episode.ts';
import { isShortBreaks } from '../child/legal-status.ts';
import { isTemporary } from '../placement/placement-type.ts';

/**
 * Endings after which a child who is back on the same day was never out of care as the return has it: home, a home of their own,
 * another decision, a remand that ended; and X1, which says that care went on. Not what a court or another authority took over.
 */
const ENDED_FOR_THE_DAY: readonly (string | null)[] = ['E4A', 'E4B', 'E13', 'E5', 'E6', 'E8', 'E14', 'X1'];

/**
 * Whether care that ended on a day can be told as having gone on into an episode of that same day. No return has an ending and a
 * beginning on one day (its rules 388 and 431), and short breaks are each a time of their own.
 */
export const careGoesOn = (last: Episode, on: Day, ls: string): boolean =>
  last.decom < on && ENDED_FOR_THE_DAY.includes(last.rec) && !isShortBreaks(last.ls) && !isShortBreaks(ls);

const isSameHome = (one: Episode, other: Episode): boolean =>
  one.place === other.place &&
  one.provider === other.provider &&
  one.postcode === other.postcode &&
  one.urn === other.urn;

/** Why the home changed, as nobody asks it of a child who was to be at home: nothing for a time away (rule 226). */
const whyMoved = ({ place }: Episode): string | null => (isTemporary(place) ? null : 'OTHER');

/**
 * The last episode and what follows it on the day on which it ended, with care going on: another home, another legal status or
 * both; or the last episode alone, still open, where all is as it was. The need is that for which this time in care began.
 */
export const withCareGoingOn = (last: Episode, first: Episode): readonly Episode[] => {
  const [moved, otherStatus] = [!isSameHome(last, first), last.ls !== first.ls];
  if (!moved && !otherStatus) return [{ ...last, dec: null, rec: null, reasonPlaceChange: null }];
  const { homePostcode } = moved ? first : last;
  return [
    { ...last, rec: 'X1', reasonPlaceChange: moved ? whyMoved(last) : null },
    { ...first, rne: moved ? (otherStatus ? 'B' : 'P') : 'L', cin: last.cin, homePostcode },
  ];
};
