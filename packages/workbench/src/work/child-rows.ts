import type { CollectionYear, Day } from '@rightplace/domain';
import {
  cellsOf,
  type Finding,
  type FindPlace,
  findRule,
  ruleWords,
  type SourceName,
  type TableRows,
} from '@rightplace/ssda903';
import { titleOfSource } from './finding-columns.ts';

/** One thing found about a child. Cells are marked with its number. */
export interface ChildFinding {
  /** From 1, in the order in which the tables are shown. */
  readonly number: number;
  readonly rule: string;
  readonly title: string;
  readonly severity: string;
  readonly wrong: string;
  readonly todo: string;
  readonly fields: readonly string[];
  readonly lines: readonly number[];
}

export interface ChildRow {
  readonly file: string;
  readonly line: number;
  readonly cells: readonly string[];
  /** For each cell the numbers of the findings that mark it. */
  readonly marks: readonly (readonly number[])[];
  /** Numbers of findings about the row that none of its cells shows. */
  readonly rowMarks: readonly number[];
}

export interface ChildTable {
  readonly name: SourceName;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly ChildRow[];
  readonly findings: readonly ChildFinding[];
}

/** What a return says of one child, table by table, with what is wrong where. */
export interface ChildShown {
  readonly child: string;
  readonly tables: readonly ChildTable[];
  readonly findings: number;
}

interface Placed {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The rows of one child in all files of a table, with their places counted on from file to file as the rules count. */
const rowsOfChild = (files: readonly TableRows[], child: string): readonly Placed[] => {
  let before = 0;
  const found: Placed[] = [];
  for (const rows of files) {
    const ids = cellsOf(rows, 'CHILD');
    const wanted = ids.texts.indexOf(child);
    const count = wanted < 0 ? 0 : rows.lines.length;
    for (let row = 0; row < count; row++)
      if (ids.numberAt(row) === wanted)
        found.push({ row: before + row, cells: rows.cells.map((cells) => cells.at(row)) });
    before += rows.lines.length;
  }
  return found;
};

/** Rows that are another child's, and are at fault together with this one's, are left to that child. */
const onRows = (finding: Finding, rows: ReadonlySet<number>): boolean =>
  finding.rows.some((row) => rows.has(row));

export interface ChildSource {
  readonly thisYear: readonly TableRows[];
  readonly lastYear: readonly TableRows[];
  readonly year: CollectionYear;
  readonly place: FindPlace;
  /** The day up to which a year that is not over was looked at. */
  readonly upTo?: Day | undefined;
}

export const childShown = (
  child: string,
  findings: readonly Finding[],
  { thisYear, lastYear, year, place, upTo }: ChildSource,
): ChildShown => {
  const byTable = Map.groupBy(thisYear, ({ table }): SourceName => table);
  for (const rows of lastYear) {
    const name: SourceName = `${rows.table}_last`;
    byTable.set(name, [...(byTable.get(name) ?? []), rows]);
  }
  let number = 0;
  const tables: ChildTable[] = [];
  for (const [name, files] of byTable) {
    const placed = rowsOfChild(files, child);
    if (placed.length === 0) continue;
    const places = new Set(placed.map(({ row }) => row));
    const here = findings.filter((finding) => finding.table === name && onRows(finding, places));
    const numbered = here.map((finding) => ({ ...finding, number: ++number }));
    const columns = files[0]?.columns ?? [];
    tables.push({
      name,
      title: titleOfSource(name),
      columns,
      rows: placed.map(({ row, cells }) => {
        const ofRow = numbered.filter(({ rows }) => rows.includes(row));
        return {
          ...place(name, row),
          cells,
          marks: columns.map((column) =>
            ofRow.filter(({ fields }) => fields.includes(column)).map((one) => one.number),
          ),
          rowMarks: ofRow
            .filter(({ fields }) => !fields.some((field) => columns.includes(field)))
            .map((one) => one.number),
        };
      }),
      findings: numbered.map((finding) => {
        const rule = findRule(finding.rule, year);
        const said = rule && ruleWords(rule, upTo);
        return {
          number: finding.number,
          rule: finding.rule,
          title: said?.title ?? '',
          severity: rule?.severity ?? 'error',
          wrong: said?.wrong ?? finding.message,
          todo: said?.todo ?? '',
          fields: finding.fields,
          lines: finding.rows.filter((row) => places.has(row)).map((row) => place(name, row).line),
        };
      }),
    });
  }
  return { child, tables: tables.toSorted((a, b) => rank(a.name) - rank(b.name)), findings: number };
};

const ORDER =
  'Header UASC Episodes Reviews Missing OC2 OC3 AD1 PlacedAdoption PrevPerm SWEpisodes DoLo'.split(' ');

/** Last year's rows stand under this year's of the same table. */
const rank = (name: SourceName): number =>
  ORDER.indexOf(name.replace('_last', '')) * 2 + (name.endsWith('_last') ? 1 : 0);
