import {
  type ChildId,
  type Day,
  type HomeNotice,
  homeNoticeOf,
  PLACEMENT_REQUEST,
  stateMeaning,
} from '@rightplace/domain';
import { listCasesOf, type Tx } from '@rightplace/store';
import { movePlannedTo } from './planned-moves.ts';

interface Living {
  readonly child: ChildId;
  readonly settingId: number;
  readonly today: Day;
  /** Whether the child lived in the home on a day: notice that was given then is on this one. */
  readonly livedHereOn: (on: Day) => boolean;
}

const endsBy = (notice: HomeNotice | undefined, { livedHereOn }: Living): Day | undefined =>
  notice !== undefined && livedHereOn(notice.givenOn) ? notice.lastDay : undefined;

/**
 * From which day on a child who lives in a home does not live there any more, by a search for another home for them: the day on which
 * their move there is planned, or else the last day of the notice on this one. A day that has passed says nothing: by the record the
 * child has not left. Undefined where nobody has recorded either.
 */
export const leavesOn = async (tx: Tx, living: Living): Promise<Day | undefined> => {
  const days: Day[] = [];
  for (const search of await listCasesOf(tx, living.child)) {
    const state = search.events.at(-1)?.to ?? '';
    if (search.workflow !== PLACEMENT_REQUEST.id || state === 'moved') continue;
    if (stateMeaning(PLACEMENT_REQUEST, state).ended === true) continue;
    const planned = await movePlannedTo(tx, search);
    if (planned?.settingId === living.settingId) continue;
    const isToCome = planned !== undefined && planned.on >= living.today;
    const on = isToCome ? planned.on : endsBy(homeNoticeOf(search), living);
    if (on !== undefined && on >= living.today) days.push(on);
  }
  return days.toSorted()[0];
};
