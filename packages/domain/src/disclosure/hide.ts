import type { Board } from './board.ts';
import { disturbedBy, type Move, type Moves, openMoves } from './moves.ts';
import { rangeTold } from './printed.ts';
import type { Solver } from './solver.ts';
import { type Spread, spreadOver } from './spread.ts';

export interface Hidden {
  /** Places of the statements that are not made. */
  readonly statements: ReadonlySet<number>;
  /** Whether small counts may be told from others: nothing else had to be hidden. */
  readonly tellsFew: boolean;
  /** Numbers that can be worked out whatever is hidden. */
  readonly exposed: readonly number[];
  /** Other numbers that agree with everything told: the evidence that the release is safe. */
  readonly evidence: readonly Move[];
}

/**
 * Hides further statements until no small count can be worked out to less than four numbers. First it is tried with the
 * small ones alone, marked as what they are; then with one marker for all, hiding for each small count in turn the least
 * that frees it, and giving back what turns out not to be needed.
 */
export const hideUntilSafe = (board: Board, solver: Solver, mayTellFew: boolean): Hidden => {
  const moves = openMoves(board, solver);
  try {
    const secret = board.numbers.flatMap(({ mayNotBeKnown }, i) => (mayNotBeKnown ? [i] : []));
    const hide = (move: Move): void => {
      const hidden = board.statements.map((_, i) => moves.isHidden(i));
      for (const statement of disturbedBy(board, move, hidden)) moves.hide(statement);
    };
    const guess = [allTwice(board)];
    if (mayTellFew) {
      moves.markSmall(rangeTold({ kind: 'few' }));
      const spread = spreadOver(board, moves, hide, guess);
      if (secret.every((number) => spread.widen(number, false)))
        return { ...whatIsHidden(board, moves), tellsFew: true, exposed: [], evidence: spread.moves() };
      guess.push(...spread.moves());
      moves.markSmall(rangeTold({ kind: 'hidden' }));
    }
    let spread = spreadOver(board, moves, hide, guess);
    const exposed = secret.filter((number) => !spread.widen(number, true));
    spread = giveBack(
      board,
      moves,
      spread,
      secret.filter((number) => !exposed.includes(number)),
    );
    return { ...whatIsHidden(board, moves), tellsFew: false, exposed, evidence: spread.moves() };
  } finally {
    moves.close();
  }
};

/** Where only shares are printed, twice as many of everything looks just the same. */
const allTwice = ({ numbers }: Board): Move => Int32Array.from(numbers, ({ value }) => value);

const whatIsHidden = ({ statements }: Board, moves: Moves): Pick<Hidden, 'statements'> => ({
  statements: new Set(statements.flatMap((_, i) => (moves.isHidden(i) ? [i] : []))),
});

/**
 * Hiding for one count after another hides more than all of them need together. Each further statement is shown again, the
 * weightiest first, if every small count can still be spread without it. So is one that could be worked out anyway.
 */
const giveBack = (board: Board, moves: Moves, before: Spread, secret: readonly number[]): Spread => {
  let spread = before;
  const numbersOf = (statement: number): readonly number[] =>
    board.numbers.flatMap(({ told }, i) => (told?.by === statement ? [i] : []));
  const further = board.statements
    .map(({ small, weight }, i) => ({ i, small, weight }))
    .filter(({ i, small }) => !small && moves.isHidden(i))
    .toSorted((a, b) => b.weight - a.weight || a.i - b.i);
  for (const { i } of further) {
    moves.show(i);
    const without = spread.after();
    if (secret.every((number) => without.isWide(number) || without.widen(number, false))) spread = without;
    else moves.hide(i);
  }
  for (const { i } of further) {
    if (!moves.isHidden(i) || numbersOf(i).some((number) => spread.tryToMove(number))) continue;
    moves.show(i);
  }
  return spread;
};
