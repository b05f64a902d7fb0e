/**
 * One record of a CSV file (RFC 4180), found in bytes without making any text. Cells are positions in the block that
 * was read; `CellTexts` turns the wanted ones into text. One object is used for every record, as there are millions.
 */
export class CsvRecord {
  count = 0;
  /** Line breaks inside quoted cells: how many more lines than one the record takes. */
  lineBreaks = 0;
  /** A quotation mark was never closed, or something followed a closed one before the next comma. */
  strayQuote = false;
  readonly starts = new Int32Array(MOST_CELLS);
  readonly ends = new Int32Array(MOST_CELLS);
  readonly quoting = new Uint8Array(MOST_CELLS);
}

/** Cells past this many are counted and not kept: no table of the return has nearly so many. */
export const MOST_CELLS = 64;

export const PLAIN = 0;
export const QUOTED = 1;
/** Quoted, with doubled quotation marks inside. */
export const QUOTED_TWICE = 2;

const QUOTE = 0x22;
const COMMA = 0x2c;
const CR = 0x0d;
const LF = 0x0a;

/** Where a record's bytes are, and whether the file ends with them. */
export interface Block {
  readonly bytes: Uint8Array;
  readonly isLast: boolean;
}

const INCOMPLETE = -1;

const keep = (record: CsvRecord, start: number, end: number, quoting: number): void => {
  const i = record.count++;
  if (i >= MOST_CELLS) return;
  record.starts[i] = start;
  record.ends[i] = end;
  record.quoting[i] = quoting;
};

/** After a line end at `at`: a line ends with LF, CRLF or CR alone. */
const afterLineEnd = ({ bytes, isLast }: Block, at: number): number => {
  if (bytes[at] === LF) return at + 1;
  if (at + 1 === bytes.length && !isLast) return INCOMPLETE;
  return bytes[at + 1] === LF ? at + 2 : at + 1;
};

/** Reads the record that begins at `from`. Returns where the next begins, or -1 when the block ends first. */
export const readRecord = (block: Block, from: number, record: CsvRecord): number => {
  const { bytes, isLast } = block;
  const length = bytes.length;
  record.count = 0;
  record.lineBreaks = 0;
  record.strayQuote = false;
  let at = from;
  for (;;) {
    let start = at;
    let end = -1;
    let quoting = PLAIN;
    if (bytes[at] === QUOTE) {
      quoting = QUOTED;
      start = at + 1;
      at = start;
      for (; at < length; at++) {
        const byte = bytes[at];
        if (byte === QUOTE) {
          if (bytes[at + 1] !== QUOTE) break;
          quoting = QUOTED_TWICE;
          at++;
        } else if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) {
          record.lineBreaks++;
        }
      }
      if (at >= length) {
        if (!isLast) return INCOMPLETE;
        record.strayQuote = true;
      }
      end = Math.min(at, length);
      at++;
    }
    const tail = at;
    let byte = bytes[at];
    while (at < length && byte !== COMMA && byte !== LF && byte !== CR) byte = bytes[++at];
    if (at >= length && !isLast) return INCOMPLETE;
    if (end === -1) end = at;
    else if (at > tail) record.strayQuote = true;
    keep(record, start, Math.min(end, length), quoting);
    if (at >= length) return length;
    if (byte !== COMMA) return afterLineEnd(block, at);
    at++;
  }
};

/**
 * Reads one line with quotation marks as ordinary characters: for the line on which one was left open, so that
 * it costs that row and not the rest of the file.
 */
export const readLine = (block: Block, from: number, record: CsvRecord): number => {
  const { bytes, isLast } = block;
  record.count = 0;
  record.lineBreaks = 0;
  record.strayQuote = true;
  let start = from;
  for (let at = from; ; at++) {
    const byte = bytes[at];
    const ended = at >= bytes.length;
    if (ended && !isLast) return INCOMPLETE;
    if (!ended && byte !== COMMA && byte !== LF && byte !== CR) continue;
    keep(record, start, at, PLAIN);
    if (ended) return bytes.length;
    if (byte !== COMMA) return afterLineEnd(block, at);
    start = at + 1;
  }
};
