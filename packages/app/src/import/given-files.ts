/**
 * The files a person gives us, as returns: one return a collection year. A folder is one return, or holds one subfolder a
 * year named by its end year (2026, 2027); so does a zip of either.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { yearOfFolder, yearOfPath } from '@rightplace/ssda903';
import { isZip, unzip } from './unzip.ts';

export interface GivenFile {
  /** As the person would find it: relative to what they gave, inside a zip if need be. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface GivenReturn {
  /** End year of the collection year when the folder's name or the person says it. */
  readonly collectionYear: number | undefined;
  /** The year that the person said, where the folder says another: the folder is believed, and they are told. */
  readonly saidToBe?: number;
  readonly files: readonly GivenFile[];
}

/** The same return, said by a person to be of a year: of that one, unless its folder says another. */
export const saidToBeOf = (given: GivenReturn, year: number | undefined): GivenReturn => {
  if (year === undefined || given.collectionYear === year) return given;
  if (given.collectionYear === undefined) return { ...given, collectionYear: year };
  return { ...given, saidToBe: year };
};

/** Something given that was not read, and what to do about it. */
export interface NotRead {
  readonly file: string;
  /** It may hold a return and could not be opened, or it only lay beside one. */
  readonly kind: 'unreadable' | 'beside';
  readonly reason: string;
  readonly todo: string;
}

export interface Given {
  readonly returns: readonly GivenReturn[];
  readonly notRead: readonly NotRead[];
}

/** A file larger than this is not a return: all of England in one file is about 200 MB. */
export const largestFileBytes = 256 * 1024 * 1024;

const isHidden = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');

/** Files that travel with returns and are not part of one. */
const isBesideReturns = (name: string): boolean => /\.(xlsx?|docx?|pptx?|pdf|md|txt|json|html?)$/i.test(name);

/** A name can hold anything; neither the database nor a page takes control characters or halves of letters. */
const cleanName = (name: string): string => name.replaceAll(/\p{Cc}/gu, '').toWellFormed() || 'a file';

/** Sorts files into returns by the year their folder names, or else the year given; opens zips on the way. */
export const sortIntoReturns = async (
  files: readonly GivenFile[],
  collectionYear?: number,
): Promise<Given> => {
  const notRead: NotRead[] = [];
  const byYear = new Map<number | undefined, GivenFile[]>();
  const place = ({ name, bytes }: GivenFile): void => {
    if (isHidden(name)) return;
    if (isBesideReturns(name)) {
      const reason = 'It is not a CSV or XML file, so it is not part of a return.';
      notRead.push({ file: name, kind: 'beside', reason, todo: 'Nothing in it was used.' });
      return;
    }
    const year = yearOfPath(name) ?? collectionYear;
    const ofYear = byYear.get(year) ?? [];
    byYear.set(year, ofYear);
    ofYear.push({ name, bytes });
  };
  for (const { name, bytes } of files) {
    const file = { name: cleanName(name), bytes };
    if (isBesideReturns(file.name) || !isZip(bytes)) {
      place(file);
      continue;
    }
    const opened = await unzip(file);
    notRead.push(...opened.notRead);
    for (const inner of opened.files) place({ ...inner, name: cleanName(inner.name) });
  }
  const years = [...byYear.keys()].toSorted((a, b) => (a ?? Infinity) - (b ?? Infinity));
  return {
    returns: years.map((year) =>
      saidToBeOf({ collectionYear: year, files: byYear.get(year) ?? [] }, collectionYear),
    ),
    notRead,
  };
};

/** Reads a folder as returns (or a single file given in a folder's place). */
export const readGiven = async (path: string): Promise<Given> => {
  const notRead: NotRead[] = [];
  const files: GivenFile[] = [];
  const take = async (full: string, name: string): Promise<void> => {
    const { size } = await stat(full);
    if (size <= largestFileBytes) {
      files.push({ name, bytes: await readFile(full) });
      return;
    }
    const reason = 'It is larger than 256 MB, which no return is: all England’s children fit in less.';
    notRead.push({ file: name, kind: 'unreadable', reason, todo: 'Check that it is the right file.' });
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
          kind: 'beside',
          reason:
            'Subfolders are read when they are named by the year in which the collection ends, such as 2026.',
          todo: 'Rename it or give it by itself.',
        });
      }
    }
  }
  // A folder that is itself named by a year and given directly says its year too.
  const given = await sortIntoReturns(files, yearOfFolder(basename(path)));
  return { returns: given.returns, notRead: [...notRead, ...given.notRead] };
};

/** What was not read, as sentences. */
export const notReadNotes = (notRead: readonly NotRead[]): readonly string[] =>
  notRead.map(({ file, reason, todo }) => `${file}: ${reason} ${todo}`);
