import { asTenant, asTenantReading, type Tx } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { findTable, loadHeldReturn, NO_SUCH_ROW, NO_SUCH_TABLE } from './held-return.ts';
import { hasLookedLately, recordLook } from './record-look.ts';
import { makeForm } from './row-form.ts';
import { tidyCells } from './typed-cells.ts';
import type { RowAsked, RowCells, RowForm, RowRefusal } from './views.ts';

type Asked = RowAsked & { readonly typed?: RowCells | undefined };

/** The form of one row as the record has it, with what the rules find. That it was seen is recorded before it is shown. */
export const openReturnRow = async (
  world: World,
  signedIn: SignedIn,
  asked: RowAsked,
): Promise<RowForm | RowRefusal> => {
  const form = await readForm(world, signedIn, asked);
  if (form.kind === 'row-form')
    await asTenant(world.db, tenantOf(signedIn), (tx) => recordLook(tx, { world, signedIn }, form));
  return form;
};

/** The same with what was typed. Nothing is changed. */
export const checkReturnRow = async (
  world: World,
  signedIn: SignedIn,
  asked: RowAsked & { readonly typed: RowCells },
): Promise<RowForm | RowRefusal> => {
  const form = await readForm(world, signedIn, asked);
  if (form.kind === 'row-form')
    await asTenant(world.db, tenantOf(signedIn), async (tx) => {
      if (!(await hasLookedLately(tx, { world, signedIn }, form)))
        await recordLook(tx, { world, signedIn }, form);
    });
  return form;
};

const tenantOf = ({ authority, person }: SignedIn) => ({ authorityId: authority.id, personId: person.id });

const readForm = (world: World, signedIn: SignedIn, asked: Asked): Promise<RowForm | RowRefusal> =>
  asTenantReading(world.db, tenantOf(signedIn), (tx) => formFor(tx, { world, signedIn, asked }));

const formFor = async (
  tx: Tx,
  { world, signedIn, asked }: { readonly world: World; readonly signedIn: SignedIn; readonly asked: Asked },
): Promise<RowForm | RowRefusal> => {
  const held = await loadHeldReturn(tx, { world, signedIn }, asked);
  if (held.kind === 'refused') return held;
  const table = findTable(held, asked.table);
  if (table === undefined) return NO_SUCH_TABLE;
  const typed = asked.typed === undefined ? undefined : tidyCells(table, asked.typed);
  const made = await makeForm(
    tx,
    { ...held, authority: signedIn.authority.id },
    { wanted: { table, rowKey: asked.rowKey, typed } },
  );
  return made?.form ?? NO_SUCH_ROW;
};
