import type { QuarterEnds } from '@rightplace/app';
import { dayInWords, endOfLondonDay } from '@rightplace/domain';
import { type AskedMoment, knownInWords } from './as-known.ts';

/**
 * For those who see the ends of quarters only, what is shown to them in place of what they asked for: pages head
 * themselves with it and links carry it. Where it is not to the letter what was asked for, the page says so. Others are
 * shown what they asked for.
 */
export const shownAtQuarterEnds = (asked: AskedMoment, ends: QuarterEnds | undefined): AskedMoment => {
  if (ends === undefined) return asked;
  const { asOf, knownOn } = ends;
  const shown: AskedMoment = {
    ...asked,
    asKnown: { asOf, knownAt: knownOn && endOfLondonDay(knownOn) },
    query: {
      // Without a day asked for, the last quarter's end goes on as time does.
      ...(asked.query['as-of'] === undefined ? {} : { 'as-of': asOf }),
      ...(knownOn === undefined ? {} : { 'known-at': knownOn }),
    },
  };
  return { ...shown, quarterEnds: { instead: insteadOf(asked, shown) } };
};

const insteadOf = (asked: AskedMoment, shown: AskedMoment): string | undefined => {
  if (asked.query['as-of'] === shown.query['as-of'] && endOf(asked) === endOf(shown)) return undefined;
  const askedDay = asked.query['as-of'] === undefined ? '' : `as at ${dayInWords(asked.asKnown.asOf)}, `;
  return `You asked for figures ${askedDay}${knownInWords(asked)}. Your role sees them for the ends of quarters, so here they are as at ${dayInWords(shown.asKnown.asOf)}, ${knownInWords(shown)}.`;
};

const endOf = ({ asKnown }: AskedMoment): string => asKnown.knownAt ?? 'now';
