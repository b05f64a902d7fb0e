import { listed, type SetAside } from '../set-aside.ts';
import type { TableName } from '../tables/table.ts';
import { sameRows, type TableRows } from '../tables/table-rows.ts';
import { getTable } from '../tables/tables.ts';
import { type FileRead, fileSetAside } from './file-read.ts';
import { identifiersByCase } from './identifiers-by-case.ts';
import { ReturnFileReader } from './return-file-reader.ts';

/** One file of a return: whole, or in pieces (a 300 MB file need not be one array, nor ever one string). */
export type ReturnFile = { readonly name: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly chunks: Iterable<Uint8Array> }
);

/** What one return's files say, before it is looked at whether it can be so. */
export interface ReadReturn {
  readonly tables: readonly TableRows[];
  /** Files that were not read, and rows that are not rows of their table. */
  readonly setAside: readonly SetAside[];
  readonly notes: readonly string[];
}

/** Reads the files of one return, in any order, whatever they are called. */
export const readReturn = (files: readonly ReturnFile[]): ReadReturn =>
  joinFiles(
    files.map((file) => {
      const reader = new ReturnFileReader(file.name);
      for (const piece of 'bytes' in file ? [file.bytes] : file.chunks) reader.write(piece);
      return reader.end();
    }),
  );

/** Puts the files of one return together, however each of them was read. */
export const joinFiles = (files: readonly FileRead[]): ReadReturn => {
  const setAside: SetAside[] = [];
  const notes: string[] = [];
  const tables: TableRows[] = [];
  for (const file of withoutXmlOfCsv(files)) {
    setAside.push(...file.setAside);
    notes.push(...file.notes);
    for (const rows of file.tables) {
      const same = tables.find((other) => sameRows(other, rows));
      if (same === undefined || rows.lines.length === 0) tables.push(rows);
      else setAside.push(theSameFileTwice(rows, same));
    }
  }
  return { tables, setAside, notes: [...notes, ...filesOfOneKind(tables), ...identifiersByCase(tables)] };
};

/**
 * A return is its CSV files or one XML. Where both give a table, they are two versions of one return: to add them up
 * would count children twice, so the CSV files are taken, and the XML is set aside whole rather than read by halves.
 */
const withoutXmlOfCsv = (files: readonly FileRead[]): readonly FileRead[] => {
  const ofCsv = new Map<TableName, string>();
  for (const file of files) {
    if (file.format === 'csv') for (const rows of file.tables) ofCsv.set(rows.table, rows.file);
  }
  return files.map((file) => {
    const clash = file.format === 'xml' ? file.tables.find((rows) => ofCsv.has(rows.table)) : undefined;
    if (clash === undefined) return file;
    const reason = `${getTable(clash.table).title} is also in ${ofCsv.get(clash.table)}; a return is its CSV files or one XML, so this XML was not read.`;
    const todo = 'To read the XML, take the CSV files away.';
    const unread = fileSetAside({ file: file.file, rule: 'xml-and-csv', reason, todo });
    return { ...file, tables: [], setAside: [unread], notes: [] };
  });
};

const theSameFileTwice = (rows: TableRows, same: TableRows): SetAside =>
  fileSetAside({
    file: rows.file,
    rule: 'same-file-twice',
    reason: `This holds the same rows of ${getTable(rows.table).title} as ${same.file}, so it was read once.`,
    todo: 'Nothing needs doing; leave one of the two out next time.',
  });

/** Two files of one kind are both read: the rules for rows then say which of their rows repeat or contradict. */
const filesOfOneKind = (tables: readonly TableRows[]): readonly string[] => {
  const files = new Map<TableName, string[]>();
  for (const { table, file } of tables) files.set(table, [...(files.get(table) ?? []), file]);
  return [...files]
    .filter(([, names]) => names.length > 1)
    .map(([table, names]) => {
      const all = names.length === 2 ? 'both' : 'all';
      return `${listed(names)} are ${all} ${getTable(table).title}; they were read as one file, in that order.`;
    });
};
