import {
  type Answers,
  type CaseEvent,
  type ChildRecord,
  chosenOffer,
  type Day,
  londonDayOf,
  PLACEMENT_REQUEST,
  type PlaceHold,
  stateMeaning,
} from '@rightplace/domain';
import { findPlaceTaken, holdSettingPlaces, listPlacesTaken, type Tx } from '@rightplace/store';
import type { FoundCase } from '../cases/find-case.ts';
import { endHeld, isRunning } from '../register/end-hold.ts';
import type { Doing } from '../register/hold-place.ts';
import { movedInto } from './moved-into.ts';
import { dayOfMove } from './records-of-searches.ts';

/** The steps by which the home that was chosen is not had after all. */
const LOST_BY: Readonly<Record<string, string>> = {
  'fell-through': 'The home came to nothing.',
  'terms-failed': 'Nothing was agreed with the provider.',
  'checks-failed': 'A check of the home failed.',
  'look-on': 'The director had another home looked for.',
};

/** What becomes of a hold of a search: filled from a day, given up and why, or nothing. */
export type Following =
  | { readonly ended: 'filled'; readonly on: Day }
  | { readonly ended: 'released'; readonly why: string }
  | undefined;

const released = (why: string): Following => ({ ended: 'released', why });

interface Stepped {
  readonly step: string;
  readonly said: Answers;
  /** Whether the search is over with it. */
  readonly isOver: boolean;
  /** The home of the register that was chosen before the step, and the one that the child moved into by it. */
  readonly chosen: number | undefined;
  readonly movedInto: number | undefined;
}

/** What a step of the search makes of a place that is held for it. */
export const followingOf = (
  { settingId, from }: Pick<PlaceHold, 'settingId' | 'from'>,
  { step, said, isOver, chosen, movedInto }: Stepped,
): Following => {
  if (step === 'moved-in' || step === 'moved-home') {
    const on = dayOfMove(said) ?? undefined;
    if (settingId !== (movedInto ?? chosen)) return released('The child moved into another home.');
    // Of a move before the place was held the record says enough.
    return on === undefined || on < londonDayOf(from)
      ? released('The child has moved in already.')
      : { ended: 'filled', on };
  }
  if (isOver)
    return released(
      typeof said.reason !== 'string'
        ? 'The search is over.'
        : `The search is over: ${said.reason}`.slice(0, 500),
    );
  if (step === 'agree-choice' && chosen !== undefined && settingId !== chosen)
    return released('Another home was chosen.');
  const lost = LOST_BY[step];
  return lost !== undefined && settingId === chosen ? released(lost) : undefined;
};

const endAll = async (
  tx: Tx,
  doing: Doing,
  caseId: number,
  following: (hold: PlaceHold) => Following,
): Promise<void> => {
  const now = doing.world.now();
  const holds = (await listPlacesTaken(tx, { caseId, endsAfter: now })).toSorted(
    (a, b) => a.settingId - b.settingId,
  );
  for (const { id, settingId } of holds) {
    await holdSettingPlaces(tx, settingId);
    const hold = await findPlaceTaken(tx, id);
    if (hold?.kind !== 'hold' || !isRunning(hold, now)) continue;
    const what = following(hold);
    if (what?.ended === 'filled')
      await endHeld(tx, doing, hold, { ended: 'filled', why: null, filledOn: what.on });
    else if (what !== undefined)
      await endHeld(tx, doing, hold, { ended: 'released', why: what.why, filledOn: null });
  }
};

/**
 * Fills or gives up what is held for a search by a step that was taken in it, in the step’s own transaction. Whoever may take the
 * step may do this by it: a hold is never left behind because the social worker, and no officer, records the move.
 */
export const followHolds = async (
  tx: Tx,
  doing: Doing,
  {
    found,
    event,
    after,
  }: { readonly found: FoundCase; readonly event: CaseEvent; readonly after: ChildRecord },
): Promise<void> => {
  const { workflow, search, now, id } = found;
  if (workflow.id !== PLACEMENT_REQUEST.id || search === undefined) return;
  const { said } = event;
  const stepped: Stepped = {
    step: event.step,
    said,
    isOver: stateMeaning(workflow, event.to).ended === true,
    chosen: chosenOffer(now, search.standing.search)?.settingId,
    movedInto: await movedInto(tx, after, event),
  };
  await endAll(tx, doing, id, (hold) => followingOf(hold, stepped));
};

/** Gives up what is held in a home that the provider withdrew. */
export const giveUpWithdrawn = (
  tx: Tx,
  doing: Doing,
  { caseId, settingId }: { readonly caseId: number; readonly settingId: number | undefined },
): Promise<void> =>
  settingId === undefined
    ? Promise.resolve()
    : endAll(tx, doing, caseId, (hold) =>
        hold.settingId === settingId ? released('The provider withdrew the offer.') : undefined,
      );
