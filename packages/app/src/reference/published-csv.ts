import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { csvLines } from '@rightplace/ssda903';

const folder = new URL('../../data/reference/', import.meta.url);

export const bundledFile = (name: string): string => fileURLToPath(new URL(name, folder));

export type Records = readonly Readonly<Record<string, string>>[];

/** Rows of a published table as records keyed by its header. */
export const readRecords = (bytes: Uint8Array): Records => {
  const [header = [], ...rows] = csvLines([bytes]);
  const names = header.map((name) => name.trim());
  return rows.map((cells) =>
    Object.fromEntries(names.map((name, index) => [name, cells[index]?.trim() ?? ''])),
  );
};

export const bundledRecords = (name: string): Records => readRecords(readFileSync(bundledFile(name)));
