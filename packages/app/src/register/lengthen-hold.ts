import {
  addDays,
  type Day,
  dayInWords,
  daysBetween,
  endOfLondonDay,
  londonDayOf,
  type Moment,
  type PlaceHold,
  type Refusal,
  refused,
} from '@rightplace/domain';
import {
  appendAudit,
  findPlaceTaken,
  holdSettingPlaces,
  lengthenHeldPlace,
  wordsOfPlace,
} from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { isRunning, LONGEST_WHY_RELEASED } from './end-hold.ts';
import { lastDayOf } from './held-by.ts';
import { LONGEST_HOLD_DAYS, type SearchRefusal, searchToHoldFor, writing } from './hold-place.ts';
import { loadRegisterNow } from './register-on.ts';

export const HOLD_LENGTHENED = 'hold-lengthened';

/** Twice as long as a hold usually is at most, counted from its first day: whoever needs longer holds anew, where the place is still free. */
export const LONGEST_LENGTHENED_DAYS = 28;

export interface HoldToLengthen {
  readonly id: number;
  /** The last day on which it is held. */
  readonly until: Day | undefined;
  /** From the fifteenth day on there is a reason. */
  readonly why: string;
}

export type LengthenRefusal =
  | SearchRefusal
  | Refusal<
      'no-such-hold' | 'hold-over' | 'until-wrong' | 'why-needed' | 'no-vacancy' | 'lengthened-already'
    >;

const OVER = refused('hold-over', 'This hold has run out or was ended. Hold the place again, if it is free.');

const whyNotUntil = (until: Day | undefined, held: Day, last: Day): string => {
  const most = `${dayInWords(last)}, ${LONGEST_LENGTHENED_DAYS} days from the day on which it was first held`;
  if (held >= last)
    return `It is held until the end of ${dayInWords(held)} already, and it cannot be held for longer than ${most}.`;
  return until !== undefined && until > last
    ? `It cannot be held until the end of ${dayInWords(until)}. Enter a day up to ${most}.`
    : `It is held until the end of ${dayInWords(held)} already. Enter a later day, up to ${most}.`;
};

const fault = (
  hold: PlaceHold,
  { until, why }: Omit<HoldToLengthen, 'id'>,
  now: Moment,
): LengthenRefusal | undefined => {
  if (hold.ended !== null || now >= hold.until) return OVER;
  const first = londonDayOf(hold.from);
  const last = addDays(first, LONGEST_LENGTHENED_DAYS);
  if (until === undefined || until <= lastDayOf(hold) || until > last)
    return refused('until-wrong', whyNotUntil(until, lastDayOf(hold), last));
  const isLong = until > addDays(first, LONGEST_HOLD_DAYS);
  if ((isLong && why === '') || why.length > LONGEST_WHY_RELEASED)
    return refused(
      'why-needed',
      `Say why it is held for more than ${LONGEST_HOLD_DAYS} days, in up to ${LONGEST_WHY_RELEASED} characters.`,
    );
  return undefined;
};

/** Whether it was lengthened until that very day before. */
const isLengthenedTo = ({ lengthened, until }: PlaceHold, day: Day | undefined): boolean =>
  lengthened.length > 0 && day !== undefined && until === endOfLondonDay(day);

/** The same form sent twice lengthens it once; another reason for the same day is not recorded, and that is said. */
const lengthenedBefore = (
  hold: PlaceHold,
  why: string,
  before: string | null,
): { readonly kind: 'hold-lengthened'; readonly hold: PlaceHold } | LengthenRefusal => {
  if (why === '' || why === before) return { kind: 'hold-lengthened', hold };
  const because = before === null ? '' : `: “${before}”`;
  return refused(
    'lengthened-already',
    `The place is held until the end of ${dayInWords(lastDayOf(hold))} already${because}. What you say now is not recorded.`,
  );
};

/** Holds a place for longer, where nobody else has it from then on: within 14 days of its first day, and with a reason within 28. */
export const lengthenHold = (
  world: World,
  signedIn: SignedIn,
  { id, until, why: typed }: HoldToLengthen,
): Promise<{ readonly kind: 'hold-lengthened'; readonly hold: PlaceHold } | LengthenRefusal> => {
  const doing = { world, signedIn };
  return writing(doing, async (tx) => {
    const first = await findPlaceTaken(tx, id);
    if (first?.kind !== 'hold') return refused('no-such-hold', 'There is no such hold.');
    const search = await searchToHoldFor(tx, doing, first.caseId);
    if (search.kind === 'refused') return search;
    await holdSettingPlaces(tx, first.settingId);
    const hold = await findPlaceTaken(tx, id);
    if (hold?.kind !== 'hold') return OVER;
    const why = typed.trim();
    if (isRunning(hold, world.now()) && isLengthenedTo(hold, until))
      return lengthenedBefore(hold, why, (await wordsOfPlace(tx, id))?.lengthenedWhy ?? null);
    const wrong = fault(hold, { until, why }, world.now());
    if (wrong !== undefined || until === undefined) return wrong ?? OVER;
    const register = await loadRegisterNow(tx, doing, hold.settingId);
    const setting = register.register.settings.get(hold.settingId);
    const more = daysBetween(lastDayOf(hold), until);
    const days = Array.from({ length: more }, (_, ahead) => addDays(lastDayOf(hold), ahead + 1));
    const isFree =
      setting !== undefined &&
      days.every((on) => register.settingOn(setting, on, hold.caseId).vacancies.vacant > 0);
    const full = refused(
      'no-vacancy',
      'Somebody else has the place by then, so it cannot be held for longer.',
    );
    if (!isFree || !(await lengthenHeldPlace(tx, { id, until: endOfLondonDay(until), why, at: world.now() })))
      return full;
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: HOLD_LENGTHENED,
      subject: { kind: 'setting', id: String(hold.settingId) },
      ...(why === '' ? {} : { why }),
      detail: { case: hold.caseId, hold: id, until: endOfLondonDay(until) },
    });
    const longer = await findPlaceTaken(tx, id);
    return longer?.kind === 'hold' ? { kind: 'hold-lengthened', hold: longer } : OVER;
  });
};
