import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise } from 'yauzl';
import type { GivenFile, NotRead } from './given-files.ts';

/** A zip may not unpack to more than this in all: a "zip bomb" is refused before it is unpacked, and while it is. */
const mostUnpackedBytes = 1024 * 1024 * 1024;

/** The files inside a zip, or why it could not be opened. A zip inside a zip is not opened. */
export const unzip = async (
  given: GivenFile,
): Promise<{ readonly files: readonly GivenFile[]; readonly notRead: readonly NotRead[] }> => {
  const refused = (reason: string) => ({ files: [], notRead: [{ file: given.name, reason }] });
  try {
    const content = Buffer.from(given.bytes.buffer, given.bytes.byteOffset, given.bytes.byteLength);
    const zip = await fromBufferPromise(content, { lazyEntries: true, validateEntrySizes: true });
    const listed: Entry[] = [];
    for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) listed.push(entry);
    const total = listed.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
    if (total > mostUnpackedBytes)
      return refused(
        'This zip would unpack to more than 1 GB, so it was not opened. Give the files by themselves.',
      );
    if (listed.some((entry) => entry.isEncrypted()))
      return refused('This zip is protected by a password. Unpack it first and give the files inside.');
    const files: GivenFile[] = [];
    const notRead: NotRead[] = [];
    for (const entry of listed) {
      const name = `${given.name}/${entry.fileName}`;
      if (/\.zip$/i.test(entry.fileName))
        notRead.push({ file: name, reason: 'A zip inside a zip is not opened. Unpack it first.' });
      else files.push({ name, bytes: await buffer(await zip.openReadStreamPromise(entry)) });
    }
    return { files, notRead };
  } catch (error) {
    return refused(
      `This zip could not be opened (${(error as Error).message}). It may be damaged or cut short: send it again, or give the files inside.`,
    );
  }
};
