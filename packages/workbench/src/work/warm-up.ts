import {
  type Column,
  codesIn,
  LAST_YEAR,
  ReturnFileReader,
  rulesOf,
  TABLES,
  type Table,
} from '@rightplace/ssda903';
import { type CheckOptions, checkingReturn } from './check-return.ts';
import { findingColumns } from './finding-columns.ts';
import type { FileGiven, Slot } from './given.ts';

const CHILDREN = 60;
/** Rows of each child in each table. */
const ROWS = 3;
/** So many rules are first run at a time: a step takes some milliseconds. */
const AT_A_TIME = 8;
const ROUNDS = 2;

const DAYS = ['01/05/2026', '11/09/2026', '03/02/2019', '20/12/2026', '04/05/2012', ''] as const;

const cellOf = ({ name, kind }: Column, child: number, row: number): string => {
  const turn = child * 7 + row * 3;
  if (name === 'CHILD') return String(child);
  if (kind === 'date' || kind === 'partial-date') return DAYS[turn % DAYS.length] ?? '';
  if (kind === 'number') return String(turn % 41);
  if (kind === 'text') return `XX1 ${turn % 9}AA`;
  const codes = Object.keys(codesIn(name, LAST_YEAR));
  return codes[turn % (codes.length + 1)] ?? '';
};

const fileOf = ({ name, columns }: Table, id: number, slot: Slot): FileGiven => {
  const lines = [columns.map((column) => column.name).join()];
  for (let child = 0; child < CHILDREN; child++)
    for (let row = 0; row < ROWS; row++)
      lines.push(columns.map((column) => cellOf(column, child, row)).join());
  const reader = new ReturnFileReader(name);
  reader.write(Uint8Array.from(lines.join('\n'), (letter) => letter.charCodeAt(0)));
  return { id, name, slot, kind: 'return', read: reader.end() };
};

const OPTIONS: CheckOptions = {
  collectionYear: LAST_YEAR,
  upTo: undefined,
  authority: '',
  rules: [],
  ourRules: false,
  peerCompatible: false,
};

const check = (files: readonly FileGiven[], rules: readonly string[]): void => {
  const running = checkingReturn(files, { ...OPTIONS, rules }, () => new Map());
  for (let step = running.next(); ; step = running.next()) {
    if (step.done !== true) continue;
    if (step.value.kind === 'checked')
      findingColumns(step.value.result.findings, step.value.year, step.value.place);
    return;
  }
};

/**
 * Code that has never run is slow the first time. A check of nobody, while the analyst looks for the files, takes most of that
 * from the first real check: a return of every table, with days and codes where they belong, so that rules get to their ends. In
 * steps, so that the files, when they come, wait for one step at most.
 */
export const warmingUp = function* (): Generator<void, void> {
  const files: FileGiven[] = [];
  for (const slot of ['this-year', 'last-year'] as const)
    for (const [id, table] of TABLES.entries()) {
      files.push(fileOf(table, id, slot));
      yield;
    }
  const codes = rulesOf(LAST_YEAR).map(({ code }) => code);
  for (let at = 0; at < codes.length; at += AT_A_TIME) {
    check(files, codes.slice(at, at + AT_A_TIME));
    yield;
  }
  for (let round = 0; round < ROUNDS; round++) {
    check(files, []);
    yield;
  }
};
