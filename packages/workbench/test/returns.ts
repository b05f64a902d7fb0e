/** Returns of nobody, as texts: what a file of a table holds, with only the cells that a test is about. */
import { getTable, ReturnFileReader, type TableName } from '@rightplace/ssda903';
import {
  type CheckedReturn,
  type CheckOptions,
  checkingReturn,
  type NotChecked,
} from '../src/work/check-return.ts';
import type { FileGiven, Slot } from '../src/work/given.ts';

type Rows = readonly Readonly<Record<string, string>>[];

export const csvOf = (table: TableName, rows: Rows): string => {
  const names = getTable(table).columns.map(({ name }) => name);
  return [names.join(), ...rows.map((row) => names.map((name) => row[name] ?? '').join())].join('\n');
};

let lastId = 0;

export const aFile = (name: string, text: string, slot: Slot = 'this-year'): FileGiven => {
  const reader = new ReturnFileReader(name);
  reader.write(new TextEncoder().encode(text));
  lastId += 1;
  return { id: lastId, name, slot, kind: 'return', read: reader.end() };
};

export const aTable = (table: TableName, rows: Rows, slot: Slot = 'this-year'): FileGiven =>
  aFile(getTable(table).fileName, csvOf(table, rows), slot);

/** An episode that is in order, but for what is said. */
export const anEpisode = (CHILD: string, more: Readonly<Record<string, string>> = {}) => ({
  CHILD,
  DECOM: '01/06/2026',
  RNE: 'S',
  LS: 'C2',
  CIN: 'N1',
  PLACE: 'U1',
  PLACE_PROVIDER: 'PR1',
  HOME_POST: 'XX1 1AA',
  PL_POST: 'XX1 1AB',
  URN: '1234567',
  ...more,
});

export const aHeader = (CHILD: string, more: Readonly<Record<string, string>> = {}) => ({
  CHILD,
  SEX: 'F',
  DOB: '04/05/2014',
  ETHNIC: 'WBRI',
  UPN: 'UN1',
  ...more,
});

export const AS_USUAL: CheckOptions = {
  collectionYear: undefined,
  upTo: undefined,
  authority: '',
  rules: [],
  ourRules: false,
  peerCompatible: false,
};

export const outcomeOf = (
  files: readonly FileGiven[],
  options: Partial<CheckOptions> = {},
): CheckedReturn | NotChecked => {
  const running = checkingReturn(files, { ...AS_USUAL, ...options }, () => new Map());
  for (;;) {
    const step = running.next();
    if (step.done === true) return step.value;
  }
};

export const checkedOf = (
  files: readonly FileGiven[],
  options: Partial<CheckOptions> = {},
): CheckedReturn => {
  const outcome = outcomeOf(files, options);
  if (outcome.kind === 'checked') return outcome;
  throw new Error(outcome.sentence);
};
