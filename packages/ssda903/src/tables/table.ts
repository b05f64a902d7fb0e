import type { CollectionYear } from '@rightplace/domain';

export type TableName =
  | 'Header'
  | 'Episodes'
  | 'Reviews'
  | 'UASC'
  | 'OC2'
  | 'OC3'
  | 'AD1'
  | 'PlacedAdoption'
  | 'PrevPerm'
  | 'Missing'
  | 'SWEpisodes'
  | 'DoLo';

/**
 * What a column holds. `partial-date` is a date of which a part may be unknown (ZZ/05/2019). A `code` column's codes
 * are those of the set of its name (codes/codes.ts).
 */
export type ColumnKind = 'text' | 'code' | 'date' | 'partial-date' | 'number';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  /** A correct return may leave it blank for some child; exactly when is for the rules of the return to say. */
  readonly mayBeBlank: boolean;
}

export interface Table {
  readonly name: TableName;
  /** As people call the file. */
  readonly title: string;
  /** What one row is of. */
  readonly rowFor: string;
  /** The name we write it under. Files are recognised by their columns, whatever they are called. */
  readonly fileName: string;
  /** The first collection year that has it; absent when every listed year does. */
  readonly since?: CollectionYear;
  /** The columns of its CSV file, in the order in which they are written. */
  readonly columns: readonly Column[];
  /** Columns that are worked out, not reported: not part of the file, but no reason to refuse it. */
  readonly derived?: readonly Column[];
  /** The column of a row's end, where rows can be open. */
  readonly endColumn?: string;
}
