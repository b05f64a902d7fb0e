import { type CollectionYear, collectionYearEnd, dayFromNumber, dayNumber } from '@rightplace/domain';
import fc from 'fast-check';
import { codesIn } from '../src/codes/codes.ts';
import { dayToReturn } from '../src/dates.ts';
import type { ReadReturn } from '../src/read/read-return.ts';
import type { Column, TableName } from '../src/tables/table.ts';
import { tableRowsFrom } from '../src/tables/table-rows.ts';
import { getTable, TABLES } from '../src/tables/tables.ts';

/** Rows of a generated return, by table, as objects. */
export type RowsByTable = Readonly<Record<TableName, readonly Readonly<Record<string, string>>[]>>;

export const readReturnOf = (rows: RowsByTable, prefix = ''): ReadReturn => ({
  tables: TABLES.filter(({ name }) => rows[name].length > 0).map(({ name, fileName }) =>
    tableRowsFrom(name, prefix + fileName, rows[name]),
  ),
  setAside: [],
  notes: [],
});

/** Some identifiers are made like formulas, quoted text or markup: they must come through files unharmed. */
const IDS = ['A1', 'A2', '-7', '=1+1', "'=X", 'B,"C"', '<K&K>', '007'];

const dayText = (n: number): string => dayToReturn(dayFromNumber(n));

const cellOf = ({ name, kind, mayBeBlank }: Column, year: CollectionYear): fc.Arbitrary<string> => {
  const end = dayNumber(collectionYearEnd(year));
  const given =
    kind === 'code'
      ? fc.constantFrom(...Object.keys(codesIn(name, year)))
      : kind === 'date'
        ? fc.integer({ min: end - 700, max: end }).map(dayText)
        : kind === 'partial-date'
          ? fc.oneof(
              fc.integer({ min: end - 700, max: end }).map(dayText),
              fc.constantFrom('ZZ/05/2019', 'ZZ/ZZ/ZZZZ'),
            )
          : fc.constantFrom('12', 'AB1 2CD', 'UN1', '=2+2', '@X', 'SW1234');
  return mayBeBlank ? fc.oneof(fc.constant(''), given) : given;
};

/** Rows of one child in a table other than Header and Episodes, no two of one key. */
const factRows = (name: TableName, child: Readonly<Record<string, string>>, year: CollectionYear) => {
  const table = getTable(name);
  const own = table.columns.filter((column) => !['CHILD', 'DOB', 'SEX'].includes(column.name));
  const row = fc.record(Object.fromEntries(own.map((column) => [column.name, cellOf(column, year)])));
  const keys = KEYS[name] ?? [];
  const hasSex = table.columns.some((column) => column.name === 'SEX');
  return fc
    .uniqueArray(row, {
      minLength: 0,
      maxLength: keys.length === 0 ? 1 : 3,
      selector: (cells) => keys.map((key) => cells[key]).join(' '),
    })
    .map((rows) =>
      rows.map((cells) => ({
        ...(hasSex ? { SEX: child['SEX'] ?? '' } : {}),
        CHILD: child['CHILD'] ?? '',
        DOB: child['DOB'] ?? '',
        ...endingAfterStart(name, cells),
      })),
    );
};

const KEYS: Partial<Record<TableName, readonly string[]>> = {
  Reviews: ['REVIEW'],
  PlacedAdoption: ['DATE_PLACED'],
  Missing: ['MIS_START', 'MISSING'],
  SWEpisodes: ['SW_DECOM', 'SW_ID'],
  DoLo: ['DOLO_START'],
};

const sortable = (date: string): string => date.split('/').reverse().join('');

/** A generated end that comes before its start is taken away. */
const endingAfterStart = (
  name: TableName,
  cells: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => {
  const end = getTable(name).endColumn;
  const start = KEYS[name]?.[0];
  if (end === undefined || start === undefined) return cells;
  return sortable(cells[end] ?? '') < sortable(cells[start] ?? '') ? { ...cells, [end]: '' } : cells;
};

/** Episodes that follow one another, with gaps and some of no length; the last may be open. */
const episodeRows = (child: string, year: CollectionYear) => {
  const columns = getTable('Episodes').columns.filter(
    ({ name }) => !['CHILD', 'DECOM', 'DEC', 'REC'].includes(name),
  );
  const row = fc.record({
    gap: fc.constantFrom(0, 0, 0, 30),
    length: fc.constantFrom(0, 1, 20, 200),
    rec: fc.constantFrom('X1', 'E4A', ''),
    cells: fc.record(Object.fromEntries(columns.map((column) => [column.name, cellOf(column, year)]))),
  });
  const start = dayNumber(collectionYearEnd(year)) - 800;
  return fc
    .tuple(fc.integer({ min: 0, max: 300 }), fc.array(row, { maxLength: 5 }), fc.boolean())
    .map(([offset, rows, isOpen]) => {
      let at = start + offset;
      let lastWasEmpty = false;
      return rows.map(({ gap, length, rec, cells }, i) => {
        // Two of no length on one day would be two rows of one key.
        const days = lastWasEmpty && gap === 0 ? Math.max(1, length) : length;
        lastWasEmpty = days === 0;
        const decom = at + gap;
        at = decom + days;
        const open = isOpen && i === rows.length - 1;
        return {
          CHILD: child,
          ...cells,
          DECOM: dayText(decom),
          DEC: open ? '' : dayText(at),
          REC: open ? '' : rec,
        };
      });
    });
};

const childRows = (id: string, year: CollectionYear) => {
  const header = getTable('Header').columns.filter(({ name }) => name !== 'CHILD');
  const facts = TABLES.map(({ name }) => name).filter((name) => name !== 'Header' && name !== 'Episodes');
  return fc
    .record(Object.fromEntries(header.map((column) => [column.name, cellOf(column, year)])))
    .chain((details) => {
      const child = { ...details, CHILD: id };
      return fc.record({
        Header: fc.constant([child]),
        Episodes: episodeRows(id, year),
        ...Object.fromEntries(facts.map((name) => [name, factRows(name, child, year)])),
      }) as unknown as fc.Arbitrary<RowsByTable>;
    });
};

/** A return in which every row can stand. */
export const arbitraryReturn = (year: CollectionYear): fc.Arbitrary<RowsByTable> =>
  fc
    .uniqueArray(fc.constantFrom(...IDS), { minLength: 1, maxLength: 4 })
    .chain((ids) => fc.tuple(...ids.map((id) => childRows(id, year))))
    .map(joinRows);

const joinRows = (parts: readonly RowsByTable[]): RowsByTable =>
  Object.fromEntries(
    TABLES.map(({ name }) => [name, parts.flatMap((part) => part[name])]),
  ) as unknown as RowsByTable;

const DIRT = ['', '31/02/2024', '2024-03-31', '1/4/24', 'XX9', '01/01/2025', 'C2', '15/06/2024'];

/** A return with cells spoiled, rows repeated and rows moved to other children. */
export const arbitraryDirtyReturn = (year: CollectionYear): fc.Arbitrary<RowsByTable> => {
  const spoiling = fc.record({
    table: fc.constantFrom(...TABLES.map(({ name }) => name), 'Episodes' as const, 'Episodes' as const),
    row: fc.nat({ max: 50 }),
    column: fc.nat({ max: 12 }),
    text: fc.constantFrom(...DIRT),
    isRepeat: fc.boolean(),
  });
  return fc.tuple(arbitraryReturn(year), fc.array(spoiling, { maxLength: 8 })).map(([rows, spoilings]) => {
    const spoiled = Object.fromEntries(TABLES.map(({ name }) => [name, [...rows[name]]])) as Record<
      TableName,
      Readonly<Record<string, string>>[]
    >;
    for (const { table, row, column, text, isRepeat } of spoilings) {
      const all = spoiled[table];
      const chosen = all[row % Math.max(1, all.length)];
      const columns = getTable(table).columns;
      const name = columns[column % columns.length]?.name ?? 'CHILD';
      if (chosen === undefined) continue;
      if (isRepeat) all.push(text === '' ? chosen : { ...chosen, [name]: text });
      else all[row % all.length] = { ...chosen, [name]: text };
    }
    return spoiled;
  });
};
