import { decodeText } from '../csv/decode-text.ts';

export interface TextRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvRows {
  readonly rows: readonly TextRow[];
  /** Where a quotation mark was opened and never closed: nothing after it can be trusted. */
  readonly openQuote: number | undefined;
}

/** What stands between cells: commas, the semicolons of a spreadsheet set to another country, or tabs. */
export type Separator = ',' | ';' | '\t';

/** Rows of a CSV (RFC 4180) with the line on which each begins. Lists are small: an authority's year is a few thousand rows. */
export const csvRows = (bytes: Uint8Array, separator: Separator = ','): CsvRows => {
  const ends = new Set<string | undefined>([separator, '\r', '\n']);
  const text = decodeText(bytes).text.replace(/^\uFEFF/, '');
  const rows: TextRow[] = [];
  let cells: string[] = [];
  let [line, rowLine, at] = [1, 1, 0];
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      const opened = line;
      for (at++; ; at++) {
        if (at >= text.length) return { rows, openQuote: opened };
        if (text[at] === '"' && text[at + 1] === '"') at++;
        else if (text[at] === '"') break;
        if (text[at] === '\n') line++;
        cell += text[at];
      }
      at++;
    }
    while (at < text.length && !ends.has(text[at])) cell += text[at++];
    cells.push(cell.trim());
    if (text[at] === separator) {
      at++;
      if (at < text.length) continue;
      cells.push('');
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    line++;
    rows.push({ line: rowLine, cells });
    cells = [];
    rowLine = line;
  }
  return { rows, openQuote: undefined };
};
