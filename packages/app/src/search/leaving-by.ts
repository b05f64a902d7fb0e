import { type ChildId, type Day, homeNoticeOf, PLACEMENT_REQUEST, stateMeaning } from '@rightplace/domain';
import { listCasesOf, type Tx } from '@rightplace/store';
import { movePlannedTo } from './planned-moves.ts';

/**
 * From which day on a child who lives in a home does not live there any more, by a search for another home for them: the day on which
 * their move there is planned, or else the last day of the notice on this one. Undefined where nobody has recorded either.
 */
export const leavesOn = async (tx: Tx, child: ChildId, settingId: number): Promise<Day | undefined> => {
  const days: Day[] = [];
  for (const search of await listCasesOf(tx, child)) {
    const state = search.events.at(-1)?.to ?? '';
    if (search.workflow !== PLACEMENT_REQUEST.id || state === 'moved') continue;
    if (stateMeaning(PLACEMENT_REQUEST, state).ended === true) continue;
    const planned = await movePlannedTo(tx, search);
    const on = planned === undefined ? homeNoticeOf(search)?.lastDay : planned.on;
    if (on !== undefined && planned?.settingId !== settingId) days.push(on);
  }
  return days.toSorted()[0];
};
