import type { Day, PlaceHold } from '@rightplace/domain';
import { listPlacesTaken, readRegister, type Tx } from '@rightplace/store';
import type { FoundCase } from '../cases/find-case.ts';
import { lastDayOf } from '../register/held-by.ts';
import { waysThere } from '../register/hold-place.ts';
import { soughtIn } from './homes-for-search.ts';

/** A place that is or was held for a search, and where. */
export interface HeldPlace {
  readonly hold: PlaceHold;
  readonly home: string;
  readonly lastDay: Day;
  readonly isRunning: boolean;
  /** While it is held: what the register says against this child's living there. */
  readonly inTheWay: readonly string[];
}

/** The places that are or were held for a search, the oldest first. */
export const heldPlaces = async (tx: Tx, found: FoundCase): Promise<readonly HeldPlace[]> => {
  const taken = await listPlacesTaken(tx, { caseId: found.id });
  if (taken.length === 0) return [];
  const register = await readRegister(tx);
  const sought = soughtIn(found);
  return taken.flatMap((hold) => {
    if (hold.kind !== 'hold') return [];
    const isRunning = hold.ended === null && found.at < hold.until;
    return [
      {
        hold,
        home: register.settings.get(hold.settingId)?.name ?? 'A home',
        lastDay: lastDayOf(hold),
        isRunning,
        inTheWay: isRunning ? waysThere(register, hold, sought) : [],
      },
    ];
  });
};
