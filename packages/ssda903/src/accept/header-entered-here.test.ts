import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChildId, type CollectionYear, childId, day } from '@rightplace/domain';
import type { TableName } from '../tables/table.ts';
import { tableRowsFrom } from '../tables/table-rows.ts';
import { headerRow } from '../write/cells.ts';
import { childrenOfYear } from '../write/rows-of-year.ts';
import { type Acceptance, acceptReturns, type ReturnOfYear } from './accept-returns.ts';
import type { HeldChild } from './held.ts';

type Cells = Readonly<Record<string, string>>;

const A1 = childId('A1');
const aReturn = (
  collectionYear: CollectionYear,
  tables: Partial<Record<TableName, readonly Cells[]>>,
): ReturnOfYear => ({
  collectionYear,
  tables: Object.entries(tables).map(([name, rows]) => tableRowsFrom(name as TableName, `${name}.csv`, rows)),
  setAside: [],
  notes: [],
});

const BORN = day('2006-02-01');
const header = (more: Cells = {}): Cells => ({
  CHILD: 'A1',
  SEX: 'F',
  DOB: '01/02/2006',
  ETHNIC: 'WBRI',
  ...more,
});
const LEAVER = { CHILD: 'A1', DOB: '01/02/2006', IN_TOUCH: 'YES', ACTIV: 'F2', ACCOM: 'B1' };

/** A child whose details were entered in the product, and of whom no return has told. */
const entered = (details: HeldChild['details']): ReadonlyMap<ChildId, HeldChild> =>
  new Map([[A1, { details, headerYears: [], episodes: [], facts: [] }]]);
const after = (held: ReadonlyMap<ChildId, HeldChild>, given: ReturnOfYear): Acceptance =>
  acceptReturns({ returns: [given], held });
const mother = ({ children }: Acceptance): string | undefined => {
  const [child] = childrenOfYear(children, 2026);
  return child === undefined ? undefined : headerRow(child, 2026)['MOTHER'];
};

test('a return that leaves blank what was entered here changes nothing, the first time and the second', () => {
  const details = { sex: 'F', dateOfBirth: BORN, ethnicity: 'WBRI', upn: 'UN2', mother: '0' } as const;
  const given = aReturn(2026, { Header: [header({ UPN: 'UN2' })], OC3: [LEAVER] });
  const first = after(entered(details), given);
  assert.deepEqual(first.children.get(A1)?.details, details);
  assert.deepEqual([first.outcomes.changed, first.outcomes.unchanged], [0, 1]);
  assert.equal(mother(first), '', 'her return did not say it, and it is not asked of her');
  const second = after(first.children, given);
  assert.equal(second.children.get(A1), first.children.get(A1));
  const told = after(
    second.children,
    aReturn(2026, { Header: [header({ UPN: 'UN2', MOTHER: '0' })], OC3: [LEAVER] }),
  );
  assert.equal(mother(told), '0', 'now her return says it');
});

test('a Header that says something else of the child is the return’s', () => {
  const held = entered({ sex: 'F', dateOfBirth: day('2006-02-02'), ethnicity: 'WBRI', mother: '0' });
  const accepted = after(held, aReturn(2026, { Header: [header()], OC3: [LEAVER] }));
  assert.equal(accepted.outcomes.changed, 1);
  assert.deepEqual(accepted.children.get(A1)?.headerYears, [2026]);
});

test('a Header with no other row of its year stays in the return that gave it, whatever it leaves blank', () => {
  const held = entered({ sex: 'F', dateOfBirth: BORN, ethnicity: 'WBRI', mother: '0' });
  const accepted = after(held, aReturn(2026, { Header: [header()] }));
  assert.deepEqual(
    childrenOfYear(accepted.children, 2026).map(({ hasHeader }) => hasHeader),
    [true],
  );
});
