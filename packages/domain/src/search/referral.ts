import type { FormQuestion } from '../form/form.ts';
import { LOGGED_STATES } from '../placement-request/states.ts';
import type { Approach, ToldOutcome } from './approach.ts';
import { recipientsAt, type StandingNow } from './disclosure.ts';
import { type EntryKind, entryMeaning, type SearchEntry } from './log-entry.ts';
import { type FITS, fitQuestion, NEEDS } from './needs.ts';
import type { Offer } from './offer.ts';
import { type Search, searchFrom } from './search.ts';
import type { ToldByStanding } from './told-by-standing.ts';

/** What somebody of a provider says by the portal: each an entry of the search’s log. */
export const SAID_BY_PROVIDERS = [
  'question',
  'declined',
  'offer',
  'withdrawn',
] as const satisfies readonly EntryKind[];

export type SaidByProvider = (typeof SAID_BY_PROVIDERS)[number];

export const isSaidByProvider = (text: string): text is SaidByProvider =>
  SAID_BY_PROVIDERS.some((kind) => kind === text);

/** What is read by the provider when it is written in a referral, so that it is to tell nobody who the child is. */
export const READ_BY_PROVIDERS: ReadonlySet<EntryKind> = new Set(['approach', 'answer', 'outcome']);

/** Whether what providers say is taken in such a state: while the log of the search is open, which it is no longer after the move. */
export const takesAnswers = (state: string): boolean => LOGGED_STATES.some((one) => one === state);

/**
 * Whether a further offer of a provider could count: not while an earlier one of theirs is the approved one. Another provider's may,
 * since an approval may come to nothing.
 */
export const takesOffers = (
  approach: number,
  { now, search }: { readonly now: StandingNow; readonly search: Pick<Search, 'approaches' | 'offers'> },
): boolean =>
  takesAnswers(now.state) && !recipientsAt('match', now, search).some(({ number }) => number === approach);

export type ReferralStanding = 'to-answer' | 'answered' | 'closed';

/** A provider asked by the portal for one child, as that provider sees it. */
export interface PortalReferral {
  readonly caseId: number;
  readonly approach: Approach;
  readonly offers: readonly Offer[];
  /** What was said when it was sent. */
  readonly words: string;
  readonly isOpened: boolean;
  readonly standing: ReferralStanding;
  /** What they read of how the search stands, besides what was written for them. */
  readonly told: ToldByStanding | undefined;
}

/**
 * By which it is over for whoever was told so. Whose home is chosen has a contract to sign and a child to receive: they ask on, and may
 * have to withdraw.
 */
const OVER: ReadonlySet<string> = new Set(['not-chosen', 'closed']);

const CHOSEN = 'chosen';

/**
 * Of the entries that a provider is shown, those that say something of nothing, or of another that they are shown: what is said
 * of a note of the staff's own is no more theirs to read than the note.
 */
const readTogether = (entries: readonly SearchEntry[]): readonly SearchEntry[] => {
  const shown = new Set<number>();
  return entries
    .toSorted((a, b) => a.number - b.number)
    .filter(({ number, about }) => {
      const isShown = about === null || shown.has(about);
      if (isShown) shown.add(number);
      return isShown;
    });
};

/** Whether it is over for a provider by what they were told last; that theirs is chosen after all is newer wherever it is told. */
const isOver = (outcome: ToldOutcome | undefined, told: ToldByStanding | undefined): boolean =>
  outcome !== undefined && OVER.has(outcome.outcome) && told?.kind !== CHOSEN;

/** Undefined where the approach is not among the entries. */
export const referralFrom = (
  caseId: number,
  entries: readonly SearchEntry[],
  {
    isOpen,
    told,
  }: {
    readonly isOpen: boolean;
    readonly told: (approach: Approach) => ToldByStanding | undefined;
  },
): PortalReferral | undefined => {
  const { approaches, offers } = searchFrom(readTogether(entries));
  const [approach] = approaches;
  if (approach === undefined) return undefined;
  const { outcome } = approach;
  const toldNow = told(approach);
  // Of an offer that was taken by telephone they see nothing, and are told that it is chosen.
  const isChosen = outcome?.outcome === CHOSEN || toldNow?.kind === CHOSEN;
  const hasAnswered =
    isChosen || approach.reply.kind === 'declined' || offers.some(({ withdrawn }) => withdrawn === undefined);
  return {
    caseId,
    approach,
    offers,
    words: approach.words,
    isOpened: approach.openedOn !== undefined,
    standing: !isOpen || isOver(outcome, toldNow) ? 'closed' : hasAnswered ? 'answered' : 'to-answer',
    told: toldNow,
  };
};

/** Labels that speak to an officer, in words for whoever offers the home. */
const TO_PROVIDERS: Readonly<Record<string, string>> = {
  area: 'Where is it, seen from the authority that asks?',
  conditions: 'Your conditions',
  reason: 'Why do you offer nothing?',
  words: 'In your own words',
};

const OPTIONS_TO_PROVIDERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  area: {
    inside: 'In that authority’s area',
    adjoining: 'Outside it, in an authority next to it',
    distance: 'Outside it, at a distance',
  },
  'price-basis': { framework: 'Our framework with the authority', spot: 'For this child alone (spot)' },
};

const FITS_TO_PROVIDERS: Readonly<Record<keyof typeof FITS, string>> = {
  met: 'Yes',
  partly: 'Partly',
  not: 'No',
};

/** The need before all else: these questions stand one below the other. */
const FIT_LABELS: ReadonlyMap<string, string> = new Map(
  NEEDS.map(({ id, title }) => [fitQuestion(id), `${title}: does your home fit?`]),
);

const LABELS_OF_KIND: Readonly<Record<SaidByProvider, string | undefined>> = {
  question: 'What would you like to know?',
  declined: undefined,
  offer: undefined,
  withdrawn: 'Why do you withdraw it?',
};

/** What a provider is asked: as the log asks it, and how far the home fits the needs that the request has. */
export const asksOfProvider = (kind: SaidByProvider, needs: readonly string[]): readonly FormQuestion[] => {
  const unasked = new Set(NEEDS.filter(({ id }) => !needs.includes(id)).map(({ id }) => fitQuestion(id)));
  return entryMeaning(kind)
    .asks.filter(({ name }) => !unasked.has(name))
    .map((question): FormQuestion => {
      const fit = FIT_LABELS.get(question.name);
      const options = fit === undefined ? OPTIONS_TO_PROVIDERS[question.name] : FITS_TO_PROVIDERS;
      const own = question.name === 'words' ? LABELS_OF_KIND[kind] : undefined;
      const label = own ?? TO_PROVIDERS[question.name] ?? fit ?? question.label;
      return question.kind === 'one-of' && options !== undefined
        ? { ...question, label, options }
        : { ...question, label };
    });
};
