import type { TableName } from '../tables/table.ts';
import { type TableRows, TableRowsBuilder, TextNumbers } from '../tables/table-rows.ts';
import { getTable } from '../tables/tables.ts';
import {
  BLOCK_PLACES,
  EPISODE_PLACE,
  elementOf,
  HEADER_COLUMNS,
  HEADER_PLACES,
  type XmlPlace,
} from './elements.ts';

/** One element that makes a row (or, for the HEADER, several), with its own items and no one else's. */
export interface Block {
  readonly element: string;
  readonly line: number;
  readonly items: Map<string, string>;
}

const PLACE_OF_BLOCK: ReadonlyMap<string, XmlPlace> = new Map(
  [...BLOCK_PLACES, EPISODE_PLACE].map((place) => [place.element, place]),
);

const HEADER_ITEMS: ReadonlySet<string> = new Set([
  ...HEADER_COLUMNS.map(elementOf),
  'UASC',
  'DUC',
  ...HEADER_PLACES.flatMap(({ columns }) => columns.map(elementOf)),
]);

const ITEMS_OF_BLOCK: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['HEADER', HEADER_ITEMS],
  ...[...PLACE_OF_BLOCK].map(([element, { columns }]) => [element, new Set(columns.map(elementOf))] as const),
]);

/** The XML's HEADER says who is unaccompanied; in CSV that is worked out from the UASC file. */
const DERIVED_IN_XML: Readonly<Partial<Record<TableName, readonly string[]>>> = { Header: ['UASC'] };

/** Makes table rows of one CHILD after another. A child's rows wait for its end tag: its HEADER may come last. */
export class ChildRows {
  readonly #file: string;
  readonly #tables = new Map<TableName, TableRowsBuilder>();
  readonly #texts = new TextNumbers();
  #blocks: Block[] = [];
  children = 0;

  constructor(file: string) {
    this.#file = file;
  }

  open(): void {
    this.#blocks = [];
  }

  addBlock(element: string, line: number): Block {
    const block = { element, line, items: new Map<string, string>() };
    this.#blocks.push(block);
    return block;
  }

  /** Gives an item to its block; false when the block has no such item. */
  give(block: Block, item: string, text: string): boolean {
    if (ITEMS_OF_BLOCK.get(block.element)?.has(item) !== true) return false;
    block.items.set(item, text.trim().toUpperCase());
    return true;
  }

  close(): void {
    if (this.#blocks.length > 0) this.children++;
    const headers = this.#blocks.filter(({ element }) => element === 'HEADER');
    const header = headers[0];
    for (const block of headers) this.#addHeader(block);
    for (const block of this.#blocks) {
      const place = PLACE_OF_BLOCK.get(block.element);
      if (place !== undefined && block.items.size > 0) this.#addRow(place.table, block.line, block, header);
    }
    this.#blocks = [];
  }

  tables(): readonly TableRows[] {
    return Array.from(this.#tables.values(), (builder) => builder.rows());
  }

  #addHeader(header: Block): void {
    this.#addRow('Header', header.line, header, header);
    for (const { table, columns } of HEADER_PLACES) {
      if (columns.some((column) => has(header, elementOf(column))))
        this.#addRow(table, header.line, header, header);
    }
    // UASC 0 says that the child is not one, and so makes no row; a date on which it ceased says that they were.
    if (header.items.get('UASC') === '1' || has(header, 'DUC'))
      this.#addRow('UASC', header.line, header, header);
  }

  #addRow(table: TableName, line: number, block: Block, header: Block | undefined): void {
    const builder = this.#builder(table);
    builder.addRow(line);
    builder.columns.forEach((column, i) => {
      const isOwn = PLACE_OF_BLOCK.get(block.element)?.columns.includes(column) ?? true;
      const text = (isOwn ? block : header)?.items.get(elementOf(column)) ?? '';
      builder.set(i, this.#texts.numberOf(text));
    });
  }

  #builder(table: TableName): TableRowsBuilder {
    const known = this.#tables.get(table);
    if (known !== undefined) return known;
    const builder = new TableRowsBuilder(
      getTable(table),
      this.#file,
      this.#texts.texts,
      DERIVED_IN_XML[table],
    );
    this.#tables.set(table, builder);
    return builder;
  }
}

const has = (block: Block, item: string): boolean => (block.items.get(item) ?? '') !== '';
