import type { Day } from '../calendar/day.ts';
import { startOfLondonDay } from '../calendar/london-time.ts';
import { addMinutes, type Moment } from '../calendar/moment.ts';
import { isForNamedChildren, placesOn } from './may-take.ts';
import { isAgency, type SettingInRegister, standingOn } from './setting.ts';

/** A place kept free for one search, from a moment until another. */
export interface PlaceHold {
  readonly kind: 'hold';
  readonly id: number;
  readonly settingId: number;
  /** Which of the setting's free places, counted from 1: two holds never have the same at once. */
  readonly place: number;
  /** The search. */
  readonly caseId: number;
  readonly from: Moment;
  /** The first moment at which it no longer holds: as said, or sooner where it was given up or filled. */
  readonly until: Moment;
  readonly ended: 'released' | 'filled' | null;
  /** The first day there of the child for whom it was held. */
  readonly filledOn: Day | null;
  /** Each time that it was lengthened, the first first. */
  readonly lengthened: readonly Lengthening[];
}

/** A hold was made longer. */
export interface Lengthening {
  /** The end that it had until then. */
  readonly from: Moment;
  readonly at: Moment;
}

/** Since when a hold keeps its place on a day: of days by which it was lengthened, since the time that it came to last until then. */
export const heldSince = ({ from, lengthened }: Pick<PlaceHold, 'from' | 'lengthened'>, at: Moment): Moment =>
  lengthened.findLast((longer) => longer.from <= at)?.at ?? from;

/** A place that nobody can have for some days: a room under repair, no staff, a child who cannot live with another. */
export interface PlaceBlock {
  readonly kind: 'block';
  readonly id: number;
  readonly settingId: number;
  readonly place: number;
  readonly reason: BlockReason;
  readonly note: string | null;
  readonly from: Moment;
  readonly until: Moment | null;
}

export const BLOCK_REASONS = {
  staffing: 'Too few staff',
  matching: 'Does not match the children there',
  repair: 'Room cannot be used',
  leave: 'Carers are away',
  conditions: 'Conditions of Ofsted’s',
  other: 'Another reason',
} as const;
export type BlockReason = keyof typeof BLOCK_REASONS;
export const isBlockReason = (text: string): text is BlockReason => Object.hasOwn(BLOCK_REASONS, text);

export type PlaceTaken = PlaceHold | PlaceBlock;

/** Whether a place is kept from others at a moment. */
export const isTakenAt = ({ from, until }: Pick<PlaceTaken, 'from' | 'until'>, at: Moment): boolean =>
  from <= at && (until === null || at < until);

/**
 * The moment for which a day is asked: now for today, and noon of any other. What is held runs out by the clock, so that
 * today's answer changes during the day.
 */
export const momentOfDay = (
  on: Day,
  { today, now }: { readonly today: Day; readonly now: Moment },
): Moment => (on === today ? now : addMinutes(startOfLondonDay(on), 12 * 60));

/** A move that is planned into a setting and not recorded yet: it takes a place from its day on, whether or not one is held. */
export interface PlannedMove {
  readonly caseId: number;
  readonly on: Day;
  /** When it was planned. */
  readonly plannedAt: Moment;
  /** The first day on which by the record there was no place, so that it was said which the child has; undefined where there was one. */
  readonly beyondFrom: Day | undefined;
}

export interface Vacancies {
  /** Undefined while nobody has said how many it has. */
  readonly places: number | undefined;
  readonly children: number;
  readonly blocked: number;
  readonly held: number;
  /** Moves planned by then for which no place is held. */
  readonly planned: number;
  /** What is left: never below nought. */
  readonly vacant: number;
  /** How many more live there than it has places for. */
  readonly over: number;
}

export interface VacanciesAsked {
  readonly on: Day;
  readonly at: Moment;
  /** How many children live there, or are about to: `whoLivesAt`. */
  readonly children: number;
  readonly taken: readonly PlaceTaken[];
  /** Into this setting. */
  readonly planned?: readonly Pick<PlannedMove, 'caseId' | 'on'>[];
}

/**
 * Places, less those that children live in or are to move into, are blocked or are held. A setting that is not open has no vacancy, whatever its
 * places; nor have an agency, and carers who are approved for the children they know.
 */
export const vacanciesOf = (
  setting: SettingInRegister,
  { on, at, children, taken, planned: moves = [] }: VacanciesAsked,
): Vacancies => {
  const places = isAgency(setting.kind) ? undefined : placesOn(setting, on);
  const now = taken.filter((one) => one.settingId === setting.id && isTakenAt(one, at));
  const blocked = now.filter(({ kind }) => kind === 'block').length;
  const held = now.length - blocked;
  // For whom a place is held is counted already.
  const isHeldFor = (caseId: number): boolean =>
    now.some((one) => one.kind === 'hold' && one.caseId === caseId);
  const planned = moves.filter((move) => move.on <= on && !isHeldFor(move.caseId)).length;
  const left = (places ?? 0) - children;
  const isOpen = standingOn(setting, on)?.state === 'open' && !isForNamedChildren(setting, on);
  return {
    places,
    children,
    blocked,
    held,
    planned,
    vacant: isOpen ? Math.max(0, left - blocked - held - planned) : 0,
    over: places === undefined ? 0 : Math.max(0, -left),
  };
};

/** A place that was filled, and which child has moved into it: the record may not know of it yet. */
export interface Filled {
  readonly settingId: number;
  readonly child: string;
  readonly filledOn: Day;
}

/**
 * Who lives in a setting on a day: those of whom the record says so, and those for whom a place was filled and of whom the
 * record has no placement yet that begins then or later.
 */
export const whoLivesAt = (
  settingId: number,
  {
    recorded,
    filled,
    on,
    placedSince,
  }: {
    readonly recorded: readonly string[];
    readonly filled: readonly Filled[];
    readonly on: Day;
    readonly placedSince: (child: string, from: Day) => boolean;
  },
): ReadonlySet<string> => {
  const here = new Set(recorded);
  for (const { settingId: where, child, filledOn } of filled)
    if (where === settingId && filledOn <= on && !placedSince(child, filledOn)) here.add(child);
  return here;
};
