import {
  type CaseEvent,
  type Day,
  movePlanned,
  PLACEMENT_REQUEST,
  PLANNED_BEYOND_RECORD,
  type PlannedMove,
  parseDay,
  plannedMoveOn,
  searchFrom,
  textSaid,
} from '@rightplace/domain';
import { listCasesInState, listSearchEntries, type StoredCase, type Tx } from '@rightplace/store';
import { withChosenHome } from './chosen-home.ts';

const PLANNED = 'move-date-confirmed';

/** The steps that say on which day a child is to move. */
export const PLANS_THE_MOVE: ReadonlySet<string> = new Set(['confirm-move', 'move-first']);

const plannedOn = ({ events }: StoredCase): Day | undefined =>
  events.at(-1)?.to === PLANNED ? plannedMoveOn(events) : undefined;

/** The day on which a search plans a move, and the setting where the register has it; undefined while it plans none. */
export const movePlannedTo = async (
  tx: Tx,
  search: StoredCase,
): Promise<{ readonly on: Day; readonly settingId: number | undefined } | undefined> => {
  const on = plannedOn(search);
  if (on === undefined) return undefined;
  const log = searchFrom(await listSearchEntries(tx, search.id));
  const { home } = await withChosenHome(tx, { events: search.events, state: PLANNED }, log);
  return { on, settingId: home?.id };
};

/** From which day on by the record there was no place for it when it was planned; `yes`, as was kept before, is from the day of the move. */
const beyondFrom = ({ said }: Pick<CaseEvent, 'said'>, on: Day): Day | undefined => {
  const kept = textSaid(said[PLANNED_BEYOND_RECORD]);
  return kept === 'yes' ? on : parseDay(kept);
};

/**
 * The moves that are planned and not recorded yet, by the number of the setting. Whoever decides on them holds its places: none is
 * planned into it meanwhile.
 */
export const plannedMoves = async (tx: Tx): Promise<ReadonlyMap<number, readonly PlannedMove[]>> => {
  const planned = new Map<number, readonly PlannedMove[]>();
  for (const one of await listCasesInState(tx, PLACEMENT_REQUEST.id, PLANNED)) {
    const { on, settingId } = (await movePlannedTo(tx, one)) ?? {};
    const event = movePlanned(one.events);
    if (on !== undefined && settingId !== undefined && event !== undefined)
      planned.set(settingId, [
        ...(planned.get(settingId) ?? []),
        { caseId: one.id, on, plannedAt: event.at, beyondFrom: beyondFrom(event, on) },
      ]);
  }
  return planned;
};

/** "Another child is to move in there." */
export const movesInWords = (moves: number): string => {
  if (moves === 0) return '';
  return moves === 1 ? 'Another child is to move in there.' : `${moves} other children are to move in there.`;
};
