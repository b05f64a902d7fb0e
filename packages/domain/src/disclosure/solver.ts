/**
 * What is asked of a solver of linear programs. It is an argument, because rules depend on nothing: `@rightplace/solver`
 * fits. Whatever it answers is checked with whole numbers before it is believed (see `proof.ts`).
 */
export interface LinearProgram {
  readonly columns: readonly { readonly lower: number; readonly upper: number; readonly cost: number }[];
  /** Each must come to nought. */
  readonly rows: readonly (readonly { readonly column: number; readonly times: number }[])[];
}

export interface OpenProgram {
  readonly setBounds: (column: number, lower: number, upper: number) => void;
  readonly setCost: (column: number, cost: number) => void;
  /** A choice of all columns within bounds at the least cost; undefined where there is none. */
  readonly cheapest: () => Float64Array | undefined;
  /** The same in whole numbers. */
  readonly cheapestWhole: () => Float64Array | undefined;
  readonly close: () => void;
}

export type Solver = (program: LinearProgram) => OpenProgram;
