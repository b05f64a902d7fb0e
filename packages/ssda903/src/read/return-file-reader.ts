import { CsvReader } from '../csv/csv-reader.ts';
import { XmlReader } from '../xml/xml-reader.ts';
import { BYTES_TO_TELL, fileKind } from './file-kind.ts';
import { type FileRead, type PieceReader, unreadFile } from './file-read.ts';

/** Reads one file whatever it is: looks at its first bytes, then hands it to the reader for its kind. */
export class ReturnFileReader implements PieceReader {
  readonly #file: string;
  #first: Uint8Array[] = [];
  #firstLength = 0;
  #reader: PieceReader | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  write(piece: Uint8Array): void {
    if (this.#reader !== undefined) {
      this.#reader.write(piece);
      return;
    }
    // A copy: whoever gives the pieces may use the same buffer for the next.
    this.#first.push(piece.length < BYTES_TO_TELL ? piece.slice() : piece);
    this.#firstLength += piece.length;
    if (this.#firstLength >= BYTES_TO_TELL) this.#begin();
  }

  end(): FileRead {
    return (this.#reader ?? this.#begin()).end();
  }

  #begin(): PieceReader {
    const start = new Uint8Array(Math.min(this.#firstLength, BYTES_TO_TELL));
    let at = 0;
    for (const piece of this.#first) {
      start.set(piece.subarray(0, start.length - at), at);
      at = Math.min(start.length, at + piece.length);
    }
    const reader = readerFor(this.#file, start);
    for (const piece of this.#first) reader.write(piece);
    this.#first = [];
    this.#reader = reader;
    return reader;
  }
}

const readerFor = (file: string, start: Uint8Array): PieceReader => {
  const kind = fileKind(start);
  if (kind.kind === 'csv') return new CsvReader(file);
  if (kind.kind === 'xml') return new XmlReader(file);
  const { rule, reason, todo } = kind;
  return { write: () => undefined, end: () => unreadFile({ file, rule, reason, todo }) };
};
