/**
 * The files a person gives us, as returns: one return a collection year. A folder is one return, or holds one subfolder a
 * year named by its end year (2026, 2027); so does a zip of either.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { unzip } from './unzip.ts';

export interface GivenFile {
  /** As the person would find it: relative to what they gave, inside a zip if need be. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface GivenReturn {
  /** End year of the collection year when the folder's name says it. */
  readonly collectionYear: number | undefined;
  readonly files: readonly GivenFile[];
}

/** Something given that was not read, and what to do about it. */
export interface NotRead {
  readonly file: string;
  readonly reason: string;
}

export interface Given {
  readonly returns: readonly GivenReturn[];
  readonly notRead: readonly NotRead[];
}

/** A file larger than this is not a return: all of England in one file is about 200 MB. */
export const largestFileBytes = 1024 * 1024 * 1024;

const yearOfFolder = (name: string): number | undefined => {
  const match = /^(20\d{2})$/.exec(name);
  return match === null ? undefined : Number(match[1]);
};

const isHidden = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');

/** Files that travel with returns and are not part of one. */
const isPartOfNoReturn = (name: string): boolean => /\.(xlsx?|docx?|pdf|md|txt|json|html?)$/i.test(name);

/** Sorts files into returns by the year their folder names; opens zips on the way. */
export const sortIntoReturns = async (files: readonly GivenFile[]): Promise<Given> => {
  const notRead: NotRead[] = [];
  const byYear = new Map<number | undefined, GivenFile[]>();
  const place = (file: GivenFile): void => {
    if (isHidden(file.name)) return;
    if (isPartOfNoReturn(file.name)) {
      notRead.push({
        file: file.name,
        reason: 'It is not a CSV or XML file, so it is not part of a return. Nothing in it was used.',
      });
      return;
    }
    const folders = file.name.split('/').slice(0, -1);
    const year = folders.map(yearOfFolder).findLast((found) => found !== undefined);
    byYear.set(year, [...(byYear.get(year) ?? []), file]);
  };
  for (const file of files) {
    if (!isZip(file.bytes) || /\.xlsx$/i.test(file.name)) {
      place(file);
      continue;
    }
    const opened = await unzip(file);
    notRead.push(...opened.notRead);
    for (const inner of opened.files) place(inner);
  }
  const years = [...byYear.keys()].toSorted((a, b) => (a ?? Infinity) - (b ?? Infinity));
  return {
    returns: years.map((collectionYear) => ({ collectionYear, files: byYear.get(collectionYear) ?? [] })),
    notRead,
  };
};

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** Reads a folder as returns (or a single file given in a folder's place). */
export const readGiven = async (path: string): Promise<Given> => {
  const notRead: NotRead[] = [];
  const files: GivenFile[] = [];
  const take = async (full: string, name: string): Promise<void> => {
    const { size } = await stat(full);
    if (size > largestFileBytes)
      notRead.push({
        file: name,
        reason: 'It is larger than 1 GB, which no return is. Check that it is the right file.',
      });
    else files.push({ name, bytes: await readFile(full) });
  };
  if ((await stat(path)).isFile()) {
    await take(path, basename(path));
  } else {
    for (const entry of await readdir(path, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      if (entry.isFile()) await take(join(path, entry.name), entry.name);
      else if (entry.isDirectory() && yearOfFolder(entry.name) !== undefined) {
        for (const inner of await readdir(join(path, entry.name), { withFileTypes: true })) {
          const name = `${entry.name}/${inner.name}`;
          if (inner.isFile() && !inner.name.startsWith('.')) await take(join(path, name), name);
        }
      } else if (entry.isDirectory()) {
        notRead.push({
          file: `${entry.name}/`,
          reason:
            'Subfolders are read when they are named by the year in which the collection ends, such as 2026. Rename it or give it by itself.',
        });
      }
    }
  }
  // A folder that is itself named by a year and given directly says its year too.
  const own = yearOfFolder(basename(path));
  const given = await sortIntoReturns(files);
  return {
    returns: given.returns.map((each) => ({ ...each, collectionYear: each.collectionYear ?? own })),
    notRead: [...notRead, ...given.notRead],
  };
};
