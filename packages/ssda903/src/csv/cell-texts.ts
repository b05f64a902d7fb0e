import { countControls } from './control-characters.ts';
import { decodeText } from './decode-text.ts';
import { QUOTED_TWICE } from './record.ts';

const SPACE = 0x20;
const TAB = 0x09;
const QUOTE = 0x22;

/** Longer cells are rare, and remembering them would cost more than it saves. */
const LONGEST_FOUND_AGAIN = 64;

/** The hash of so few bytes is the bytes themselves; most codes are as short. */
const EXACT = 4;

/** Slots are pairs, so a place is even. */
const slotOf = (hash: number, mask: number): number => (Math.imul(hash, 0x9e3779b1) >>> 7) & mask & ~1;

/**
 * Turns cells into text (trimmed, in capitals) and gives the text's number. The cells of a return repeat themselves
 * (codes, days, postcodes, the child on every row), so each different run of bytes is made into text once, and found
 * again by its bytes: this is most of the speed, and keeps a million rows in memory.
 */
export class CellTexts {
  /** By number; 0 is the blank. */
  readonly texts: string[] = [''];
  /** Set when a cell given holds control characters; the reader of a row clears it. */
  sawUnreadable = false;
  /** Set when a cell was not UTF-8 and was read as Windows-1252. */
  sawOtherEncoding = false;

  /** A hash table: a text's number and, beside it, its hash; number 0 is an empty slot. */
  #slots = new Int32Array(1 << 13);
  /** Texts with control characters: hardly any file has one. */
  readonly #unreadable = new Set<number>();
  /** The bytes of the texts, end to end; those of text `n` are from `#ends[n - 1]` to `#ends[n]`. */
  #bytes = new Uint8Array(1 << 16);
  #ends = new Int32Array(1 << 12);
  readonly #normalise: (text: string) => string;

  constructor(normalise: (text: string) => string) {
    this.#normalise = normalise;
  }

  /** `guess` is a text that it may well be: that of the cell above. */
  read(bytes: Uint8Array, start: number, end: number, quoting: number, guess: number): number {
    if (quoting === QUOTED_TWICE) return this.#add(withSingleQuotes(bytes, start, end));
    while (start < end && isBlank(bytes[start])) start++;
    while (end > start && isBlank(bytes[end - 1])) end--;
    const length = end - start;
    if (length === 0) return 0;
    if (length > LONGEST_FOUND_AGAIN) return this.#add(bytes.subarray(start, end));

    if (length > EXACT && this.#isText(guess, bytes, start, length)) return this.#given(guess);

    let hash = 0;
    if (length <= EXACT) for (let i = start; i < end; i++) hash = (hash << 8) | (bytes[i] ?? 0);
    else for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = slotOf(hash, mask);
    for (let number = slots[slot] ?? 0; number !== 0; number = slots[slot] ?? 0) {
      if (slots[slot + 1] === hash && this.#isText(number, bytes, start, length)) return this.#given(number);
      slot = (slot + 2) & mask;
    }
    const number = this.#add(bytes.subarray(start, end));
    slots[slot] = number;
    slots[slot + 1] = hash;
    if (number * 4 > slots.length) this.#grow();
    return number;
  }

  #given(number: number): number {
    if (this.#unreadable.size > 0 && this.#unreadable.has(number)) this.sawUnreadable = true;
    return number;
  }

  #isText(number: number, bytes: Uint8Array, start: number, length: number): boolean {
    const from = this.#ends[number - 1] ?? 0;
    if ((this.#ends[number] ?? 0) - from !== length) return false;
    const kept = this.#bytes;
    for (let i = 0; i < length; i++) if (kept[from + i] !== bytes[start + i]) return false;
    return true;
  }

  #add(cell: Uint8Array): number {
    const { text, encoding } = decodeText(cell);
    const isUnreadable = countControls(text) > 0;
    if (encoding !== 'utf-8') this.sawOtherEncoding = true;
    const number = this.texts.push(this.#normalise(text.trim().toUpperCase())) - 1;
    if (isUnreadable) this.#unreadable.add(number);
    this.#makeRoom(cell.length);
    const from = this.#ends[number - 1] ?? 0;
    const isKept = cell.length <= LONGEST_FOUND_AGAIN;
    if (isKept) this.#bytes.set(cell, from);
    this.#ends[number] = from + (isKept ? cell.length : 0);
    return this.#given(number);
  }

  #makeRoom(bytes: number): void {
    const number = this.texts.length - 1;
    if (number >= this.#ends.length) {
      this.#ends = twiceAsLong(this.#ends, new Int32Array(number * 2));
    }
    const needed = (this.#ends[number - 1] ?? 0) + bytes;
    if (needed > this.#bytes.length) this.#bytes = twiceAsLong(this.#bytes, new Uint8Array(needed * 2));
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let old = 0; old < this.#slots.length; old += 2) {
      const number = this.#slots[old] ?? 0;
      if (number === 0) continue;
      const hash = this.#slots[old + 1] ?? 0;
      let slot = slotOf(hash, mask);
      while (slots[slot] !== 0) slot = (slot + 2) & mask;
      slots[slot] = number;
      slots[slot + 1] = hash;
    }
    this.#slots = slots;
  }
}

const twiceAsLong = <Numbers extends Int32Array | Uint8Array>(numbers: Numbers, longer: Numbers): Numbers => {
  longer.set(numbers);
  return longer;
};

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
