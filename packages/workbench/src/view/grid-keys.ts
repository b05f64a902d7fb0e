/** Where in a table of findings somebody is: row -1 is the row of headings. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** How many rows are in sight at once. */
  readonly page: number;
}

/** Where a key leads, after the pattern for grids that screen readers expect; undefined for keys that lead nowhere. */
export const whereKeyLeads = (
  key: string,
  withControl: boolean,
  { row, column }: GridPlace,
  { rows, columns, page }: GridSize,
): GridPlace | undefined => {
  const place = (toRow: number, toColumn: number): GridPlace => ({
    row: Math.min(rows - 1, Math.max(-1, toRow)),
    column: Math.min(columns - 1, Math.max(0, toColumn)),
  });
  switch (key) {
    case 'ArrowDown':
      return place(row + 1, column);
    case 'ArrowUp':
      return place(row - 1, column);
    case 'ArrowRight':
      return place(row, column + 1);
    case 'ArrowLeft':
      return place(row, column - 1);
    case 'PageDown':
      return place(Math.max(0, row) + page, column);
    case 'PageUp':
      return place(Math.max(0, row - page), column);
    case 'Home':
      return place(withControl ? 0 : row, 0);
    case 'End':
      return place(withControl ? rows - 1 : row, columns - 1);
    default:
      return undefined;
  }
};
