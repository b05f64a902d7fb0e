import type { Day } from '@rightplace/domain';
import { EDGE_OF_CARE_OUTCOMES } from '@rightplace/domain';
import { counted } from '../set-aside.ts';
import type { TextRow } from './csv-rows.ts';
import { type DayRead, readDay } from './days.ts';
import {
  BIRTH_COLUMN,
  CHILD_COLUMN,
  ETHNICITY_COLUMN,
  FACTORS_COLUMN,
  LISTS,
  LISTS_NOT_READ,
  type ListRead,
  plainHeading,
  SEX_COLUMNS,
} from './lists.ts';
import { detailsOf, factorsIn } from './said-of-child.ts';
import {
  identityOf,
  type NotTaken,
  nothingRead,
  type UpstreamFact,
  type UpstreamRead,
} from './upstream-fact.ts';

/** A title, a date of extraction and the like may stand above the headings. */
const MOST_ROWS_ABOVE = 15;

interface Found {
  readonly list: ListRead;
  readonly headingAt: number;
  readonly at: (column: string) => number;
}

const findList = (rows: readonly TextRow[]): Found | string | undefined => {
  for (const [headingAt, { cells }] of rows.slice(0, MOST_ROWS_ABOVE).entries()) {
    const headings = cells.map(plainHeading);
    const at = (column: string): number => headings.indexOf(plainHeading(column));
    if (at(CHILD_COLUMN) < 0) continue;
    const list = LISTS.find(({ starts }) => at(starts) >= 0);
    if (list !== undefined) return { list, headingAt, at };
    const known = LISTS_NOT_READ.find(({ column }) => at(column) >= 0);
    if (known !== undefined) return known.name;
  }
  return undefined;
};

/** One list: a sheet of the workbook, or a CSV. Told by its headings, whatever it is called and in whatever order they are. */
export const readList = (file: string, rows: readonly TextRow[], latest: Day): UpstreamRead => {
  const found = findList(rows);
  if (found === undefined)
    return nothingRead(
      file,
      `Its headings are not those of a list that is read: a “${CHILD_COLUMN}” and the day of the contact, referral, assessment, enquiry, need or plan.`,
      'Head the columns as Annex A does, or leave it out.',
    );
  if (typeof found === 'string')
    return {
      ...nothingRead(file, '', ''),
      notTaken: [],
      notes: [`${file} is ${found}, which is not needed and was not read.`],
    };
  return readRows(file, rows.slice(found.headingAt + 1), { ...found, latest });
};

const readRows = (
  file: string,
  rows: readonly TextRow[],
  { list, at, latest }: Found & { readonly latest: Day },
): UpstreamRead => {
  const facts = new Map<string, UpstreamFact>();
  const notTaken: NotTaken[] = [];
  let [read, taken] = [0, 0];
  const factorsTold = list.kind === 'assessment' && at(FACTORS_COLUMN) >= 0;
  for (const { line, cells } of rows) {
    if (cells.every((cell) => cell === '')) continue;
    read++;
    const cell = (column: string | undefined): string =>
      column === undefined ? '' : (cells[at(column)] ?? '').trim();
    const said = factOf(list, cell, latest);
    const aside = (reason: string, todo: string) =>
      notTaken.push({ file, line, child: cell(CHILD_COLUMN) || null, reason, todo });
    if (said.kind === 'trouble') {
      aside(said.reason, said.todo);
      continue;
    }
    const { fact } = said;
    const before = facts.get(identityOf(fact));
    if (before !== undefined) {
      const isSame = JSON.stringify(before) === JSON.stringify(fact);
      aside(
        isSame
          ? 'The same row was there before.'
          : `Another row has this child and “${list.starts}”, and says otherwise.`,
        isSame ? 'Nothing to do: it is counted once.' : 'Keep the row that is right.',
      );
      continue;
    }
    taken++;
    facts.set(identityOf(fact), fact);
    const sex = SEX_COLUMNS.find((column) => at(column) >= 0);
    const child = detailsOf(fact.child, {
      birth: readDay(cell(BIRTH_COLUMN), latest),
      sex: cell(sex),
      ethnicity: cell(ETHNICITY_COLUMN),
    });
    facts.set(identityOf(child), child);
    if (factorsTold)
      for (const factor of factorsIn(fact, cell(FACTORS_COLUMN))) facts.set(identityOf(factor), factor);
  }
  const absent = [list.ends, ...Object.values(list.days ?? {}), ...Object.values(list.texts ?? {})].filter(
    (column) => column !== undefined && at(column) < 0,
  );
  return {
    source: 'annex-a',
    kinds: ['child', list.kind, ...(factorsTold ? (['factor'] as const) : [])],
    facts: [...facts.values()],
    rows: read,
    taken,
    notTaken,
    notes: [
      `${file} is ${list.name}: ${counted(read, 'row')}.`,
      ...absent.map((column) => `${file} has no column “${column}”, so that is not known.`),
    ],
  };
};

type Said =
  | { readonly kind: 'fact'; readonly fact: UpstreamFact }
  | { readonly kind: 'trouble'; readonly reason: string; readonly todo: string };

const trouble = (reason: string, todo: string): Said => ({ kind: 'trouble', reason, todo });

const factOf = (list: ListRead, cell: (column: string | undefined) => string, latest: Day): Said => {
  const child = cell(CHILD_COLUMN);
  if (child === '') return trouble(`It has no ${CHILD_COLUMN}.`, 'Say which child it is of.');
  const days = new Map<string, DayRead>();
  for (const column of [list.starts, list.ends, ...Object.values(list.days ?? {})]) {
    if (column === undefined) continue;
    const read = readDay(cell(column), latest);
    if (read.kind === 'trouble') return trouble(`${column}: ${read.reason}`, read.todo);
    days.set(column, read);
  }
  const dayIn = (column: string | undefined): Day | null => {
    const read = column === undefined ? undefined : days.get(column);
    return read?.kind === 'day' ? read.day : null;
  };
  const [starts, ends] = [dayIn(list.starts), dayIn(list.ends)];
  if (starts === null) return trouble(`It has no ${list.starts}.`, 'Say the day.');
  const detail: Record<string, string> = {};
  for (const [name, column] of Object.entries(list.days ?? {})) {
    const on = dayIn(column);
    if (on !== null && on < starts)
      return trouble(`${column} is before ${list.starts}.`, 'Put the wrong one of the two days right.');
    if (on !== null) detail[name] = on;
  }
  if (ends !== null && ends < starts)
    return trouble(
      `${list.ends ?? ''} is before ${list.starts}.`,
      'Put the wrong one of the two days right.',
    );
  for (const [name, column] of Object.entries(list.texts ?? {})) {
    const text = cell(column);
    if (text !== '') detail[name] = text;
  }
  if (list.kind === 'edge-of-care') {
    const outcome = (detail['outcome'] ?? '').toLowerCase();
    if (!Object.hasOwn(EDGE_OF_CARE_OUTCOMES, outcome))
      return trouble(
        `Edge of Care Outcome is “${detail['outcome'] ?? ''}”.`,
        `Write one of: ${Object.keys(EDGE_OF_CARE_OUTCOMES).join(', ')}.`,
      );
    detail['outcome'] = outcome;
  }
  return { kind: 'fact', fact: { kind: list.kind, child, starts, ends, key: cell(list.key), detail } };
};
