import {
  type ApiAnswer,
  type ApiCaller,
  type ApiRequest,
  type ChildrenBody,
  childrenAsTable,
  type FigureBody,
  figureAsCsv,
  listMeasuresFor,
  type MeasuresBody,
  measuresAsCsv,
  readChildrenFor,
  readFigureFor,
  readSeriesFor,
  type SeriesBody,
  seriesAsCsv,
  type World,
} from '@rightplace/app';
import type { ApiAction, Moment } from '@rightplace/domain';
import {
  asOf,
  by,
  every,
  from,
  knownAt,
  measureId,
  type Parameters,
  pageNumber,
  part,
  type ReadAt,
  side,
  to,
  type Values,
  window,
} from './parameters.ts';
import type { SchemaName } from './schemas.ts';

export const API_ROOT = '/api/v1';

/**
 * A thing that other systems may ask for, as data: what it is asked with, which lines of the API's policy let it be read,
 * and what it answers. Serving it, checking what is asked and documenting it all come from here.
 */
interface Declared<P extends Parameters, Body> {
  /** After the root, as OpenAPI writes it. */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** Any of these. */
  readonly actions: readonly [ApiAction, ...ApiAction[]];
  readonly parameters: P;
  readonly answers: readonly SchemaName[];
  readonly run: (
    world: World,
    caller: ApiCaller,
    asked: { readonly values: Values<P>; readonly at: ReadAt; readonly request: ApiRequest },
  ) => Promise<ApiAnswer<Body>>;
  readonly csv: (body: Body) => string;
}

/** An endpoint in a list of them, where what it is asked with no longer matters. */
export type Endpoint = Omit<Declared<Parameters, never>, 'run' | 'csv'> & {
  readonly run: (world: World, caller: ApiCaller, asked: never) => Promise<ApiAnswer<unknown>>;
  readonly csv: (body: never) => string;
};

const endpoint = <const P extends Parameters, Body>(declared: Declared<P, Body>): Endpoint => declared;

const momentOf = (asked: Moment | 'now' | undefined): Moment | undefined =>
  asked === 'now' ? undefined : asked;

export const endpoints: readonly Endpoint[] = [
  endpoint({
    path: '/measures',
    summary: 'The measures there are',
    description:
      'Each with its definition, unit, certainty and the ways it can be cut. A token that reads rounded figures gets the headline measures only.',
    actions: ['read-catalogue'],
    parameters: {},
    answers: ['Measures'],
    run: (world, caller, { request }): Promise<ApiAnswer<MeasuresBody>> =>
      listMeasuresFor(world, caller, request),
    csv: measuresAsCsv,
  }),
  endpoint({
    path: '/measures/{id}',
    summary: 'One figure',
    description:
      'On a day, as known at a moment, over a time, and cut one way if asked. A token that reads rounded figures gets the headline figure of the last end of a quarter.',
    actions: ['read-figures', 'read-rounded'],
    parameters: { id: measureId, 'as-of': asOf, 'known-at': knownAt, window, by },
    answers: ['TrueFigure', 'RoundedFigure'],
    run: (world, caller, { values, at, request }): Promise<ApiAnswer<FigureBody>> =>
      readFigureFor(world, caller, {
        asked: {
          id: values.id,
          asKnown: { asOf: values['as-of'] ?? at.today, knownAt: momentOf(values['known-at']) },
          window: values.window,
          by: values.by,
        },
        request,
      }),
    csv: figureAsCsv,
  }),
  endpoint({
    path: '/measures/{id}/series',
    summary: 'A figure over the years',
    description:
      'One point for each end of a month, quarter or year from one day to another, both included. Each is the same as the figure asked for on that day.',
    actions: ['read-figures', 'read-rounded'],
    parameters: { id: measureId, from, to, every, window, 'known-at': knownAt },
    answers: ['TrueSeries', 'RoundedSeries'],
    run: (world, caller, { values, at, request }): Promise<ApiAnswer<SeriesBody>> =>
      readSeriesFor(world, caller, {
        asked: {
          id: values.id,
          from: values.from,
          to: values.to ?? at.today,
          every: values.every ?? 'month',
          window: values.window,
          knownAt: momentOf(values['known-at']),
        },
        request,
      }),
    csv: seriesAsCsv,
  }),
  endpoint({
    path: '/measures/{id}/children',
    summary: 'The children behind a figure',
    description:
      'By identifier, and by name with the scope children-named. Children whose records are restricted are counted and not listed.',
    actions: ['read-children'],
    parameters: {
      id: measureId,
      side,
      page: pageNumber,
      'as-of': asOf,
      'known-at': knownAt,
      window,
      by,
      part,
    },
    answers: ['Children'],
    run: (world, caller, { values, at, request }): Promise<ApiAnswer<ChildrenBody>> =>
      readChildrenFor(world, caller, {
        asked: {
          id: values.id,
          asKnown: { asOf: values['as-of'] ?? at.today, knownAt: momentOf(values['known-at']) },
          window: values.window,
          by: values.by,
          part: values.part,
          side: values.side ?? 'numerator',
          page: values.page ?? 1,
        },
        request,
      }),
    csv: childrenAsTable,
  }),
];

export const DOCUMENT_PATH = `${API_ROOT}/openapi.json`;

/** As the server writes it. */
export const patternOf = ({ path }: Pick<Endpoint, 'path'>): string =>
  `${API_ROOT}${path.replaceAll(/\{([^}]+)\}/g, ':$1')}`;
