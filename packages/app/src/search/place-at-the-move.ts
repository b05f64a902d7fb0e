import {
  type CaseEvent,
  type Fault,
  isAgency,
  isTakenAt,
  type Moment,
  momentOfDay,
  type PlaceHold,
  parseDay,
} from '@rightplace/domain';
import { holdSettingPlaces, listPlacesTaken, type Tx } from '@rightplace/store';
import type { FoundCase } from '../cases/find-case.ts';
import { heldBy, heldByInWords } from '../register/held-by.ts';
import type { Doing } from '../register/hold-place.ts';
import { loadRegisterNow } from '../register/register-on.ts';
import { movesInWords, PLANS_THE_MOVE } from './planned-moves.ts';

/** Nobody holds a place in the home between looking and deciding. In the order in which a step gives up holds, so that none waits for another. */
const holdPlacesOf = async (
  tx: Tx,
  { caseId, settingId, now }: { readonly caseId: number; readonly settingId: number; readonly now: Moment },
): Promise<void> => {
  const own = await listPlacesTaken(tx, { caseId, endsAfter: now });
  const settings = new Set([settingId, ...own.map((one) => one.settingId)]);
  for (const one of [...settings].toSorted((a, b) => a - b)) await holdSettingPlaces(tx, one);
};

/**
 * Why a move is not planned into a home: on its day every place that is left there is held for another search. A search that has a
 * place of its own held is never in the way of itself, and a place that a child is to leave by then is nobody's hold. A move that is
 * planned takes its place from its day on, as a hold does.
 */
export const findNoPlace = async (
  tx: Tx,
  doing: Doing,
  { found, event }: { readonly found: FoundCase; readonly event: CaseEvent },
): Promise<Fault | undefined> => {
  const settingId = found.search?.standing.chosen?.settingId;
  const said = event.said['moves-on'];
  const on = typeof said === 'string' ? parseDay(said) : undefined;
  if (!PLANS_THE_MOVE.has(event.step) || settingId === undefined || on === undefined) return undefined;
  await holdPlacesOf(tx, { caseId: found.id, settingId, now: doing.world.now() });
  const { register, settingOn, plannedInto, today, now } = await loadRegisterNow(tx, doing, settingId);
  const setting = register.settings.get(settingId);
  if (setting === undefined || isAgency(setting.kind)) return undefined;
  const at = momentOfDay(on, { today, now });
  const then = settingOn(setting, on).taken.filter(
    (one): one is PlaceHold => one.kind === 'hold' && isTakenAt(one, at),
  );
  if (then.some((one) => one.caseId === found.id)) return undefined;
  const planned = plannedInto(settingId, found.id);
  const isFull = [on, ...planned.map((move) => move.on).filter((later) => later > on)].some(
    (day) => settingOn(setting, day, found.id).vacancies.vacant === 0,
  );
  if (!isFull || (then.length === 0 && planned.length === 0)) return undefined;
  const others = [heldByInWords(await heldBy(tx, doing, then)), movesInWords(planned.length)]
    .filter((sentence) => sentence !== '')
    .join(' ');
  return {
    question: 'moves-on',
    sentence: `${setting.name} has no place for this child on that day. ${others} Agree on it with whoever holds the place, or choose a day after that`,
  };
};
