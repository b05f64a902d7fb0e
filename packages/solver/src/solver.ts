import library, { type Highs, type Model } from 'highs';

/** Columns between bounds, each at a cost; rows that must come to nought. The cheapest choice of columns is looked for. */
export interface LinearProgram {
  readonly columns: readonly { readonly lower: number; readonly upper: number; readonly cost: number }[];
  readonly rows: readonly (readonly { readonly column: number; readonly times: number }[])[];
}

/** A program kept in the solver, so that the next answer starts from the last. */
export interface OpenProgram {
  readonly setBounds: (column: number, lower: number, upper: number) => void;
  readonly setCost: (column: number, cost: number) => void;
  /** A cheapest choice, undefined where there is none. */
  readonly cheapest: () => Float64Array | undefined;
  /** The same in whole numbers; slower. */
  readonly cheapestWhole: () => Float64Array | undefined;
  /** Gives its memory back. Nothing else may be asked after. */
  readonly close: () => void;
}

export type Solver = (program: LinearProgram) => OpenProgram;

/**
 * Reads the library from disk. Every program is solved in this thread; the same questions in the same order get the same
 * answers on every machine.
 */
export const loadSolver = async (): Promise<Solver> => {
  // The library's types describe its CommonJS form, in which the loader is one level further down.
  const loadHighs = library as unknown as typeof library.default;
  const highs = await loadHighs();
  return (program) => open(highs, program);
};

/** Programs here are small and asked again and again: preparing each anew would cost more than it saves. */
const OPTIONS = {
  output_flag: false,
  presolve: 'off',
  solver: 'simplex',
  simplex_scale_strategy: 0,
} as const;
const OPTIONS_FOR_WHOLE = { presolve: 'on', solver: 'choose' } as const;

const open = (highs: Highs, program: LinearProgram): OpenProgram => {
  const model = highs.createModel(asModelData(program));
  model.options.set(OPTIONS);
  const columns = program.columns.length;
  const { integer, continuous } = highs.constants.variableType;
  const everyColumn = { kind: 'range', from: 0, to: columns - 1 } as const;
  const whole = new Int32Array(columns).fill(integer);
  const divisible = new Int32Array(columns).fill(continuous);
  return {
    setBounds: (column, lower, upper) => {
      model.changeColBounds(column, lower, upper);
    },
    setCost: (column, cost) => {
      model.changeColCost(column, cost);
    },
    cheapest: () => answer(highs, model),
    cheapestWhole: () => {
      model.options.set(OPTIONS_FOR_WHOLE);
      model.changeColsIntegrality(everyColumn, whole);
      try {
        return answer(highs, model);
      } finally {
        model.changeColsIntegrality(everyColumn, divisible);
        model.options.set(OPTIONS);
      }
    },
    close: () => {
      model.dispose();
    },
  };
};

const answer = ({ constants }: Highs, model: Model): Float64Array | undefined => {
  const { modelStatus } = model.run();
  if (modelStatus === constants.modelStatus.optimal) return model.getSolution().colValue;
  if (modelStatus === constants.modelStatus.infeasible) return undefined;
  throw new Error(`The solver stopped with status ${modelStatus}, which is no answer.`);
};

const asModelData = ({ columns, rows }: LinearProgram) => {
  const terms = rows.flat();
  let entries = 0;
  const starts = [0, ...rows.map((row) => (entries += row.length))];
  const nought = rows.map(() => 0);
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(({ lower }) => lower),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: nought,
    rowUpper: nought,
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: terms.map(({ column }) => column),
      values: terms.map(({ times }) => times),
    },
  } as const;
};
