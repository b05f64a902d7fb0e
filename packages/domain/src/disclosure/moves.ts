import type { Board } from './board.ts';
import { both, type Range, within } from './range.ts';
import type { Solver } from './solver.ts';
import { findWhole, isWhole } from './whole.ts';

/** Another set of numbers that a reader could believe in, as differences from the true ones: one for each number. */
export type Move = Int32Array;

export interface FoundMove {
  readonly move: Move;
  /** Nought where it disturbs nothing that is shown. */
  readonly costs: boolean;
  /** What it disturbs, weighted; to compare moves by. */
  readonly weight: number;
}

/**
 * Looks for moves: other numbers that add up, agree with everything told, and give one number another value. Where there
 * is none, the least weighty statements whose withdrawal would allow one. That is one linear program, kept open: each
 * question fixes one number, and each withdrawn statement makes its moves free of cost.
 */
export interface Moves {
  /** A move that gives this number so much more (or less), undefined where nothing that can be hidden would allow it. */
  readonly find: (number: number, by: number) => FoundMove | undefined;
  readonly hide: (statement: number) => void;
  readonly show: (statement: number) => void;
  /** What small counts are known to be, from their marker alone. */
  readonly markSmall: (range: Range) => void;
  /** The range of a number as things stand. */
  readonly rangeOf: (number: number) => Range;
  /** Whether these differences agree with everything shown as things stand. */
  readonly allows: (move: Move, times: number) => boolean;
  readonly isHidden: (statement: number) => boolean;
  readonly close: () => void;
}

/** The columns that carry a number's difference: what is free to move, and what moves at a cost, up and down. */
interface Columns {
  readonly free?: number;
  readonly up?: number;
  readonly down?: number;
}

export const openMoves = (board: Board, solver: Solver): Moves => {
  const { numbers, statements, relations } = board;
  const hidden = statements.map(({ small }) => small);
  let mark: Range | undefined;
  const isMarked = (number: number): boolean => {
    const by = numbers[number]?.told?.by;
    return by !== undefined && statements[by]?.small === true;
  };
  const rangeOf = (number: number): Range => {
    const one = at(numbers, number);
    if (one.told === undefined) return one.known;
    const range = hidden[one.told.by] === true ? one.told.hidden : one.told.shown;
    return mark !== undefined && isMarked(number) ? both(range, mark) : range;
  };

  const columns: { lower: number; upper: number; cost: number }[] = [];
  const column = (lower: number, upper: number, cost: number): number =>
    columns.push({ lower, upper, cost }) - 1;
  const carriers = numbers.map(({ told, value, known }, i): Columns => {
    const now = rangeOf(i);
    const isFree = now.lower < now.upper;
    const free = isFree ? { free: column(now.lower - value, now.upper - value, 0) } : {};
    if (told === undefined || hidden[told.by] === true || known.lower === known.upper) return free;
    const cost = at(statements, told.by).weight;
    const up = told.hidden.upper - told.shown.upper;
    const down = told.shown.lower - told.hidden.lower;
    return {
      ...free,
      ...(up > 0 ? { up: column(0, up, cost) } : {}),
      ...(down > 0 ? { down: column(0, down, cost) } : {}),
    };
  });
  const rows = relations
    .map((relation) =>
      relation.flatMap(({ number, times }) => {
        const { free, up, down } = at(carriers, number);
        return [
          ...(free === undefined ? [] : [{ column: free, times }]),
          ...(up === undefined ? [] : [{ column: up, times }]),
          ...(down === undefined ? [] : [{ column: down, times: -times }]),
        ];
      }),
    )
    .filter((row) => row.length > 0);
  const program = solver({ columns, rows });

  const differences = (found: Float64Array): Move | undefined => {
    const move = new Int32Array(numbers.length);
    for (const [i, { free, up, down }] of carriers.entries()) {
      const difference = of(found, free) + of(found, up) - of(found, down);
      const whole = Math.round(difference);
      if (!isWhole(difference)) return undefined;
      move[i] = whole;
    }
    return addsUp(relations, move) ? move : undefined;
  };
  const setCost = (statement: number, cost: number): void => {
    for (const [i, { up, down }] of carriers.entries()) {
      if (numbers[i]?.told?.by !== statement) continue;
      if (up !== undefined) program.setCost(up, cost);
      if (down !== undefined) program.setCost(down, cost);
    }
  };
  const price = (move: Move): FoundMove => {
    const disturbed = disturbedBy(board, move, hidden);
    let weight = 0;
    for (const statement of disturbed) weight += at(statements, statement).weight;
    return { move, weight, costs: disturbed.size > 0 };
  };
  const isWithin = (number: number, by: number): boolean => {
    const { told, known, value } = at(numbers, number);
    const range = told === undefined ? known : hidden[told.by] === true ? rangeOf(number) : told.hidden;
    return within(value + by, range);
  };

  return {
    find: (number, by) => {
      if (!isWithin(number, by)) return undefined;
      const { free, up, down } = at(carriers, number);
      const target = free ?? (by > 0 ? up : down);
      if (target === undefined) return undefined;
      const held = at(columns, target);
      const fixed = free === undefined ? Math.abs(by) : by;
      program.setBounds(target, fixed, fixed);
      try {
        const move = findWhole(program, columns, differences);
        return move === undefined ? undefined : price(move);
      } finally {
        program.setBounds(target, held.lower, held.upper);
      }
    },
    hide: (statement) => {
      hidden[statement] = true;
      setCost(statement, 0);
    },
    show: (statement) => {
      hidden[statement] = false;
      setCost(statement, at(statements, statement).weight);
    },
    markSmall: (range) => {
      mark = range;
      for (const [i, { free }] of carriers.entries()) {
        if (free === undefined || !isMarked(i)) continue;
        const { lower, upper } = rangeOf(i);
        const { value } = at(numbers, i);
        columns[free] = { lower: lower - value, upper: upper - value, cost: 0 };
        program.setBounds(free, lower - value, upper - value);
      }
    },
    rangeOf,
    allows: (move, times) => {
      for (let i = 0; i < move.length; i++) {
        const by = (move[i] ?? 0) * times;
        if (by === 0) continue;
        if (!within((numbers[i]?.value ?? 0) + by, rangeOf(i))) return false;
      }
      return true;
    },
    isHidden: (statement) => hidden[statement] === true,
    close: program.close,
  };
};

/** Statements that are shown and would not be true of the moved numbers. */
export const disturbedBy = (
  { numbers }: Board,
  move: Move,
  hidden: readonly boolean[],
): ReadonlySet<number> => {
  const disturbed = new Set<number>();
  for (const [i, { told, value }] of numbers.entries()) {
    const by = move[i] ?? 0;
    if (by === 0 || told === undefined || hidden[told.by] === true) continue;
    if (!within(value + by, told.shown)) disturbed.add(told.by);
  }
  return disturbed;
};

const addsUp = (relations: Board['relations'], move: Move): boolean =>
  relations.every(
    (relation) => relation.reduce((sum, { number, times }) => sum + times * (move[number] ?? 0), 0) === 0,
  );

const of = (found: Float64Array, column: number | undefined): number =>
  column === undefined ? 0 : (found[column] ?? 0);

const at = <T>(list: readonly T[], index: number): T => {
  const one = list[index];
  if (one === undefined) throw new Error(`There is nothing in place ${index}.`);
  return one;
};
