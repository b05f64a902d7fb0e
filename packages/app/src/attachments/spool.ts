import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isPlainText } from './plain-text.ts';
import { openPiece, PIECE_BYTES, SEALED_PIECE_BYTES, type Sealing, sealPiece } from './seal.ts';

/** A document that has come in: sealed on disk, where it has no name, under a key that only this process has yet. */
export interface Spooled {
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
  /** Its first bytes, as many as a piece has. */
  readonly head: Buffer;
  /** Nothing in it but text, from beginning to end. */
  readonly isText: boolean;
  /** Bytes from one place up to and without another. */
  readonly read: (start: number, end: number) => AsyncGenerator<Buffer>;
  /** The pieces as they are to be kept. */
  readonly sealed: () => AsyncGenerator<Buffer>;
  readonly close: () => Promise<void>;
}

/** A file that nobody else can open: its name is taken away at once, so that it is gone with the process, however that ends. */
const openNameless = async (): Promise<FileHandle> => {
  const name = path.join(tmpdir(), `rightplace-${randomUUID()}`);
  const handle = await open(name, 'wx+', 0o600);
  await rm(name, { force: true });
  return handle;
};

/** In pieces of one size, but for the last; none of nothing. */
const inPieces = async function* (content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const given of content) {
    let rest = given;
    while (length + rest.length > PIECE_BYTES) {
      parts.push(rest.subarray(0, PIECE_BYTES - length));
      rest = rest.subarray(PIECE_BYTES - length);
      yield Buffer.concat(parts, PIECE_BYTES);
      [parts, length] = [[], 0];
    }
    parts.push(rest);
    length += rest.length;
  }
  if (length > 0) yield Buffer.concat(parts, length);
};

/** Takes in a document piece by piece, sealing each before it is put down. Undefined when it is larger than it may be. */
export const spool = async (
  content: AsyncIterable<Uint8Array>,
  sealing: Sealing,
  mostBytes: number,
): Promise<Spooled | undefined> => {
  const handle = await openNameless();
  const hash = createHash('sha256');
  let size = 0;
  let head: Buffer = Buffer.alloc(0);
  let isText = true;
  let last: Buffer | undefined;
  let number = 0;
  const put = async (plain: Buffer, isLast: boolean): Promise<void> => {
    const sealed = sealPiece(sealing, { number, isLast }, plain);
    await handle.write(sealed, 0, sealed.length, number * SEALED_PIECE_BYTES);
    number += 1;
  };
  try {
    // What is too large is read on and let go: the browser shows an answer only when it has sent all.
    for await (const piece of inPieces(content)) {
      size += piece.length;
      if (size > mostBytes) continue;
      if (last === undefined) head = piece;
      else await put(last, false);
      hash.update(piece);
      isText &&= isPlainText(piece);
      last = piece;
    }
    if (size <= mostBytes && last !== undefined) await put(last, true);
  } catch (error) {
    await handle.close();
    throw error;
  }
  if (size > mostBytes) {
    await handle.close();
    return undefined;
  }

  const sealedAt = async (at: number): Promise<Buffer> => {
    const buffer = Buffer.alloc(SEALED_PIECE_BYTES);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, at * SEALED_PIECE_BYTES);
    return buffer.subarray(0, bytesRead);
  };
  let lastRead: { readonly at: number; readonly plain: Buffer } | undefined;
  /** Whoever reads a little at a time reads in the same piece for long. */
  const plainAt = async (at: number): Promise<Buffer> => {
    if (lastRead?.at !== at)
      lastRead = {
        at,
        plain: openPiece(sealing, { number: at, isLast: at === number - 1 }, await sealedAt(at)),
      };
    return lastRead.plain;
  };
  return {
    size,
    sha256: hash.digest('hex'),
    head,
    isText,
    read: async function* (start, end) {
      for (let at = Math.floor(start / PIECE_BYTES); at * PIECE_BYTES < Math.min(end, size); at += 1) {
        const first = at * PIECE_BYTES;
        yield (await plainAt(at)).subarray(Math.max(0, start - first), end - first);
      }
    },
    sealed: async function* () {
      for (let at = 0; at < number; at += 1) yield await sealedAt(at);
    },
    close: () => handle.close(),
  };
};
