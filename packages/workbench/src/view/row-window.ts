/** Which of very many rows, all of one height, are in sight: only those are drawn. */
export interface Sight {
  /** How far the box is scrolled, how tall it is, and how tall a row. */
  readonly scrolled: number;
  readonly height: number;
  readonly rowHeight: number;
  readonly count: number;
}

export interface RowWindow {
  readonly first: number;
  /** The first that is no more drawn. */
  readonly end: number;
  /** How tall all rows together are made to be. */
  readonly total: number;
  /** Where the row of a place begins, from the top of them all. */
  readonly topOf: (place: number) => number;
}

/** Browsers cannot make anything taller than some tens of millions of pixels. */
const TALLEST = 12_000_000;
/** Rows drawn beyond the edges, so that none is missing while scrolling. */
const BEYOND = 6;

/**
 * When all rows would be taller than a browser can make anything, scrolling goes further than it seems to: the whole
 * way is still from the first row to the last.
 */
export const rowWindow = ({ scrolled, height, rowHeight, count }: Sight): RowWindow => {
  const real = count * rowHeight;
  const total = Math.min(real, TALLEST);
  const way = Math.max(1, total - height);
  const share = Math.min(1, Math.max(0, scrolled / way));
  const shift = share * (real - total);
  const top = scrolled + shift;
  const first = Math.max(0, Math.floor(top / rowHeight) - BEYOND);
  const end = Math.min(count, Math.ceil((top + height) / rowHeight) + BEYOND);
  return { first, end, total, topOf: (place) => place * rowHeight - shift };
};

/** How far to scroll for a row to be wholly in sight, moving no more than is needed. */
export const scrollFor = (place: number, sight: Sight): number => {
  const { scrolled, height, rowHeight, count } = sight;
  const { topOf, total } = rowWindow(sight);
  const top = topOf(place);
  if (top >= scrolled && top + rowHeight <= scrolled + height) return scrolled;
  const real = count * rowHeight;
  const wanted = top < scrolled ? place * rowHeight : (place + 1) * rowHeight - height;
  const ways = [Math.max(1, real - height), Math.max(1, total - height)] as const;
  return Math.max(0, (wanted / ways[0]) * ways[1]);
};
