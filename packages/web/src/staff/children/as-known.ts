import type { AsKnown } from '@rightplace/app';
import {
  type Day,
  dayInWords,
  endOfLondonDay,
  type Moment,
  momentInWords,
  parseDay,
  parseMoment,
} from '@rightplace/domain';
import type { PageMoment } from '../../kit/index.ts';

/** The day a page looks at and the moment of knowledge, and how both are carried on and said. */
export interface Looking {
  readonly asKnown: AsKnown;
  /** For the links of the page: nothing when it looks at today as known now. */
  readonly query: Readonly<Record<string, string>>;
  readonly moment: PageMoment;
}

/** A day means its end in London; what is in the future or cannot be read means now. */
const readKnownAt = (text: string, now: Moment): Moment | undefined => {
  const asDay = parseDay(text);
  const read = asDay === undefined ? parseMoment(text) : endOfLondonDay(asDay);
  return read === undefined || read >= now ? undefined : read;
};

export const readLooking = (
  query: URLSearchParams,
  { today, now }: { readonly today: Day; readonly now: Moment },
): Looking => {
  const asked = parseDay(query.get('as-of') ?? '');
  const asOf = asked === undefined || asked > today ? today : asked;
  const knownText = query.get('known-at') ?? '';
  const knownAt = readKnownAt(knownText, now);
  const known = knownAt === undefined ? 'as known now' : `as known on ${momentInWords(knownAt)}`;
  return {
    asKnown: { asOf, knownAt },
    query: {
      ...(asOf === today ? {} : { 'as-of': asOf }),
      ...(knownAt === undefined ? {} : { 'known-at': knownText }),
    },
    moment: {
      text: `As at ${dayInWords(asOf)}, ${known}`,
      past: asOf !== today || knownAt !== undefined,
    },
  };
};
