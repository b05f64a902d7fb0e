/**
 * A zip of a few text files, as every system opens it: each file deflated, its name in UTF-8. Written by hand because it is
 * short, and because nothing we depend on writes one. (PKWARE's APPNOTE 6.3.9, sections 4.3.7, 4.3.12 and 4.3.16.)
 */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZippedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;
/** 2.0: what deflating needs. */
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
/** Midnight on 1 January 1980, the earliest there is: the same files always make the same zip. */
const [TIME, DATE] = [0, 0x21];

const numbers = (...pairs: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer => {
  const buffer = Buffer.alloc(pairs.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of pairs) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
};

export const zip = (files: readonly ZippedFile[]): Uint8Array => {
  const parts: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const encoded = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(bytes);
    const about = [
      [2, UTF8_NAMES],
      [2, DEFLATED],
      [2, TIME],
      [2, DATE],
      [4, crc32(bytes)],
      [4, packed.length],
      [4, bytes.length],
      [2, encoded.length],
      [2, 0],
    ] as const;
    const local = [numbers([4, LOCAL_HEADER], [2, VERSION], ...about), encoded, packed];
    parts.push(...local);
    const places = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ] as const;
    central.push(numbers([4, CENTRAL_HEADER], [2, VERSION], [2, VERSION], ...about, ...places), encoded);
    offset += local.reduce((sum, { length }) => sum + length, 0);
  }
  const size = central.reduce((sum, { length }) => sum + length, 0);
  const count = [2, files.length] as const;
  const end = numbers([4, END_OF_CENTRAL], [2, 0], [2, 0], count, count, [4, size], [4, offset], [2, 0]);
  return Buffer.concat([...parts, ...central, end]);
};
