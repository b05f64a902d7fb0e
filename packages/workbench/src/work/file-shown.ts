import { getTable } from '@rightplace/ssda903';
import type { FileGiven, GivenFile } from './given.ts';

/** What a file turned out to be, for the list of files. */
export interface FileShown extends GivenFile {
  /** "Episodes, 2,345 rows", or what else it is. */
  readonly is: string;
  /** Lists are of no year. */
  readonly isOfReturn: boolean;
  /** Why nothing of it was read; '' when it was. */
  readonly trouble: string;
}

const counted = (n: number, one: string): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : `${one}s`}`;

const isOf = (file: FileGiven): string => {
  if (file.kind === 'providers') return `a list of providers, ${counted(file.providers.length, 'setting')}`;
  if (file.kind === 'postcodes') return 'a postcode directory';
  if (file.kind === 'unread') return 'not read';
  const { tables } = file.read;
  if (tables.length === 0) return 'not read';
  const [only] = tables;
  if (only !== undefined && tables.length === 1)
    return `${getTable(only.table).title}, ${only.lines.length === 0 ? 'no rows' : counted(only.lines.length, 'row')}`;
  const rows = tables.reduce((sum, { lines }) => sum + lines.length, 0);
  return `${tables.length} tables, ${counted(rows, 'row')}`;
};

const troubleOf = (file: FileGiven): string => {
  if (file.kind === 'unread') return `${file.reason} ${file.todo}`.trim();
  if (file.kind !== 'return' || file.read.tables.length > 0) return '';
  return file.read.setAside.map(({ reason, todo }) => `${reason} ${todo}`).join(' ');
};

/** The list of files as the page shows it. */
export const shownFiles = (files: readonly FileGiven[]): readonly FileShown[] =>
  files.map((file) => ({
    id: file.id,
    name: file.name,
    slot: file.slot,
    is: isOf(file),
    isOfReturn: file.kind === 'return',
    trouble: troubleOf(file),
  }));
