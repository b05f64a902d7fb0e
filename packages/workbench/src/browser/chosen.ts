import { yearOfPath } from '@rightplace/ssda903';
import { withoutSharedFolders } from '../view/shared-folders.ts';
import type { ChosenFile } from '../view/sort-into-slots.ts';
import type { Refusal } from '../work/zip-directory.ts';
import { unzipIfZip } from './unzip.ts';

/** A file as the analyst has it, and why it is not read when that is known already. */
export interface Chosen {
  readonly file: File;
  readonly refused?: Refusal;
  /** The zip it came in. */
  readonly zip?: string;
}

/** What systems leave in folders for themselves. */
const isLeftBySystem = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');

const INSIDE: Refusal = { reason: 'A zip inside a zip is not opened.', todo: 'Unpack it first.' };

/** A zip is what a folder would be with the same files in it. */
const fromZip = async (zip: File): Promise<readonly ChosenFile<Chosen>[] | undefined> => {
  const unzipped = await unzipIfZip(zip);
  if (unzipped === undefined) return undefined;
  if (unzipped.kind === 'refused')
    return [{ name: zip.name, year: undefined, file: { file: zip, refused: unzipped.refused } }];
  const files = unzipped.files.filter(({ path }) => !isLeftBySystem(path));
  const names = withoutSharedFolders(files.map(({ path }) => path));
  return files.map(({ path, file }, i) => ({
    name: names[i] ?? path,
    year: yearOfPath(`${zip.name}/${path}`),
    file: { file, zip: zip.name, ...(/\.zip$/i.test(path) ? { refused: INSIDE } : {}) },
  }));
};

const fromDisk = (file: File): readonly ChosenFile<Chosen>[] => {
  const path = file.webkitRelativePath === '' ? file.name : file.webkitRelativePath;
  if (isLeftBySystem(path)) return [];
  const name = path.split('/').slice(1).join('/') || path;
  return [{ name, year: yearOfPath(path), file: { file } }];
};

/** The files chosen, with those inside zips in place of the zips. */
export const chosenFrom = async (files: readonly File[]): Promise<readonly ChosenFile<Chosen>[]> =>
  (await Promise.all(files.map(async (file) => (await fromZip(file)) ?? fromDisk(file)))).flat();
