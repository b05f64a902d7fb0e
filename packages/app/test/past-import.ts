import { type Moment, moment } from '@rightplace/domain';
import { asTenant, decideImport, saveImport } from '@rightplace/store';
import { NORTHMARSH, type TestWorld } from './world.ts';

/** An import of Northmarsh's with twelve rows set aside: applied at a moment, or still waiting. */
export const aPastImport = (
  { db }: Pick<TestWorld, 'db'>,
  { looked, applied }: { readonly looked: string; readonly applied?: string },
): Promise<void> =>
  asTenant(db, { authorityId: NORTHMARSH }, async (tx) => {
    const at: Moment = moment(looked);
    const id = await saveImport(tx, {
      at,
      actor: 'test',
      collectionYears: [2026, 2027],
      summary: { rejected: 12 },
      report: {},
      notes: [],
      files: [],
    });
    if (applied !== undefined)
      await decideImport(tx, id, { status: 'applied', at: moment(applied), actor: 'test' });
  });
