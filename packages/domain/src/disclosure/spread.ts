import type { Board } from './board.ts';
import type { FoundMove, Move, Moves } from './moves.ts';
import { SAFE_WIDTH } from './safe.ts';

/**
 * How far each number that may not be known is spread over the moves found so far. The true numbers are always among them.
 * What is hidden stays so while we hide further, so nothing found is ever lost; `after` begins again from the moves that
 * still hold when something is shown after all.
 */
export interface Spread {
  readonly isWide: (number: number) => boolean;
  /** Finds moves until the number is wide enough; with `mayHide`, hides the least that allows them. */
  readonly widen: (number: number, mayHide: boolean) => boolean;
  readonly hasMoved: (number: number) => boolean;
  readonly tryToMove: (number: number) => boolean;
  readonly moves: () => readonly Move[];
  readonly after: () => Spread;
}

/** A found move also holds this many times over, and backwards, where bounds allow: for nothing but arithmetic. */
const TIMES = [1, -1, 2, -2, 3, -3];

export const spreadOver = (
  board: Board,
  moves: Moves,
  hide: (move: Move) => void,
  start: readonly Move[] = [],
): Spread => {
  const lowest = new Int32Array(board.numbers.length);
  const highest = new Int32Array(board.numbers.length);
  const kept: Move[] = [];

  const take = (move: Move): void => {
    for (const times of TIMES) {
      if (!moves.allows(move, times)) continue;
      const taken = times === 1 ? move : move.map((by) => by * times);
      let isNews = false;
      for (let i = 0; i < taken.length; i++) {
        const by = taken[i] ?? 0;
        if (by < (lowest[i] ?? 0)) {
          lowest[i] = by;
          isNews = true;
        } else if (by > (highest[i] ?? 0)) {
          highest[i] = by;
          isNews = true;
        }
      }
      if (isNews) kept.push(taken);
    }
  };
  const widthOf = (number: number): number => (highest[number] ?? 0) - (lowest[number] ?? 0);
  const isWide = (number: number): boolean => widthOf(number) >= SAFE_WIDTH;

  /** The lightest way to a wide enough range, as the next move to make; the first that costs nothing is taken at once. */
  const nextMove = (number: number, mayHide: boolean): FoundMove | undefined => {
    let best: { readonly move: FoundMove; readonly weight: number } | undefined;
    const top = highest[number] ?? 0;
    const bottom = lowest[number] ?? 0;
    for (let low = bottom; low >= top - SAFE_WIDTH; low--) {
      const down = low < bottom ? moves.find(number, low) : undefined;
      if (low < bottom && down === undefined) break;
      if (down !== undefined && !down.costs) return down;
      const up = low + SAFE_WIDTH > top ? moves.find(number, low + SAFE_WIDTH) : undefined;
      if (low + SAFE_WIDTH > top && up === undefined) continue;
      if (up !== undefined && !up.costs) return up;
      const weight = (down?.weight ?? 0) + (up?.weight ?? 0);
      const move = down ?? up;
      if (move !== undefined && (best === undefined || weight < best.weight)) best = { move, weight };
    }
    return mayHide ? best?.move : undefined;
  };

  const widen = (number: number, mayHide: boolean): boolean => {
    while (!isWide(number)) {
      const found = nextMove(number, mayHide);
      if (found === undefined) return false;
      hide(found.move);
      const before = widthOf(number);
      take(found.move);
      if (widthOf(number) === before) throw new Error('A move that was found does not hold.');
    }
    return true;
  };
  const hasMoved = (number: number): boolean => widthOf(number) > 0;

  for (const move of start) if (moves.allows(move, 1)) take(move);
  return {
    isWide,
    widen,
    hasMoved,
    tryToMove: (number) => {
      for (const by of [1, -1]) {
        const found = hasMoved(number) ? undefined : moves.find(number, by);
        if (found !== undefined && !found.costs) take(found.move);
      }
      return hasMoved(number);
    },
    moves: () => kept,
    after: () => spreadOver(board, moves, hide, kept),
  };
};
