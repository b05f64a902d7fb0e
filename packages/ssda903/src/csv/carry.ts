/**
 * The bytes of a record whose end has not come yet, put before the next piece. Its buffers are used again and again: a
 * new one for each piece would keep the garbage collector busy for most of a large file.
 */
export class Carry {
  #kept = new Uint8Array(1 << 12);
  #length = 0;
  #joined = new Uint8Array(0);

  /** What was kept and then the piece, valid until the next call. */
  before(piece: Uint8Array): Uint8Array {
    if (this.#length === 0) return piece;
    const length = this.#length + piece.length;
    if (this.#joined.length < length) this.#joined = new Uint8Array(length * 2);
    this.#joined.set(this.#kept.subarray(0, this.#length));
    this.#joined.set(piece, this.#length);
    return this.#joined.subarray(0, length);
  }

  keep(rest: Uint8Array): void {
    if (this.#kept.length < rest.length) this.#kept = new Uint8Array(rest.length * 2);
    this.#kept.set(rest);
    this.#length = rest.length;
  }
}
