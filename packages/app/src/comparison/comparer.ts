import {
  type Comparator,
  type ComparedPart,
  type ComparedPlaces,
  type ComparisonAsked,
  collectionYearEnd,
  collectionYearOf,
  comparatorPoints,
  comparatorsOf,
  comparedParts,
  type Day,
  type DimensionId,
  ENGLAND,
  type Measure,
  type Moment,
  type PublishedArea,
  publishedAs,
  type SeriesId,
  seriesOf,
  seriesOfParts,
  standingOf,
  type Target,
  type TargetStanding,
  type WindowKind,
} from '@rightplace/domain';
import { type HeldSetting, listSettings, type Tx } from '@rightplace/store';
import { publishedAreas, publishedInForce } from '../reference/published/published-in-force.ts';
import { NEIGHBOURS_KEY, neighboursFrom, targetFrom, targetKey } from './kept-values.ts';

/** What a figure is held against: the authority's own target, and what is published. */
export interface Comparison {
  readonly target: ShownTarget | undefined;
  readonly comparators: readonly Comparator[];
  /** For a chart: what was published at days of its own, and nothing between. */
  readonly england: readonly ComparedPoint[];
  readonly neighbours: readonly ComparedPoint[];
}

export interface ComparedPoint {
  readonly on: Day;
  readonly value: number;
}

export interface ShownTarget extends Target {
  readonly from: Day;
  /** How the figure stands against it, or why that cannot be said. */
  readonly standing: TargetStanding | { readonly notJudged: string };
}

/** A figure as it is shown to whoever asks: for those who see rounded figures, the rounded one. */
export interface FigureToCompare {
  readonly measure: Measure;
  /** Null where none is shown. */
  readonly value: number | null;
  /** From when a chart of it runs. */
  readonly since: Day;
  /** The time it is counted over, where one was chosen. */
  readonly window?: WindowKind | undefined;
}

export interface Comparer {
  readonly compare: (figure: FigureToCompare) => Comparison;
  /** The parts of a figure, each with its share elsewhere. Only of what was named when the comparer was asked for. */
  readonly compareParts: (cut: CutToCompare) => readonly ComparedPart[];
}

export interface CutToCompare {
  readonly measure: Measure;
  readonly by: DimensionId;
  readonly keys: readonly string[];
}

/**
 * Everything that figures of a day are held against, read once for however many there are. Targets and neighbours are those
 * that held on the day, as known at the moment asked for; published figures are the latest by the day.
 */
export const comparerFor = async (
  tx: Tx,
  {
    authorityId,
    measures,
    asOf,
    knownAt,
    cuts = [],
  }: {
    readonly authorityId: string;
    readonly measures: readonly Measure[];
    readonly asOf: Day;
    readonly knownAt: Moment | undefined;
    readonly cuts?: readonly CutToCompare[];
  },
): Promise<Comparer> => {
  const held = await settingsHeld(tx, { asOf, knownAt });
  const targetOf = targetFinder(held, asOf);
  const areas = await publishedAreas(tx);
  const places = placesOf(authorityId, areas, held.get(NEIGHBOURS_KEY)?.value);
  const series = new Set([
    ...seriesFor(measures),
    ...cuts.flatMap(({ measure, by, keys }) => seriesOfParts(measure.id, by, keys)),
  ]);
  const published = await publishedInForce(tx, { series: [...series], areas: codesIn(places) });

  return {
    compareParts: ({ measure, by, keys }) => comparedParts({ measure, asOf, places, published }, by, keys),
    compare: (figure) => {
      const { measure, since } = figure;
      const asked: ComparisonAsked = { measure, asOf, places, published };
      const pointsOf = comparatorPoints(asked, { from: since, to: asOf });
      return {
        target: targetOf(figure),
        comparators: comparatorsOf(asked),
        england: pointsOf('england'),
        neighbours: pointsOf('neighbours'),
      };
    },
  };
};

interface Moments {
  readonly asOf: Day;
  readonly knownAt: Moment | undefined;
}

type HeldOnDay = ReadonlyMap<string, HeldSetting>;

const settingsHeld = async (tx: Tx, { asOf, knownAt }: Moments): Promise<HeldOnDay> => {
  const settings = (await listSettings(tx, knownAt)).filter(
    ({ starts, ends }) => starts <= asOf && (ends === null || ends > asOf),
  );
  return new Map(settings.map((setting) => [setting.key, setting]));
};

/** How a figure stands against its target; undefined where it has none. */
export type FindTarget = (figure: Omit<FigureToCompare, 'since'>) => ShownTarget | undefined;

const targetFinder =
  (held: HeldOnDay, asOf: Day): FindTarget =>
  ({ measure, value, window }) => {
    const setting = held.get(targetKey(measure.id));
    const target = targetFrom(setting?.value);
    if (target === undefined || setting === undefined) return undefined;
    return { ...target, from: setting.starts, standing: standing(target, { measure, value, window, asOf }) };
  };

/** Targets alone, for a long list of figures that are held against nothing else. */
export const targetsOn = async (tx: Tx, moments: Moments): Promise<FindTarget> =>
  targetFinder(await settingsHeld(tx, moments), moments.asOf);

const standing = (
  target: Target,
  { measure, value, window, asOf }: Omit<FigureToCompare, 'since'> & { readonly asOf: Day },
): ShownTarget['standing'] => {
  if (value === null) return { notJudged: 'No figure is shown that could be judged by it.' };
  const yearEnd = collectionYearEnd(collectionYearOf(asOf));
  const isPart = window === 'month' || window === 'quarter';
  if (addsUp(measure) && isPart)
    return { notJudged: 'It is for a whole year, and the figure is of a part of one.' };
  if (addsUp(measure) && window !== 'twelve-months' && asOf !== yearEnd)
    return { notJudged: 'It is for a whole year, and the figure is of a year that is not over.' };
  return standingOf(target, { value, unit: measure.unit });
};

/** Counted from 1 April on, so that it only grows until the year is over. */
const addsUp = (measure: Measure): boolean =>
  measure.kind === 'flow' ||
  (measure.kind === 'cases' &&
    measure.over === 'window' &&
    (measure.takes === 'count' || measure.takes === 'sum'));

export const placesOf = (
  own: string,
  areas: ReadonlyMap<string, PublishedArea>,
  keptNeighbours: unknown,
): ComparedPlaces => {
  const chosen = neighboursFrom(keptNeighbours);
  return {
    own,
    region: areas.get(areas.get(own)?.region ?? ''),
    neighbours: chosen && {
      areas: chosen.codes.map((code) => ({ code, name: areas.get(code)?.name ?? code })),
      source: chosen.source,
    },
  };
};

const codesIn = ({ own, region, neighbours }: ComparedPlaces): readonly string[] => [
  ENGLAND,
  own,
  ...(region === undefined ? [] : [region.code]),
  ...(neighbours?.areas ?? []).map(({ code }) => code),
];

const seriesFor = (measures: readonly Measure[]): readonly SeriesId[] => [
  ...new Set(
    measures.flatMap(({ id }) => {
      const as = publishedAs(id);
      return as === undefined ? [] : seriesOf(as);
    }),
  ),
];
