import { EVERY, SIDES } from '@rightplace/app';
import {
  type Day,
  DIMENSIONS,
  day,
  endOfLondonDay,
  type Moment,
  parseDay,
  parseMoment,
  startOfLondonDay,
  WINDOW_KINDS,
  type WindowKind,
} from '@rightplace/domain';

/** As much of JSON Schema as the document of the API is written in. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly (string | boolean | null)[];
  readonly default?: string | number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly $ref?: string;
}

/** When a request is read: nothing is told of later days. */
export interface ReadAt {
  readonly today: Day;
  readonly now: Moment;
}

/**
 * One thing a request may say. The same declaration reads it and documents it, so that the document cannot promise what is
 * not read, or leave out what is.
 */
export interface Parameter<Value> {
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
  readonly example: string;
  /** Undefined where the text does not say one. */
  readonly read: (text: string, at: ReadAt) => Value | undefined;
  /** What to do about it, after the parameter's name: "must be …". */
  readonly must: string;
}

export type Parameters = Readonly<Record<string, Parameter<unknown>>>;

type Optional<Value> = Parameter<Value> & { readonly required: false };
type Required<Value> = Parameter<Value> & { readonly required: true };

export type Values<P extends Parameters> = {
  readonly [Name in keyof P]: P[Name] extends Parameter<infer Value>
    ? P[Name]['required'] extends true
      ? Value
      : Value | undefined
    : never;
};

const query = <Value>(said: Omit<Parameter<Value>, 'in' | 'required'>): Optional<Value> => ({
  in: 'query',
  required: false,
  ...said,
});

/** Records of children in care today begin after this. */
const EARLIEST = day('1990-01-01');
const EARLIEST_KNOWLEDGE = day('2000-01-01');

const pastDay = (text: string, { today }: ReadAt): Day | undefined => {
  const value = parseDay(text);
  return value === undefined || value < EARLIEST || value > today ? undefined : value;
};

const A_DAY = `a real day from ${EARLIEST} to today, written YYYY-MM-DD`;

const aDay = (description: string, example: string) => ({
  description,
  schema: { type: 'string', format: 'date' },
  example,
  read: pastDay,
  must: `must be ${A_DAY}`,
});

export const oneOf = <const Value extends string>(
  values: readonly Value[],
  { description, preset }: { readonly description: string; readonly preset?: Value },
): Optional<Value> =>
  query({
    description,
    schema: { type: 'string', enum: values, ...(preset === undefined ? {} : { default: preset }) },
    example: preset ?? values[0] ?? '',
    read: (text) => values.find((value) => value === text),
    must: `must be one of ${values.join(', ')}`,
  });

const text = (description: string, example: string): Omit<Parameter<string>, 'in' | 'required'> => ({
  description,
  schema: { type: 'string', maxLength: 100 },
  example,
  read: (given) => (given === '' || given.length > 100 || /\p{C}/u.test(given) ? undefined : given),
  must: 'must be of 1 to 100 characters',
});

export const measureId: Required<string> = {
  ...text('The id of a measure in /measures.', 'cla-number'),
  in: 'path',
  required: true,
};

export const asOf = query<Day>(aDay('The day the figure speaks of; today when left out.', '2026-03-31'));
export const from: Required<Day> = {
  ...aDay('The first day of the series.', '2024-04-01'),
  in: 'query',
  required: true,
};
export const to = query<Day>(aDay('The last day of the series; today when left out.', '2026-03-31'));

/** `now` stands for no moment: the end of today is still to come. */
export const knownAt = query<Moment | 'now'>({
  description:
    'As it was known then: a moment in UTC, or a day for the end of that day in London. As known now when left out.',
  schema: { type: 'string' },
  example: '2026-10-01',
  read: (given, { today, now }) => {
    const onDay = parseDay(given);
    if (onDay !== undefined && onDay >= EARLIEST_KNOWLEDGE)
      return onDay >= today ? 'now' : endOfLondonDay(onDay);
    const value = parseMoment(given);
    if (value === undefined || value < startOfLondonDay(EARLIEST_KNOWLEDGE)) return undefined;
    return value >= now ? 'now' : value;
  },
  must: 'must be a day like 2026-10-01 or a moment like 2026-10-01T09:00:00Z, from 2000 on',
});

export const window = oneOf(Object.keys(WINDOW_KINDS) as readonly WindowKind[], {
  description:
    'For what is counted over a time: its month, quarter or reporting year so far, or the twelve months up to the day. From 1 April when left out.',
});

export const by = query<string>({
  ...text('A way to cut the figure: one of the measure’s `breakdowns`.', 'age'),
  schema: { type: 'string', enum: Object.keys(DIMENSIONS) },
  read: (given) => (Object.hasOwn(DIMENSIONS, given) ? given : undefined),
  must: `must be one of ${Object.keys(DIMENSIONS).join(', ')}`,
});

export const part = query<string>(text('With `by`: the key of one part, as the figure gives it.', '10-15'));

export const side = oneOf(SIDES, {
  description:
    'Which children: those counted, those they are counted among, those of whom nothing is recorded either way, or those left out.',
  preset: 'numerator',
});

export const every = oneOf(EVERY, {
  description: 'The ends of months, of quarters, or of reporting years (31 March).',
  preset: 'month',
});

const MOST_PAGES = 10_000;

export const pageNumber = query<number>({
  description: 'Which page of the list.',
  schema: { type: 'integer', minimum: 1, maximum: MOST_PAGES, default: 1 },
  example: '1',
  read: (given) => {
    const value = /^\d{1,5}$/.test(given) ? Number(given) : 0;
    return value >= 1 && value <= MOST_PAGES ? value : undefined;
  },
  must: `must be a whole number from 1 to ${MOST_PAGES}`,
});

export type ReadRequest<P extends Parameters> =
  | { readonly kind: 'read'; readonly values: Values<P>; readonly asked: Readonly<Record<string, string>> }
  | {
      readonly kind: 'misasked';
      readonly sentence: string;
      readonly asked: Readonly<Record<string, string>>;
    };

/** Reads a request by what is declared. What is not declared, said twice or not to be understood is refused, not passed over. */
export const readRequest = <P extends Parameters>(
  declared: P,
  given: { readonly path: Readonly<Record<string, string>>; readonly query: URLSearchParams },
  at: ReadAt,
): ReadRequest<P> => {
  const asked: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(declared)) {
    const parameter = declared[name];
    const texts = parameter?.in === 'path' ? [given.path[name] ?? ''] : given.query.getAll(name);
    // For the audit, in which no control character and no half of one can be kept.
    if (texts[0] !== undefined) asked[name] = texts[0].replaceAll(/\p{C}/gu, '').slice(0, 100).toWellFormed();
  }
  const misasked = (sentence: string): ReadRequest<P> => ({ kind: 'misasked', sentence, asked });
  for (const name of given.query.keys())
    if (declared[name]?.in !== 'query')
      return misasked(`There is no parameter “${name.slice(0, 50)}” here. ${listOf(declared)}`);
  for (const [name, parameter] of Object.entries(declared)) {
    const texts = parameter.in === 'path' ? [given.path[name] ?? ''] : given.query.getAll(name);
    if (texts.length > 1) return misasked(`${name} is given more than once.`);
    const [only] = texts;
    if (only === undefined) {
      if (parameter.required) return misasked(`${name} is needed: it ${parameter.must}.`);
      continue;
    }
    const value = parameter.read(only, at);
    if (value === undefined) return misasked(`${name} ${parameter.must}.`);
    values[name] = value;
  }
  return { kind: 'read', values: values as Values<P>, asked };
};

const listOf = (declared: Parameters): string => {
  const names = Object.entries(declared).flatMap(([name, each]) => (each.in === 'query' ? [name] : []));
  return names.length === 0 ? 'There are none.' : `There are: ${names.join(', ')}.`;
};
