import type { StoredNotice, Tx } from '@rightplace/store';
import { caseChild } from '../cases/find-case.ts';
import { hasPaymentsToSetUp, reachedAgreements } from '../payment/agreed-placements.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import type { NoticeAbout } from './list-notices.ts';

const OUT_OF_REACH: NoticeAbout = { kind: 'out-of-reach' };

/** Looks up the agreement whose payments are to be set up, by the rules that open the agreement itself. */
export const aboutPayments = async (
  tx: Tx,
  world: World,
  signedIn: SignedIn,
): Promise<(notice: StoredNotice) => NoticeAbout> => {
  const reached = await reachedAgreements(tx, { world, signedIn }, { action: 'set-up-payments' });
  if (reached.kind === 'refused') return () => OUT_OF_REACH;
  const { placements, seesNames, loaded } = reached;
  return ({ case: id }) => {
    const placement = placements.find((one) => one.case.id === id && hasPaymentsToSetUp(one));
    if (placement === undefined) return OUT_OF_REACH;
    const { agreement, child } = placement;
    const name = seesNames ? caseChild(child, loaded.today).name : undefined;
    return { kind: 'agreement', id: agreement.id, home: agreement.home, child: { id: child.id, name } };
  };
};
