import {
  type BreakdownPart,
  type CrossedBreakdown,
  type Day,
  DIMENSIONS,
  type DimensionId,
  type Measure,
  mayAttempt,
  type WindowKind,
} from '@rightplace/domain';
import { asTenantReading } from '@rightplace/store';
import type { AsKnown } from '../child/load-children.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { measuresFor, windowFor } from './figure-book.ts';
import { FIGURES_ONLY } from './figure-reach.ts';
import { loadFigures, type Whose } from './load-figures.ts';
import {
  findAskedMeasure,
  type MeasureRefusal,
  type NoSuchMeasure,
  WHOLE_AUTHORITY_ONLY,
} from './measure-page.ts';

/** A figure cut two ways at once. */
export interface CrossAsked {
  readonly id: string;
  /** The measure's first two ways unless they are said. */
  readonly down: DimensionId | undefined;
  readonly across: DimensionId | undefined;
  readonly asKnown: AsKnown;
  readonly window: WindowKind | undefined;
  /** The earlier day to hold each cell against, if any. */
  readonly against?: Day | undefined;
}

/** One part of it, in numbers: who they are is a list of its own. */
export type CrossCell = Pick<BreakdownPart, 'value' | 'numerator' | 'denominator'>;

export interface CrossHead {
  readonly key: string;
  readonly title: string;
}

export interface ShownCross {
  readonly kind: 'cross';
  readonly measure: Measure;
  readonly whose: Whose;
  readonly asKnown: AsKnown;
  readonly window: WindowKind | undefined;
  readonly maySeeChildren: boolean;
  readonly down: DimensionId;
  readonly across: DimensionId;
  /** The ways it can be cut. */
  readonly ways: readonly { readonly by: DimensionId; readonly title: string }[];
  readonly rows: readonly (CrossHead & { readonly total: CrossCell })[];
  readonly columns: readonly (CrossHead & { readonly total: CrossCell })[];
  /** Undefined for a cell that nobody is in. */
  readonly cell: (row: string, column: string) => CrossCell | undefined;
  readonly total: CrossCell;
  /** The same on an earlier day, where one was chosen. A part that nobody was in then is not there. */
  readonly before: CrossBefore | undefined;
}

export interface CrossBefore {
  readonly on: Day;
  /** Of a row, a column, or both; of neither it is the whole. */
  readonly cell: (row: string | undefined, column: string | undefined) => CrossCell | undefined;
}

export const openCross = async (
  world: World,
  signedIn: SignedIn,
  { id, down, across, asKnown, window, against }: CrossAsked,
): Promise<ShownCross | NoSuchMeasure | MeasureRefusal> => {
  const found = findAskedMeasure(id);
  if (found?.kind !== 'figure') return { kind: 'not-found' };
  const { measure } = found;
  const tenant = {
    authorityId: signedIn.authority.id,
    personId: signedIn.person.id,
    knownAt: asKnown.knownAt,
  };
  return asTenantReading(world.db, tenant, async (tx) => {
    const loaded = await loadFigures(tx, world, signedIn, asKnown);
    if (loaded.kind === 'refused') return loaded;
    if (loaded.kind === 'headlines') return FIGURES_ONLY;
    const permission = mayAttempt({ actor: signedIn.actor, action: 'take-figures-apart', on: loaded.today });
    if (permission.kind === 'refused') return permission;
    if (!measuresFor(loaded.reach).includes(measure)) return WHOLE_AUTHORITY_ONLY;
    const ways = chooseWays(measure, { down, across });
    if (ways === undefined) return { kind: 'not-found' };
    const teams = ways.includes('team') ? await loaded.teams() : undefined;
    const crossed = loaded.book.crossed(measure, ways, asKnown.asOf, { teams, window });
    if (crossed === undefined) return { kind: 'not-found' };
    const earlier =
      against === undefined || !loaded.book.isComparable(against)
        ? undefined
        : loaded.book.crossed(measure, ways, against, { teams, window });
    return {
      kind: 'cross',
      measure,
      whose: loaded.whose,
      asKnown,
      window: windowFor(measure, window),
      maySeeChildren:
        mayAttempt({ actor: signedIn.actor, action: 'view-measure-children', on: loaded.today }).kind ===
        'may',
      down: ways[0],
      across: ways[1],
      ways: measure.breakdowns.map((by) => ({ by, title: DIMENSIONS[by].title })),
      ...inNumbers(crossed),
      before: earlier && against !== undefined ? { on: against, cell: cellsOf(earlier) } : undefined,
    };
  });
};

/** Undefined for a measure that cannot be cut two ways, and for one way twice. */
const chooseWays = (
  { breakdowns }: Measure,
  { down, across }: Pick<CrossAsked, 'down' | 'across'>,
): readonly [DimensionId, DimensionId] | undefined => {
  const first = down ?? breakdowns.find((by) => by !== across);
  const second = across ?? breakdowns.find((by) => by !== first);
  if (first === undefined || second === undefined || first === second) return undefined;
  return breakdowns.includes(first) && breakdowns.includes(second) ? [first, second] : undefined;
};

const inNumbers = (crossed: CrossedBreakdown): Pick<ShownCross, 'rows' | 'columns' | 'cell' | 'total'> => {
  const cells = new Map(crossed.cells.map((cell) => [keyOf(cell.row, cell.column), numbersOf(cell)]));
  const heads = (totals: CrossedBreakdown['rowTotals']): ShownCross['rows'] =>
    totals.map((total) => ({ key: total.key, title: total.title, total: numbersOf(total) }));
  return {
    rows: heads(crossed.rowTotals),
    columns: heads(crossed.columnTotals),
    cell: (row, column) => cells.get(keyOf(row, column)),
    total: numbersOf(crossed.total),
  };
};

const cellsOf = (crossed: CrossedBreakdown): CrossBefore['cell'] => {
  const { rows, columns, cell, total } = inNumbers(crossed);
  const totalIn = (heads: ShownCross['rows'], key: string): CrossCell | undefined =>
    heads.find((head) => head.key === key)?.total;
  return (row, column) => {
    if (row !== undefined && column !== undefined) return cell(row, column);
    if (row !== undefined) return totalIn(rows, row);
    return column === undefined ? total : totalIn(columns, column);
  };
};

const keyOf = (row: string, column: string): string => JSON.stringify([row, column]);

const numbersOf = ({ value, numerator, denominator }: BreakdownPart): CrossCell => ({
  value,
  numerator,
  denominator,
});
