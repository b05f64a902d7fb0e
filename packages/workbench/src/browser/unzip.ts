import { crc32 } from '../work/crc32.ts';
import {
  contentAfter,
  DAMAGED,
  END_WITHIN,
  HEADING_BYTES,
  isZip,
  listPlace,
  type Refusal,
  type ZipEntry,
  zipEntries,
} from '../work/zip-directory.ts';

export type Unzipped =
  | { readonly kind: 'opened'; readonly files: readonly { readonly path: string; readonly file: File }[] }
  | { readonly kind: 'refused'; readonly refused: Refusal };

const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.arrayBuffer());

/** Workbooks and other office documents are zips of their own kind, and are read as what they are. */
const isOfficeDocument = (paths: readonly string[]): boolean =>
  paths.some((path) => path === '[Content_Types].xml' || path === 'mimetype');

/** Some makers of zips write the separators of Windows. */
const pathOf = ({ name }: ZipEntry): string =>
  new TextDecoder()
    .decode(name)
    .replaceAll('\\', '/')
    .replaceAll(/\p{Cc}/gu, '');

class Damaged extends Error {}

/** It is counted while it is unpacked: a zip may say less of itself than it holds. */
const unpacked = async (zip: Blob, entry: ZipEntry): Promise<Blob> => {
  const after = contentAfter(await bytesOf(zip.slice(entry.at, entry.at + HEADING_BYTES)));
  if (after === undefined) throw new Damaged();
  const from = entry.at + after;
  const content = zip.slice(from, from + entry.packedBytes).stream();
  const reader = (
    entry.isPacked ? content.pipeThrough(new DecompressionStream('deflate-raw')) : content
  ).getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let [bytes, checksum] = [0, 0];
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    bytes += read.value.length;
    if (bytes > entry.bytes) {
      void reader.cancel();
      throw new Damaged();
    }
    checksum = crc32(read.value, checksum);
    pieces.push(read.value);
  }
  if (bytes !== entry.bytes || checksum !== entry.checksum) throw new Damaged();
  return new Blob(pieces);
};

const unzip = async (zip: Blob): Promise<Unzipped | undefined> => {
  const refused = (why: Refusal): Unzipped => ({ kind: 'refused', refused: why });
  const place = listPlace(await bytesOf(zip.slice(-END_WITHIN)));
  if (place === undefined) return refused(DAMAGED);
  const listed = zipEntries(await bytesOf(zip.slice(place.at, place.at + place.bytes)), place.entries);
  if ('refused' in listed) return refused(listed.refused);
  const paths = listed.entries.map(pathOf);
  if (isOfficeDocument(paths)) return undefined;
  const files: { path: string; file: File }[] = [];
  for (const [i, entry] of listed.entries.entries()) {
    const path = paths[i] ?? '';
    files.push({ path, file: new File([await unpacked(zip, entry)], path) });
  }
  return { kind: 'opened', files };
};

/** What is in a zip; undefined for any other file, workbooks among them. */
export const unzipIfZip = async (file: File): Promise<Unzipped | undefined> => {
  // One that cannot be read at all is said so by whoever reads it next.
  const start = await bytesOf(file.slice(0, 4)).catch(() => new Uint8Array());
  if (!isZip(start)) return undefined;
  // The browser's own words for what is wrong in a zip say less.
  return unzip(file).catch((): Unzipped => ({ kind: 'refused', refused: DAMAGED }));
};
