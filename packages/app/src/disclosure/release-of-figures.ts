import {
  type BreakdownRow,
  type CountPart,
  type CountWay,
  type CrossedBreakdown,
  countKey,
  countTable,
  type DimensionId,
  type Figure,
  leftOver,
  type ReleasePart,
  type ReleaseRatio,
  rateOf,
} from '@rightplace/domain';

/** A figure, whole or cut, on its way to a release. */
export interface FigureToRelease {
  readonly figure: Pick<Figure, 'id' | 'version' | 'asOf' | 'window' | 'unit' | 'numerator' | 'denominator'>;
  readonly title: string;
  /** The ways it is cut: none for the figure alone, one for a list, two for a table. */
  readonly ways?: readonly CountWay[];
  /** Counts of an inner cell. A cell that nobody is in may be left out. */
  readonly cell?: (
    part: CountPart,
  ) => { readonly numerator: number; readonly denominator: number | null } | undefined;
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
export const countedAs = ({ id, version, asOf, window }: FigureToRelease['figure']): string =>
  window === undefined
    ? `${id} v${version} on ${asOf}`
    : `${id} v${version} from ${window.starts} to before ${window.ends}`;

/** Units of which a number of children (or of what happened to them) can be published through disclosure control. */
const COUNTED = ['children', 'events', 'each', 'households'];

/**
 * The cells, totals and shares of a figure. Means, medians and sums of amounts are refused: what they tell of a few children
 * is not a matter of counts, and there is no rule for them here yet.
 */
export const partOfRelease = (asked: FigureToRelease): ReleasePart => {
  const { figure, population } = asked;
  if (COUNTED.includes(figure.unit)) return tableOf(asked, countedAs(figure), true, (cell) => cell.numerator);
  if (figure.unit === 'percent') return sharesOf(asked);
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
  if (figure.unit === 'percent') return shareKey(countKey(`${of}, counted`, part));
  if (figure.unit === 'per-10000') return `${of}, rate`;
  return countKey(of, part);
};
