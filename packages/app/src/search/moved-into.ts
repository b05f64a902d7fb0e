import {
  type CaseEvent,
  type CaseNow,
  type ChildRecord,
  type Day,
  usualPlacementOn,
} from '@rightplace/domain';
import { readRegister, type Tx } from '@rightplace/store';
import { settingFinder } from '../child/named-setting.ts';
import { dayOfMove } from './records-of-searches.ts';

/** The steps of a search that confirm that the child has moved. */
const MOVES: ReadonlySet<string> = new Set(['moved-in', 'moved-home']);

/** The step by which the child moved, where the search is; undefined while no move is confirmed. */
export const moveConfirmed = ({ events }: Pick<CaseNow, 'events'>): CaseEvent | undefined =>
  events.findLast(({ step }) => MOVES.has(step));

/** The setting that a child lives in by the record from the day of a move; undefined where the register does not know it. */
export const movedInto = async (
  tx: Tx,
  child: ChildRecord,
  { step, said }: Pick<CaseEvent, 'step' | 'said'>,
): Promise<number | undefined> => {
  const on: Day | null = MOVES.has(step) ? dayOfMove(said) : null;
  const home = on === null ? undefined : usualPlacementOn(child.placements, on);
  if (home === undefined) return undefined;
  return settingFinder([...(await readRegister(tx)).settings.values()])(home)?.id;
};
