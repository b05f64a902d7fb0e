import type { GivenFile } from '@rightplace/app';
import type { Upload } from '../../server/form.ts';

const MEGABYTE = 1_048_576;

/** All of England's episodes in one file are about 200 MB; an authority's ten years are ten. */
export const MOST_BYTES = 200 * MEGABYTE;
export const MOST_FILES = 300;
/** What is too large is let arrive, so that the browser goes on to show why it was not read; but not for ever. */
const MOST_BYTES_LET_ARRIVE = 20 * MOST_BYTES;

export type UploadsRead =
  | { readonly kind: 'files'; readonly files: readonly GivenFile[] }
  | { readonly kind: 'too-large' };

/** The files as they come in, into memory: one cut off on its way leaves nothing anywhere. */
export const readUploads = async (
  uploads: AsyncIterable<Upload>,
  most: number = MOST_BYTES,
): Promise<UploadsRead> => {
  const files: GivenFile[] = [];
  let total = 0;
  for await (const { name, content } of uploads) {
    let pieces: Buffer[] = [];
    for await (const piece of content as AsyncIterable<Buffer>) {
      total += piece.length;
      if (total <= most) pieces.push(piece);
      else if (total > MOST_BYTES_LET_ARRIVE) return { kind: 'too-large' };
      else pieces = [];
    }
    // A browser sends a file of no name and no length where none was chosen.
    if (total <= most && (name !== '' || pieces.length > 0)) files.push({ name, bytes: joined(pieces) });
    else if (total > most) files.length = 0;
  }
  return total > most ? { kind: 'too-large' } : { kind: 'files', files };
};

/** In memory of their own, which can be handed to another thread. */
const joined = (pieces: readonly Buffer[]): Uint8Array => {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
};
