import type { Corrected, TableName } from '@rightplace/ssda903';
import type { Tx } from '@rightplace/store';
import { type HeldReturn, loadLastYear } from './held-return.ts';
import { findingsIn, lookAtRows, type RulesGiven } from './look-at-rows.ts';
import type { RowFinding, RowsLookedAt } from './views.ts';

/** A child's return, and whose return it is part of. */
export type GivenReturn = HeldReturn & { readonly authority: string };

export type Change = Exclude<Corrected, { readonly kind: 'no-such-row' }>;

const rulesGiven = (tx: Tx, { authority, of, child, today }: GivenReturn): RulesGiven => ({
  tx,
  today,
  authority,
  year: of.year,
  child: child.id,
});

/** What the rules find in the child's return, and what a change of one row makes of that; undefined: nothing is changed yet. */
export const weighChange = async (
  tx: Tx,
  given: GivenReturn,
  {
    table,
    rowKey,
    change,
  }: {
    readonly table: TableName;
    readonly rowKey: string | undefined;
    readonly change: Change | undefined;
  },
): Promise<RowsLookedAt> => {
  const { rows, held, of, found } = given;
  const lastYearOf = await loadLastYear(tx, found.present, of.year);
  const at = rows.get(table)?.findIndex(({ key }) => key === rowKey);
  const before = {
    rows,
    lastYear: lastYearOf(held, rows),
    target: { table, place: at === -1 ? undefined : at },
  };
  if (change === undefined) return lookAtRows(rulesGiven(tx, given), { before, after: before });
  const after = {
    rows: change.changed.rows,
    lastYear: lastYearOf(change.kind === 'corrected' ? change.child : held, change.changed.rows),
    target: { table, place: change.changed.place },
  };
  return lookAtRows(rulesGiven(tx, given), { before, after });
};

/** What the rules find as it is. */
export const findInReturn = async (tx: Tx, given: GivenReturn): Promise<readonly RowFinding[]> => {
  const { rows, held, of, found } = given;
  const lastYear = (await loadLastYear(tx, found.present, of.year))(held, rows);
  return findingsIn(rulesGiven(tx, given), { rows, lastYear });
};
