import type { ChildRecord } from '@rightplace/domain';
import {
  findRule,
  getTable,
  rowCount,
  rowKeys,
  type SourceName,
  type TableRows,
  withEarlierEpisodes,
} from '@rightplace/ssda903';
import { cellsText, type HeldFinding, type RowCells, rowsAtFault, type Tx } from '@rightplace/store';
import { heldFromRecords } from '../import/held-children.ts';
import { baseTable, isLastYears, sourceTitle } from './describe-finding.ts';
import { cellsOfRow } from './find-in-return.ts';
import { frozenTables } from './frozen-tables.ts';
import { rowsOfChild } from './record-as-return.ts';
import type { FindingRow, ShownTable } from './views.ts';

interface SourceRows {
  readonly rows: readonly { readonly key: string; readonly cells: RowCells }[];
  readonly frozen: boolean;
}

/** The child's rows of one table, this year's or last year's, as they are now and as the rules look at them. */
const rowsNow = async (
  tx: Tx,
  { held, record, source }: { held: HeldFinding; record: ChildRecord | undefined; source: SourceName },
): Promise<SourceRows> => {
  const table = baseTable(source);
  const isLast = isLastYears(source);
  const year = isLast ? held.collectionYear - 1 : held.collectionYear;
  const frozen = isLast ? await frozenTables(tx, year, getTable(table).fileName) : undefined;
  const ofYear = frozen?.tables ?? (record === undefined ? [] : await rowsOfChild(tx, record, year));
  const tables =
    source === 'Episodes_last' && record !== undefined
      ? withEarlierEpisodes(ofYear, {
          collectionYear: held.collectionYear,
          tables: await rowsOfChild(tx, record, held.collectionYear),
          held: heldFromRecords([record], []),
        })
      : ofYear;
  const rows = tables
    .filter((each) => each.table === table)
    .flatMap((each) => {
      const keys = rowKeys(each, year);
      return Array.from({ length: rowCount(each) }, (_, row) => row)
        .filter((row) => childOf(each, row) === held.child)
        .map((row) => ({ key: keys[row] ?? '', cells: cellsOfRow(each, row) }));
    });
  return { rows, frozen: frozen !== undefined };
};

const childOf = ({ columns, cells }: TableRows, row: number): string =>
  cells[columns.indexOf('CHILD')]?.at(row) ?? '';

/** Whether the rows found in hold now what they held when they were found. */
export const isAsFound = async (
  tx: Tx,
  held: HeldFinding,
  record: ChildRecord | undefined,
): Promise<boolean> => {
  for (const { source, rowKeys, cells: then } of rowsAtFault(held)) {
    const { rows } = await rowsNow(tx, { held, record, source: source as SourceName });
    const byKey = new Map(rows.map(({ key, cells }) => [key, cells]));
    const now = rowKeys.map((key) => byKey.get(key)).filter((cells) => cells !== undefined);
    if (cellsText(now) !== cellsText(then)) return false;
  }
  return true;
};

/** The table found in, then the others that the rule looks at, each with the child's rows; of what was put right none is at fault. */
export const tablesOfFinding = async (
  tx: Tx,
  held: HeldFinding,
  record: ChildRecord | undefined,
): Promise<readonly ShownTable[]> => {
  const isOpen = held.clearedCheck === undefined;
  const atFaultIn = new Map(rowsAtFault(held).map((each) => [each.source as SourceName, each]));
  const lookedAt = findRule(held.rule, held.collectionYear)?.needs ?? [];
  const shown: ShownTable[] = [];
  for (const name of new Set([...atFaultIn.keys(), ...lookedAt])) {
    const { rows, frozen } = await rowsNow(tx, { held, record, source: name });
    const columns = getTable(baseTable(name))
      .columns.map((column) => column.name)
      .filter((column) => column !== 'CHILD');
    const found = atFaultIn.get(name);
    shown.push({
      table: name,
      title: sourceTitle(name),
      columns,
      frozen,
      rows: rows.map(({ key, cells }): FindingRow => {
        const atFault = isOpen && found?.rowKeys.includes(key) === true;
        return {
          rowKey: key,
          cells: columns.map((column) => cells[column] ?? ''),
          atFault,
          marked: atFault ? (found?.fields ?? []) : [],
        };
      }),
    });
  }
  return shown;
};
