/** The list of what is in a zip, which stands at its end. Bytes in and values out: nothing is unpacked here. */

/** Why something given is not used, and what to do. */
export interface Refusal {
  readonly reason: string;
  readonly todo: string;
}

export interface ZipEntry {
  /** As written in the zip, in whatever letters its maker used. */
  readonly name: Uint8Array;
  readonly isPacked: boolean;
  readonly checksum: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its own heading begins in the zip. */
  readonly at: number;
}

type Entries = { readonly entries: readonly ZipEntry[] } | { readonly refused: Refusal };

/** A zip that would unpack to more is refused before it is unpacked. All England's return is about 200 MB. */
export const MOST_BYTES = 1024 * 1024 * 1024;
/** A return has some twenty files; several years of it have a hundred. */
export const MOST_FILES = 1000;

const END = 0x06_05_4b_50;
const END_BYTES = 22;
/** The end has a remark after it, of up to so many bytes. */
export const END_WITHIN = END_BYTES + 0xff_ff;
const LISTED = 0x02_01_4b_50;
const LISTED_BYTES = 46;
const HEADING = 0x04_03_4b_50;
export const HEADING_BYTES = 30;
/** Stands where the true figure does not fit, in zips of many gigabytes. */
const TOO_LARGE = 0xff_ff_ff_ff;

const BY_THEMSELVES = 'give the files inside by themselves.';
export const DAMAGED: Refusal = {
  reason: 'This zip could not be opened: it is damaged or was cut short.',
  todo: `Make it again, or ${BY_THEMSELVES}`,
};
const refused = (reason: string, todo = `Unpack it first and ${BY_THEMSELVES}`): Entries => ({
  refused: { reason, todo },
});

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Told by its first bytes; an empty zip has only its end. */
export const isZip = (start: Uint8Array): boolean =>
  start.length >= 4 && [HEADING, END].includes(viewOf(start).getUint32(0, true));

/** Where in the zip its list is, from the zip's last bytes. */
export const listPlace = (
  tail: Uint8Array,
): { readonly at: number; readonly bytes: number; readonly entries: number } | undefined => {
  const view = viewOf(tail);
  for (let at = tail.length - END_BYTES; at >= 0; at--)
    if (view.getUint32(at, true) === END && at + END_BYTES + view.getUint16(at + 20, true) === tail.length)
      return {
        at: view.getUint32(at + 16, true),
        bytes: view.getUint32(at + 12, true),
        entries: view.getUint16(at + 10, true),
      };
  return undefined;
};

/** The files that a zip lists, without its folders; or why it is not opened. */
export const zipEntries = (list: Uint8Array, howMany: number): Entries => {
  const view = viewOf(list);
  const entries: ZipEntry[] = [];
  let total = 0;
  for (let at = 0, seen = 0; seen < howMany; seen++) {
    if (at + LISTED_BYTES > list.length || view.getUint32(at, true) !== LISTED) return { refused: DAMAGED };
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [packedBytes, bytes] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const nameEnds = at + LISTED_BYTES + view.getUint16(at + 28, true);
    const name = list.subarray(at + LISTED_BYTES, nameEnds);
    const entry = {
      name,
      isPacked: method === 8,
      checksum: view.getUint32(at + 16, true),
      packedBytes,
      bytes,
      at: view.getUint32(at + 42, true),
    };
    at = nameEnds + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (at > list.length) return { refused: DAMAGED };
    const isFolder = name.at(-1) === 0x2f || name.at(-1) === 0x5c;
    if (isFolder) continue;
    if ((flags & 1) === 1) return refused('This zip is protected by a password, so it could not be opened.');
    if (method !== 0 && method !== 8) return refused('This zip is packed in a way that is not known here.');
    total += bytes;
    if (total > MOST_BYTES || bytes === TOO_LARGE || entry.at === TOO_LARGE)
      return refused('This zip would unpack to more than 1 GB, which no return is, so it was not opened.');
    entries.push(entry);
    if (entries.length > MOST_FILES)
      return refused(
        `This zip holds more than ${MOST_FILES} files, which no return does, so it was not opened.`,
      );
  }
  return entries.length === 0 ? refused('There are no files in this zip.', 'Make it again.') : { entries };
};

/** How far into its part of the zip a file's content begins, from the heading that stands before it. */
export const contentAfter = (heading: Uint8Array): number | undefined => {
  const view = viewOf(heading);
  if (heading.length < HEADING_BYTES || view.getUint32(0, true) !== HEADING) return undefined;
  return HEADING_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
};
