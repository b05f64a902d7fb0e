import { type ReadReturn, type ReturnFile, readReturn } from '../src/read/read-return.ts';
import type { WrittenReturn } from '../src/write/write-return.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const fileOf = (name: string, text: string): ReturnFile => ({ name, bytes: bytesOf(text) });

/** A CSV file from its lines. */
export const csvOf = (name: string, ...lines: readonly string[]): ReturnFile =>
  fileOf(name, `${lines.join('\n')}\n`);

export const readWritten = ({ files }: Pick<WrittenReturn, 'files'>): ReadReturn =>
  readReturn(files.map(({ name, text }) => fileOf(name, text)));

/** Every row as one text, table first, with where it was; for comparing returns in which order does not matter. */
export const rowsIn = (
  read: ReadReturn,
): readonly { readonly text: string; readonly file: string; readonly line: number }[] =>
  read.tables.flatMap((rows) =>
    Array.from(rows.lines, (line, i) => ({
      text: [rows.table, ...rows.cells.map((cells) => cells.at(i))].join('|'),
      file: rows.file,
      line,
    })),
  );

export const rowTexts = (read: ReadReturn): readonly string[] =>
  rowsIn(read)
    .map(({ text }) => text)
    .sort();

/** Says which rows of one list the other lacks; a few of them, as thousands would hide the point. */
export const differences = (a: readonly string[], b: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const text of a) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const text of b) counts.set(text, (counts.get(text) ?? 0) - 1);
  return [...counts]
    .filter(([, n]) => n !== 0)
    .map(([text, n]) => `${n > 0 ? 'only first' : 'only second'}: ${text}`);
};

/** The rows of what was read less those that were set aside, by file and line. */
export const textsLess = (
  read: ReadReturn,
  rejected: readonly { file: string; line: number }[],
): readonly string[] => {
  const gone = new Set(rejected.map(({ file, line }) => `${file}:${line}`));
  return rowsIn(read)
    .filter(({ file, line }) => !gone.has(`${file}:${line}`))
    .map(({ text }) => text)
    .sort();
};
