/** What was put right here by hand, and what loading files would make of it: nothing is undone unseen. */
import {
  type ChildId,
  type CollectionYear,
  childId,
  collectionYearEnd,
  collectionYearLabel,
  type Moment,
} from '@rightplace/domain';
import {
  type ChildRow,
  choiceForRules,
  dayFromReturn,
  getTable,
  type HeldChild,
  rowsOfChild,
  type TableName,
} from '@rightplace/ssda903';
import { type AuditRecord, listAudit, listPeople, type Tx } from '@rightplace/store';
import { tidyCells } from '../return-correction/typed-cells.ts';

/** `undone`: the record would say what the file says again. `ends-later`: an older return would tell an end entered here. */
export interface HandCorrection {
  readonly kind: 'undone' | 'ends-later';
  readonly child: ChildId;
  readonly collectionYear: CollectionYear;
  readonly table: TableName;
  /** The row and what was typed, in a few words. */
  readonly what: string;
  readonly by: string;
  readonly at: Moment;
}

const ACTIONS = ['return-row-corrected', 'return-row-added', 'return-row-removed'] as const;
/** More than an authority corrects by hand in many years. */
const MOST_CORRECTIONS = 100_000;

type Cells = Readonly<Record<string, string>>;
type Children = ReadonlyMap<ChildId, HeldChild>;

interface Correction {
  readonly child: ChildId;
  readonly year: CollectionYear;
  readonly table: TableName;
  readonly key: string | null;
  readonly isRemoval: boolean;
  /** What was typed over; of a row removed, all of it. */
  readonly cells: Cells;
  readonly entry: AuditRecord;
}

/** As saving a correction writes its detail. */
const readCorrection = (entry: AuditRecord): Correction | undefined => {
  const { collectionYear, table, row, cells } = (entry.detail ?? {}) as Record<string, unknown>;
  if (entry.subject === undefined || typeof collectionYear !== 'number' || typeof table !== 'string')
    return undefined;
  const typed = Object.entries((cells ?? {}) as Record<string, string | readonly string[]>).map(
    ([column, said]) => [column, typeof said === 'string' ? said : (said[1] ?? '')] as const,
  );
  return {
    child: childId(entry.subject.id),
    year: collectionYear,
    table: table as TableName,
    key: typeof row === 'string' ? row : null,
    isRemoval: entry.action === 'return-row-removed',
    cells: Object.fromEntries(typed),
    entry,
  };
};

/** Those of the corrections made by hand that loading would undo, or carry into an older return; newest first. */
export const correctionsMet = async (
  tx: Tx,
  {
    before,
    after,
    years,
  }: { readonly before: Children; readonly after: Children; readonly years: readonly CollectionYear[] },
): Promise<readonly HandCorrection[]> => {
  const changed = new Set([...after].filter(([id, child]) => before.get(id) !== child).map(([id]) => id));
  if (changed.size === 0) return [];
  const entries: AuditRecord[] = [];
  for (const action of ACTIONS) entries.push(...(await listAudit(tx, { action, limit: MOST_CORRECTIONS })));
  const names = new Map((await listPeople(tx)).map(({ id, name }) => [String(id), name]));
  const rowsThen = rowsIn(before);
  const rowsThenceforth = rowsIn(after);
  return entries
    .toSorted((a, b) => b.seq - a.seq)
    .flatMap((entry): HandCorrection[] => {
      const correction = readCorrection(entry);
      if (correction === undefined || !changed.has(correction.child)) return [];
      const met = whatIsMet(correction, { rowsThen, rowsThenceforth, years });
      const { child, year: collectionYear, table } = correction;
      const by = names.get(entry.actor) ?? entry.actor;
      return met === undefined ? [] : [{ child, collectionYear, table, by, at: entry.at, ...met }];
    });
};

type RowsIn = (correction: Correction, year?: CollectionYear) => readonly ChildRow[];

const rowsIn = (children: Children): RowsIn => {
  const choices = new Map<CollectionYear, ReturnType<typeof choiceForRules>>();
  return ({ child, table, year: corrected }, year = corrected) => {
    const choice = choices.get(year) ?? choiceForRules(children.values(), year);
    choices.set(year, choice);
    const held = children.get(child);
    return held === undefined ? [] : (rowsOfChild(child, held, { year, choice }).get(table) ?? []);
  };
};

interface Sides {
  readonly rowsThen: RowsIn;
  readonly rowsThenceforth: RowsIn;
  readonly years: readonly CollectionYear[];
}

const whatIsMet = (
  correction: Correction,
  { rowsThen, rowsThenceforth, years }: Sides,
): Pick<HandCorrection, 'kind' | 'what'> | undefined => {
  const { cells, table, isRemoval } = correction;
  const says = (row: ChildRow): boolean => {
    const own = tidyCells(table, row.cells);
    return Object.entries(cells).every(([column, text]) => (own[column] ?? '') === text);
  };
  if (isRemoval) {
    // It may come back saying something else than it did.
    const isIn = (rows: readonly ChildRow[]): boolean =>
      rows.some((row) => row.key === correction.key || says(row));
    return !isIn(rowsThen(correction)) && isIn(rowsThenceforth(correction))
      ? { kind: 'undone', what: inWords(correction) }
      : undefined;
  }
  const then = rowsThen(correction).filter(says);
  const now = rowsThenceforth(correction).filter(says);
  // Of what has been corrected again since, the later correction tells.
  const row = then.find(({ key }) => key === correction.key) ?? then[0];
  if (row === undefined) return undefined;
  if (!now.some(({ key }) => key === row.key)) return { kind: 'undone', what: inWords(correction) };
  const endOf = (rows: readonly ChildRow[]): string =>
    rows.find(({ key }) => key === row.key)?.cells['DEC'] ?? '';
  const year = years.find((older) => {
    const end = dayFromReturn(endOf(rowsThenceforth(correction, older)));
    return end !== undefined && end > collectionYearEnd(older) && endOf(rowsThen(correction, older)) === '';
  });
  if (year === undefined) return undefined;
  return {
    kind: 'ends-later',
    what: `${inWords(correction)}. The return for ${collectionYearLabel(year)}, in which it goes on, would tell its end of ${endOf(rowsThenceforth(correction, year))} from then on`,
  };
};

/** "row 2026-09-01 with LS E1", "a row added with REVIEW 20/05/2026". */
const inWords = ({ key, table, cells, isRemoval }: Correction): string => {
  if (isRemoval) return `row ${key ?? ''} removed`.trim();
  const order = getTable(table).columns.map(({ name }) => name);
  const said = Object.entries(cells)
    .filter(([column, text]) => column !== 'CHILD' && (key !== null || text !== ''))
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([column, text]) => `${column} ${text === '' ? 'blank' : text}`);
  return `${key === null ? 'a row added' : `row ${key}`} with ${said.join(', ')}`;
};
