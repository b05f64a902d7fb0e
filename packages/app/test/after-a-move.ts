import type { ChildId } from '@rightplace/domain';
import { listFindings, listPlacesTaken } from '@rightplace/store';
import { checkReturn } from '../src/return-readiness/check-return.ts';
import type { RegisterWorld } from './register-world.ts';
import { NORTHMARSH } from './world.ts';

/** The rules that a child breaks in the return of a collection year, as it is checked after every change. */
export const rulesFoundFor = async (
  world: RegisterWorld,
  child: ChildId,
  collectionYear: number,
): Promise<readonly string[]> => {
  await checkReturn(world, { authorityId: NORTHMARSH, collectionYear, cause: 'correction', actor: 'test' });
  const held = await world.inside((tx) => listFindings(tx, collectionYear));
  return held.filter((finding) => finding.child === child).map(({ rule }) => rule);
};

/** What is held or filled for a search. */
export const placesTakenFor = (world: RegisterWorld, caseId: number): ReturnType<typeof listPlacesTaken> =>
  world.inside((tx) => listPlacesTaken(tx, { caseId }));
