/** What people change by hand in generated returns that were taken in. */
import { type ChildId, type CollectionYear, childId } from '@rightplace/domain';
import fc from 'fast-check';
import type { HeldChild } from '../src/accept/held.ts';
import { correctRow } from '../src/correct/correct-row.ts';
import type { RowChange } from '../src/correct/row-change.ts';
import { rowsOfChild } from '../src/correct/rows-of-child.ts';
import type { TableName } from '../src/tables/table.ts';
import { getTable, TABLES } from '../src/tables/tables.ts';
import { choiceForRules } from '../src/write/rows-of-year.ts';
import { arbitraryReturn, type RowsByTable } from './returns.ts';

type Children = ReadonlyMap<ChildId, HeldChild>;
type Cells = Readonly<Record<string, string>>;

export interface HandChanges {
  readonly changes: readonly {
    readonly kind: 'change' | 'add' | 'remove';
    readonly table: TableName;
    readonly child: number;
    readonly row: number;
    /** Which columns are typed over, as bits. */
    readonly columns: number;
  }[];
  /** Where what is typed is taken from. */
  readonly typed: RowsByTable;
}

export const arbitraryHandChanges = (year: CollectionYear): fc.Arbitrary<HandChanges> =>
  fc.record({
    changes: fc.array(
      fc.record({
        kind: fc.constantFrom('change' as const, 'change' as const, 'add' as const, 'remove' as const),
        table: fc.constantFrom('Episodes' as const, 'Episodes' as const, ...TABLES.map(({ name }) => name)),
        child: fc.nat({ max: 9 }),
        row: fc.nat({ max: 9 }),
        columns: fc.nat({ max: 4095 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    typed: arbitraryReturn(year),
  });

/** What is held once people have made those of the changes that can be made, and of how many children something changed. */
export const withHandChanges = (
  held: Children,
  { changes, typed }: HandChanges,
  year: CollectionYear,
): { readonly children: Children; readonly made: number } => {
  const children = new Map(held);
  let made = 0;
  for (const { kind, table, child, row, columns } of changes) {
    const ids = [...children.keys()];
    const id = ids[child % ids.length] ?? childId('nobody');
    const before = children.get(id);
    if (before === undefined) continue;
    const of = { year, choice: choiceForRules(children.values(), year) };
    const rows = rowsOfChild(id, before, of).get(table) ?? [];
    const shown = rows[row % Math.max(1, rows.length)];
    const donor = typed[table][row % Math.max(1, typed[table].length)];
    const names = getTable(table)
      .columns.map(({ name }) => name)
      .filter((name) => name !== 'CHILD');
    const over = (cells: Cells): Cells => ({
      ...cells,
      ...Object.fromEntries(
        names.filter((_, i) => ((columns >> i) & 1) === 1).map((name) => [name, donor?.[name] ?? '']),
      ),
    });
    const change: RowChange | undefined =
      kind === 'add'
        ? donor && { kind, table, cells: donor }
        : shown &&
          (kind === 'remove'
            ? { kind, table, key: shown.key }
            : { kind, table, key: shown.key, cells: over(shown.cells) });
    if (change === undefined) continue;
    const corrected = correctRow({ id, held: before, of, change });
    if (corrected.kind !== 'corrected' || corrected.child === before) continue;
    children.set(id, corrected.child);
    made++;
  }
  return { children, made };
};
