import { type ChildId, type CollectionYear, londonDayOf } from '@rightplace/domain';
import { rowsOfChild, TABLES, type TableName } from '@rightplace/ssda903';
import { asTenantReading } from '@rightplace/store';
import { findChildFor } from '../child/view-child.ts';
import { yearsToChoose } from '../return-readiness/reach.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { heldOfYear } from './held-return.ts';
import type { RowCells } from './views.ts';

export interface CorrectPlace {
  readonly collectionYear: CollectionYear;
  readonly table: TableName;
  readonly rowKey: string;
  readonly cells: RowCells;
}

/** Where each thing that returns tell of a child is corrected: in the newest year whose return tells of it. */
export type CorrectPlaces = readonly CorrectPlace[];

/** Undefined for those who may not correct the child's rows. */
export const findCorrectPlaces = (
  world: World,
  signedIn: SignedIn,
  id: ChildId,
): Promise<CorrectPlaces | undefined> => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  const today = londonDayOf(world.now());
  return asTenantReading(world.db, tenant, async (tx) => {
    const asKnown = { asOf: today, knownAt: undefined };
    const found = await findChildFor(tx, { world, signedIn }, { id, action: 'correct-row', asKnown });
    if (found.kind === 'refused') return undefined;
    const places = new Map<string, CorrectPlace>();
    for (const collectionYear of yearsToChoose(today)) {
      const { held, of } = await heldOfYear(tx, found.present, collectionYear);
      const rows = rowsOfChild(id, held, of);
      for (const { name: table } of TABLES)
        for (const { key: rowKey, cells } of rows.get(table) ?? []) {
          const place = `${table} ${rowKey}`;
          if (!places.has(place)) places.set(place, { collectionYear, table, rowKey, cells });
        }
    }
    return [...places.values()];
  });
};
