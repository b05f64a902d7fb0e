import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { demoReturns, RETURN_COLUMNS, type ReturnTable } from '@rightplace/demo';
import { getTable } from '@rightplace/ssda903';
import { type Command, textOption, UsageError } from '../command.ts';
import { dayOption, pathFrom, wholeNumberOption } from '../options.ts';

const MOST_CHILDREN = 100_000;
/** Files are written in pieces of about this many characters. */
const PIECE = 1 << 16;

/** Appends rows to as many files as there are years and tables, holding little of each. */
class ReturnFolders {
  readonly #folder: string;
  readonly #files = new Map<string, { readonly file: number; text: string }>();
  rows = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  add(year: number, table: ReturnTable, cells: readonly string[]): void {
    const key = `${year}/${getTable(table).fileName}`;
    let open = this.#files.get(key);
    if (open === undefined) {
      mkdirSync(join(this.#folder, String(year)), { recursive: true });
      open = { file: openSync(join(this.#folder, key), 'w'), text: `${RETURN_COLUMNS[table].join(',')}\n` };
      this.#files.set(key, open);
    }
    open.text += `${cells.join(',')}\n`;
    this.rows += 1;
    if (open.text.length < PIECE) return;
    writeSync(open.file, open.text);
    open.text = '';
  }

  close(): void {
    for (const { file, text } of this.#files.values()) {
      writeSync(file, text);
      closeSync(file);
    }
  }
}

export const demo: Command = {
  usage: 'demo --children N --seed S --as-of DAY --out DIR [--years 10]',
  about:
    'Invents an authority with so many children looked after on the day and writes its SSDA903 returns, one folder a collection year, up to an ' +
    'invented England (85,000). The same seed, day and number always give the same files.',
  examples: ['demo --children 900 --seed 1 --as-of 2026-03-31 --out returns'],
  options: {
    children: { type: 'string' },
    seed: { type: 'string' },
    'as-of': { type: 'string' },
    out: { type: 'string' },
    years: { type: 'string' },
  },
  run: async (invocation, terminal) => {
    const children = wholeNumberOption(invocation, 'children', { least: 1, most: MOST_CHILDREN }) ?? 900;
    const years = wholeNumberOption(invocation, 'years', { least: 0, most: 15 }) ?? 10;
    const asOf = dayOption(invocation, 'as-of');
    const out = textOption(invocation, 'out');
    if (asOf === undefined || out === undefined) {
      throw new UsageError(
        'demo needs a day and a folder: rightplace demo --children 900 --seed 1 --as-of 2026-03-31 --out DIR',
      );
    }
    const folders = new ReturnFolders(pathFrom(terminal, out));
    const seed = textOption(invocation, 'seed') ?? '1';
    for (const { year, table, cells } of demoReturns({ seed, children, asOf, years }))
      folders.add(year, table, cells);
    folders.close();
    terminal.note(`${folders.rows.toLocaleString('en-GB')} rows written to ${out}.`);
    return 0;
  },
};
