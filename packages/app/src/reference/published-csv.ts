import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../data/reference/', import.meta.url);

export const bundledFile = (name: string): string => fileURLToPath(new URL(name, folder));

export type Records = readonly Readonly<Record<string, string>>[];

/** Cells of one line; published files quote names that hold commas, and never hold a line break. */
const cellsOf = (line: string): readonly string[] =>
  line.includes('"')
    ? [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        (cell) => cell[1]?.replaceAll('""', '"') ?? cell[2] ?? '',
      )
    : line.split(',');

/** Rows of a published table as records keyed by its header. Returns are read elsewhere, by a reader that trusts nothing. */
export const readRecords = (bytes: Uint8Array): Records => {
  const [header = '', ...lines] = new TextDecoder()
    .decode(bytes)
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const names = cellsOf(header).map((name) => name.trim());
  return lines.map((line) => {
    const cells = cellsOf(line);
    return Object.fromEntries(names.map((name, index) => [name, cells[index]?.trim() ?? '']));
  });
};

export const bundledRecords = (name: string): Records => readRecords(readFileSync(bundledFile(name)));
