import type { CollectionYear } from '@rightplace/domain';
import { type Finding, rowKeys, type SourceName, type TableRows } from '@rightplace/ssda903';
import type { FoundInRows, RowCells, RowsAtFault } from '@rightplace/store';

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

/**
 * Findings with their rows told by key and contents, which are the same tomorrow, and not by their places in a file. Those
 * that a rule made together of rows of several tables are one thing to put right: the first, with the rows of the others.
 */
export const foundInRows = (
  findings: readonly Finding[],
  {
    year,
    tables,
    lastYear = [],
    together = [],
  }: {
    readonly year: CollectionYear;
    readonly tables: readonly TableRows[];
    readonly lastYear?: readonly TableRows[] | undefined;
    /** As the rules told of them: `onTogether`. */
    readonly together?: readonly (readonly Finding[])[];
  },
): readonly FoundInRows[] => {
  const places = new Map([...rowsByPlace(tables, year, ''), ...rowsByPlace(lastYear, year - 1, '_last')]);
  const inTable = ({ table, rows, fields }: Finding): RowsAtFault[] => {
    const find = places.get(table);
    const found = rows.flatMap((row) => find?.(row) ?? []);
    if (found.length === 0) return [];
    const [rowKeys, cells] = [found.map(({ key }) => key), found.map((row) => row.cells)];
    return [{ source: table, rowKeys, fields, cells }];
  };
  const others = new Map(together.map(([first, ...rest]) => [first, rest]));
  const told = new Set([...others.values()].flat());
  return findings.flatMap((finding) => {
    if (told.has(finding)) return [];
    const [own, ...also] = [finding, ...(others.get(finding) ?? [])].flatMap(inTable);
    return own === undefined ? [] : [{ ...own, rule: finding.rule, child: finding.child, also }];
  });
};
