import { type FileRead, type PieceReader, unreadFile, type WholeFileTrouble } from '../read/file-read.ts';
import { counted, listed, type SetAside } from '../set-aside.ts';
import { recognise } from '../tables/recognise.ts';
import type { Table } from '../tables/table.ts';
import { TableRowsBuilder } from '../tables/table-rows.ts';
import { Carry } from './carry.ts';
import { CellTexts } from './cell-texts.ts';
import { withoutControls } from './control-characters.ts';
import { withoutNeutralising } from './formula-cells.ts';
import { type Block, CsvRecord, MOST_CELLS, readLine, readRecord } from './record.ts';

/** A row of a return is a few hundred bytes; a "line" this long means that the file is something else. */
const LONGEST_RECORD = 1 << 20;

const NOTHING = new Uint8Array(0);
const SPACE = 0x20;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

interface Header {
  readonly table: Table;
  readonly positions: readonly number[];
  /** Where CHILD is in the file, to say whose row was set aside. */
  readonly childAt: number;
  readonly rows: TableRowsBuilder;
}

/** Reads one CSV file of the return from its bytes. */
export class CsvReader implements PieceReader {
  readonly #file: string;
  readonly #cells = new CellTexts(withoutNeutralising);
  readonly #record = new CsvRecord();
  readonly #carry = new Carry();
  /** The texts of the cells in the row above, which are often the same. */
  readonly #above = new Int32Array(MOST_CELLS);
  readonly #setAside: SetAside[] = [];
  readonly #notes: string[] = [];
  #line = 1;
  #started = false;
  #header: Header | undefined;
  #trouble: WholeFileTrouble | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  write(piece: Uint8Array): void {
    if (this.#trouble !== undefined) return;
    this.#read({ bytes: this.#carry.before(piece), isLast: false });
  }

  end(): FileRead {
    if (this.#trouble === undefined) this.#read({ bytes: this.#carry.before(NOTHING), isLast: true });
    if (this.#trouble === undefined && this.#header === undefined) {
      this.#giveUp('empty-file', 'This file is empty.', 'Export it again, or leave it out.');
    }
    if (this.#trouble !== undefined || this.#header === undefined) {
      return unreadFile(this.#trouble ?? { file: this.#file, rule: 'empty-file', reason: '', todo: '' });
    }
    const rows = this.#header.rows.rows();
    if (rows.lines.length === 0 && this.#setAside.length === 0) {
      this.#notes.push(`${this.#file} has column names and no rows.`);
    }
    if (this.#cells.sawOtherEncoding) {
      this.#notes.push(`${this.#file} is not all UTF-8; the rest was read as Windows-1252.`);
    }
    return { file: this.#file, format: 'csv', tables: [rows], setAside: this.#setAside, notes: this.#notes };
  }

  #read(block: Block): void {
    const { bytes } = block;
    let at = 0;
    if (!this.#started) {
      if (bytes.length < BYTE_ORDER_MARK.length && !block.isLast) {
        this.#carry.keep(bytes);
        return;
      }
      this.#started = true;
      if (BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte)) at = BYTE_ORDER_MARK.length;
    }
    while (at < bytes.length && this.#trouble === undefined) {
      const next = this.#next(block, at);
      if (next < 0) break;
      at = next;
    }
    this.#carry.keep(bytes.subarray(at));
  }

  /** Reads the record at `at` and takes it in; returns where the next is, or -1 when more bytes are needed. */
  #next(block: Block, at: number): number {
    const record = this.#record;
    const isTooLong = (end: number): boolean => (end < 0 ? block.bytes.length : end) - at > LONGEST_RECORD;
    let next = readRecord(block, at, record);
    if (next < 0 && !isTooLong(next)) return next;
    // A quotation mark left open swallows the lines after it. It shows by the cells not adding up: then only its
    // own line is given up and reading goes on at the next.
    const swallowed = record.lineBreaks > 0 && (record.strayQuote || !this.#hasRightCells(block));
    if (isTooLong(next) || swallowed) next = readLine(block, at, record);
    if (isTooLong(next)) {
      const reason = `Line ${this.#line} is more than a million characters long, so this is not a file of the return.`;
      this.#giveUp('not-a-return-file', reason, 'Check that this is the file you meant.');
      return block.bytes.length;
    }
    if (next < 0) return next;
    if (!this.#isBlank(block)) {
      if (this.#header === undefined) this.#readHeader(block);
      else this.#readRow(block, this.#header);
    }
    this.#line += 1 + record.lineBreaks;
    return next;
  }

  #hasRightCells(block: Block): boolean {
    const wanted = this.#header?.positions.length;
    if (wanted === undefined) return true;
    if (this.#record.count < wanted || this.#record.count > MOST_CELLS) return false;
    for (let i = wanted; i < this.#record.count; i++) if (this.#cell(block, i) !== '') return false;
    return true;
  }

  #isBlank(block: Block): boolean {
    const { count, starts, ends } = this.#record;
    for (let i = 0; i < count && i < MOST_CELLS; i++) {
      const start = starts[i] ?? 0;
      if (start === ends[i]) continue;
      if ((block.bytes[start] ?? 0) > SPACE || this.#cell(block, i) !== '') return false;
    }
    return true;
  }

  #cellNumber({ bytes }: Block, i: number): number {
    const { starts, ends, quoting } = this.#record;
    const number = this.#cells.read(
      bytes,
      starts[i] ?? 0,
      ends[i] ?? 0,
      quoting[i] ?? 0,
      this.#above[i] ?? 0,
    );
    this.#above[i] = number;
    return number;
  }

  #cell(block: Block, i: number): string {
    return this.#cells.texts[this.#cellNumber(block, i)] ?? '';
  }

  #readHeader(block: Block): void {
    const names = Array.from({ length: Math.min(this.#record.count, MOST_CELLS) }, (_, i) =>
      this.#cell(block, i),
    );
    const only = names[0] ?? '';
    const separator = [';', '\t', '|'].find((sign) => names.length === 1 && only.includes(sign));
    if (separator !== undefined) {
      const name = separator === ';' ? 'semicolons' : separator === '|' ? 'upright bars' : 'tabs';
      const reason = `Its cells are separated by ${name}, and the return's by commas.`;
      this.#giveUp('columns-not-recognised', reason, 'Save it again as “CSV UTF-8 (comma delimited)”.');
      return;
    }
    const recognised = recognise(names);
    if (recognised.kind === 'not-recognised') {
      this.#giveUp('columns-not-recognised', recognised.reason, recognised.todo);
      return;
    }
    const { table, derived } = recognised;
    // Blank names at the end are columns emptied in a spreadsheet; rows need not have them.
    const positions = recognised.positions.slice(0, names.findLastIndex((name) => name !== '') + 1);
    const childAt = positions.indexOf(0);
    this.#header = {
      table,
      positions,
      childAt,
      rows: new TableRowsBuilder(table, this.#file, this.#cells.texts, derived),
    };
    if (derived.length > 0) {
      const are = derived.length === 1 ? 'is' : 'are';
      this.#notes.push(
        `${this.#file}: ${listed(derived)} ${are} checked by the rules and not taken in; we work that out.`,
      );
    }
  }

  #readRow(block: Block, { table, positions, childAt, rows }: Header): void {
    const record = this.#record;
    this.#cells.sawUnreadable = false;
    if (record.strayQuote) {
      this.#giveUpRow(block, 'stray-quote', {
        reason: 'A quotation mark in this row is never closed, or is closed in the middle of a cell.',
        todo: 'Remove the quotation mark, or write it twice inside a quoted cell.',
      });
      return;
    }
    if (!this.#hasRightCells(block)) {
      this.#giveUpRow(block, 'wrong-number-of-cells', {
        reason: `This row has ${counted(record.count, 'cell')} and ${table.title} has ${counted(positions.length, 'column')}.`,
        todo: 'Put the missing commas back, or quote the cell that has a comma in it.',
      });
      return;
    }
    rows.addRow(this.#line);
    for (let i = 0; i < positions.length; i++) {
      const position = positions[i] ?? -1;
      if (position >= 0) rows.set(position, this.#cellNumber(block, i));
    }
    if (!this.#cells.sawUnreadable) return;
    const child = this.#cell(block, childAt);
    rows.dropRow();
    this.#addSetAside(table, printable(child), 'unreadable-characters', {
      reason:
        'This row holds control characters (NUL bytes, for example), so the file was damaged on its way.',
      todo: 'Export the file again.',
    });
  }

  #giveUpRow(block: Block, rule: SetAside['rule'], said: { reason: string; todo: string }): void {
    if (this.#header === undefined) return;
    const { table, childAt } = this.#header;
    const child = childAt < this.#record.count ? this.#cell(block, childAt) : '';
    this.#addSetAside(table, printable(child), rule, said);
  }

  #addSetAside(
    table: Table,
    child: string,
    rule: SetAside['rule'],
    said: { reason: string; todo: string },
  ): void {
    const line = this.#line;
    this.#setAside.push({ file: this.#file, line, table: table.name, child: child || null, rule, ...said });
  }

  #giveUp(rule: SetAside['rule'], reason: string, todo: string): void {
    this.#trouble = { file: this.#file, rule, reason, todo, line: this.#line };
  }
}

const printable = (text: string): string => withoutControls(text).slice(0, 40);
