import {
  type ChildRecord,
  kindsUntil,
  londonDayOf,
  type Moment,
  mayDoTo,
  signingOf,
} from '@rightplace/domain';
import {
  findCase,
  listAgreementMarks,
  loadChild,
  moveOnFrom,
  type StoredCase,
  type Tx,
} from '@rightplace/store';
import { caseForAccess } from '../cases/find-case.ts';
import { loadAccessFacts } from '../child/load-children.ts';
import type { AccessFacts } from '../child/scope.ts';
import { rolesIn } from '../delegation/acting.ts';
import { hasPaymentsToSetUp, placementsOf } from '../payment/agreed-placements.ts';
import { tell } from './tell.ts';

interface OfCase {
  readonly stored: StoredCase;
  readonly child: ChildRecord;
  readonly at: Moment;
}

/** Whether the case has an agreement whose move is confirmed and whose payments nobody has set up. */
const hasSome = async (tx: Tx, { stored, child, at }: OfCase): Promise<boolean> => {
  const placements = await placementsOf(tx, child, londonDayOf(at));
  for (const placement of placements) {
    const { id } = placement.agreement;
    if (placement.case.id !== stored.id || !hasPaymentsToSetUp(placement)) continue;
    if (signingOf(await listAgreementMarks(tx, { agreement: id }))['payments-set-up'] === undefined)
      return true;
  }
  return false;
};

/** Once nothing is to be set up any more, nobody is asked to. */
export const endTellingOfPayments = async (tx: Tx, of: OfCase): Promise<void> => {
  if (!(await hasSome(tx, of)))
    await moveOnFrom(tx, { case: of.stored.id, kinds: kindsUntil('payments-set-up'), at: of.at });
};

/**
 * Tells those who set up payments for this child that a move is confirmed and there is an agreement to pay by: nobody whom the
 * agreement itself would refuse, and not whoever did it. What they were told of a day before is asked of them no more.
 */
export const tellOfPayments = async (
  tx: Tx,
  of: OfCase & { readonly access: AccessFacts; readonly by: string | undefined; readonly key: string },
): Promise<void> => {
  const { stored, child, access, at, by, key } = of;
  const kinds = kindsUntil('payments-set-up');
  await moveOnFrom(tx, { case: stored.id, kinds, at });
  if (!(await hasSome(tx, of))) return;
  const on = londonDayOf(at);
  const rolesOf = rolesIn(access.staff);
  const forAccess = caseForAccess(stored, child, { access, today: on });
  const told = [...access.staff.members.keys()].map(String).filter((id) => {
    const actor = { id, assignments: rolesOf(id) };
    return id !== by && mayDoTo({ actor, action: 'set-up-payments', on, child: forAccess }).kind === 'may';
  });
  await tell(
    tx,
    told.map((to) => ({ to, kind: 'payments-to-set-up', urgent: false, at, key, case: stored.id })),
    at,
  );
};

/** The same of an agreement that was made once the move was confirmed. */
export const tellOfAgreement = async (
  tx: Tx,
  caseId: number,
  { agreement, at, by }: { readonly agreement: number; readonly at: Moment; readonly by: number },
): Promise<void> => {
  const stored = await findCase(tx, caseId);
  const child = stored && (await loadChild(tx, stored.child));
  if (stored === undefined || child === undefined) return;
  const access = await loadAccessFacts(tx);
  const key = `agreement ${agreement} payments`;
  await tellOfPayments(tx, { stored, child, access, at, by: String(by), key });
};
