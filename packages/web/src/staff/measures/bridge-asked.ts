import { type Day, endOfLondonDay, type Moment, parseDay, readReturnDay } from '@rightplace/domain';
import type { Visit } from '../../server/visit.ts';
import type { AskedMoment } from '../as-known.ts';

/** Which days a bridge is to stand on, read from its address. */
export interface AskedBridge {
  readonly from: Day | undefined;
  readonly firstKnown: Moment | undefined;
  /** The day of that moment, as it goes into an address. */
  readonly firstKnownOn: Day | undefined;
  readonly problems: readonly { readonly field: 'from' | 'first-known'; readonly text: string }[];
}

const read = (
  query: URLSearchParams,
  name: string,
): { readonly text: string; readonly day: Day | undefined } => {
  const text = (query.get(name) ?? '').trim();
  return { text, day: parseDay(text) ?? readReturnDay(text) };
};

export const readAskedBridge = (
  { query, today }: Pick<Visit, 'query' | 'today'>,
  { asKnown }: AskedMoment,
): AskedBridge => {
  const [from, first] = [read(query, 'from'), read(query, 'first-known')];
  const isFrom = from.day !== undefined && from.day < asKnown.asOf;
  // The end of today is still to come; and what is known then is what is known.
  const isFirst = first.day !== undefined && first.day < today;
  return {
    from: isFrom ? from.day : undefined,
    firstKnown: isFirst && first.day !== undefined ? endOfLondonDay(first.day) : undefined,
    firstKnownOn: isFirst ? first.day : undefined,
    problems: [
      ...(from.text === '' || isFrom
        ? []
        : [{ field: 'from' as const, text: 'The first day must be a real date before the second' }]),
      ...(first.text === '' || isFirst
        ? []
        : [{ field: 'first-known' as const, text: 'The day of knowledge must be a real date before today' }]),
    ],
  };
};
