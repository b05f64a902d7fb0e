import { neutraliseFormula } from '@rightplace/ssda903';

export type Cell = string | number | null | undefined;

/** A table as a file, with a byte-order mark, without which spreadsheets spoil every accent. */
export const csvText = (header: readonly string[], lines: readonly (readonly Cell[])[]): string =>
  `\uFEFF${[header, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;

const cell = (value: Cell): string => {
  // A figure below nought is a number, and not text that a spreadsheet would run.
  if (typeof value === 'number') return String(value);
  const text = neutraliseFormula(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
