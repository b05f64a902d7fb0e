import type { AvoidanceLine } from '@rightplace/app';
import {
  AVOIDANCE_STANDINGS,
  type AvoidanceStanding,
  addDays,
  type ClaimedNights,
  dayInWords,
} from '@rightplace/domain';
import { count, type Html, status, type TagColour } from '../../kit/index.ts';

const COLOURS: Readonly<Record<AvoidanceStanding, TagColour>> = {
  drafted: 'yellow',
  verified: 'green',
  'sent-back': 'red',
  'taken-back': 'grey',
};

export const avoidanceTag = (standing: AvoidanceStanding): Html =>
  status(AVOIDANCE_STANDINGS[standing], COLOURS[standing]);

/** "20 weeks", "1 week and 4 nights": never a rounded number of weeks. */
export const weeksInWords = ({ nights }: Pick<ClaimedNights, 'nights'>): string => {
  const [weeks, rest] = [Math.floor(nights / 7), nights % 7];
  const parts = [
    ...(weeks > 0 ? [count(weeks, 'week')] : []),
    ...(rest > 0 || weeks === 0 ? [count(rest, 'night')] : []),
  ];
  return parts.join(' and ');
};

export const claimedInWords = ({ nights: { starts, ends } }: Pick<AvoidanceLine, 'nights'>): string =>
  `${dayInWords(starts)} to ${dayInWords(addDays(ends, -1))}`;
