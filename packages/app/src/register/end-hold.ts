import {
  chosenOffer,
  type Day,
  londonDayOf,
  momentInWords,
  type PlaceHold,
  type Refusal,
  refused,
} from '@rightplace/domain';
import {
  appendAudit,
  endPlaceTaken,
  findPlaceTaken,
  holdSettingPlaces,
  type Tx,
  wordsOfPlace,
} from '@rightplace/store';
import { moveConfirmed, movedInto } from '../search/moved-into.ts';
import { dayOfMove } from '../search/records-of-searches.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type Doing, type SearchRefusal, searchToHoldFor, writing } from './hold-place.ts';

export const HOLD_RELEASED = 'hold-released';
export const PLACE_FILLED = 'place-filled';
export const LONGEST_WHY_RELEASED = 500;

export interface HoldEnded {
  readonly kind: 'hold-ended';
  readonly hold: PlaceHold;
}

export type EndHoldRefusal =
  | SearchRefusal
  | Refusal<
      | 'no-such-hold'
      | 'hold-over'
      | 'given-up-already'
      | 'why-needed'
      | 'not-moved-in'
      | 'moved-elsewhere'
      | 'lives-there'
    >;

const NO_HOLD = refused('no-such-hold', 'There is no such hold.');
const OVER = refused(
  'hold-over',
  'This hold has run out or was ended, so the place may be somebody else’s by now. Hold it again first.',
);

/** One hold, of this setting where one is said. */
interface HoldMeant {
  readonly id: number;
  readonly settingId?: number;
}

/** A hold that somebody may end, kept from everybody else meanwhile. */
const findHold = async (
  tx: Tx,
  doing: Doing,
  { id, settingId }: HoldMeant,
): Promise<PlaceHold | EndHoldRefusal> => {
  const first = await findPlaceTaken(tx, id);
  if (first?.kind !== 'hold' || (settingId ?? first.settingId) !== first.settingId) return NO_HOLD;
  const search = await searchToHoldFor(tx, doing, first.caseId);
  // What a search holds when it is over is given up, not kept.
  if (search.kind === 'refused' && search.name !== 'case-over') return search;
  await holdSettingPlaces(tx, first.settingId);
  const hold = await findPlaceTaken(tx, id);
  return hold?.kind === 'hold' ? hold : NO_HOLD;
};

/** Ends a hold, for whoever has found that it may be ended and holds the setting's places. */
export const endHeld = async (
  tx: Tx,
  { world, signedIn }: { readonly world: Pick<World, 'now'>; readonly signedIn: SignedIn },
  hold: PlaceHold,
  how:
    | { readonly ended: 'released'; readonly why: string; readonly filledOn: null }
    | { readonly ended: 'filled'; readonly why: null; readonly filledOn: Day },
): Promise<HoldEnded | EndHoldRefusal> => {
  const at = world.now();
  const by = signedIn.person.id;
  if (!(await endPlaceTaken(tx, { id: hold.id, at, by, ...how }))) return OVER;
  const ended = await findPlaceTaken(tx, hold.id);
  await appendAudit(tx, {
    at,
    actor: String(by),
    action: how.ended === 'filled' ? PLACE_FILLED : HOLD_RELEASED,
    subject: { kind: 'setting', id: String(hold.settingId) },
    ...(how.why === null ? {} : { why: how.why }),
    detail: { case: hold.caseId, hold: hold.id, ...(how.filledOn === null ? {} : { on: how.filledOn }) },
  });
  return ended?.kind === 'hold' ? { kind: 'hold-ended', hold: ended } : NO_HOLD;
};

export const isRunning = ({ ended, until }: PlaceHold, now: string): boolean => ended === null && now < until;

/** The same form sent twice gives the place back once. Of another reason, or of somebody else, it is said that it was before. */
const releasedBefore = async (
  tx: Tx,
  { signedIn }: Doing,
  { hold, why }: { readonly hold: PlaceHold; readonly why: string },
): Promise<HoldEnded | EndHoldRefusal> => {
  const before = await wordsOfPlace(tx, hold.id);
  if (before?.endedBy === signedIn.person.id && before.why === why) return { kind: 'hold-ended', hold };
  return refused(
    'given-up-already',
    `This place was given up before, on ${momentInWords(before?.endedAt ?? hold.until)}: “${before?.why ?? ''}”. What you say now is not recorded.`,
  );
};

/** Gives a place back before its time, or one that was filled and came to nothing, in the transaction of another decision. */
export const releaseHoldIn = async (
  tx: Tx,
  doing: Doing,
  { why: typed, ...meant }: HoldMeant & { readonly why: string },
): Promise<HoldEnded | EndHoldRefusal> => {
  const why = typed.trim();
  if (why === '' || why.length > LONGEST_WHY_RELEASED)
    return refused(
      'why-needed',
      `Say why the place is given up, in up to ${LONGEST_WHY_RELEASED} characters.`,
    );
  const hold = await findHold(tx, doing, meant);
  if (hold.kind === 'refused') return hold;
  if (hold.ended === 'released') return releasedBefore(tx, doing, { hold, why });
  if (!isRunning(hold, doing.world.now()) && hold.ended !== 'filled') return OVER;
  return endHeld(tx, doing, hold, { ended: 'released', why, filledOn: null });
};

export const releaseHold = (
  world: World,
  signedIn: SignedIn,
  asked: HoldMeant & { readonly why: string },
): Promise<HoldEnded | EndHoldRefusal> => {
  const doing = { world, signedIn };
  return writing(doing, (tx) => releaseHoldIn(tx, doing, asked));
};

/** The day on which the child moved into the place that is held for them, by the move that is confirmed in the search. */
const movedThere = async (
  tx: Tx,
  doing: Doing,
  { caseId, settingId, from }: PlaceHold,
): Promise<Day | EndHoldRefusal> => {
  const search = await searchToHoldFor(tx, doing, caseId);
  if (search.kind === 'refused') return search;
  const { now, child, search: facts } = search.found;
  const moved = moveConfirmed(now);
  if (moved === undefined)
    return refused(
      'not-moved-in',
      `No move is recorded in search ${caseId}, so this place is not filled. Once the home is approved and the child is there, record in the search that the child has moved: that fills the place.`,
    );
  const into =
    (await movedInto(tx, child, moved)) ?? (facts && chosenOffer(now, facts.standing.search)?.settingId);
  if (into !== settingId)
    return refused(
      'moved-elsewhere',
      `By search ${caseId} the child moved into another home, so this place is not filled. Give it up.`,
    );
  const on = dayOfMove(moved.said);
  return on === null || on < londonDayOf(from)
    ? refused(
        'lives-there',
        'The child had moved in before this place was held, and is counted there already. Give it up.',
      )
    : on;
};

/** The day from which a place may be said to be filled, or why it may not be. */
export const findFilling = (
  world: World,
  signedIn: SignedIn,
  meant: HoldMeant,
): Promise<{ readonly kind: 'may-fill'; readonly on: Day } | EndHoldRefusal> => {
  const doing = { world, signedIn };
  return writing(doing, async (tx) => {
    const hold = await findHold(tx, doing, meant);
    if (hold.kind === 'refused') return hold;
    const on = await movedThere(tx, doing, hold);
    return typeof on === 'string' ? { kind: 'may-fill', on } : on;
  });
};

/**
 * Says that the child has moved into a place that was held for them. The move that is confirmed in the search fills what is held by
 * then; this is for what was held on that day and after it. Nobody lives in a home because somebody says so of a hold.
 */
export const fillPlace = (
  world: World,
  signedIn: SignedIn,
  meant: HoldMeant,
): Promise<HoldEnded | EndHoldRefusal> => {
  const doing = { world, signedIn };
  return writing(doing, async (tx) => {
    const hold = await findHold(tx, doing, meant);
    if (hold.kind === 'refused') return hold;
    if (hold.ended === 'filled') return { kind: 'hold-ended', hold };
    if (!isRunning(hold, world.now())) return OVER;
    const on = await movedThere(tx, doing, hold);
    return typeof on === 'string'
      ? endHeld(tx, doing, hold, { ended: 'filled', why: null, filledOn: on })
      : on;
  });
};
