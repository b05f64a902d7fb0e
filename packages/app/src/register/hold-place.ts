import {
  type AttemptRefusal,
  addDays,
  addMinutes,
  type ChildRefusal,
  type Day,
  dayInWords,
  daysBetween,
  endOfLondonDay,
  londonDayOf,
  mayAttempt,
  PLACEMENT_REQUEST,
  type PlaceHold,
  type PlaceSought,
  type Refusal,
  refused,
  stateMeaning,
  whatStandsInTheWay,
} from '@rightplace/domain';
import {
  appendAudit,
  asTenant,
  findPlaceTaken,
  findPlaceTakenByKey,
  holdSettingPlaces,
  type Register,
  readRegister,
  type Tx,
  takePlace,
} from '@rightplace/store';
import { type FoundCase, findCaseFor } from '../cases/find-case.ts';
import { soughtIn } from '../search/homes-for-search.ts';
import { movesInWords } from '../search/planned-moves.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { NO_SETTING } from './faults.ts';
import { heldBy, heldByInWords } from './held-by.ts';
import { loadRegisterNow } from './register-on.ts';

export const PLACE_HELD = 'place-held';

/** A place is kept for a search while an answer is waited for, and no longer: somebody else's child may need it. */
export const LONGEST_HOLD_DAYS = 14;

export interface HoldAsked {
  /** The search. */
  readonly caseId: number;
  readonly settingId: number;
  /** The last day on which it is held. */
  readonly until: Day | undefined;
  /** Of the form: one sent twice is one hold. */
  readonly key: string;
}

/** Somebody doing something, for use cases that are part of another's transaction. */
export interface Doing {
  readonly world: World;
  readonly signedIn: SignedIn;
}

export interface PlaceHeld {
  readonly kind: 'place-held';
  readonly hold: PlaceHold;
  /** What the register knows that stands in the way of this child there: a place may be held while that is seen to. */
  readonly inTheWay: readonly string[];
}

export type SearchRefusal = ChildRefusal | AttemptRefusal | Refusal<'not-a-search' | 'case-over'>;
export type HoldRefusal =
  | SearchRefusal
  | Refusal<'no-such-setting' | 'no-vacancy' | 'held-already' | 'until-wrong'>;

/** The search that a place is held for, where somebody may hold one for it. */
export const searchToHoldFor = async (
  tx: Tx,
  { world, signedIn }: Doing,
  caseId: number,
): Promise<{ readonly kind: 'search'; readonly today: Day; readonly found: FoundCase } | SearchRefusal> => {
  const found = await findCaseFor(tx, { world, signedIn }, { id: caseId, to: 'take' });
  if (found.kind === 'refused') return found;
  const { workflow, now, loaded } = found;
  const permission = mayAttempt({ actor: signedIn.actor, action: 'hold-place', on: loaded.today });
  if (permission.kind === 'refused') return permission;
  if (workflow.access.take !== 'take-placement-step')
    return refused('not-a-search', 'A place is held for a search for a home, and this is none.');
  // Of the process itself: one that is over may still wait for a director.
  if (stateMeaning(PLACEMENT_REQUEST, now.state).ended === true)
    return refused('case-over', 'This search is over, so no place is held for it.');
  return { kind: 'search', today: loaded.today, found };
};

/** The lowest number that nothing has for any of the time that is asked about. */
export const lowestFree = (taken: readonly { readonly place: number }[]): number => {
  const used = new Set(taken.map(({ place }) => place));
  let place = 1;
  while (used.has(place)) place += 1;
  return place;
};

const daysAfter = (day: Day, last: Day): readonly Day[] =>
  Array.from({ length: daysBetween(day, last) }, (_, ahead) => addDays(day, ahead + 1));

/** What the register says against a child's living where a place is held. */
export const waysThere = (
  { settings }: Pick<Register, 'settings'>,
  { settingId }: Pick<PlaceHold, 'settingId'>,
  sought: PlaceSought,
): readonly string[] => {
  const setting = settings.get(settingId);
  return setting === undefined ? [] : whatStandsInTheWay(setting, sought).map(({ sentence }) => sentence);
};

const isHeldAs = (hold: PlaceHold, { caseId, settingId, until }: HoldAsked): boolean =>
  hold.caseId === caseId &&
  hold.settingId === settingId &&
  until !== undefined &&
  hold.until === endOfLondonDay(until);

/** Holds a place, in the transaction of whoever decides on the search. */
export const holdPlaceIn = async (
  tx: Tx,
  doing: Doing,
  asked: HoldAsked,
): Promise<PlaceHeld | HoldRefusal> => {
  const { world, signedIn } = doing;
  const madeBy = signedIn.person.id;
  const search = await searchToHoldFor(tx, doing, asked.caseId);
  if (search.kind === 'refused') return search;
  const { today } = search;
  const sought = soughtIn(search.found);
  const before = await findPlaceTakenByKey(tx, { madeBy, key: asked.key });
  if (before?.kind === 'hold' && !isHeldAs(before, asked))
    return refused(
      'held-already',
      `By this form a place is held for search ${before.caseId} until ${dayInWords(londonDayOf(addMinutes(before.until, -1)))}. What it says now is not recorded: lengthen or give up that hold on its own page, or open this form anew.`,
    );
  if (before?.kind === 'hold')
    return { kind: 'place-held', hold: before, inTheWay: waysThere(await readRegister(tx), before, sought) };
  const last = addDays(today, LONGEST_HOLD_DAYS);
  if (asked.until === undefined || asked.until < today || asked.until > last)
    return refused(
      'until-wrong',
      `Enter the last day of the hold: today or a later day, up to ${dayInWords(last)}, at most ${LONGEST_HOLD_DAYS} days from now.`,
    );
  // From here until the end nobody else takes a place of this setting: what is read is still so when the hold is written.
  await holdSettingPlaces(tx, asked.settingId);
  const register = await loadRegisterNow(tx, doing, asked.settingId);
  const setting = register.register.settings.get(asked.settingId);
  if (setting === undefined) return NO_SETTING;
  const { taken } = register.settingOn(setting, today);
  if (taken.some((one) => one.kind === 'hold' && one.caseId === asked.caseId))
    return refused('held-already', `A place in ${setting.name} is held for this search already.`);
  const full = refused('no-vacancy', `${setting.name} has no vacancy to hold today.`);
  const vacanciesOn = (on: Day) => register.settingOn(setting, on, asked.caseId).vacancies;
  const isFullOn = (on: Day): boolean => vacanciesOn(on).vacant === 0;
  if (isFullOn(today)) {
    const moves = movesInWords(vacanciesOn(today).planned);
    const others = `${heldByInWords(await heldBy(tx, doing, taken))} ${moves}`;
    return { ...full, sentence: `${full.sentence} ${others}`.trim() };
  }
  const later = daysAfter(today, asked.until).find(isFullOn);
  if (later !== undefined)
    return {
      ...full,
      sentence: `${setting.name} has a vacancy today and none on ${dayInWords(later)}. Hold it until a day before that.`,
    };
  const from = world.now();
  const id = await takePlace(tx, {
    kind: 'hold',
    settingId: setting.id,
    place: lowestFree(taken),
    caseId: asked.caseId,
    from,
    until: endOfLondonDay(asked.until),
    madeBy,
    madeAt: from,
    key: asked.key,
  });
  const hold = id === undefined ? undefined : await findPlaceTaken(tx, id);
  if (hold?.kind !== 'hold') return full;
  await appendAudit(tx, {
    at: from,
    actor: String(madeBy),
    action: PLACE_HELD,
    subject: { kind: 'setting', id: String(setting.id) },
    detail: { case: asked.caseId, hold: hold.id, until: hold.until },
  });
  return { kind: 'place-held', hold, inTheWay: waysThere(register.register, hold, sought) };
};

export const writing = <T>({ world, signedIn }: Doing, work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, work);

/**
 * Keeps a place free for one search until the end of a day. Of two who ask for the last one at once, one has it and the other is
 * told so; the database would refuse the second even if this let it through.
 */
export const holdPlace = (
  world: World,
  signedIn: SignedIn,
  asked: HoldAsked,
): Promise<PlaceHeld | HoldRefusal> => {
  const doing = { world, signedIn };
  return writing(doing, (tx) => holdPlaceIn(tx, doing, asked));
};
