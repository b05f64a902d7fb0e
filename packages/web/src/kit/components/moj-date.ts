import {
  type Day,
  dayInShort,
  dayInWords,
  londonDayOf,
  londonTimeOf,
  moment,
  parseDay,
} from '@rightplace/domain';

type DateStyle = 'datetime' | 'shortdatetime' | 'date' | 'shortdate' | 'time';

/**
 * The date filter that Ministry of Justice components ask for. Theirs needs a date library and uses the server's own
 * time zone; this one writes days and times as the rest of the service does, by London's clock.
 */
export const mojDate = (timestamp: string, style?: DateStyle): string => {
  if (style === undefined) return timestamp;
  const isShort = style === 'shortdate' || style === 'shortdatetime';
  const inWords = (d: Day): string => (isShort ? dayInShort(d) : dayInWords(d));
  const wholeDay = parseDay(timestamp);
  if (wholeDay !== undefined) return inWords(wholeDay);
  const at = moment(timestamp);
  if (style === 'time') return londonTimeOf(at);
  const date = inWords(londonDayOf(at));
  return style === 'date' || style === 'shortdate' ? date : `${date} at ${londonTimeOf(at)}`;
};
