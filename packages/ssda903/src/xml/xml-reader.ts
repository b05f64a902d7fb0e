import { type SaxesParser as Parser, SaxesParser } from 'saxes';
import { textDecoderFor } from '../csv/decode-text.ts';
import { type FileRead, type PieceReader, unreadFile, type WholeFileTrouble } from '../read/file-read.ts';
import { listed, type SetAsideRule } from '../set-aside.ts';
import { type Block, ChildRows } from './child-rows.ts';
import { BLOCK_PLACES } from './elements.ts';

/** Thrown inside the parser's handlers to stop it; never leaves this file. */
class Unreadable extends Error {
  readonly rule: SetAsideRule;
  readonly todo: string;

  constructor(rule: SetAsideRule, reason: string, todo: string) {
    super(reason);
    this.rule = rule;
    this.todo = todo;
  }
}

const BLOCKS = new Set(BLOCK_PLACES.map(({ element }) => element));
const EXPORT_AGAIN = 'Export it again; nothing of it was read.';

/**
 * Reads an XML return in pieces. Each block's items are taken from that block and from nowhere else. A file that is
 * not whole is not read at all: half a child's episodes would be worse than none.
 */
export class XmlReader implements PieceReader {
  readonly #file: string;
  readonly #rows: ChildRows;
  readonly #parser: Parser;
  #decode: ((bytes?: Uint8Array) => string) | undefined;
  #trouble: WholeFileTrouble | undefined;

  /** The names of the open elements below the outermost, in capitals. */
  readonly #open: string[] = [];
  #outermost = '';
  #header: Block | undefined;
  #block: Block | undefined;
  #text = '';
  readonly #unknown = new Set<string>();

  constructor(file: string) {
    this.#file = file;
    this.#rows = new ChildRows(file);
    this.#parser = new SaxesParser({ position: true });
    this.#parser.on('doctype', () => {
      throw new Unreadable(
        'xml-doctype',
        'This XML declares a document type, which can make a small file unfold into an endless one.',
        'A return needs none: remove the <!DOCTYPE …> part, or export the file again.',
      );
    });
    this.#parser.on('error', (error) => {
      throw error;
    });
    this.#parser.on('opentag', ({ name }) => this.#opened(localName(name)));
    this.#parser.on('closetag', () => this.#closed());
    this.#parser.on('text', (text) => {
      this.#text += text;
    });
    this.#parser.on('cdata', (text) => {
      this.#text += text;
    });
  }

  write(piece: Uint8Array): void {
    this.#try(() => {
      this.#decode ??= textDecoderFor(declaredEncoding(piece));
      this.#parser.write(this.#decode(piece));
    });
  }

  end(): FileRead {
    this.#try(() => {
      this.#parser.write(this.#decode?.() ?? '');
      if (this.#open.length > 0 || this.#outermost === '') {
        const reason = `The XML stops at line ${this.#parser.line}, before it is complete.`;
        throw new Unreadable('xml-broken', reason, EXPORT_AGAIN);
      }
      this.#parser.close();
      if (this.#rows.children === 0) {
        const reason = `This XML (its outermost element is ${this.#outermost}) holds no CHILD with a HEADER or an EPISODE.`;
        throw new Unreadable('not-a-return-file', reason, 'A return is its CSV files, or one XML file.');
      }
    });
    if (this.#trouble !== undefined) return unreadFile(this.#trouble);
    const unknown = [...this.#unknown];
    const notes =
      unknown.length === 0
        ? []
        : [
            `${this.#file}: ${listed(unknown.slice(0, 10))} ${unknown.length === 1 ? 'is' : 'are'} not of the return and not read.`,
          ];
    return { file: this.#file, format: 'xml', tables: this.#rows.tables(), setAside: [], notes };
  }

  #try(step: () => void): void {
    if (this.#trouble !== undefined) return;
    try {
      step();
    } catch (error) {
      const line = Math.max(1, this.#parser.line);
      const { rule, todo } =
        error instanceof Unreadable ? error : { rule: 'xml-broken' as const, todo: EXPORT_AGAIN };
      const reason =
        error instanceof Unreadable
          ? error.message
          : `The XML is broken at or before line ${line}: ${plain(error)}.`;
      this.#trouble = { file: this.#file, rule, reason, todo, line };
    }
  }

  #opened(name: string): void {
    if (this.#outermost === '') {
      this.#outermost = name;
      return;
    }
    this.#open.push(name);
    this.#text = '';
    const depth = this.#open.length;
    const line = this.#parser.line;
    if (depth === 1 && name === 'CHILD') this.#rows.open();
    else if (depth === 2 && name === 'HEADER') this.#header = this.#rows.addBlock(name, line);
    else if (depth === 2 && name === 'EPISODE') this.#block = this.#rows.addBlock(name, line);
    else if (depth === 3 && this.#header !== undefined && BLOCKS.has(name)) {
      this.#block = this.#rows.addBlock(name, line);
    }
  }

  #closed(): void {
    const name = this.#open.pop();
    if (name === undefined) return;
    const depth = this.#open.length + 1;
    if (depth === 1 && name === 'CHILD') this.#rows.close();
    else if (this.#block?.element === name && depth <= 3) this.#block = undefined;
    else if (depth === 2 && name === 'HEADER') this.#header = undefined;
    else this.#addItem(name);
    this.#text = '';
  }

  #addItem(name: string): void {
    const block = this.#block ?? this.#header;
    const depthOfItems = this.#block === undefined || this.#block.element === 'EPISODE' ? 3 : 4;
    const isItem = block !== undefined && this.#open.length + 1 === depthOfItems;
    if (!isItem || !this.#rows.give(block, name, this.#text)) this.#unknown.add(name);
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toUpperCase();

/** The parser's own words, without its position. */
const plain = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/^\d+:\d+: /, '').replace(/\.$/, '');

/** The encoding that the first line declares. Those beside UTF-8 that people's systems write are all Windows-1252. */
const declaredEncoding = (start: Uint8Array): string => {
  let text = '';
  for (const byte of start.subarray(0, 200)) text += String.fromCharCode(byte);
  const declared = /^[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(text)?.[1]?.toLowerCase() ?? 'utf-8';
  return /^(iso-8859-1|latin1|windows-1252|cp1252)$/.test(declared) ? 'windows-1252' : 'utf-8';
};
