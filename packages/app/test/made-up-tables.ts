import { type CountWay, countTable, type Release, releaseOf } from '@rightplace/domain';

/** Tables with nobody in them: counts drawn from a seed, many of them small. */
export type Counts = readonly (readonly number[])[];

/** The same numbers between 0 and 1 for the same seed. */
export const drawnFrom = (seed: number): (() => number) => {
  let state = (seed * 7919 + 1) % 2_147_483_647;
  const draw = (): number => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  for (let i = 0; i < 5; i++) draw();
  return draw;
};

const LARGEST = 55;

/** Half the cells below about 7, as in an authority's tables of a few hundred children. */
export const countsFrom = (seed: number, rows: number, columns: number): Counts => {
  const draw = drawnFrom(seed);
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => Math.floor(LARGEST ** draw() - 1)),
  );
};

export const wayOf = (id: string, size: number): CountWay => ({
  id,
  keys: Array.from({ length: size }, (_, i) => ({ key: String(i), title: `${id} ${i + 1}` })),
});

/** A two-way table with its totals. */
export const tableFrom = (counts: Counts, of = 'children'): ReturnType<typeof countTable> =>
  countTable({
    of,
    title: 'Children',
    ways: [wayOf('row', counts.length), wayOf('column', counts[0]?.length ?? 0)],
    count: ({ row, column }) => counts[Number(row)]?.[Number(column)] ?? 0,
  });

export const releaseFrom = (counts: Counts, id = 'release'): Release =>
  releaseOf({ id, title: 'A release' }, [tableFrom(counts)]);
