import { countControls } from './control-characters.ts';
import { decodeText } from './decode-text.ts';
import { QUOTED_TWICE } from './record.ts';

const SPACE = 0x20;
const TAB = 0x09;
const QUOTE = 0x22;

/** Longer cells are rare, and remembering them would cost more than it saves. */
const LONGEST_REMEMBERED = 64;

/**
 * Turns cells into text: trimmed, in capitals. The cells of a return repeat themselves (codes, days, postcodes, the
 * child on every row), so each different run of bytes is made into text once and the same string is given again:
 * this is most of the speed, and keeps a million rows in memory.
 */
export class CellTexts {
  /** Set when a cell given holds control characters; the reader of a row clears it. */
  sawUnreadable = false;
  /** Set when a cell was not UTF-8 and was read as Windows-1252. */
  sawOtherEncoding = false;

  #slots = new Int32Array(1 << 12);
  #hashes: number[] = [];
  #texts: string[] = [];
  #unreadable: boolean[] = [];
  /** The remembered bytes, end to end; entry i is from `#ends[i - 1]` to `#ends[i]`. */
  #bytes = new Uint8Array(1 << 16);
  #ends: number[] = [0];
  readonly #normalise: (text: string) => string;

  constructor(normalise: (text: string) => string) {
    this.#normalise = normalise;
  }

  read(bytes: Uint8Array, start: number, end: number, quoting: number): string {
    if (quoting === QUOTED_TWICE) return this.#make(withSingleQuotes(bytes, start, end));
    while (start < end && isBlank(bytes[start])) start++;
    while (end > start && isBlank(bytes[end - 1])) end--;
    const length = end - start;
    if (length === 0) return '';
    if (length > LONGEST_REMEMBERED) return this.#make(bytes.subarray(start, end));

    let hash = length;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let entry = this.#slots[slot] ?? 0; entry !== 0; entry = this.#slots[slot] ?? 0) {
      if (this.#hashes[entry - 1] === hash && this.#isEntry(entry, bytes, start, length)) {
        if (this.#unreadable[entry - 1]) this.sawUnreadable = true;
        return this.#texts[entry - 1] ?? '';
      }
      slot = (slot + 1) & mask;
    }
    return this.#remember(bytes.subarray(start, end), hash, slot);
  }

  #isEntry(entry: number, bytes: Uint8Array, start: number, length: number): boolean {
    const from = this.#ends[entry - 1] ?? 0;
    if ((this.#ends[entry] ?? 0) - from !== length) return false;
    const kept = this.#bytes;
    for (let i = 0; i < length; i++) if (kept[from + i] !== bytes[start + i]) return false;
    return true;
  }

  #remember(cell: Uint8Array, hash: number, slot: number): string {
    const from = this.#ends[this.#ends.length - 1] ?? 0;
    if (from + cell.length > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(cell, from);
    this.#ends.push(from + cell.length);
    this.#hashes.push(hash);
    const sawBefore = this.sawUnreadable;
    this.sawUnreadable = false;
    const text = this.#make(cell);
    this.#unreadable.push(this.sawUnreadable);
    this.sawUnreadable ||= sawBefore;
    this.#texts.push(text);
    this.#slots[slot] = this.#texts.length;
    if (this.#texts.length * 2 > this.#slots.length) this.#grow();
    return text;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    this.#hashes.forEach((hash, i) => {
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = i + 1;
    });
    this.#slots = slots;
  }

  #make(cell: Uint8Array): string {
    const { text, encoding } = decodeText(cell);
    if (encoding !== 'utf-8') this.sawOtherEncoding = true;
    if (countControls(text) > 0) this.sawUnreadable = true;
    return this.#normalise(text.trim().toUpperCase());
  }
}

const isBlank = (byte: number | undefined): boolean => byte === SPACE || byte === TAB;

/** A quotation mark inside a quoted cell is written twice. */
const withSingleQuotes = (bytes: Uint8Array, start: number, end: number): Uint8Array => {
  const cell = new Uint8Array(end - start);
  let length = 0;
  for (let i = start; i < end; i++) {
    cell[length++] = bytes[i] ?? 0;
    if (bytes[i] === QUOTE && bytes[i + 1] === QUOTE) i++;
  }
  return cell.subarray(0, length);
};
