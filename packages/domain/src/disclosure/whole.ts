import { type Range, within } from './range.ts';
import type { OpenProgram } from './solver.ts';

/**
 * Nearly always the first answer is in whole numbers, as sums of tables are networks. Percentages are not: then broken
 * numbers are made whole one after another, and only where that leads nowhere is a whole answer asked for, which is slow.
 */
export const findWhole = <Answer>(
  program: OpenProgram,
  columns: readonly Range[],
  accept: (found: Float64Array) => Answer | undefined,
): Answer | undefined => {
  const fixed: number[] = [];
  try {
    let found = program.cheapest();
    if (found === undefined) return undefined;
    while (found !== undefined && fixed.length < MOST_MADE_WHOLE) {
      const answer = accept(found);
      if (answer !== undefined) return answer;
      const broken = found.findIndex((value) => !isWhole(value));
      if (broken === -1) break;
      fixed.push(broken);
      found = madeWhole(program, columns, broken, found[broken] ?? 0);
    }
  } finally {
    for (const column of fixed) {
      const range = columns[column];
      if (range !== undefined) program.setBounds(column, range.lower, range.upper);
    }
  }
  const whole = program.cheapestWhole();
  return whole === undefined ? undefined : accept(whole);
};

const MOST_MADE_WHOLE = 40;

/** With one column at the nearest whole number, or the next nearest. */
const madeWhole = (
  program: OpenProgram,
  columns: readonly Range[],
  column: number,
  value: number,
): Float64Array | undefined => {
  const near = Math.round(value);
  for (const whole of [near, near < value ? near + 1 : near - 1]) {
    const range = columns[column];
    if (range === undefined || !within(whole, range)) continue;
    program.setBounds(column, whole, whole);
    const found = program.cheapest();
    if (found !== undefined) return found;
  }
  return undefined;
};

export const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) <= 1e-6;
