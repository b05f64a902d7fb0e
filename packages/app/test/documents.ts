/** Invented documents of every kind, as people would attach them. */
import { crc32 } from 'node:zlib';

const header = (fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer =>
  Buffer.concat(
    fields.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );

export interface ZipEntry {
  readonly name: string;
  readonly content?: string;
  /** What it says it unpacks to, where that is not the truth. */
  readonly says?: number;
}

/** A zip with nothing compressed in it. */
export const aZip = (entries: readonly ZipEntry[]): Buffer => {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, content = '', says } of entries) {
    const [named, bytes] = [Buffer.from(name), Buffer.from(content)];
    const sizes = [
      [4, crc32(bytes)],
      [4, bytes.length],
      [4, says ?? bytes.length],
      [2, named.length],
      [2, 0],
    ] as const;
    // Method 8 where the sizes differ, as they may then.
    const common = [
      [2, 20],
      [2, 0x0800],
      [2, says === undefined ? 0 : 8],
      [2, 0],
      [2, 0x21],
      ...sizes,
    ] as const;
    const local = Buffer.concat([header([[4, 0x04034b50], ...common]), named, bytes]);
    central.push(
      header([[4, 0x02014b50], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]]),
      named,
    );
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const n = entries.length;
  const end = header([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, n],
    [2, n],
    [4, directory.length],
    [4, at],
    [2, 0],
  ]);
  return Buffer.concat([...locals, directory, end]);
};

const TYPES: ZipEntry = { name: '[Content_Types].xml', content: '<Types/>' };
export const anOfficeFile = (part: string, ...more: readonly ZipEntry[]): Buffer =>
  aZip([TYPES, { name: part, content: '<w/>' }, ...more]);

export const aPdf = (said = 'Minutes'): Buffer => Buffer.from(`%PDF-1.7\n% ${said}\n%%EOF\n`);

/** Harmless, and known to every scanner: what they are tried out with. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export const piecesOf = async function* (bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
};
