import {
  type Answers,
  type Day,
  EVERY_TIER_AT_ONCE,
  HOME_POSTCODE,
  HOME_TYPE,
  HOME_URN,
  isKindOfHome,
  isSearchTier,
  kindOfHome,
  londonDayOf,
  type Moved,
  momentOnLondonClock,
  OFFER_CHOSEN,
  OTHER_TYPE_BECAUSE,
  OTHER_TYPE_REASONS,
  type OtherTypeReason,
  PLACED_ON,
  PLACEMENT_REQUEST,
  type PlacementKind,
  type PlacementSearch,
  parseDay,
  type Records,
  type SearchApproach,
} from '@rightplace/domain';
import type { CaseEventInto, ToldEntry } from '@rightplace/store';
import { byCase, dayOf, type EventsOfProcess, type ToldByCases, wordOf } from '../ledger/told-by-cases.ts';

const MOVED_ON = 'moved-on';
/** The first of them is when the request was ready: a case of version 1 knew one state of searching. */
const BEGUN = ['in-house', 'searching'];
const CHOSEN = 'social-work-decision';
const MOVED = ['moved', 'placed'];
const PROPOSED = 'with-director';
const OVER = ['no-placement-found', 'cancelled'];

export const SEARCH_TOLD: ToldByCases = {
  states: [
    {
      workflow: PLACEMENT_REQUEST.id,
      states: [...BEGUN, EVERY_TIER_AT_ONCE, CHOSEN, PROPOSED, ...MOVED, ...OVER],
    },
  ],
  said: [OFFER_CHOSEN, OTHER_TYPE_BECAUSE, PLACED_ON, MOVED_ON, HOME_TYPE, HOME_POSTCODE, HOME_URN],
};

type Own = readonly CaseEventInto[];
type Log = readonly ToldEntry[];

const into = (own: Own, states: readonly string[]): CaseEventInto | undefined =>
  own.find(({ to }) => states.includes(to));

/** On which day the child moved, as the step says that records it. */
export const dayOfMove = (said: CaseEventInto['said']): Day | null =>
  dayOf(said, PLACED_ON) ?? dayOf(said, MOVED_ON);

/** On which day the child moved by this search; undefined while they have not. */
export const movedBy = (own: Own): Day | undefined => {
  const moved = into(own, MOVED);
  return moved && (dayOfMove(moved.said) ?? londonDayOf(moved.at));
};

/** The same, with what was said of the home they moved to. */
export const moveSaid = (own: Own): Moved | undefined => {
  const on = movedBy(own);
  if (on === undefined) return undefined;
  const said = into(own, MOVED)?.said;
  const some = (question: string): string | undefined => wordOf(said, question) || undefined;
  return { on, place: some(HOME_TYPE), postcode: some(HOME_POSTCODE), urn: some(HOME_URN) };
};

/** How the offer is called that was chosen last; '' where none was. */
export const chosenLast = (own: Own): string =>
  wordOf(own.findLast(({ to }) => to === CHOSEN)?.said, OFFER_CHOSEN);

/** The offer of that name, as the search calls its offers. */
export const offerCalled = (log: Log, key: string): ToldEntry | undefined =>
  log.filter(({ kind }) => kind === 'offer').find(({ home }, at) => key === `Offer ${at + 1}: ${home ?? ''}`);

export const TYPE_OF = { foster: 'fostering', residential: 'residential', supported: 'supported' } as const;
const PREFERENCES = Object.entries(TYPE_OF).map(([group, type]) => [`suits-${group}`, type] as const);

/** What is asked of the form of a request. */
export const PREFERENCES_ASKED = PREFERENCES.map(([name]) => name);

/** The one type that a request prefers; null where it prefers none, or several. */
export const typeWanted = (said: Answers): PlacementKind | null => {
  const preferred = PREFERENCES.flatMap(([name, type]) => (said[name] === 'preferred' ? [type] : []));
  return preferred.length === 1 ? (preferred[0] ?? null) : null;
};

export const typeOffered = (offer: ToldEntry | undefined): PlacementKind | null => {
  const kind = offer?.homeKind ?? '';
  const group = isKindOfHome(kind) ? kindOfHome(kind).group : undefined;
  return group === undefined ? null : TYPE_OF[group];
};

/** Names of providers in one spelling each: the one that was written first. */
const spellings = () => {
  const known = new Map<string, string>();
  return (typed: string): string => {
    const name = typed.trim().replace(/\s+/g, ' ');
    const key = name.toLowerCase();
    const first = known.get(key) ?? name;
    known.set(key, first);
    return first;
  };
};

const approachesIn = (log: Log, spelled: (name: string) => string): readonly SearchApproach[] => {
  const offers = log.filter(({ kind }) => kind === 'offer');
  return log.flatMap(({ kind, number, at, tier, provider, sentOn }) => {
    if (kind !== 'approach' || tier === null || !isSearchTier(tier)) return [];
    const offer = offers.find(({ about }) => about === number);
    return [
      {
        tier,
        // In house and directly it may be a carer, a relative or a friend.
        provider: tier === 'framework' || tier === 'spot' ? spelled(provider ?? '') : '',
        sentOn: parseDay(sentOn ?? '') ?? londonDayOf(at),
        offeredOn: offer === undefined ? null : londonDayOf(offer.at),
      },
    ];
  });
};

/** Nobody says at what hour a planned move was: by the end of its day, so that none is before a decision of that day. */
const LAST_MINUTE = '23:59';

const isReason = (word: string): word is OtherTypeReason['because'] =>
  Object.hasOwn(OTHER_TYPE_REASONS, word);

/** Why a home of another type was put to the director, each time that one was. */
const otherTypesIn = (own: Own): readonly OtherTypeReason[] =>
  own.flatMap(({ to, at, said, case: id }) => {
    const because = to === PROPOSED ? wordOf(said, OTHER_TYPE_BECAUSE) : '';
    return isReason(because) ? [{ search: searchName(id), on: londonDayOf(at), because }] : [];
  });

/** Each search from when its request was ready, with whom it asked and what it came to. */
export const recordsOfSearches = (
  eventsOf: EventsOfProcess,
  {
    log,
    wanted,
  }: {
    readonly log: ReadonlyMap<number, Log>;
    /** By the case; of those that are ready. */
    readonly wanted: ReadonlyMap<number, PlacementKind | null>;
  },
): Pick<Records, 'placementSearches' | 'otherTypeReasons'> => {
  const spelled = spellings();
  const cases = byCase(eventsOf(PLACEMENT_REQUEST.id));
  const placementSearches = cases.flatMap((own): readonly PlacementSearch[] => {
    const ready = into(own, BEGUN);
    if (ready === undefined) return [];
    const entries = log.get(ready.case) ?? [];
    const movedOn = movedBy(own);
    const chosen = movedOn === undefined ? undefined : offerCalled(entries, chosenLast(own));
    const [over, atOnce] = [into(own, OVER), into(own, [EVERY_TIER_AT_ONCE])];
    return [
      {
        search: searchName(ready.case),
        child: ready.child,
        readyAt: ready.at,
        wanted: wanted.get(ready.case) ?? null,
        approaches: approachesIn(entries, spelled),
        offeredOn: entries.filter(({ kind }) => kind === 'offer').map(({ at }) => londonDayOf(at)),
        allTiersOn: atOnce === undefined ? null : londonDayOf(atOnce.at),
        closedOn: movedOn ?? (over === undefined ? null : londonDayOf(over.at)),
        movedAt: movedOn === undefined ? null : (momentOnLondonClock(movedOn, LAST_MINUTE) ?? null),
        placed: typeOffered(chosen),
        chosenOfferOn: chosen === undefined ? null : londonDayOf(chosen.at),
      },
    ];
  });
  return placementSearches.length === 0
    ? {}
    : { placementSearches, otherTypeReasons: cases.flatMap(otherTypesIn) };
};

export const searchName = (id: number): string => `case ${id}`;

/** The cases whose requests are ready: what such a one prefers is not written anew. */
export const readyCases = (eventsOf: EventsOfProcess): readonly number[] => [
  ...new Set(
    eventsOf(PLACEMENT_REQUEST.id).flatMap((event) => (BEGUN.includes(event.to) ? [event.case] : [])),
  ),
];
