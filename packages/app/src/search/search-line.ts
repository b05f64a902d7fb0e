import {
  type Answers,
  type CaseNow,
  type ChildRecord,
  type Clock,
  confirmBy,
  type Day,
  dayOfMoveIn,
  EVERY_TIER_AT_ONCE,
  hasLeftHome,
  homeNeededBy,
  isOutOfTime,
  isSearchTier,
  londonDayOf,
  lookedAtAfterMove,
  type Moment,
  maxDay,
  movedByDeniedWord,
  officerOf,
  openingsOfTiers,
  type Part,
  PLACEMENT_REQUEST,
  type SearchCounts,
  type SearchTier,
  stateMeaning,
  type Waiting,
  waitingFor,
  workingDaysBetween,
} from '@rightplace/domain';
import { type CaseChild, caseNow } from '../cases/find-case.ts';
import { recall } from '../ledger/recall.ts';
import { KINDS_WANTED, type KnownSearch } from './searches-known.ts';

/** The kinds of home that a request finds suitable, the preferred first. */
export type Wanted = (typeof KINDS_WANTED)[number];

export interface SearchLine {
  readonly id: number;
  readonly child: CaseChild;
  readonly state: string;
  readonly stateTitle: string;
  readonly alarm: string | undefined;
  /** All tiers at once, or wanted today, or the last day on which the child may be where they live has come. */
  readonly isEmergency: boolean;
  readonly wanted: readonly Wanted[];
  /**
   * Working days since the request was first sent to the placements team; since it was begun, while it was not. Up to the move, or the
   * end of a search that came to none.
   */
  readonly workingDays: number;
  /** Whether the child lives in the home that was found: nobody waits for it any more, though the outcome may be to be written. */
  readonly hasMoved: boolean;
  /** The tier that is asked now, or was asked last. */
  readonly tier: SearchTier | typeof EVERY_TIER_AT_ONCE | undefined;
  readonly counts: SearchCounts;
  /** When the home is needed, as the request says or the notice on the one before. */
  readonly neededFrom: Day | undefined;
  /** Whether an approval by word of mouth is still to be confirmed. */
  readonly isUnconfirmed: boolean;
  /** Undefined where it is over. */
  readonly waiting: Waiting | undefined;
  readonly officer: string | undefined;
}

/** When and by what a list is made. */
interface ListedAt {
  readonly at: Moment;
  readonly clock: Clock;
  readonly over: boolean;
}

/** What a search comes to on a day, whoever looks. */
interface Folded {
  readonly clock: Clock;
  readonly on: Day;
  readonly now: CaseNow;
  readonly toConfirm: Day | undefined;
  /** The person, by their number. */
  readonly officer: string | undefined;
  readonly line: Omit<SearchLine, 'child' | 'waiting' | 'officer'>;
  /** Whom it waits for, as those who looked last see it: by who they are, and in which parts they reach the child. */
  readonly waiting: Map<string, { readonly is: Waiting | undefined }>;
}

const wantedIn = (request: Answers): readonly Wanted[] =>
  (['preferred', 'suitable'] as const).flatMap((how) =>
    KINDS_WANTED.filter((kind) => request[`suits-${kind}`] === how),
  );

const tierOfSearch = ({ events }: Pick<CaseNow, 'events'>): SearchLine['tier'] => {
  const last = openingsOfTiers({ events }).findLast(({ denied }) => denied === undefined)?.event.to;
  if (last === EVERY_TIER_AT_ONCE) return EVERY_TIER_AT_ONCE;
  return last !== undefined && isSearchTier(last) ? last : undefined;
};

/** The day from which nobody waits for a home by this search; undefined while somebody does. */
const endOfWaiting = (
  { events, since }: Pick<CaseNow, 'events' | 'since'>,
  { over }: Pick<ListedAt, 'over'>,
): { readonly on: Day; readonly hasMoved: boolean } | undefined => {
  const moved = events.findLast(({ to, from }) => to === 'moved' && from !== to);
  if (moved !== undefined) return { on: dayOfMoveIn(moved) ?? londonDayOf(moved.at), hasMoved: true };
  return over ? { on: londonDayOf(since), hasMoved: false } : undefined;
};

const isWantedToday = (request: Answers): boolean => request['how-soon'] === 'today';

const fold = ({ stored, writers, counts, request }: KnownSearch, listed: ListedAt): Folded => {
  const { at, clock, over } = listed;
  const now = caseNow(PLACEMENT_REQUEST, stored, writers, { clock, at });
  const { title, alarm } = stateMeaning(lookedAtAfterMove(PLACEMENT_REQUEST, now, false), now.state);
  const sent = now.events.find(({ step }) => step === 'submit') ?? now.events[0];
  const toConfirm = confirmBy(now, clock.calendar);
  const begun = londonDayOf(sent.at);
  const ended = endOfWaiting(now, listed);
  const hasMoved = ended?.hasMoved === true;
  return {
    clock,
    on: londonDayOf(at),
    now,
    toConfirm,
    officer: officerOf(now),
    line: {
      id: stored.id,
      state: now.state,
      stateTitle: title,
      alarm,
      isEmergency:
        !over &&
        !hasMoved &&
        (now.state === EVERY_TIER_AT_ONCE || isWantedToday(request) || isOutOfTime(now, londonDayOf(at))),
      wanted: wantedIn(request),
      workingDays: workingDaysBetween(begun, maxDay(begun, ended?.on ?? londonDayOf(at)), clock.calendar),
      hasMoved,
      tier: tierOfSearch(now),
      counts,
      neededFrom: homeNeededBy(request, now),
      isUnconfirmed: toConfirm !== undefined,
    },
    waiting: new Map(),
  };
};

/**
 * What each search came to when it was listed last. It follows from what is known of the search, which is another object once
 * anything was added to it, from the clock, which is another once a setting changes, and from the day.
 */
const foldsKept = new WeakMap<KnownSearch, Folded>();
const MOST_WHO_LOOK = 20;

const foldOf = (search: KnownSearch, listed: ListedAt): Folded => {
  const kept = foldsKept.get(search);
  if (kept?.clock === listed.clock && kept.on === londonDayOf(listed.at)) return kept;
  const folded = fold(search, listed);
  foldsKept.set(search, folded);
  return folded;
};

/** How a search stands to one person who may see it, in the parts in which they reach the child today. */
export const searchLine = (
  search: KnownSearch,
  {
    child,
    placements,
    by,
    parts,
    nameOf,
    ...listed
  }: ListedAt & {
    readonly child: CaseChild;
    /** Where the child lives and lived, by the record. */
    readonly placements: ChildRecord['placements'];
    readonly by: string;
    readonly parts: readonly Part[];
    readonly nameOf: (person: string) => string | undefined;
  },
): SearchLine => {
  const { now, line, waiting, toConfirm, officer, on } = foldOf(search, listed);
  const { at, clock } = listed;
  const { is } = recall(waiting, JSON.stringify([by, parts]), MOST_WHO_LOOK, () => {
    const waits = waitingFor(PLACEMENT_REQUEST, now, { by, parts, at, ...clock });
    // What is to be confirmed is late by a day of its own, wherever the search has come to.
    const overdue = waits?.overdue === true || (toConfirm !== undefined && toConfirm < on);
    return { is: waits && { ...waits, overdue } };
  });
  const alarm =
    movedByDeniedWord(now) && hasLeftHome(now.events, placements, on)
      ? stateMeaning(PLACEMENT_REQUEST, now.state).alarm
      : line.alarm;
  return {
    ...line,
    alarm,
    child,
    waiting: is,
    officer: officer === undefined ? undefined : nameOf(officer),
  };
};
