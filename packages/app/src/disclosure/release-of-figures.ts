import {
  type AmountOf,
  type Averaging,
  averageKey,
  averagesOf,
  type BreakdownRow,
  type CaseMeasure,
  type CountPart,
  type CountWay,
  type CrossedBreakdown,
  countKey,
  countTable,
  type DimensionId,
  type Figure,
  findMeasure,
  leftOver,
  NO_VALUE,
  type ReleasePart,
  type ReleaseRatio,
  rateOf,
  tellAmounts,
  WHY_NO_AVERAGE,
} from '@rightplace/domain';

/** A figure, whole or cut, on its way to a release. */
export interface FigureToRelease {
  readonly figure: Pick<
    Figure,
    'id' | 'version' | 'asOf' | 'window' | 'unit' | 'numerator' | 'denominator' | 'children'
  >;
  readonly title: string;
  /** The ways it is cut: none for the figure alone, one for a list, two for a table. */
  readonly ways?: readonly CountWay[];
  /** Counts of an inner cell. A cell that nobody is in may be left out. */
  readonly cell?: (
    part: CountPart,
  ) =>
    | (Pick<BreakdownRow, 'numerator' | 'denominator'> & Partial<Pick<BreakdownRow, 'children'>>)
    | undefined;
  /** Of a share: whether its counts are printed beside it. */
  readonly printsCounts?: boolean;
  /**
   * What the denominator counts, where another figure counts the same children: `countedAs` of that one. Without it, a
   * reader is taken not to know that they are the same.
   */
  readonly denominatorIs?: string;
  /** Of a rate. */
  readonly population?: number;
}

/** What a figure counts, in full: the same children counted the same way have the same name in every release. */
export const countedAs = ({
  id,
  version,
  asOf,
  window,
}: Pick<Figure, 'id' | 'version' | 'asOf' | 'window'>): string =>
  window === undefined
    ? `${id} v${version} on ${asOf}`
    : `${id} v${version} from ${window.starts} to before ${window.ends}`;

/** Units of which a number of children (or of what happened to them) can be published through disclosure control. */
const COUNTED = ['children', 'events', 'each', 'households'];

/**
 * The cells, totals and shares of a figure, its rate or its average. What cannot be told has no number, and `whyNotTold` says
 * why: what would be left to a reader is a blank with its reason, never a figure that nobody made safe.
 */
export const partOfRelease = (asked: FigureToRelease): ReleasePart => {
  const { figure, population } = asked;
  const takes = takesOfFigure(figure);
  if (takes === 'ratio') return NOTHING_TOLD;
  if (takes === 'mean' || takes === 'median' || takes === 'sum') return averagesOfFigure(asked, takes);
  if (COUNTED.includes(figure.unit)) return tableOf(asked, countedAs(figure), true, (cell) => cell.numerator);
  if (figure.unit === 'percent') return sharesOf(asked);
  if (figure.unit === 'per-10000' && population === undefined) return NOTHING_TOLD;
  if (figure.unit === 'per-10000' && population !== undefined)
    return rateOf({
      of: countedAs(figure),
      title: asked.title,
      counted: {
        key: `${countedAs(figure)}, counted`,
        value: figure.numerator,
        printed: asked.printsCounts === true,
      },
      population,
    });
  throw new Error(`There is no disclosure rule for "${asked.title}", which is in ${figure.unit}.`);
};

const NOTHING_TOLD: ReleasePart = { counts: [], relations: [], ratios: [] };

const takesOfFigure = ({ id }: Pick<Figure, 'id'>): CaseMeasure['takes'] | undefined => {
  const measure = findMeasure(id);
  return measure?.kind === 'cases' ? measure.takes : undefined;
};

/** Why a figure has no number in a release, in a sentence for readers; undefined where it has one, or was hidden as counts are. */
export const whyNotTold = ({
  figure,
  population,
}: Pick<FigureToRelease, 'figure' | 'population'>): string | undefined => {
  const takes = takesOfFigure(figure);
  if (takes === 'ratio') return 'Not told: what it is out of differs from child to child.';
  if (figure.unit === 'per-10000' && population === undefined) return NO_VALUE['no-population'];
  if (takes !== 'mean' && takes !== 'median' && takes !== 'sum') return undefined;
  const { why } = tellAmounts(amountsIn(figure.children), { takes, unit: figure.unit });
  return why && WHY_NO_AVERAGE[why];
};

export const amountsIn = ({ numerator, amounts }: BreakdownRow['children']): readonly AmountOf[] =>
  numerator.map((of, i) => ({ of, amount: amounts?.[i] ?? 0 }));

const averagesOfFigure = (
  { figure, title, ways = [], cell, printsCounts = false }: FigureToRelease,
  takes: Averaging,
): ReleasePart => {
  const [way, ...others] = ways;
  if (others.length > 0) throw new Error(`"${title}" is no count, and cut two ways.`);
  return averagesOf({
    of: countedAs(figure),
    title,
    takes,
    unit: figure.unit,
    amounts: amountsIn(figure.children),
    printsCounts,
    parts: (way?.keys ?? []).map(({ key, title: named }) => {
      const part = { [way?.id ?? '']: key };
      const found = cell?.(part)?.children;
      return { part, title: named, amounts: found === undefined ? [] : amountsIn(found) };
    }),
  });
};

type Cell = NonNullable<ReturnType<NonNullable<FigureToRelease['cell']>>>;

const tableOf = (
  { figure, title, ways = [], cell }: FigureToRelease,
  of: string,
  isPrinted: boolean,
  take: (cell: Cell) => number,
): ReleasePart => {
  const whole = ways.length === 0 ? () => figure : cell;
  const part = countTable({
    of,
    title,
    ways,
    count: (at) => {
      const found = whole?.(at);
      return found === undefined ? 0 : take(found);
    },
  });
  return isPrinted ? part : { ...part, counts: part.counts.map((count) => ({ ...count, printed: false })) };
};

const sharesOf = (asked: FigureToRelease): ReleasePart => {
  const { figure, printsCounts = false } = asked;
  const of = countedAs(figure);
  const counted = tableOf(asked, `${of}, counted`, printsCounts, ({ numerator }) => numerator);
  const whole = asked.denominatorIs ?? `${of}, all`;
  const all = tableOf(asked, whole, printsCounts, ({ denominator }) => denominator ?? 0);
  // Both tables have the same parts in the same order.
  const pairs = counted.counts.flatMap((numerator, i) => {
    const denominator = all.counts[i];
    return denominator === undefined ? [] : [{ numerator, denominator }];
  });
  const others = pairs.map(({ numerator, denominator }) =>
    leftOver(denominator, numerator, `${numerator.title}, the others`),
  );
  const parts = [counted, all, ...others];
  return {
    counts: parts.flatMap(({ counts }) => counts),
    relations: parts.flatMap(({ relations }) => relations),
    ratios: pairs.map(
      ({ numerator, denominator }): ReleaseRatio => ({
        key: shareKey(numerator.key),
        title: numerator.title,
        numerator: numerator.key,
        denominator: denominator.key,
        per: 100,
        decimals: 0,
      }),
    ),
  };
};

const shareKey = (numeratorKey: string): string => `${numeratorKey}, percentage`;

/** A breakdown as a list or a table to publish. */
export const cutOneWay = (
  by: DimensionId,
  rows: readonly BreakdownRow[],
): Required<Pick<FigureToRelease, 'ways' | 'cell'>> => {
  const rowOf = new Map(rows.map((row) => [row.key, row]));
  return { ways: [{ id: by, keys: rows }], cell: (part) => rowOf.get(part[by] ?? '') };
};

export const cutTwoWays = (
  [down, across]: readonly [DimensionId, DimensionId],
  { rows, columns, cells }: CrossedBreakdown,
): Required<Pick<FigureToRelease, 'ways' | 'cell'>> => {
  const nameOf = (row: string, column: string): string => JSON.stringify([row, column]);
  const cellOf = new Map(cells.map((cell) => [nameOf(cell.row, cell.column), cell]));
  return {
    ways: [
      { id: down, keys: rows },
      { id: across, keys: columns },
    ],
    cell: (part) => cellOf.get(nameOf(part[down] ?? '', part[across] ?? '')),
  };
};

/** Where to find what is printed for a part of a figure. */
export const printedAt = (figure: FigureToRelease['figure'], part: CountPart = {}): string => {
  const of = countedAs(figure);
  const takes = takesOfFigure(figure);
  if (takes === 'mean' || takes === 'median' || takes === 'sum') return averageKey(of, part);
  if (figure.unit === 'percent') return shareKey(countKey(`${of}, counted`, part));
  if (figure.unit === 'per-10000') return `${of}, rate`;
  return countKey(of, part);
};
