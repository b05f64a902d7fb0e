import { momentInWords } from '../calendar/london-time.ts';
import type { Moment } from '../calendar/moment.ts';
import type { Placement } from '../child/record.ts';
import { BEFORE_MOVE, LOGGED_STATES, PLACEMENT_REQUEST_STATES } from '../placement-request/states.ts';
import type { ProfileStage } from '../profile/stages.ts';
import { type Refusal, refused } from '../refusal/refusal.ts';
import type { CaseEvent } from '../workflow/case.ts';
import type { Doer } from '../workflow/part.ts';
import type { Approach, ToldOutcome } from './approach.ts';
import { lastApproval, lastApprovalDenied } from './approval.ts';
import type { SearchEntry } from './log-entry.ts';
import { isDeclinedWithOthers, lostChoices } from './lost-choice.ts';
import type { Offer } from './offer.ts';
import { type ByAbout, wordIn } from './said-in-entry.ts';
import type { Search } from './search.ts';
import { chosenOffer } from './standing.ts';
import { stillLivesThere } from './still-lives-there.ts';
import { toldItIsOver } from './told-chosen.ts';

/** A stage that goes to few: each time to one provider, for one approach. */
export type LaterStage = Exclude<ProfileStage, 'profile'>;

export const LATER_STAGES = ['shortlist', 'match'] as const satisfies readonly LaterStage[];

export const isLaterStage = (text: unknown): text is LaterStage =>
  LATER_STAGES.some((stage) => stage === text);

/** More of the profile, as one provider was sent it. */
export interface Disclosure {
  readonly number: number;
  readonly stage: LaterStage;
  /** Of the profile, as it was approved. */
  readonly version: number | undefined;
  readonly at: Moment;
  readonly by: Doer;
  readonly channel: string;
  /** When the provider opened it first by the portal; undefined while they have not. */
  readonly openedAt: Moment | undefined;
  /** Whether the same provider was sent this stage again since, for the same approach: then this is read no more. */
  readonly isReplaced: boolean;
}

/** What was sent of later stages with an approach, the first first. */
export const disclosuresIn = (entry: Pick<SearchEntry, 'number'>, of: ByAbout): readonly Disclosure[] => {
  const about = of.get(entry.number) ?? [];
  const sent = about.filter(({ kind }) => kind === 'disclosed');
  return sent.flatMap(({ number, said, at, by, register }) => {
    const { stage } = said;
    if (!isLaterStage(stage)) return [];
    const opened = about.find((one) => one.kind === 'opened' && one.said['sent'] === String(number));
    return [
      {
        number,
        stage,
        version: register?.profileVersion ?? undefined,
        at,
        by,
        channel: wordIn(said.channel),
        openedAt: opened?.at,
        isReplaced: sent.some((later) => later.number > number && later.said['stage'] === stage),
      },
    ];
  });
};

/** As much of a case as it stands on. */
export interface StandingNow {
  readonly state: string;
  readonly events: readonly CaseEvent[];
}

const isOnShortlist = ({ shared, withdrawn, notWanted }: Offer): boolean =>
  shared !== undefined && withdrawn === undefined && notWanted === undefined;

const ENDED: ReadonlySet<string> = new Set(
  Object.entries(PLACEMENT_REQUEST_STATES).flatMap(([state, { ended }]) => (ended === true ? [state] : [])),
);

/** Where the child has lived, by the record as it is known now. */
export type HomesOfChild = readonly Pick<Placement, 'starts' | 'ends' | 'began'>[];

/** Whether the placement that a search came to has ended, though nobody has closed the search yet. */
export const hasLeftHomeOf = ({ state, events }: StandingNow, homes: HomesOfChild): boolean =>
  state === 'moved' && !stillLivesThere(events, homes);

/** Whether a provider still reads the first stage: until the search or the placement is over, or they were told that it is over for them. */
export const firstStageStands = (
  approach: Pick<Approach, 'number' | 'outcome'>,
  {
    now,
    search,
    homes,
  }: {
    readonly now: StandingNow;
    readonly search: Pick<Search, 'offers'>;
    readonly homes: HomesOfChild;
  },
): boolean =>
  !ENDED.has(now.state) &&
  toldItIsOver(approach, { now, chosen: chosenOffer(now, search) }) === undefined &&
  !hasLeftHomeOf(now, homes);

const isApproved = (state: string): boolean => [...BEFORE_MOVE, 'moved'].some((one) => one === state);

/** When the approval was given by which a search came to where it is; undefined where none was, or it came to nothing. */
const approvalOf = ({ events, state }: StandingNow): Moment | undefined =>
  isApproved(state) ? lastApproval(events)?.at : undefined;

/** Since when a home stands approved by the director; undefined while none does, also after a move on a word that is denied. */
export const approvedSince = (now: StandingNow): Moment | undefined =>
  lastApprovalDenied(now.events) === undefined ? approvalOf(now) : undefined;

/**
 * Which approaches may read on what they were sent: those on the shortlist, or the one whose offer the director approved. Where the
 * child has moved in on a word that is denied since, whoever has the child needs on what they were sent; nothing more is sent to them.
 */
const readersAt = (
  stage: LaterStage,
  now: StandingNow,
  search: Pick<Search, 'approaches' | 'offers'>,
): readonly Approach[] => {
  const { offers } = search;
  const of = { now, chosen: chosenOffer(now, search) };
  const approaches = search.approaches.filter((approach) => toldItIsOver(approach, of) === undefined);
  if (stage === 'match') {
    const chosen = approvalOf(now) === undefined ? undefined : of.chosen;
    return approaches.filter(
      (approach) => approach.number === chosen?.approach && chosen.withdrawn === undefined,
    );
  }
  if (!LOGGED_STATES.some((state) => state === now.state)) return [];
  return approaches.filter((approach) =>
    offers.some((offer) => offer.approach === approach.number && isOnShortlist(offer)),
  );
};

/**
 * Which may be sent a stage now: none whose every offer was declined, by itself or with the others, and not shared again since; and
 * nobody who the child is while no approval stands.
 */
export const recipientsAt = (
  stage: LaterStage,
  now: StandingNow,
  search: Pick<Search, 'approaches' | 'offers'>,
): readonly Approach[] => {
  if (stage === 'match' && approvedSince(now) === undefined) return [];
  const lost = lostChoices(now, search.offers);
  const offers = search.offers.filter((offer) => !isDeclinedWithOthers(offer, { lost }));
  return readersAt(stage, now, stage === 'shortlist' ? { ...search, offers } : search);
};

/**
 * Whether a provider still sees what it was sent. It ends once the stage is sent again. The shortlist ends with the offer, with being told that another was chosen, and
 * with the move; the match with the approval it followed, and with the placement. What is approved anew is sent anew. A word that is
 * denied once the child lives there takes nothing back: the home has the child, and it ends with the placement.
 */
export const disclosureStands = (
  { stage, at, isReplaced }: Pick<Disclosure, 'stage' | 'at'> & Partial<Pick<Disclosure, 'isReplaced'>>,
  approach: number,
  {
    now,
    search,
    homes,
  }: {
    readonly now: StandingNow;
    readonly search: Pick<Search, 'approaches' | 'offers'>;
    readonly homes: HomesOfChild;
  },
): boolean => {
  if (isReplaced === true || hasLeftHomeOf(now, homes)) return false;
  if (!readersAt(stage, now, search).some(({ number }) => number === approach)) return false;
  const since = approvalOf(now);
  return stage === 'shortlist' || (since !== undefined && at >= since);
};

/** A provider that was told that it is over for them, though their offer is the approved one. */
export interface ToldOver {
  readonly approach: Approach;
  readonly told: ToldOutcome;
}

/** Whom the director approved the offer of, where they were told something else and not since that it is chosen; undefined where not. */
export const chosenToldItIsOver = (
  now: StandingNow,
  search: Pick<Search, 'approaches' | 'offers'>,
): ToldOver | undefined => {
  const chosen = approvedSince(now) === undefined ? undefined : chosenOffer(now, search);
  const approach = search.approaches.find(({ number }) => number === chosen?.approach);
  if (approach === undefined || chosen?.withdrawn !== undefined) return undefined;
  const told = toldItIsOver(approach, { now, chosen });
  return told && { approach, told };
};

/** "Fern Homes was told on 3 March 2026 at 09:30 that theirs is not the home." */
export const toldOverInWords = ({ approach: { provider }, told }: ToldOver): string =>
  `${provider} was told on ${momentInWords(told.at)} that ${told.outcome === 'closed' ? 'the search is over for them' : 'theirs is not the home'}.`;

/** Why who the child is goes to nobody yet. */
export const tellThemFirst = (over: ToldOver): string =>
  `${toldOverInWords(over)} Tell them first that it is chosen, and record that they were told: until then nobody is told who the child is.`;

export type DisclosureRefusal = Refusal<'not-on-shortlist' | 'not-matched'>;

const NOT_ON_SHORTLIST = refused(
  'not-on-shortlist',
  'The shortlist profile goes to providers whose offer is before the social worker: shared, not withdrawn, and not declined, by itself or with the others.',
);
const NOT_MATCHED = refused(
  'not-matched',
  'Who the child is goes to one provider alone: the one whose offer the director approved, for as long as the approval stands.',
);

/** Why a stage cannot be sent with an approach now; undefined where it can. */
export const findDisclosureFault = (
  stage: LaterStage,
  approach: number,
  { now, search }: { readonly now: StandingNow; readonly search: Pick<Search, 'approaches' | 'offers'> },
): DisclosureRefusal | undefined => {
  if (recipientsAt(stage, now, search).some(({ number }) => number === approach)) return undefined;
  const told = stage === 'match' ? chosenToldItIsOver(now, search) : undefined;
  if (told?.approach.number === approach) return refused('not-matched', tellThemFirst(told));
  return stage === 'match' ? NOT_MATCHED : NOT_ON_SHORTLIST;
};
