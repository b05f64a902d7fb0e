import type { PlaceHold, SettingInRegister } from '@rightplace/domain';
import { listPlacesTaken, type Register, type Tx } from '@rightplace/store';

/** The places that are or were held for a search, the oldest first, and where they are. */
export interface HoldOfCase {
  readonly hold: PlaceHold;
  readonly setting: SettingInRegister | undefined;
}

/** In the transaction of whoever shows or decides on the search. */
export const heldFor = async (tx: Tx, register: Register, caseId: number): Promise<readonly HoldOfCase[]> =>
  (await listPlacesTaken(tx, { caseId })).flatMap((taken) =>
    taken.kind === 'hold' ? [{ hold: taken, setting: register.settings.get(taken.settingId) }] : [],
  );
