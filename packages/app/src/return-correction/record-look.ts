/** Who looked at which row of a child's return. */
import { addMinutes } from '@rightplace/domain';
import { appendAudit, listAudit, type Tx } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import type { RowForm } from './views.ts';

export const ROW_VIEWED = 'return-row-viewed';

/** While somebody types, what they typed is looked at again and again: that is one look at the row, and this long. */
const ONE_LOOK_MINUTES = 60;
/** So many looks at one child in an hour are still told apart; beyond them one is recorded once more than it need be. */
const LOOKS_TO_COMPARE = 50;

type Looking = { readonly world: World; readonly signedIn: SignedIn };

const detailOf = ({ collectionYear, table, rowKey }: RowForm) => ({
  collectionYear,
  table,
  row: rowKey ?? null,
});

export const recordLook = (tx: Tx, { world, signedIn }: Looking, form: RowForm): Promise<void> =>
  appendAudit(tx, {
    at: world.now(),
    actor: String(signedIn.person.id),
    action: ROW_VIEWED,
    subject: { kind: 'child', id: form.child.id },
    detail: detailOf(form),
  });

/** Whether the same person looked at this very row since they signed in, and not long ago. */
export const hasLookedLately = async (
  tx: Tx,
  { world, signedIn }: Looking,
  form: RowForm,
): Promise<boolean> => {
  const looks = await listAudit(tx, {
    subject: { kind: 'child', id: form.child.id },
    actor: String(signedIn.person.id),
    action: ROW_VIEWED,
    limit: LOOKS_TO_COMPARE,
  });
  const wanted = Object.entries(detailOf(form));
  return looks.some(
    ({ at, detail }) =>
      at >= signedIn.startedAt &&
      world.now() < addMinutes(at, ONE_LOOK_MINUTES) &&
      wanted.every(([name, value]) => new Map(Object.entries(detail ?? {})).get(name) === value),
  );
};
