import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise } from 'yauzl';
import type { GivenFile, NotRead } from './given-files.ts';

/** A zip may not unpack to more than this in all: a "zip bomb" is refused before it is unpacked, and while it is. */
export const mostUnpackedBytes = 1024 * 1024 * 1024;

/** Told by its first bytes; an empty zip has only its end. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 &&
  bytes[1] === 0x4b &&
  ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

type Opened = { readonly files: readonly GivenFile[]; readonly notRead: readonly NotRead[] };

const isOfficeDocument = (listed: readonly Entry[]): boolean =>
  listed.some(({ fileName }) => fileName === '[Content_Types].xml' || fileName === 'mimetype');

/** The files inside a zip, or why it could not be opened. A zip inside a zip is not opened. */
export const unzip = async (given: GivenFile): Promise<Opened> => {
  const refused = (reason: string, todo: string): Opened => ({
    files: [],
    notRead: [{ file: given.name, kind: 'unreadable', reason, todo }],
  });
  try {
    const content = Buffer.from(given.bytes.buffer, given.bytes.byteOffset, given.bytes.byteLength);
    const zip = await fromBufferPromise(content, { lazyEntries: true, validateEntrySizes: true });
    const listed: Entry[] = [];
    for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) listed.push(entry);
    if (listed.length === 0) return refused('There are no files in this zip.', 'Make it again.');
    if (isOfficeDocument(listed))
      return refused(
        'This is an Excel workbook or another office document, not a CSV file.',
        'Open it, save each sheet as “CSV UTF-8”, and give those files.',
      );
    if (listed.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > mostUnpackedBytes)
      return refused(
        'This zip would unpack to more than 1 GB, which no return is, so it was not opened.',
        'Check it, or give the files inside by themselves.',
      );
    if (listed.some((entry) => entry.isEncrypted()))
      return refused(
        'This zip is protected by a password, so it could not be opened.',
        'Unpack it first and give the files inside.',
      );
    const files: GivenFile[] = [];
    const notRead: NotRead[] = [];
    for (const entry of listed) {
      const name = `${given.name}/${entry.fileName}`;
      if (!/\.zip$/i.test(entry.fileName)) {
        files.push({ name, bytes: await buffer(await zip.openReadStreamPromise(entry)) });
        continue;
      }
      const reason = 'A zip inside a zip is not opened.';
      notRead.push({ file: name, kind: 'unreadable', reason, todo: 'Unpack it first.' });
    }
    return { files, notRead };
  } catch {
    return refused(
      'This zip could not be opened: it is damaged or was cut short.',
      'Send it again, or give the files inside by themselves.',
    );
  }
};
