/** Plain lines of figures, and the time things take. */
export interface Timed<T> {
  readonly ms: number;
  readonly result: T;
}

export const timed = <T>(run: () => T): Timed<T> => {
  const started = performance.now();
  const result = run();
  return { ms: performance.now() - started, result };
};

/** The quickest of several runs: what the code costs, when the machine is not busy with something else. */
export const best = <T>(times: number, run: () => T): Timed<T> => {
  let quickest = timed(run);
  for (let i = 1; i < times; i++) {
    const again = timed(run);
    if (again.ms < quickest.ms) quickest = again;
  }
  return quickest;
};

/** `name: value unit (against what)`. */
export const say = (name: string, value: number, unit: string, against: string): void => {
  const shown = value >= 100 ? value.toFixed(0) : value.toPrecision(3);
  console.log(`${name}: ${shown} ${unit} (${against})`);
};
