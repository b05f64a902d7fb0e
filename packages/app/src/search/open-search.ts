import {
  type AgreedPrice,
  ALL_SEARCH_TIERS,
  type Answers,
  type ApproachAsks,
  agreedPrice,
  approachAsks,
  type ChildRefusal,
  type ChronologyLine,
  type ConditionTold,
  chosenToldItIsOver,
  chronologyOf,
  confirmBy,
  type Day,
  ENTRY_KINDS,
  type EntryKind,
  EVERY_TIER_AT_ONCE,
  type HomeNotice,
  homeNoticeOf,
  isLostBy,
  type Moment,
  mayAttempt,
  movedBeforeInWords,
  officerOf,
  openingsOfTiers,
  openWords,
  refused,
  type SearchStanding,
  type SearchTier,
  type StoryLine,
  stateMeaning,
  storyOf,
  type TermsChanged,
  type ToldOver,
  termsChanged,
  tiersDenied,
  type Waiting,
  waitingFor,
  whyClosed,
  whyNotWrittenIn,
  wordInWords,
} from '@rightplace/domain';
import { asTenantReading, listAvoidance } from '@rightplace/store';
import { type CaseStep, stepsOf } from '../cases/case-steps.ts';
import { conditionsBefore } from '../cases/conditions-before.ts';
import { type CaseChild, caseChild, type FoundCase, findCaseFor } from '../cases/find-case.ts';
import { groundsOf } from '../cases/grounds.ts';
import { holderThere } from '../cases/holder-there.ts';
import type { LoadedChildren } from '../child/load-children.ts';
import { storyOfAvoidance } from '../cost-avoidance/avoidance-story.ts';
import { isRefused, sightOf } from '../register/sight.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type Distances, distancesTo } from './distances.ts';
import { type HeldPlace, heldPlaces } from './held-places.ts';
import { storyOfHolds } from './holds-story.ts';
import { type PlaceOfOffer, placesOf } from './offer-places.ts';
import { isKeptFromOpening, type OpensOfOffer, opensOf } from './part-to-open.ts';
import { type ToldOfHome, toldOfHome } from './told-of-home.ts';
import { partToWrite } from './write-search-entry.ts';

/** A tier of a search, and when it was opened. */
export interface TierOpened {
  readonly tier: SearchTier;
  /** The first time; undefined while it has not been. */
  readonly at: Moment | undefined;
  /** The last time, where it was closed in between. */
  readonly again: Moment | undefined;
  /** When the director denied the word on which alone it was open; undefined where they did not. */
  readonly denied: Moment | undefined;
  readonly isOpen: boolean;
}

export interface SearchView extends ToldOfHome {
  readonly kind: 'search';
  readonly id: number;
  readonly child: CaseChild;
  readonly state: string;
  readonly stateTitle: string;
  readonly alarm: string | undefined;
  /** Of each approval by word of mouth that nobody has answered for: whose, when, how, and who wrote it down. */
  readonly unconfirmed: readonly string[];
  /** By when the oldest of them is to be answered for. */
  readonly confirmBy: Day | undefined;
  /** What gave it back, ended a choice or denied the word by which it had gone on, while it has not gone on since. */
  readonly setBack: ChronologyLine | undefined;
  readonly isOver: boolean;
  readonly waiting: Waiting | undefined;
  readonly officer: string | undefined;
  /** That the home the child lives in is to end, where it was recorded. */
  readonly notice: HomeNotice | undefined;
  readonly tiers: readonly TierOpened[];
  readonly standing: SearchStanding;
  /** Of an approved home: what stands in the way of the move today, though it was approved. */
  readonly shutSince: readonly string[];
  /** Of an approved home: what was checked and holds no longer today. */
  readonly lapsedSince: readonly string[];
  /** That the day of the move lies before the approval of the home, and why, where it does. */
  readonly movedBefore: string | undefined;
  /** The provider of the approved home, where it was told before that it is over for it, and not since that it is chosen. */
  readonly toldOver: ToldOver | undefined;
  /** What an approach is asked besides: why it is logged in a tier that was not opened, past others, or late. */
  readonly approachAsks: ApproachAsks;
  /** What the request says. */
  readonly request: Answers;
  /** On what conditions care was approved that it follows, for those who may see where. */
  readonly conditions: readonly ConditionTold[];
  /** Kinds of entry that this person may write in this search as it stands now. */
  readonly writes: ReadonlySet<EntryKind>;
  /** What of the gates before an offer this person may open, by its number. */
  readonly opensOf: (offer: number | null) => OpensOfOffer;
  /** Whether homes are asked now: one that was made is written down later, too. */
  readonly asksHomes: boolean;
  readonly steps: readonly CaseStep[];
  readonly story: readonly StoryLine[];
  /** What was agreed for it: the core fee a week, and what is added; undefined while nothing is. */
  readonly agreed: AgreedPrice | undefined;
  /** What of it is another than when the home was put to the director before. */
  readonly termsChanged: TermsChanged | undefined;
  /** Of each offer, by its number: where its home is, as far as this person may know. */
  readonly places: ReadonlyMap<number, PlaceOfOffer>;
  /** Of each offer, by its number. */
  readonly distances: ReadonlyMap<number, Distances>;
  readonly today: Day;
  /** Places that are or were held for it, the oldest first. */
  readonly holds: readonly HeldPlace[];
  /** Whether this person holds places for it. */
  readonly mayHold: boolean;
}

/** All tiers at once leave those that were opened before as they were: opened on their own day. What was denied opened none. */
const tiersOf = ({ now }: FoundCase): readonly TierOpened[] => {
  const entered = openingsOfTiers(now).filter(({ denied }) => denied === undefined);
  const denied = tiersDenied(now);
  return ALL_SEARCH_TIERS.map((tier) => {
    const first = entered.find(({ tiers }) => tiers.includes(tier))?.event;
    const last = entered.findLast(
      ({ event: { to, from } }) => to === tier && from !== EVERY_TIER_AT_ONCE,
    )?.event;
    return {
      tier,
      at: first?.at,
      again: last === undefined || last === first ? undefined : last.at,
      denied: denied.get(tier),
      isOpen: now.state === tier || now.state === EVERY_TIER_AT_ONCE,
    };
  });
};

const setBackBy = (
  { now: { events } }: FoundCase,
  lines: readonly ChronologyLine[],
): ChronologyLine | undefined => {
  const last = events.findLast(({ from, to }) => from !== to);
  return last !== undefined && (last.kind === 'return' || last.kind === 'deny' || isLostBy(last.step))
    ? lines.find(({ number }) => number === last.number)
    : undefined;
};

const NO_SUCH_SEARCH = refused('out-of-reach', 'There is no such search among those you work with.');

/** A search, and the children as they were read for it: what else a page weighs is worked out from the same reading. */
export interface SearchRead {
  readonly kind: 'read';
  readonly search: SearchView;
  readonly loaded: LoadedChildren;
}

/** A search as its pages show it. A page records that the child was seen. */
export const openSearch = async (
  world: World,
  signedIn: SignedIn,
  id: number,
): Promise<SearchView | ChildRefusal> => {
  const read = await readSearch(world, signedIn, id);
  return read.kind === 'refused' ? read : read.search;
};

/** As `openSearch`, for a page that works out more from the same reading. */
export const readSearch = (
  world: World,
  signedIn: SignedIn,
  id: number,
): Promise<SearchRead | ChildRefusal> =>
  asTenantReading(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const found = await findCaseFor(tx, { world, signedIn }, { id, to: 'see' });
      if (found.kind === 'refused') return found;
      const { search, now, workflow, loaded, parts, at, clock, child } = found;
      // Whoever came for a word of theirs alone has the case’s own page, which shows them that.
      if (search === undefined || !found.isReached) return NO_SUCH_SEARCH;
      const grounds = groundsOf(found);
      const by = signedIn.actor.id;
      const { title, alarm, ended } = stateMeaning(workflow, now.state);
      const officer = officerOf(now);
      const { entries, standing, shutSince, lapsedSince } = search;
      const steps = chronologyOf(workflow, now, grounds.nameOf);
      const holds = await heldPlaces(tx, found);
      const sight = sightOf(signedIn, loaded.today);
      const places = placesOf(standing.search.offers, search.homes, isRefused(sight) ? undefined : sight);
      const view: SearchView = {
        kind: 'search',
        id,
        child: caseChild(child, loaded.today),
        state: now.state,
        stateTitle: title,
        alarm,
        unconfirmed: openWords(now.words).map((word) => wordInWords(word, grounds.nameOf)),
        confirmBy: confirmBy(now, clock.calendar),
        setBack: setBackBy(found, steps),
        isOver: ended === true,
        waiting: waitingFor(workflow, now, {
          by,
          parts,
          at,
          holder: holderThere(found, found.forAccess, loaded),
          ...clock,
        }),
        officer: officer === undefined ? undefined : grounds.nameOf(officer),
        notice: homeNoticeOf(now),
        tiers: tiersOf(found),
        approachAsks: approachAsks(now, standing.search.approaches),
        standing,
        shutSince,
        lapsedSince,
        movedBefore: movedBeforeInWords(now.events),
        toldOver: chosenToldItIsOver(now, standing.search),
        request: found.evidence?.answers ?? {},
        conditions: await conditionsBefore(tx, found),
        writes: new Set(
          (Object.keys(ENTRY_KINDS) as readonly EntryKind[]).filter(
            (kind) =>
              partToWrite(found, kind) !== undefined &&
              !isKeptFromOpening(found, kind, by) &&
              whyClosed(now, kind) === undefined,
          ),
        ),
        opensOf: opensOf(found, by),
        asksHomes:
          partToWrite(found, 'approach') !== undefined &&
          whyNotWrittenIn(now.state, 'approach') === undefined,
        steps: stepsOf(found, by, grounds),
        ...(standing.chosen === undefined ? { proposal: [], decisions: [] } : toldOfHome(now, steps)),
        agreed: standing.chosen && agreedPrice(now.events, standing.chosen),
        termsChanged: standing.chosen && termsChanged(now.events, standing.chosen),
        story: storyOf(
          steps,
          {
            entries,
            search: standing.search,
            lost: standing.lost,
            held: await storyOfHolds(tx, { caseId: id, held: holds, now: at, nameOf: grounds.nameOf }),
            avoided: storyOfAvoidance(await listAvoidance(tx, { case: id }), grounds.nameOf),
          },
          grounds.nameOf,
        ),
        distances: distancesTo(child, found.evidence?.answers ?? {}, places),
        places,
        today: loaded.today,
        holds,
        mayHold:
          ended !== true &&
          parts.length > 0 &&
          mayAttempt({ actor: signedIn.actor, action: 'hold-place', on: loaded.today }).kind === 'may',
      };
      return { kind: 'read', search: view, loaded };
    },
  );
