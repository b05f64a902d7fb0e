import { type Day, EDGE_OF_CARE_OUTCOMES } from '@rightplace/domain';
import { counted } from '../set-aside.ts';
import type { TextRow } from './csv-rows.ts';
import { type DayRead, readDay } from './days.ts';
import { type BirthTold, isLongBeforeBirth } from './doubts.ts';
import { type FoundList, findList, otherListNamed } from './find-list.ts';
import {
  BIRTH_COLUMN,
  CHILD_COLUMN,
  ETHNICITY_COLUMN,
  FACTORS_COLUMN,
  type ListRead,
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

/** One list: a sheet of the workbook, or a CSV. */
export const readList = (file: string, rows: readonly TextRow[], latest: Day): UpstreamRead => {
  const found = findList(rows);
  switch (found.kind) {
    case 'trouble':
      return nothingRead(file, found.reason, found.todo);
    case 'not-needed':
      return {
        ...nothingRead(file, '', ''),
        notTaken: [],
        notes: [`${file} is ${found.name}, which is not needed and was not read.`],
      };
    case 'list':
      return readRows(file, rows.slice(found.headingAt + 1), { ...found, latest });
  }
};

const readRows = (
  file: string,
  rows: readonly TextRow[],
  { list, at, latest }: FoundList & { readonly latest: Day },
): UpstreamRead => {
  const facts = new Map<string, UpstreamFact>();
  const notTaken: NotTaken[] = [];
  const doubts: NotTaken[] = [];
  const births: BirthTold[] = [];
  let [read, taken] = [0, 0];
  const factorsTold = list.kind === 'assessment' && at(FACTORS_COLUMN) >= 0;
  for (const { line, cells } of rows) {
    if (cells.every((cell) => cell === '')) continue;
    read++;
    const cell = (column: string | undefined): string =>
      column === undefined ? '' : (cells[at(column)] ?? '').trim();
    const said = factOf(list, cell, latest);
    const where = { file, line, child: cell(CHILD_COLUMN) || null };
    if (said.kind === 'trouble') {
      const { column, reason, todo } = said;
      notTaken.push({ ...where, column, reason, todo });
      continue;
    }
    const { fact } = said;
    const before = facts.get(identityOf(fact));
    if (before !== undefined) {
      notTaken.push({ ...where, column: list.starts, ...sayTwice(list, before, fact) });
      continue;
    }
    taken++;
    facts.set(identityOf(fact), fact);
    const sex = SEX_COLUMNS.find((column) => at(column) >= 0);
    const birth = readDay(cell(BIRTH_COLUMN), latest);
    const child = detailsOf(fact.child, { birth, sex: cell(sex), ethnicity: cell(ETHNICITY_COLUMN) });
    if (!facts.has(identityOf(child))) facts.set(identityOf(child), child);
    if (birth.kind === 'trouble')
      doubts.push({
        ...where,
        column: BIRTH_COLUMN,
        reason: birth.reason,
        todo: `${birth.todo} It was left out.`,
      });
    if (birth.kind === 'day') {
      births.push({ child: fact.child, birth: birth.day, file, line, column: BIRTH_COLUMN });
      if (fact.starts !== null && isLongBeforeBirth(fact.starts, birth.day))
        doubts.push({
          ...where,
          column: list.starts,
          reason: `${list.starts} is long before ${BIRTH_COLUMN}.`,
          todo: 'Put the wrong one of the two days right. The row counts as it is.',
        });
    }
    if (factorsTold)
      for (const factor of factorsIn(fact, cell(FACTORS_COLUMN))) facts.set(identityOf(factor), factor);
  }
  const absent = [list.ends, ...Object.values(list.days ?? {}), ...Object.values(list.texts ?? {})].filter(
    (column) => column !== undefined && at(column) < 0,
  );
  const called = otherListNamed(file, list);
  return {
    source: 'annex-a',
    kinds: ['child', list.kind, ...(factorsTold ? (['factor'] as const) : [])],
    facts: [...facts.values()],
    rows: read,
    taken,
    notTaken,
    doubts,
    births,
    notes: [
      `${file} is ${list.name}: ${counted(read, 'row')}.`,
      ...(called === undefined
        ? []
        : [
            `${file} is called ${called} and holds ${list.name}, by its headings: see that no list is missing.`,
          ]),
      ...absent.map((column) => `${file} has no column “${column}”, so that is not known.`),
    ],
  };
};

const sayTwice = (
  { starts }: ListRead,
  before: UpstreamFact,
  fact: UpstreamFact,
): Pick<NotTaken, 'reason' | 'todo'> =>
  JSON.stringify(before) === JSON.stringify(fact)
    ? { reason: 'The same row was there before.', todo: 'Nothing to do: it is counted once.' }
    : {
        reason: `Another row has this child and “${starts}”, and says otherwise.`,
        todo: 'Keep the row that is right.',
      };

type Said =
  | { readonly kind: 'fact'; readonly fact: UpstreamFact }
  | {
      readonly kind: 'trouble';
      readonly column: string | undefined;
      readonly reason: string;
      readonly todo: string;
    };

const trouble = (column: string | undefined, reason: string, todo: string): Said => ({
  kind: 'trouble',
  column,
  reason,
  todo,
});

const WRONG_ONE = 'Put the wrong one of the two days right.';

const factOf = (list: ListRead, cell: (column: string | undefined) => string, latest: Day): Said => {
  const child = cell(CHILD_COLUMN);
  if (child === '') return trouble(CHILD_COLUMN, `It has no ${CHILD_COLUMN}.`, 'Say which child it is of.');
  const days = new Map<string, DayRead>();
  for (const column of [list.starts, list.ends, ...Object.values(list.days ?? {})]) {
    if (column === undefined) continue;
    const read = readDay(cell(column), latest);
    if (read.kind === 'trouble') return trouble(column, `${column}: ${read.reason}`, read.todo);
    days.set(column, read);
  }
  const dayIn = (column: string | undefined): Day | null => {
    const read = column === undefined ? undefined : days.get(column);
    return read?.kind === 'day' ? read.day : null;
  };
  const [starts, ends] = [dayIn(list.starts), dayIn(list.ends)];
  if (starts === null) return trouble(list.starts, `It has no ${list.starts}.`, 'Say the day.');
  const detail: Record<string, string> = {};
  for (const [name, column] of Object.entries(list.days ?? {})) {
    const on = dayIn(column);
    if (on !== null && on < starts) return trouble(column, `${column} is before ${list.starts}.`, WRONG_ONE);
    if (on !== null) detail[name] = on;
  }
  if (ends !== null && ends < starts)
    return trouble(list.ends, `${list.ends ?? ''} is before ${list.starts}.`, WRONG_ONE);
  for (const [name, column] of Object.entries({ ...list.texts, ...list.added })) {
    const text = cell(column);
    if (text !== '') detail[name] = text;
  }
  if (list.kind === 'edge-of-care') {
    const outcome = (detail['outcome'] ?? '').toLowerCase();
    if (!Object.hasOwn(EDGE_OF_CARE_OUTCOMES, outcome))
      return trouble(
        'Edge of Care Outcome',
        `Edge of Care Outcome is “${detail['outcome'] ?? ''}”.`,
        `Write one of: ${Object.keys(EDGE_OF_CARE_OUTCOMES).join(', ')}.`,
      );
    detail['outcome'] = outcome;
  }
  return { kind: 'fact', fact: { kind: list.kind, child, starts, ends, key: cell(list.key), detail } };
};
