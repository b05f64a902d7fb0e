import { type ChildId, type CollectionYear, londonDayOf } from '@rightplace/domain';
import { isInYear, TABLES } from '@rightplace/ssda903';
import { appendAudit, asTenant } from '@rightplace/store';
import { yearsToChoose } from '../return-readiness/reach.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { loadHeldReturn } from './held-return.ts';
import { columnsOfRow } from './row-columns.ts';
import type { ChildReturnView, RowRefusal } from './views.ts';
import { findInReturn } from './weigh-change.ts';

/** A child's rows of every table of a year's return, with what is found in them, to somebody who may correct them. */
export const viewChildReturn = (
  world: World,
  signedIn: SignedIn,
  asked: { readonly id: ChildId; readonly collectionYear: CollectionYear },
): Promise<ChildReturnView | RowRefusal> => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  return asTenant(world.db, tenant, async (tx) => {
    const given = await loadHeldReturn(tx, { world, signedIn }, asked);
    if (given.kind === 'refused') return given;
    const { child, found, of, rows } = given;
    const findings = await findInReturn(tx, { ...given, authority: tenant.authorityId });
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: 'child-return-viewed',
      subject: { kind: 'child', id: child.id },
      detail: { collectionYear: of.year },
    });
    return {
      kind: 'child-return',
      child,
      glass: found.glass,
      collectionYear: of.year,
      years: yearsToChoose(londonDayOf(world.now())),
      tables: TABLES.flatMap((table) => {
        const own = rows.get(table.name) ?? [];
        if (own.length === 0 && !isInYear(table, of.year)) return [];
        const { name, title } = table;
        const isOnlyOne = KEYLESS.has(name) && own.length > 0;
        return [{ table: name, title, columns: columnsOfRow(name, of.year), rows: own, mayAdd: !isOnlyOne }];
      }),
      findings,
    };
  });
};

/** Tables with one row a child in a year. */
const KEYLESS: ReadonlySet<string> = new Set(['Header', 'UASC', 'OC2', 'OC3', 'AD1', 'PrevPerm']);
