import { dayFromReturn, getTable, type TableName } from '@rightplace/ssda903';
import type { ChangedMeanwhile, RowCells } from './views.ts';

const DAY_FIRST = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/;
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/** A day typed as people type days, written as the return writes it; anything else as it is, to be said what is wrong. */
export const dayAsTyped = (text: string): string => {
  const parts = DAY_FIRST.exec(text)?.slice(1) ?? YEAR_FIRST.exec(text)?.slice(1).toReversed();
  if (parts === undefined) return text;
  const written = parts.map((part) => part.padStart(2, '0')).join('/');
  return dayFromReturn(written) === undefined ? text : written;
};

/** The table's own columns, tidied as a file's cells are; what does not belong is left out. */
export const tidyCells = (table: TableName, cells: RowCells): RowCells =>
  Object.fromEntries(
    getTable(table).columns.flatMap(({ name, kind }): [string, string][] => {
      if (name === 'CHILD') return [];
      const text = (cells[name] ?? '').trim().toUpperCase();
      return [[name, kind === 'date' || kind === 'partial-date' ? dayAsTyped(text) : text]];
    }),
  );

/**
 * What was typed, beside what somebody else has meanwhile put into the record: a cell that only they changed is theirs,
 * one that only the typist changed is the typist's, and one that both did is typed, and said.
 */
export const besideTheRecord = ({
  typed,
  was,
  now,
}: {
  readonly typed: RowCells;
  readonly was: RowCells;
  readonly now: RowCells;
}): { readonly cells: RowCells; readonly changed: readonly ChangedMeanwhile[] } => {
  const changed = Object.keys(now).flatMap((column): ChangedMeanwhile[] => {
    const [before, after, own] = [was[column] ?? '', now[column] ?? '', typed[column] ?? ''];
    return before === after ? [] : [{ column, was: before, now: after, typed: own }];
  });
  const theirs = changed
    .filter((cell) => cell.typed === cell.was)
    .map(({ column, now: text }) => [column, text]);
  return {
    cells: { ...typed, ...Object.fromEntries(theirs) },
    // Where both say the same there is nothing to tell apart.
    changed: changed.filter((cell) => cell.typed !== cell.now),
  };
};

export const isSameCells = (a: RowCells, b: RowCells): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (column) => (a[column] ?? '') === (b[column] ?? ''),
  );
