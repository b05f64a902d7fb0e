import {
  agreesWithHome,
  type CaseEvent,
  type CaseNow,
  type ChildRecord,
  isAgency,
  type Placement,
  type Search,
  usualPlacementOn,
  type WhereMoved,
} from '@rightplace/domain';
import { readRegister, type Tx } from '@rightplace/store';
import { settingFinder } from '../child/named-setting.ts';
import { withChosenHome } from './chosen-home.ts';
import { dayOfMove } from './records-of-searches.ts';

/** The steps of a search that confirm that the child has moved. */
const MOVES: ReadonlySet<string> = new Set(['moved-in', 'moved-home']);

/** The step by which the child moved, where the search is; undefined while no move is confirmed. */
export const moveConfirmed = ({ events }: Pick<CaseNow, 'events'>): CaseEvent | undefined =>
  events.findLast(({ step }) => MOVES.has(step));

/** Where the record has a child from the day of a move; undefined where it says nothing of that day. */
const placementByMove = (
  child: ChildRecord,
  { step, said }: Pick<CaseEvent, 'step' | 'said'>,
): Placement | undefined => {
  const on = MOVES.has(step) ? dayOfMove(said) : null;
  return on === null ? undefined : usualPlacementOn(child.placements, on);
};

const settingOf = async (tx: Tx, placement: Placement): Promise<number | undefined> =>
  settingFinder([...(await readRegister(tx)).settings.values()])(placement)?.id;

/** The setting that a child lives in by the record from the day of a move; undefined where the register does not know it. */
export const movedInto = async (
  tx: Tx,
  child: ChildRecord,
  move: Pick<CaseEvent, 'step' | 'said'>,
): Promise<number | undefined> => {
  const placement = placementByMove(child, move);
  return placement && settingOf(tx, placement);
};

/**
 * Where the record has the child since the move, as whoever was chosen may be told: theirs where the register names it or URN and
 * postcode agree with it, another home where the register names that, and nothing where neither can be told.
 */
export const whereMoved = async (
  tx: Tx,
  { now, search, child }: { readonly now: CaseNow; readonly search: Search; readonly child: ChildRecord },
): Promise<WhereMoved> => {
  const moved = moveConfirmed(now);
  const placement = moved && placementByMove(child, moved);
  const { home } = await withChosenHome(tx, now, search);
  if (placement === undefined || home === undefined) return 'unknown';
  const into = await settingOf(tx, placement);
  if (into === home.id) return 'chosen-home';
  const mayBeChosen = into === undefined || isAgency(home.kind);
  if (mayBeChosen && agreesWithHome(placement, home)) return 'chosen-home';
  return into === undefined ? 'unknown' : 'another-home';
};
