import { EVERY, SIDES } from '@rightplace/app';
import { API_SCOPES, DIMENSIONS, WINDOW_KINDS } from '@rightplace/domain';
import type { Schema } from './parameters.ts';

/** What answers look like. A test holds real answers to it, with nothing more in them and nothing less. */
const object = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

const STRING: Schema = { type: 'string' };
const MAYBE_STRING: Schema = { type: ['string', 'null'] };
const COUNT: Schema = { type: 'integer', minimum: 0 };
const NUMBER: Schema = { type: 'number' };
const MAYBE_NUMBER: Schema = { type: ['number', 'null'] };
const DAY: Schema = { type: 'string', format: 'date' };
const MAYBE_DAY: Schema = { type: ['string', 'null'], format: 'date' };
const MAYBE_MOMENT: Schema = { type: ['string', 'null'], format: 'date-time' };
const list = (items: Schema): Schema => ({ type: 'array', items });
const described = (schema: Schema, description: string): Schema => ({ ...schema, description });

const HEAD = { measure: STRING, version: COUNT, title: STRING, unit: STRING };
const IS_ROUNDED: Schema = { type: 'boolean', enum: [true] };
const IS_TRUE: Schema = { type: 'boolean', enum: [false] };

const ROUNDED = {
  value: described(MAYBE_NUMBER, 'Null when it is not told as a number.'),
  told: {
    type: 'string',
    enum: ['rounded', 'few', 'hidden', 'none'],
    description:
      'rounded: a count to the nearest five, or a whole percentage or rate of such counts; an average, to the nearest of `roundedTo`. few: from one to four. hidden: too few children stand on one side, or too few behind an average. none: there is no figure.',
  } satisfies Schema,
  roundedTo: described(MAYBE_NUMBER, 'Of an average: the nearest of which it is told to.'),
};

const TRUE_NUMBER = {
  value: described(MAYBE_NUMBER, 'Not rounded. Percentages run from 0 to 100.'),
  numerator: described(MAYBE_NUMBER, 'Null where nothing is kept that could tell.'),
  denominator: MAYBE_NUMBER,
};
const NO_VALUE = described(MAYBE_STRING, 'Why there is no value.');

export const schemas = {
  Measures: object({
    scope: { type: 'string', enum: Object.keys(API_SCOPES) },
    measures: list(
      object({
        id: STRING,
        version: described(COUNT, 'Goes up when the definition changes.'),
        title: STRING,
        question: STRING,
        definition: STRING,
        source: STRING,
        unit: STRING,
        polarity: { type: 'string', enum: ['higher is better', 'lower is better', 'context'] },
        certainty: object({ mark: STRING, says: STRING }),
        over: described(STRING, 'What its time is, in words.'),
        windows: { type: 'boolean', description: 'Whether another time can be asked for with `window`.' },
        breakdowns: described(list(STRING), 'What `by` may be.'),
        of: described(MAYBE_STRING, 'For a figure cut one way under an id of its own: the measure cut.'),
        fields: described(list(STRING), 'Columns of the return that it is worked out from.'),
      }),
    ),
  }),
  TrueFigure: object({
    ...HEAD,
    rounded: IS_TRUE,
    asOf: DAY,
    knownAt: described(MAYBE_MOMENT, 'Null: as known now.'),
    window: {
      oneOf: [
        object({
          kind: { type: ['string', 'null'], enum: [...Object.keys(WINDOW_KINDS), null] },
          from: DAY,
          to: DAY,
        }),
        { type: 'null' },
      ],
      description: 'The time counted over, both days in it. Null for what stands on a day.',
    },
    ...TRUE_NUMBER,
    noValue: NO_VALUE,
    notRecorded: described(COUNT, 'In the denominator, with nothing recorded either way.'),
    excluded: list(object({ reason: STRING, title: STRING, count: COUNT })),
    certainty: described(list(STRING), 'How far to trust it, in sentences.'),
    by: { type: ['string', 'null'], enum: [...Object.keys(DIMENSIONS), null] },
    parts: list(object({ key: STRING, title: STRING, ...TRUE_NUMBER })),
  }),
  RoundedFigure: object({
    ...HEAD,
    rounded: IS_ROUNDED,
    asOf: described(
      DAY,
      'The end of a quarter, on or before the day asked for; of an average, the end of a reporting year.',
    ),
    knownOn: described(MAYBE_DAY, 'The end of a quarter. Null: as known now.'),
    ...ROUNDED,
    yearBefore: object(ROUNDED),
  }),
  TrueSeries: object({
    ...HEAD,
    every: { type: 'string', enum: EVERY },
    rounded: IS_TRUE,
    knownAt: MAYBE_MOMENT,
    window: { type: ['string', 'null'], enum: [...Object.keys(WINDOW_KINDS), null] },
    points: list(object({ on: DAY, ...TRUE_NUMBER, noValue: NO_VALUE })),
  }),
  RoundedSeries: object({
    ...HEAD,
    every: { type: 'string', enum: EVERY },
    rounded: IS_ROUNDED,
    knownOn: MAYBE_DAY,
    points: list(object({ on: DAY, ...ROUNDED })),
  }),
  Children: object({
    measure: STRING,
    title: STRING,
    asOf: DAY,
    knownAt: MAYBE_MOMENT,
    side: { type: 'string', enum: SIDES },
    by: MAYBE_STRING,
    part: MAYBE_STRING,
    total: described(COUNT, 'Entries as the figure counts them.'),
    listed: described(COUNT, 'Children who may be listed, over all pages.'),
    notListed: described(
      COUNT,
      'Counted and not listed: their records are restricted, or they are not in the record now.',
    ),
    page: COUNT,
    pages: COUNT,
    children: list(
      object(
        {
          child: described(STRING, 'The authority’s identifier.'),
          times: described(COUNT, 'How often the child is counted.'),
          amounts: list(NUMBER),
          reason: MAYBE_STRING,
          reasonTitle: MAYBE_STRING,
          givenName: described(MAYBE_STRING, 'Only with the scope children-named.'),
          familyName: described(MAYBE_STRING, 'Only with the scope children-named.'),
        },
        ['givenName', 'familyName'],
      ),
    ),
  }),
  Problem: object({ type: STRING, title: STRING, status: COUNT, detail: STRING, name: STRING }),
} as const satisfies Readonly<Record<string, Schema>>;

export type SchemaName = keyof typeof schemas;
