import {
  addDays,
  type Day,
  endOfLondonDay,
  isBlockReason,
  londonDayOf,
  type PlaceBlock,
  placesOn,
  type Refusal,
  refused,
  startOfLondonDay,
} from '@rightplace/domain';
import {
  appendAudit,
  daysOfBlock,
  endPlaceTaken,
  findPlaceTaken,
  findPlaceTakenByKey,
  holdSettingPlaces,
  listPlacesTaken,
  type Tx,
  takePlace,
  wordsOfPlace,
} from '@rightplace/store';
import { sentBefore } from '../cases/sent-before.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import {
  LONGEST_NOTE_OF_REGISTER,
  type RegisterFault,
  type RegisterRefusal,
  tidied,
  wrong,
} from './faults.ts';
import { lowestFree, writing } from './hold-place.ts';
import { faultsOfDays, settingToKeep, type ToldOfSetting } from './tell-of-setting.ts';

export const PLACE_BLOCKED = 'place-blocked';
export const BLOCK_ENDED = 'block-ended';

/** A place that cannot be used, as typed. */
export interface BlockTyped extends Pick<ToldOfSetting, 'settingId' | 'from' | 'lastDay' | 'lastDayWrong'> {
  readonly reason: string;
  readonly note: string;
  readonly key: string;
}

export interface PlaceBlocked {
  readonly kind: 'place-blocked';
  readonly id: number;
}

const NO_PLACE: RegisterFault = {
  field: 'from-day',
  sentence: 'Every place of it is held or blocked on some of those days already',
};

/** The days that were typed. One that was ended since is over sooner, or never began. */
const daysTyped = async (
  tx: Tx,
  { id, settingId, from, until }: PlaceBlock,
): Promise<{ readonly from: Day; readonly lastDay: Day | null }> =>
  (await daysOfBlock(tx, { id, settingId })) ?? {
    from: londonDayOf(from),
    lastDay: until === null ? null : addDays(londonDayOf(until), -1),
  };

/** Whether a form says the same as the block that it made. */
const isSameBlock = async (
  tx: Tx,
  block: PlaceBlock,
  { settingId, reason, note, from, lastDay }: BlockTyped,
): Promise<boolean> => {
  const typed = await daysTyped(tx, block);
  return (
    block.settingId === settingId &&
    block.reason === reason &&
    (block.note ?? '') === tidied(note) &&
    typed.from === from &&
    typed.lastDay === (lastDay ?? null)
  );
};

/** Says that a place cannot be used for some days, and why. */
export const blockPlace = (
  world: World,
  signedIn: SignedIn,
  typed: BlockTyped,
): Promise<PlaceBlocked | RegisterRefusal> => {
  const doing = { world, signedIn };
  return writing(doing, async (tx) => {
    const found = await settingToKeep(tx, doing, typed.settingId);
    if (found.kind === 'refused') return found;
    const { setting, today } = found;
    const madeBy = signedIn.person.id;
    const before = await findPlaceTakenByKey(tx, { madeBy, key: typed.key });
    if (before !== undefined) {
      if (before.kind === 'block' && (await isSameBlock(tx, before, typed)))
        return { kind: 'place-blocked', id: before.id };
      const at = (await wordsOfPlace(tx, before.id))?.madeAt ?? before.from;
      return sentBefore(
        at,
        'Send it now, and another place is blocked by it; where the first is wrong, say on the page of the home that it can be used again.',
      );
    }
    const note = tidied(typed.note);
    const { reason, from, lastDay } = typed;
    const faults: RegisterFault[] = [];
    if (!isBlockReason(reason)) faults.push({ field: 'reason', sentence: 'Choose why it cannot be used' });
    if (note.length > LONGEST_NOTE_OF_REGISTER)
      faults.push({
        field: 'note',
        sentence: `The note must be ${LONGEST_NOTE_OF_REGISTER} characters or fewer`,
      });
    faults.push(...faultsOfDays(typed, { today, pastOnly: false }));
    if (from !== undefined && from < today)
      faults.push({ field: 'from-day', sentence: 'Enter today or a later day' });
    if (faults.length > 0 || from === undefined || !isBlockReason(reason)) return wrong(faults);
    await holdSettingPlaces(tx, setting.id);
    const at = world.now();
    const starts = from === today ? at : startOfLondonDay(from);
    const until = lastDay === undefined ? null : endOfLondonDay(lastDay);
    const taken = (await listPlacesTaken(tx, { settingId: setting.id, endsAfter: starts })).filter(
      (one) => until === null || one.from < until,
    );
    const place = lowestFree(taken);
    if (place > (placesOn(setting, from) ?? 0)) return wrong([NO_PLACE]);
    const id = await takePlace(tx, {
      kind: 'block',
      settingId: setting.id,
      place,
      reason,
      note: note === '' ? null : note,
      from: starts,
      until,
      madeBy,
      madeAt: at,
      key: typed.key,
    });
    if (id === undefined) return wrong([NO_PLACE]);
    await appendAudit(tx, {
      at,
      actor: String(madeBy),
      action: PLACE_BLOCKED,
      subject: { kind: 'setting', id: String(setting.id) },
      detail: { block: id, reason, from, lastDay: (lastDay ?? null) satisfies Day | null },
    });
    return { kind: 'place-blocked', id };
  });
};

/** Says that a blocked place can be used again, from now. */
export const endBlock = (
  world: World,
  signedIn: SignedIn,
  { settingId, id }: { readonly settingId: number; readonly id: number },
): Promise<
  { readonly kind: 'block-ended'; readonly block: PlaceBlock } | RegisterRefusal | Refusal<'no-such-block'>
> => {
  const doing = { world, signedIn };
  return writing(doing, async (tx) => {
    const found = await settingToKeep(tx, doing, settingId);
    if (found.kind === 'refused') return found;
    await holdSettingPlaces(tx, settingId);
    const block = await findPlaceTaken(tx, id);
    if (block?.kind !== 'block' || block.settingId !== settingId)
      return refused('no-such-block', 'There is no such place in this home.');
    const at = world.now();
    const by = signedIn.person.id;
    // What was ended before stays as it was ended: the same button pressed twice.
    if (await endPlaceTaken(tx, { id, ended: 'released', at, by, why: null, filledOn: null }))
      await appendAudit(tx, {
        at,
        actor: String(by),
        action: BLOCK_ENDED,
        subject: { kind: 'setting', id: String(settingId) },
        detail: { block: id },
      });
    return { kind: 'block-ended', block };
  });
};
