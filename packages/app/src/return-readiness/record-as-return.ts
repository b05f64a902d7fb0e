/** The record as returns tell it, for the rules: written back as an export writes it, and read as its files would be. */
import type { ChildId, ChildRecord, CollectionYear, Day, Moment } from '@rightplace/domain';
import {
  choiceForRules,
  type HeldChild,
  readReturn,
  type TableRows,
  type WrittenFile,
  withEarlierEpisodes,
  withTablesHeld,
  writeReturn,
} from '@rightplace/ssda903';
import {
  lastChangeAt,
  loadEntered,
  loadLedger,
  loadReported,
  loadReportedOf,
  type Tx,
} from '@rightplace/store';
import { heldFromRecords } from '../import/held-children.ts';
import { frozenTables } from './frozen-tables.ts';

export interface RecordForReturns {
  readonly held: ReadonlyMap<ChildId, HeldChild>;
  readonly records: readonly ChildRecord[];
  readonly recordAt: Moment | undefined;
}

/** Within one reading transaction, so that what returns said and what is believed are of one moment. */
export const loadForReturns = async (tx: Tx, knownAt?: Moment): Promise<RecordForReturns> => {
  const recordAt = await lastChangeAt(tx, knownAt);
  const { children } = await loadLedger(tx, { knownAt });
  const held = heldFromRecords(children, await loadReported(tx), await loadEntered(tx));
  return { held, records: children, recordAt };
};

export interface YearOfRecord {
  readonly files: readonly WrittenFile[];
  readonly tables: readonly TableRows[];
  readonly children: readonly ChildId[];
}

const encoder = new TextEncoder();

export const bytesOf = ({ text }: WrittenFile): Uint8Array => encoder.encode(text);

const readAgain = (files: readonly WrittenFile[]): readonly TableRows[] =>
  readReturn(files.map((file) => ({ name: file.name, bytes: bytesOf(file) }))).tables;

/** The year's files as they would be submitted, and its tables as rules look at them: also those known to be empty. */
export const yearOfRecord = (
  { held }: RecordForReturns,
  { collectionYear, today }: { readonly collectionYear: CollectionYear; readonly today: Day },
): YearOfRecord => {
  const choice = choiceForRules(held.values(), collectionYear);
  const { files, children } = writeReturn(held, { collectionYear, choice });
  const tables = withTablesHeld(readAgain(files), { collectionYear, today, held });
  return { files, children, tables };
};

/** What comparisons with last year are made with, and care leavers' earlier episodes after it. */
export interface LastYear {
  readonly kind: 'frozen' | 'record' | 'nothing';
  readonly tables: readonly TableRows[] | undefined;
  /** Which freeze, when it is that. */
  readonly freeze?: number;
}

/** The return that was submitted last year, where it was frozen: that is what the Department has. Else the record's. */
export const lastYearOf = async (
  tx: Tx,
  record: RecordForReturns,
  {
    collectionYear,
    today,
    tables,
  }: {
    readonly collectionYear: CollectionYear;
    readonly today: Day;
    readonly tables: readonly TableRows[];
  },
): Promise<LastYear> => {
  const lastYear = { collectionYear: collectionYear - 1, today };
  const withEarlier = (before: readonly TableRows[]): readonly TableRows[] =>
    withEarlierEpisodes(before, { collectionYear, tables, held: record.held });
  const frozen = await frozenTables(tx, collectionYear - 1);
  if (frozen !== undefined)
    return {
      kind: 'frozen',
      tables: withEarlier(withTablesHeld(frozen.tables, { ...lastYear, held: record.held })),
      freeze: frozen.freeze,
    };
  const written = yearOfRecord(record, lastYear);
  return written.children.length === 0
    ? { kind: 'nothing', tables: undefined }
    : { kind: 'record', tables: withEarlier(written.tables) };
};

/** One child's rows of a year as the record has them now. */
export const rowsOfChild = async (
  tx: Tx,
  child: ChildRecord,
  collectionYear: CollectionYear,
): Promise<readonly TableRows[]> => {
  const { reported, isYearHeld } = await loadReportedOf(tx, child.id, collectionYear);
  const { files } = writeReturn(heldFromRecords([child], reported), {
    collectionYear,
    choice: isYearHeld ? 'as-reported' : 'by-dates',
  });
  return readAgain(files);
};
