import type { CollectionYear } from '@rightplace/domain';
import {
  type Corrected,
  correctRow,
  dayToReturn,
  type RowChange,
  type TableName,
  yearsOfRow,
} from '@rightplace/ssda903';
import type { Tx } from '@rightplace/store';
import type { HeldReturn } from './held-return.ts';
import { columnsOfRow, titleOfTable } from './row-columns.ts';
import type { RowCells, RowForm } from './views.ts';
import { type Change, type GivenReturn, weighChange } from './weigh-change.ts';
import { troubleWithoutDirector } from './without-director.ts';

export interface RowWanted {
  readonly table: TableName;
  readonly rowKey: string | undefined;
  /** Undefined when nobody has typed anything yet. */
  readonly typed: RowCells | undefined;
}

/** The row as the record has it; for one to be added, what is known of it anyway. Undefined when there is no such row. */
export const findShown = (
  { rows, child }: Pick<HeldReturn, 'rows' | 'child'>,
  { table, rowKey }: Pick<RowWanted, 'table' | 'rowKey'>,
): RowCells | undefined => {
  if (rowKey !== undefined) return rows.get(table)?.find(({ key }) => key === rowKey)?.cells;
  const header = rows.get('Header')?.[0]?.cells;
  return prefilled(table, {
    header,
    birth: child.dateOfBirth === undefined ? '' : dayToReturn(child.dateOfBirth),
  });
};

const prefilled = (
  table: TableName,
  { header, birth }: { readonly header: RowCells | undefined; readonly birth: string },
): RowCells => {
  if (table === 'Episodes') return {};
  const identity = { DOB: header?.['DOB'] ?? birth, SEX: header?.['SEX'] ?? '' };
  return table === 'UASC' || table === 'Header' ? identity : { DOB: identity.DOB };
};

export const changeOf = ({ table, rowKey }: RowWanted, cells: RowCells): RowChange =>
  rowKey === undefined ? { kind: 'add', table, cells } : { kind: 'change', table, key: rowKey, cells };

export interface FormMade {
  readonly form: RowForm;
  /** Undefined while nothing is changed, and for what only the director may let into the record. */
  readonly corrected: Change | undefined;
}

/** The form with what the rules and the record say of what was typed. Undefined when there is no such row. */
export const makeForm = async (
  tx: Tx,
  given: GivenReturn,
  { wanted, more }: { readonly wanted: RowWanted; readonly more?: Partial<RowForm> },
): Promise<FormMade | undefined> => {
  const { child, of, found } = given;
  const { table, rowKey } = wanted;
  const shown = findShown(given, wanted);
  if (shown === undefined) return undefined;
  const typed = wanted.typed ?? shown;
  const corrected = wanted.typed === undefined ? undefined : correct(given, changeOf(wanted, wanted.typed));
  if (corrected?.kind === 'no-such-row') return undefined;
  const looked = await weighChange(tx, given, { table, rowKey, change: corrected });
  const withoutDirector = await troubleWithoutDirector(tx, given, corrected);
  return {
    corrected: withoutDirector === undefined ? corrected : undefined,
    form: {
      kind: 'row-form',
      child,
      glass: found.glass,
      collectionYear: of.year,
      table,
      tableTitle: titleOfTable(table),
      columns: columnsOfRow(table, of.year, [shown, typed]),
      rowKey,
      shown,
      typed,
      looked,
      troubles: withoutDirector ?? (corrected?.kind === 'not-taken-in' ? corrected.troubles : []),
      problems: [],
      changedMeanwhile: [],
      otherYears: otherYearsOf(given, wanted),
      reason: '',
      ...more,
    },
  };
};

const correct = (
  { child, held, of }: Pick<HeldReturn, 'child' | 'held' | 'of'>,
  change: RowChange,
): Corrected => correctRow({ id: child.id, held, of, change });

/** Which other years' returns told of what the row tells, and so change with it. */
export const otherYearsOf = (
  { child, held, of }: Pick<HeldReturn, 'child' | 'held' | 'of'>,
  { table, rowKey }: Pick<RowWanted, 'table' | 'rowKey'>,
): readonly CollectionYear[] =>
  rowKey === undefined
    ? []
    : yearsOfRow(child.id, held, { of, table, key: rowKey }).filter((year) => year !== of.year);
