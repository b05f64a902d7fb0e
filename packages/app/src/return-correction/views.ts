/** What the pages show on which a person corrects a row of a child's return. */
import type { ChildDetails, ChildId, ChildRefusal, CollectionYear, Refusal } from '@rightplace/domain';
import type { RowChange, Severity, SourceName, TableName, TroubleInColumns } from '@rightplace/ssda903';
import type { OpenGlass } from '../child/break-glass.ts';
import type { RowColumn } from './row-columns.ts';

/** Cells by column, as the return writes them; blank or absent is the same. */
export type RowCells = Readonly<Record<string, string>>;

/** A finding as it stands beside a change: made by it, there with and without it, or gone with it. */
export type FindingChange = 'new' | 'same' | 'cleared';

export interface RowFinding {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly wrong: string;
  readonly todo: string;
  readonly change: FindingChange;
  readonly table: SourceName;
  readonly tableTitle: string;
  /** Of the rows at fault. */
  readonly rowKeys: readonly string[];
  /** Columns of the table at fault, as it orders them. */
  readonly fields: readonly string[];
}

/** What the rules of the year find in the child's whole return. */
export interface RowsLookedAt {
  /** In the row itself. */
  readonly here: readonly RowFinding[];
  readonly cleared: readonly RowFinding[];
  /** In the child's other rows. */
  readonly elsewhere: readonly RowFinding[];
}

/** Of whom a page tells. */
export interface ChildNamed extends Pick<ChildDetails, 'givenName' | 'familyName' | 'dateOfBirth'> {
  readonly id: ChildId;
}

/** A cell that somebody else changed since the form was opened. */
export interface ChangedMeanwhile {
  readonly column: string;
  readonly was: string;
  readonly now: string;
  readonly typed: string;
}

export type RowProblem = Refusal<'reason-needed' | 'reason-too-long' | 'nothing-changed'>;

/** Why a row cannot be taken in, with the columns in which that is put right. */
export type RowTroubleSaid = Omit<TroubleInColumns, 'rule'>;

/** The form of one row, with what was typed and what is to be said of it. */
export interface RowForm {
  readonly kind: 'row-form';
  readonly child: ChildNamed;
  readonly glass: OpenGlass | undefined;
  readonly collectionYear: CollectionYear;
  readonly table: TableName;
  readonly tableTitle: string;
  /** Of the table, with the codes of the year and those that the row has. */
  readonly columns: readonly RowColumn[];
  /** Undefined for a row that is to be added. */
  readonly rowKey: string | undefined;
  /** As the record has the row now. */
  readonly shown: RowCells;
  readonly typed: RowCells;
  readonly looked: RowsLookedAt;
  /** Why it cannot be taken in as typed. */
  readonly troubles: readonly RowTroubleSaid[];
  readonly problems: readonly RowProblem[];
  readonly changedMeanwhile: readonly ChangedMeanwhile[];
  /** Other years whose returns told of the same: they change with it. */
  readonly otherYears: readonly CollectionYear[];
  readonly reason: string;
}

export type RowChangeKind = RowChange['kind'];

export interface RowSaved {
  readonly kind: 'saved';
  readonly what: RowChangeKind;
  readonly cleared: number;
  readonly found: number;
  /** False when the row's dates put it into another year's return. */
  readonly isOfYear: boolean;
}

/** Somebody removed the row, or gave it another key, since the form was opened. */
export interface RowGone {
  readonly kind: 'row-gone';
  readonly child: ChildNamed;
  readonly collectionYear: CollectionYear;
  readonly table: TableName;
  readonly tableTitle: string;
  readonly columns: readonly RowColumn[];
  readonly typed: RowCells;
}

export type RowRefusal = ChildRefusal | Refusal<'no-such-year' | 'no-such-table' | 'no-such-row'>;

/** Which row: by its year, its table and what tells it from the child's others. */
export interface RowAsked {
  readonly id: ChildId;
  readonly collectionYear: CollectionYear;
  readonly table: string;
  readonly rowKey: string | undefined;
}

export interface RowTyped {
  readonly cells: RowCells;
  /** As the form was opened with. */
  readonly was: RowCells;
  readonly reason: string;
}

/** A child's whole return of a year, with what is found in it. */
export interface ChildReturnView {
  readonly kind: 'child-return';
  readonly child: ChildNamed;
  readonly glass: OpenGlass | undefined;
  readonly collectionYear: CollectionYear;
  readonly years: readonly CollectionYear[];
  readonly tables: readonly {
    readonly table: TableName;
    readonly title: string;
    readonly columns: readonly RowColumn[];
    readonly rows: readonly { readonly key: string; readonly cells: RowCells }[];
    readonly mayAdd: boolean;
  }[];
  readonly findings: readonly RowFinding[];
}
