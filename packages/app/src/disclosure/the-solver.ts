import { loadSolver, type Solver } from '@rightplace/solver';

let loading: Promise<Solver> | undefined;

/** Loaded when the first release is disclosed, and kept: it holds nothing of anybody's. */
export const theSolver = (): Promise<Solver> => {
  loading ??= loadSolver();
  return loading;
};
