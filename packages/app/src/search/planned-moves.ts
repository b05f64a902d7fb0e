import { type Day, PLACEMENT_REQUEST, parseDay, searchFrom } from '@rightplace/domain';
import { listCasesOfProcess, listSearchEntries, type StoredCase, type Tx } from '@rightplace/store';
import { withChosenHome } from './chosen-home.ts';
import { SEARCH_ENDED } from './officers.ts';

/** A move that is planned into a home and not recorded yet: it takes a place from its day on, whether or not one is held. */
export interface PlannedMove {
  readonly caseId: number;
  readonly on: Day;
}

const PLANNED = 'move-date-confirmed';

/** The steps that say on which day a child is to move. */
export const PLANS_THE_MOVE: ReadonlySet<string> = new Set(['confirm-move', 'move-first']);

const plannedOn = ({ events }: StoredCase): Day | undefined => {
  const said = events.findLast(({ step }) => PLANS_THE_MOVE.has(step))?.said['moves-on'];
  return events.at(-1)?.to === PLANNED && typeof said === 'string' ? parseDay(said) : undefined;
};

/** The moves of other searches into a home. Whoever decides on them holds its places: none is planned meanwhile. */
export const plannedMovesInto = async (
  tx: Tx,
  { settingId, besides }: { readonly settingId: number; readonly besides: number },
): Promise<readonly PlannedMove[]> => {
  const live = await listCasesOfProcess(tx, PLACEMENT_REQUEST.id, { ended: SEARCH_ENDED, isOver: false });
  const planned: PlannedMove[] = [];
  for (const one of live) {
    const on = plannedOn(one);
    if (on === undefined || one.id === besides) continue;
    const search = searchFrom(await listSearchEntries(tx, one.id));
    const { home } = await withChosenHome(tx, { events: one.events, state: PLANNED }, search);
    if (home?.id === settingId) planned.push({ caseId: one.id, on });
  }
  return planned;
};

/** Those that no hold stands for, of the moves planned by a day: what is held is counted already. */
export const plannedWithoutHold = (
  planned: readonly PlannedMove[],
  holds: readonly { readonly caseId?: number }[],
  by: Day,
): number =>
  planned.filter(({ caseId, on }) => on <= by && !holds.some((hold) => hold.caseId === caseId)).length;
