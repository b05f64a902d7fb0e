import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { type Given, readGiven } from '@rightplace/app/files';
import { type Terminal, UsageError } from './command.ts';
import { pathFrom } from './options.ts';

const PIECE_BYTES = 4 * 1024 * 1024;

/** Turns "no such file" into a sentence; any other fault stays what it is. */
const sayingWhichFile = (path: string, error: unknown): unknown => {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return new UsageError(`There is no file or folder ${path}. Check the path.`);
  if (code === 'EACCES' || code === 'EPERM')
    return new UsageError(`${path} may not be read by this user. Check its permissions.`);
  if (code === 'EISDIR') return new UsageError(`${path} is a folder; this takes a file.`);
  return error;
};

/** Writes what a person asked for to where they said. */
export const writeTo = (terminal: Terminal, path: string, content: string | Uint8Array): void => {
  try {
    writeFileSync(pathFrom(terminal, path), content);
  } catch (error) {
    throw sayingWhyNotWritten(path, error);
  }
};

const sayingWhyNotWritten = (path: string, error: unknown): unknown => {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new UsageError(`There is no folder to write ${path} in. Make it first, or choose another.`);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new UsageError(`${path} may not be written by this user. Choose another place.`);
  if (code === 'EISDIR') return new UsageError(`${path} is a folder; name the file to write in it.`);
  return code === 'ENOSPC' ? new UsageError(`There is no room on the disk for ${path}.`) : error;
};

/** The returns in a folder, or in one file or zip. */
export const givenAt = async (terminal: Terminal, path: string): Promise<Given> => {
  try {
    return await readGiven(pathFrom(terminal, path));
  } catch (error) {
    throw sayingWhichFile(path, error);
  }
};

/** Several paths as one: files are one return; folders keep the years their names say. */
export const givenTogether = async (terminal: Terminal, paths: readonly string[]): Promise<Given> => {
  const all: Given[] = [];
  for (const path of paths) all.push(await givenAt(terminal, path));
  const returns = all.flatMap((given) => given.returns);
  const byYear = Map.groupBy(returns, ({ collectionYear }) => collectionYear);
  return {
    returns: [...byYear].map(([collectionYear, same]) => ({
      collectionYear,
      files: same.flatMap(({ files }) => files),
    })),
    notRead: all.flatMap((given) => given.notRead),
  };
};

/** When nothing given could be read as part of a return, its figures would all be noughts that mean nothing. */
export const noReturnIn = (path: string): string =>
  `No return was found in ${path}: no file there could be read as its children or its episodes. Give the folder that holds the return’s CSV files, or its XML.`;

export const wholeFile = (terminal: Terminal, path: string): Uint8Array => {
  try {
    return readFileSync(pathFrom(terminal, path));
  } catch (error) {
    throw sayingWhichFile(path, error);
  }
};

/** A large file a piece at a time. */
export const piecesOf = function* (terminal: Terminal, path: string): Generator<Uint8Array> {
  let file: number;
  try {
    file = openSync(pathFrom(terminal, path), 'r');
  } catch (error) {
    throw sayingWhichFile(path, error);
  }
  try {
    for (;;) {
      const piece = new Uint8Array(PIECE_BYTES);
      const read = readSync(file, piece);
      if (read === 0) return;
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
};
