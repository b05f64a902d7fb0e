import { stateMeaning, waitingFor } from '@rightplace/domain';
import type { Tx } from '@rightplace/store';
import { listOpenLines } from '../cases/open-lines.ts';
import { partsFor } from '../cases/parts-for.ts';
import { rolesIn } from '../delegation/acting.ts';
import { colleaguesBy } from '../notifications/colleagues-of-child.ts';
import { type Asker, namer } from './reach-for-conflict.ts';
import type { FoundConflict } from './show-conflict.ts';

/** An open case that waited for somebody to whom it is closed now. */
export interface LeftWaiting {
  readonly case: number;
  readonly title: string;
  readonly stateTitle: string;
  /** Who can go on with it, by roles of their own. Nobody: it stands still. */
  readonly canGoOn: readonly string[];
}

/** The child's open cases that the reader may see, and in which a step was the person's to take. */
export const leftWaiting = async (
  tx: Tx,
  { world, signedIn }: Asker,
  { stored: { child, personId } }: FoundConflict,
): Promise<readonly LeftWaiting[]> => {
  const { lines, loaded, clock, at } = await listOpenLines(tx, world, signedIn);
  const { staff } = loaded.access;
  const person = String(personId);
  const actor = { id: person, assignments: rolesIn(staff)(person) };
  return lines
    .filter(({ record, isNamed }) => record.id === child && isNamed)
    .flatMap(({ stored, workflow, now, forAccess }): readonly LeftWaiting[] => {
      const action = workflow.access.take;
      const isTurnOf = (by: string, parts: ReturnType<typeof partsFor>): boolean =>
        parts.length > 0 && waitingFor(workflow, now, { by, parts, at, ...clock })?.for === 'me';
      const before = { ...forAccess, conflictedIds: forAccess.conflictedIds.filter((id) => id !== person) };
      if (!isTurnOf(person, partsFor({ actor }, action, before, loaded.today))) return [];
      const others = colleaguesBy({ action, staff, delegations: [], at })(forAccess);
      return [
        {
          case: stored.id,
          title: workflow.title,
          stateTitle: stateMeaning(workflow, now.state).title,
          canGoOn: others.filter(({ id, parts }) => isTurnOf(id, parts)).map(({ id }) => namer(loaded)(id)),
        },
      ];
    });
};
