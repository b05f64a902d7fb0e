import type { SetAside, SetAsideRule } from '../set-aside.ts';
import type { TableRows } from '../tables/table-rows.ts';

/** What came of one file. A file that could not be read has no tables and says why in `setAside`. */
export interface FileRead {
  readonly file: string;
  readonly format: 'csv' | 'xml' | null;
  readonly tables: readonly TableRows[];
  readonly setAside: readonly SetAside[];
  readonly notes: readonly string[];
}

/** Takes a file in pieces, so that a very large one is never whole in memory. */
export interface PieceReader {
  write(piece: Uint8Array): void;
  end(): FileRead;
}

export interface WholeFileTrouble {
  readonly file: string;
  readonly rule: SetAsideRule;
  readonly reason: string;
  readonly todo: string;
  readonly line?: number;
}

export const fileSetAside = ({ file, rule, reason, todo, line = 1 }: WholeFileTrouble): SetAside => ({
  file,
  line,
  table: null,
  child: null,
  rule,
  reason,
  todo,
});

export const unreadFile = (trouble: WholeFileTrouble): FileRead => ({
  file: trouble.file,
  format: null,
  tables: [],
  setAside: [fileSetAside(trouble)],
  notes: [],
});
