/** Zips for tests, sound and not. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface FileInZip {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the zip says of it that is not so. */
  readonly says?: {
    readonly bytes?: number;
    readonly isLocked?: boolean;
    readonly method?: number;
    readonly checksum?: number;
  };
}

const DEFLATED = 8;
const IN_UTF_8 = 0x0800;

const fields = (...parts: readonly (readonly [size: 2 | 4, value: number])[]): Buffer => {
  const bytes = Buffer.alloc(parts.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of parts) at = bytes.writeUIntLE(value, at, size);
  return bytes;
};

export const zipOf = (files: readonly FileInZip[]): Buffer => {
  const contents: Buffer[] = [];
  const listed: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, says = {} } of files) {
    const text = Buffer.from(name);
    const packed = deflateRawSync(bytes);
    const about = [
      [2, 20],
      [2, IN_UTF_8 + (says.isLocked === true ? 1 : 0)],
      [2, says.method ?? DEFLATED],
      [4, 0],
      [4, says.checksum ?? crc32(bytes)],
      [4, packed.length],
      [4, says.bytes ?? bytes.length],
      [2, text.length],
      [2, 0],
    ] as const;
    const content = Buffer.concat([fields([4, 0x04034b50], ...about), text, packed]);
    contents.push(content);
    listed.push(fields([4, 0x02014b50], [2, 20], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), text);
    at += content.length;
  }
  const list = Buffer.concat(listed);
  const end = fields(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, list.length],
    [4, at],
    [2, 0],
  );
  return Buffer.concat([...contents, list, end]);
};
