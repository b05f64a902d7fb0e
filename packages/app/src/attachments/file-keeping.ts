import type { FileKeys } from './file-keys.ts';
import type { Scanner } from './scanner.ts';

/** How documents of cases are kept: handed in, as what it takes is not the database's. */
export interface FileKeeping {
  readonly keys: FileKeys;
  /** None where the service has no scanner: documents are then shown as not scanned. */
  readonly scanner: Scanner | undefined;
  /** The most that one document may have. */
  readonly mostBytes: number;
}

const MEGABYTE = 1_048_576;

export const USUAL_MOST_MEGABYTES = 25;
/** Whatever is set: a scanner takes no more, as it comes. */
export const LARGEST_MOST_MEGABYTES = 100;

export const mostBytesOf = (megabytes: number): number => megabytes * MEGABYTE;

/** How many documents one case may have at a time. */
export const MOST_DOCUMENTS = 50;

export const sizeInWords = (bytes: number): string =>
  bytes < 1_000
    ? `${bytes} bytes`
    : bytes < MEGABYTE
      ? `${Math.round(bytes / 1_024)} KB`
      : `${(bytes / MEGABYTE).toFixed(1).replace(/\.0$/, '')} MB`;
