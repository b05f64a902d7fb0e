import {
  type BreakdownRow,
  type Day,
  type DimensionId,
  EXCLUSION_REASONS,
  type Figure,
  hasWindow,
  type Measure,
  type Moment,
  NO_VALUE,
  type Refusal,
  refused,
  type WindowKind,
} from '@rightplace/domain';
import type { AsKnown } from '../child/load-children.ts';
import { windowFor } from '../measure/figure-book.ts';
import { isOfAmounts, whyNotRounded } from '../measure/figure-reach.ts';
import { isHeadline } from '../measure/headline.ts';
import { loadReach, type TrueFigures } from '../measure/load-figures.ts';
import { findAskedMeasure } from '../measure/measure-page.ts';
import { toldNumerator } from '../measure/told-numerator.ts';
import type { World } from '../world.ts';
import { type ApiAnswer, type ApiRequest, type ApiWork, answerClient, type Worked } from './answer-client.ts';
import type { ApiCaller } from './recognise-client.ts';
import { openRounded, type RoundedFigureBody } from './rounded-for-client.ts';
import { signOf } from './sign-of.ts';

export interface PartBody {
  readonly key: string;
  readonly title: string;
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number | null;
}

export interface TrueFigureBody {
  readonly measure: string;
  readonly version: number;
  readonly title: string;
  readonly unit: string;
  readonly rounded: false;
  readonly asOf: Day;
  /** The moment of knowledge; null: as known now. */
  readonly knownAt: Moment | null;
  /** The time it is counted over, both days in it; null for what stands on a day. */
  readonly window: { readonly kind: WindowKind | null; readonly from: Day; readonly to: Day } | null;
  /** Not rounded; percentages run from 0 to 100. Null when there is none: see `noValue`. */
  readonly value: number | null;
  readonly noValue: string | null;
  /** Null where nothing is kept that could tell. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly notRecorded: number;
  readonly excluded: readonly { readonly reason: string; readonly title: string; readonly count: number }[];
  readonly certainty: readonly string[];
  readonly by: DimensionId | null;
  readonly parts: readonly PartBody[];
}

export type FigureBody = TrueFigureBody | RoundedFigureBody;

/** How a figure is asked for: the day, the moment of knowledge, the time, and a way to cut it. */
export interface FigureAsked {
  readonly id: string;
  readonly asKnown: AsKnown;
  readonly window: WindowKind | undefined;
  readonly by: string | undefined;
}

const NOTHING_KNOWN = 'No child was in the record at the moment looked at.';

export const readFigureFor = (
  world: World,
  caller: ApiCaller,
  { asked, request }: { readonly asked: FigureAsked; readonly request: ApiRequest },
): Promise<ApiAnswer<FigureBody>> =>
  answerClient(world, caller, {
    request,
    action: ['read-figures', 'read-rounded'],
    knownAt: asked.asKnown.knownAt,
    work: async (of): Promise<Worked<FigureBody>> => {
      if (!of.may('read-figures')) return { answer: await roundedFigure(world, of, asked) };
      const found = findWhatIsAsked(asked);
      if (found.kind !== 'asked') return { answer: found };
      const loaded = await openTrue(world, of, asked.asKnown);
      const sign = await signOfTrue(loaded, { caller, request, asked: { ...asked, by: found.by } });
      if (request.held?.includes(sign) === true) return { answer: { kind: 'unchanged', sign } };
      return { answer: { kind: 'answer', body: await figureBody(loaded, found, asked), sign } };
    },
  });

export const NO_SUCH_MEASURE = {
  kind: 'not-found',
  sentence: 'There is no such measure. /api/v1/measures lists those there are.',
} as const;

export const notAskedRight = (sentence: string): Refusal<'not-asked-right'> =>
  refused('not-asked-right', sentence);

/** A measure with the way it is to be cut, or what is wrong with what was asked. */
export const findWhatIsAsked = ({
  id,
  by,
  window,
}: Omit<FigureAsked, 'asKnown'>):
  | {
      readonly kind: 'asked';
      readonly id: string;
      readonly title: string;
      readonly version: number;
      readonly measure: Measure;
      readonly by: DimensionId | undefined;
    }
  | typeof NO_SUCH_MEASURE
  | Refusal<'not-asked-right'> => {
  const found = findAskedMeasure(id);
  if (found === undefined) return NO_SUCH_MEASURE;
  const measure = found.kind === 'figure' ? found.measure : found.measure.of;
  const { title, version } = found.measure;
  const ways: readonly DimensionId[] = found.kind === 'figure' ? measure.breakdowns : [found.measure.by];
  const way = by === undefined && found.kind === 'breakdown' ? found.measure.by : by;
  const cut = ways.find((each) => each === way);
  if (way !== undefined && cut === undefined)
    return notAskedRight(`${id} is not cut by “${way}”. It can be cut by: ${ways.join(', ') || 'nothing'}.`);
  if (window !== undefined && !hasWindow(measure))
    return notAskedRight(`${id} has a time of its own, so leave window out.`);
  return { kind: 'asked', id, title, version, measure, by: cut };
};

/** True figures of the whole authority. To be asked for only once the policy has been. */
export const openTrue = async (
  world: World,
  { tx, caller }: Pick<ApiWork, 'tx' | 'caller'>,
  asKnown: AsKnown,
): Promise<TrueFigures> => {
  const reach = { kind: 'authority' } as const;
  const loaded = await loadReach(tx, world, { authorityId: caller.authorityId, reach, asKnown });
  if (loaded.kind !== 'true') throw new Error('The whole authority came as headlines');
  return loaded;
};

/** Of the record as known at the moment, of the question, and of who works where if the figure is cut by that. */
const signOfTrue = async (
  { held, teams }: TrueFigures,
  {
    caller,
    request,
    asked,
  }: { readonly caller: ApiCaller; readonly request: ApiRequest; readonly asked: FigureAsked },
): Promise<string> =>
  signOf([
    held.version,
    caller.standing.scope,
    request.endpoint,
    asked.id,
    asked.asKnown.asOf,
    asked.asKnown.knownAt,
    asked.window,
    asked.by,
    asked.by === 'team' ? (await teams()).key : '',
  ]);

type Asked = Extract<ReturnType<typeof findWhatIsAsked>, { kind: 'asked' }>;

const figureBody = async (
  loaded: TrueFigures,
  { id, title, version, measure, by }: Asked,
  { asKnown: { asOf, knownAt }, window }: FigureAsked,
): Promise<TrueFigureBody> => {
  const figure = loaded.book.figure(measure, asOf, window);
  const isEmpty = loaded.held.ledger.children.length === 0;
  const rows = by === undefined || isEmpty ? [] : await partsOf(loaded, { measure, by, asOf, window });
  return {
    measure: id,
    version,
    title,
    unit: measure.unit,
    rounded: false,
    asOf,
    knownAt: knownAt ?? null,
    window: windowBody(figure, windowFor(measure, window)),
    value: isEmpty ? null : figure.value,
    noValue: isEmpty ? NOTHING_KNOWN : figure.noValue === undefined ? null : NO_VALUE[figure.noValue],
    numerator: toldNumerator(figure),
    denominator: figure.denominator,
    notRecorded: figure.notRecorded.length,
    excluded: excludedBody(figure),
    certainty: figure.certainty,
    by: by ?? null,
    parts: rows.map(partBody),
  };
};

export const partsOf = async (
  { book, teams }: TrueFigures,
  {
    measure,
    by,
    asOf,
    window,
  }: {
    readonly measure: Measure;
    readonly by: DimensionId;
    readonly asOf: Day;
    readonly window: WindowKind | undefined;
  },
): Promise<readonly BreakdownRow[]> => book.rows(measure, by, asOf, { teams: await teams(), window }) ?? [];

const partBody = ({ key, title, value, numerator, denominator }: BreakdownRow): PartBody => ({
  key,
  title,
  value,
  numerator,
  denominator,
});

export const windowBody = (
  { window, asOf }: Pick<Figure, 'window' | 'asOf'>,
  kind: WindowKind | undefined,
): TrueFigureBody['window'] =>
  window === undefined ? null : { kind: kind ?? null, from: window.starts, to: asOf };

const excludedBody = ({ excluded }: Figure): TrueFigureBody['excluded'] =>
  [...Map.groupBy(excluded, ({ reason }) => reason)]
    .map(([reason, each]) => ({ reason, title: EXCLUSION_REASONS[reason], count: each.length }))
    .sort((a, b) => b.count - a.count);

/** What is wrong with asking for a rounded figure; undefined when nothing is. */
export const roundedFault = ({
  id,
  window,
  by,
}: Omit<FigureAsked, 'asKnown'>): Exclude<ApiAnswer<never>, { kind: 'answer' | 'unchanged' }> | undefined => {
  const found = findAskedMeasure(id);
  if (found === undefined) return NO_SUCH_MEASURE;
  if (isHeadline(id) && window === undefined && by === undefined) return undefined;
  return refused(
    'scope-too-narrow',
    'The scope of this token, figures-rounded, reads the headline figures as they are on members’ pages: not cut, and over no other time.' +
      (isOfAmounts(found.measure) ? ` ${whyNotRounded(found.measure).sentence}` : ''),
  );
};

const roundedFigure = async (
  world: World,
  { tx, caller }: ApiWork,
  asked: FigureAsked,
): Promise<ApiAnswer<FigureBody>> => {
  const fault = roundedFault(asked);
  if (fault !== undefined) return fault;
  const found = findAskedMeasure(asked.id);
  if (found?.kind !== 'figure') return NO_SUCH_MEASURE;
  const rounded = await openRounded(tx, world, { caller, asKnown: asked.asKnown });
  // No sign of the record goes with it: that would tell of each correction as it is made.
  return { kind: 'answer', body: rounded.figure(found.measure), sign: undefined };
};
