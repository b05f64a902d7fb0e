import { type GridPlace, NotAPostcodeDirectory, readPostcodeGrid } from '@rightplace/ssda903';
import { type Terminal, UsageError } from './command.ts';
import { piecesOf } from './files.ts';

/** The places in a postcode directory; one that is none is named. */
export const postcodesIn = function* (terminal: Terminal, path: string): Generator<GridPlace> {
  try {
    yield* readPostcodeGrid(piecesOf(terminal, path));
  } catch (error) {
    throw error instanceof NotAPostcodeDirectory ? new UsageError(`${path}: ${error.message}`) : error;
  }
};
