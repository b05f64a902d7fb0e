import type { Knowledge, Known } from './reader.ts';
import type { Solver } from './solver.ts';

/** What a number is to whoever has read everything and knows linear programming. */
export interface AttackedNumber extends Known {
  readonly lowest: number;
  readonly highest: number;
}

/**
 * The least and the most that each number can be, from all that was told. Whole numbers are not asked for: the true range is
 * inside the one found. Numbers that were told exactly are left out.
 */
export const attack = (
  knowledge: Knowledge,
  solver: Solver,
  isWanted: (known: Known) => boolean = () => true,
): readonly AttackedNumber[] => {
  const numbers = [...knowledge.numbers.values()];
  const columnOf = new Map(numbers.map(({ key }, i) => [key, i]));
  const program = solver({
    columns: numbers.map(({ range }) => ({ lower: range.lower, upper: range.upper, cost: 0 })),
    rows: knowledge.relations.map((relation) =>
      relation.map(({ key, times }) => {
        const column = columnOf.get(key);
        if (column === undefined) throw new Error(`Nothing is known of "${key}".`);
        return { column, times };
      }),
    ),
  });
  // Above this a number might as well be anything. Solvers do not like to be asked for infinity.
  const ceiling = 10_000 + 10 * Math.max(0, ...numbers.map(({ value }) => Math.abs(value)));
  try {
    return numbers.flatMap((known, column) => {
      const { lower, upper } = known.range;
      if (lower === upper || !isWanted(known)) return [];
      program.setBounds(column, Math.max(lower, -ceiling), Math.min(upper, ceiling));
      const extreme = (cost: 1 | -1): number => {
        program.setCost(column, cost);
        const found = program.cheapest()?.[column];
        if (found === undefined) throw new Error('What is known contradicts itself.');
        return found;
      };
      const worked = { ...known, lowest: extreme(1), highest: extreme(-1) };
      program.setCost(column, 0);
      program.setBounds(column, lower, upper);
      return [worked];
    });
  } finally {
    program.close();
  }
};
