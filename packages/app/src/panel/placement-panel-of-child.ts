import {
  type AgreedWeekly,
  type ChildId,
  type ChildRecord,
  careHistory,
  findChildOnDay,
  londonDayOf,
  type PlacementPanelReasons,
  pencePerWeek,
  placementPanelReasons,
} from '@rightplace/domain';
import { asTenantReading, type Tx } from '@rightplace/store';
import type { LoadedChildren } from '../child/load-children.ts';
import { findChildFor } from '../child/view-child.ts';
import { placementsOf } from '../payment/agreed-placements.ts';
import { weeklyOf } from '../payment/list-commitments.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { isTypeUnavailable, judgedNow } from './told-of-placement.ts';

/** What is paid for where the child lives now; undefined where nothing is agreed. */
const agreedFor = async (
  tx: Tx,
  child: ChildRecord,
  { today }: LoadedChildren,
): Promise<AgreedWeekly | undefined> => {
  const running = (await placementsOf(tx, child, today)).filter(({ standing }) => standing === 'running');
  if (running.length === 0) return undefined;
  const live = running.flatMap(({ payable }) =>
    payable.lines.filter(
      ({ kind, starts, ends }) => kind === 'addition' && starts <= today && (ends === null || ends > today),
    ),
  );
  return {
    weekly: pencePerWeek(running.reduce((sum, one) => sum + weeklyOf(one, today), 0)),
    hasAdditions: live.length > 0,
  };
};

/**
 * Whether a placement panel looks at where a child lives now, and why first, for somebody who sees what is put before panels.
 * What follows from a price is told to those alone who see what was agreed. Undefined where there is nothing to tell them.
 */
export const placementPanelOfChild = async (
  world: World,
  signedIn: SignedIn,
  id: ChildId,
): Promise<PlacementPanelReasons | undefined> =>
  asTenantReading(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const today = londonDayOf(world.now());
      const findFor = (action: 'see-panel-case' | 'see-agreement') =>
        findChildFor(tx, { world, signedIn }, { id, action, asKnown: { asOf: today, knownAt: undefined } });
      const found = await findFor('see-panel-case');
      if (found.kind === 'refused') return undefined;
      const { loaded, present } = found;
      const history = careHistory(present, loaded.present.prepared.settings);
      const child = findChildOnDay(history, today);
      if (child === undefined) return undefined;
      const seesPrices = (await findFor('see-agreement')).kind === 'found';
      const agreed = seesPrices ? await agreedFor(tx, present, loaded) : undefined;
      return placementPanelReasons(child, {
        agreed,
        isTypeUnavailable: await isTypeUnavailable(tx, present, today),
        judged: await judgedNow(tx, child, today),
      });
    },
  );
