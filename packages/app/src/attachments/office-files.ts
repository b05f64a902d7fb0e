import { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl';
import type { Spooled } from './spool.ts';

/** Reads a zip's list of what is in it from a document that is sealed on disk. Nothing in it is ever unpacked here. */
class SpooledReader extends RandomAccessReader {
  readonly #spooled: Spooled;

  constructor(spooled: Spooled) {
    super();
    this.#spooled = spooled;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#spooled.read(start, end));
  }

  /** Straight into where it is wanted: a stream for each of thousands of names would be slow. */
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#readInto(buffer.subarray(offset, offset + length), position).then(
      () => callback(null),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
    );
  }

  async #readInto(target: Buffer, position: number): Promise<void> {
    let at = 0;
    for await (const piece of this.#spooled.read(position, position + target.length))
      at += piece.copy(target, at);
    if (at < target.length) throw new Error('It ends before it should');
  }
}

type Looked = { readonly kind: 'docx' | 'xlsx' | 'pptx' } | { readonly why: string };

const MOST_ENTRIES = 10_000;
const MOST_UNPACKED = 1024 * 1024 * 1024;

const MAIN_PARTS = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['ppt/presentation.xml', 'pptx'],
] as const;

/** Code, controls that run, and other files packed into it as they are. */
const RUNS = /(^|\/)(vbaProject[^/]*\.bin|vbaData\.xml)$|\/(activeX|macrosheets|dialogsheets)\//i;
const CARRIES = /\/embeddings\/[^/]+\.(bin|exe|dll|js|vbs|bat|cmd|ps1|docm|xlsm|xlsb|pptm|html?|svg)$/i;

const list = async (spooled: Spooled): Promise<readonly Entry[] | undefined> => {
  const zip = await fromRandomAccessReaderPromise(new SpooledReader(spooled), spooled.size, {
    lazyEntries: true,
    autoClose: false,
  });
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    if (entries.length > MOST_ENTRIES) return undefined;
  }
  return entries;
};

/** What a zip is, by the names of what is in it. */
export const lookInside = async (spooled: Spooled): Promise<Looked> => {
  const entries = await list(spooled).catch(() => 'damaged' as const);
  if (entries === 'damaged') return { why: 'It is damaged or was cut short. Save it again.' };
  const unpacked = entries?.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) ?? 0;
  if (entries === undefined || unpacked > MOST_UNPACKED)
    return { why: 'It would unpack to far more than a document holds, so it was not opened.' };
  const names = entries.map(({ fileName }) => fileName);
  const [, kind] = MAIN_PARTS.find(([part]) => names.includes(part)) ?? [];
  if (kind === undefined || !names.includes('[Content_Types].xml'))
    return { why: 'It is a zip. Attach the documents in it by themselves.' };
  if (names.some((name) => RUNS.test(name)))
    return { why: 'It holds macros, which can run. Save it without them.' };
  if (names.some((name) => CARRIES.test(name)))
    return { why: 'Another file is packed into it. Take that out, or save it as a PDF.' };
  return { kind };
};
