import type { MeasuresAsked } from '@rightplace/app';
import {
  addMonths,
  type Day,
  isAsker,
  type MeasureText,
  parseDay,
  QUESTIONS,
  type Question,
  readReturnDay,
} from '@rightplace/domain';
import type { Query } from '../../server/path.ts';

type Mark = MeasureText['certainty']['mark'];

/** How sure we are of a definition, in short. */
export const MARKS = {
  stated: 'Stated in a council’s paper',
  confirmed: 'Confirmed against what is published',
  'established practice': 'Established practice',
  local: 'A local convention',
  uncertain: 'Uncertain',
} as const satisfies Readonly<Record<Mark, string>>;

export const DATA_CHOICES = { figures: 'With a figure', none: 'No data recorded yet' } as const;

const LONGEST = 200;

const oneOf = <Key extends string>(keys: Readonly<Record<Key, unknown>>, text: string | null) =>
  text !== null && Object.hasOwn(keys, text) ? (text as Key) : undefined;

/** What was asked of the list, from an address that people keep and edit: what is not understood asks nothing. */
export const readMeasuresAsked = (query: URLSearchParams): MeasuresAsked => {
  const words = (query.get('words') ?? '').trim().slice(0, LONGEST);
  const asker = query.get('who') ?? '';
  return {
    words: words === '' ? undefined : words,
    question: oneOf<Question>(QUESTIONS, query.get('question')),
    asker: isAsker(asker) ? asker : undefined,
    certainty: oneOf<Mark>(MARKS, query.get('sure')),
    data: oneOf<keyof typeof DATA_CHOICES>(DATA_CHOICES, query.get('data')),
  };
};

/** The earlier day to hold the list against; undefined for a year before, and for what is no day before the one looked at. */
export const readAgainst = (query: URLSearchParams, asOf: Day): Day | undefined => {
  const text = (query.get('from') ?? '').trim();
  const from = parseDay(text) ?? readReturnDay(text);
  return from === undefined || from >= asOf || from === addMonths(asOf, -12) ? undefined : from;
};

/** For addresses: what is usual is left out. */
export const againstQuery = (against: Day | undefined, asOf: Day): Query =>
  against === undefined || against === addMonths(asOf, -12) ? {} : { from: against };

export const writeMeasuresAsked = ({ words, question, asker, certainty, data }: MeasuresAsked): Query => ({
  words,
  question,
  who: asker,
  sure: certainty,
  data,
});

export const isNarrowed = (asked: MeasuresAsked): boolean =>
  Object.values(asked).some((each) => each !== undefined);
