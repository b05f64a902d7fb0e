import type { CollectionYear } from '@rightplace/domain';
import { type Finding, rowKeys, type SourceName, type TableRows } from '@rightplace/ssda903';
import type { FoundInRows, RowCells } from '@rightplace/store';

interface PlacedRow {
  readonly key: string;
  readonly cells: RowCells;
}

/** A row's cells by column, without its child and without blanks. */
export const cellsOfRow = ({ columns, cells }: TableRows, row: number): RowCells => {
  const held: Record<string, string> = {};
  columns.forEach((column, i) => {
    const text = cells[i]?.at(row) ?? '';
    if (text !== '' && column !== 'CHILD') held[column] = text;
  });
  return held;
};

/** Finds rows by their places, as the rules number them: the files of one table one after the other. */
const rowsByPlace = (
  tables: readonly TableRows[],
  year: CollectionYear,
  suffix: '' | '_last',
): ReadonlyMap<SourceName, (place: number) => PlacedRow | undefined> =>
  new Map(
    [...Map.groupBy(tables, ({ table }) => table)].map(([table, files]) => {
      // Worked out only for tables in which something is found.
      let keys: readonly (readonly string[])[] | undefined;
      const find = (place: number): PlacedRow | undefined => {
        keys ??= files.map((file) => rowKeys(file, year));
        let row = place;
        for (const [i, file] of files.entries()) {
          const key = keys[i]?.[row];
          if (key !== undefined) return { key, cells: cellsOfRow(file, row) };
          row -= file.lines.length;
        }
        return undefined;
      };
      return [`${table}${suffix}` as SourceName, find];
    }),
  );

/** Findings with their rows told by key and contents, which are the same tomorrow, and not by their places in a file. */
export const foundInRows = (
  findings: readonly Finding[],
  {
    year,
    tables,
    lastYear = [],
  }: {
    readonly year: CollectionYear;
    readonly tables: readonly TableRows[];
    readonly lastYear?: readonly TableRows[] | undefined;
  },
): readonly FoundInRows[] => {
  const places = new Map([...rowsByPlace(tables, year, ''), ...rowsByPlace(lastYear, year - 1, '_last')]);
  return findings.flatMap(({ rule, table, rows, fields, child }) => {
    const find = places.get(table);
    const found = rows.flatMap((row) => find?.(row) ?? []);
    return found.length === 0
      ? []
      : [
          {
            rule,
            source: table,
            child,
            rowKeys: found.map(({ key }) => key),
            fields,
            cells: found.map(({ cells }) => cells),
          },
        ];
  });
};
