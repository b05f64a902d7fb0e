import {
  type Day,
  type Moment,
  monthEnds,
  monthOf,
  NO_VALUE,
  refused,
  type WindowKind,
  wholeMonthsBetween,
} from '@rightplace/domain';
import { windowFor } from '../measure/figure-book.ts';
import { findAskedMeasure } from '../measure/measure-page.ts';
import { toldNumerator } from '../measure/told-numerator.ts';
import type { World } from '../world.ts';
import { type ApiAnswer, type ApiRequest, type ApiWork, answerClient, type Worked } from './answer-client.ts';
import {
  findWhatIsAsked,
  NO_SUCH_MEASURE,
  notAskedRight,
  openTrue,
  roundedFault,
} from './figure-for-client.ts';
import type { ApiCaller } from './recognise-client.ts';
import { openRounded, type RoundedNumber } from './rounded-for-client.ts';
import { signOf } from './sign-of.ts';

/** How far apart the points of a series are: at the ends of months, of quarters or of reporting years (31 March). */
export const EVERY = ['month', 'quarter', 'year'] as const;
export type Every = (typeof EVERY)[number];

const MONTHS_OF: Readonly<Record<Every, (month: number) => boolean>> = {
  month: () => true,
  quarter: (month) => month % 3 === 0,
  year: (month) => month === 3,
};

/** Twenty years of months. */
export const MOST_POINTS = 240;

export interface SeriesAsked {
  readonly id: string;
  readonly from: Day;
  readonly to: Day;
  readonly every: Every;
  readonly window: WindowKind | undefined;
  readonly knownAt: Moment | undefined;
}

export interface TruePointBody {
  readonly on: Day;
  readonly value: number | null;
  readonly noValue: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

export interface RoundedPointBody extends RoundedNumber {
  readonly on: Day;
}

interface SeriesHead {
  readonly measure: string;
  readonly version: number;
  readonly title: string;
  readonly unit: string;
  readonly every: Every;
}

export interface TrueSeriesBody extends SeriesHead {
  readonly rounded: false;
  readonly knownAt: Moment | null;
  /** Over which time up to its day each point is counted; null for what has a time of its own. */
  readonly window: WindowKind | null;
  readonly points: readonly TruePointBody[];
}

export interface RoundedSeriesBody extends SeriesHead {
  readonly rounded: true;
  readonly knownOn: Day | null;
  readonly points: readonly RoundedPointBody[];
}

export type SeriesBody = TrueSeriesBody | RoundedSeriesBody;

/** The ends of months, quarters or years from one day to another, both included. */
export const endsBetween = (from: Day, to: Day, every: Every): readonly Day[] =>
  monthEnds(Math.max(0, wholeMonthsBetween(from, to)) + 2, to).filter(
    (end) => end >= from && MONTHS_OF[every](monthOf(end)),
  );

export const readSeriesFor = (
  world: World,
  caller: ApiCaller,
  { asked, request }: { readonly asked: SeriesAsked; readonly request: ApiRequest },
): Promise<ApiAnswer<SeriesBody>> =>
  answerClient(world, caller, {
    request,
    action: ['read-figures', 'read-rounded'],
    knownAt: asked.knownAt,
    work: async (of): Promise<Worked<SeriesBody>> => {
      const { from, to, every } = asked;
      if (from > to) return { answer: notAskedRight('from is after to.') };
      const ends = endsBetween(from, to, every);
      if (ends.length > MOST_POINTS)
        return { answer: notAskedRight(`That is ${ends.length} points; ask for ${MOST_POINTS} at most.`) };
      return of.may('read-figures')
        ? trueSeries(world, of, { asked, request, ends })
        : { answer: await roundedSeries(world, of, { asked, ends }) };
    },
  });

const trueSeries = async (
  world: World,
  of: ApiWork,
  {
    asked,
    request,
    ends,
  }: { readonly asked: SeriesAsked; readonly request: ApiRequest; readonly ends: readonly Day[] },
): Promise<Worked<SeriesBody>> => {
  const { id, to, every, window, knownAt } = asked;
  const found = findWhatIsAsked({ id, window, by: undefined });
  if (found.kind !== 'asked') return { answer: found };
  if (found.by !== undefined)
    return { answer: notAskedRight(`${id} is a figure cut one way, and series are of whole figures.`) };
  const { measure, title, version } = found;
  const { held, book } = await openTrue(world, of, { asOf: to, knownAt });
  const sign = signOf([
    held.version,
    of.caller.standing.scope,
    request.endpoint,
    id,
    every,
    window,
    knownAt,
    ...ends,
  ]);
  if (request.held?.includes(sign) === true) return { answer: { kind: 'unchanged', sign } };
  const body: TrueSeriesBody = {
    measure: id,
    version,
    title,
    unit: measure.unit,
    every,
    rounded: false,
    knownAt: knownAt ?? null,
    window: windowFor(measure, window) ?? null,
    points: ends.map((on): TruePointBody => {
      const { value, noValue, numerator, denominator } = book.count(measure, on, window);
      return {
        on,
        value,
        noValue: noValue === undefined ? null : NO_VALUE[noValue],
        numerator: toldNumerator({ noValue, numerator }),
        denominator,
      };
    }),
  };
  return { answer: { kind: 'answer', body, sign }, count: ends.length };
};

const roundedSeries = async (
  world: World,
  { tx, caller }: ApiWork,
  { asked, ends }: { readonly asked: SeriesAsked; readonly ends: readonly Day[] },
): Promise<ApiAnswer<SeriesBody>> => {
  const { id, to, every, window, knownAt } = asked;
  const fault = roundedFault({ id, window, by: undefined });
  if (fault !== undefined) return fault;
  if (every === 'month')
    return refused(
      'scope-too-narrow',
      'The scope of this token, figures-rounded, reads the ends of quarters: ask with every=quarter or every=year.',
    );
  const found = findAskedMeasure(id);
  if (found?.kind !== 'figure') return NO_SUCH_MEASURE;
  const { measure } = found;
  const rounded = await openRounded(tx, world, { caller, asKnown: { asOf: to, knownAt } });
  const body: RoundedSeriesBody = {
    measure: id,
    version: measure.version,
    title: measure.title,
    unit: measure.unit,
    every,
    rounded: true,
    knownOn: rounded.shown.knownOn ?? null,
    points: ends.map((on) => ({ on, ...rounded.on(measure, on) })),
  };
  return { kind: 'answer', body, sign: undefined };
};
