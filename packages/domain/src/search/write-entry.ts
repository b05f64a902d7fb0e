import { BEFORE_MOVE, BEFORE_THE_SEARCH, LOGGED_STATES } from '../placement-request/states.ts';
import { type Refusal, refused } from '../refusal/refusal.ts';
import { movedByDeniedWord } from './approved-after.ts';
import { type DisclosureRefusal, findDisclosureFault, isLaterStage, type StandingNow } from './disclosure.ts';
import { type GateId, gateMeaning, isGate, whoOpensInWords } from './gates.ts';
import { endedOn, isSinceTheEnd, saysWhyLate, takesLateApproach } from './late-approach.ts';
import { type EntryKind, entryMeaning, type SearchEntry } from './log-entry.ts';
import type { Offer } from './offer.ts';
import { findTierFault } from './outside-tiers.ts';
import type { Search } from './search.ts';
import { chosenOffer } from './standing.ts';

export type EntryRefusal =
  | DisclosureRefusal
  | Refusal<
      | 'log-closed'
      | 'nothing-there'
      | 'offer-withdrawn'
      | 'not-shared'
      | 'is-chosen'
      | 'not-at-your-level'
      | 'no-order-here'
      | 'nothing-sent'
      | 'tier-not-opened'
    >;

/** What can still be said of an offer that was withdrawn: nothing that would bring it back. */
const ENDS_WITH_OFFER: ReadonlySet<EntryKind> = new Set([
  'withdrawn',
  'shared',
  'unsuitable',
  'not-wanted',
  'figure',
  'check',
  'gate',
  'court-order',
]);

/** What would take an offer from the social worker: not one that is chosen, which is given up by a step of the search. */
const UNDOES_CHOICE: ReadonlySet<EntryKind> = new Set(['unsuitable', 'not-wanted']);

const findOfferFault = (
  kind: EntryKind,
  offer: Offer,
  chosen: Offer | undefined,
): EntryRefusal | undefined => {
  if (ENDS_WITH_OFFER.has(kind) && offer.withdrawn !== undefined)
    return refused('offer-withdrawn', `${offer.key} was withdrawn. Nothing more is recorded of it.`);
  if (UNDOES_CHOICE.has(kind) && offer.number === chosen?.number)
    return refused(
      'is-chosen',
      `${offer.key} is chosen. Give the choice up first, on the page of the search, or have whoever decides on it return it.`,
    );
  if (kind === 'court-order' && offer.kind !== 'childrens-home')
    return refused(
      'no-order-here',
      'An order of the High Court opens nothing for this kind of home: it is for a children’s home that is not registered.',
    );
  return kind === 'not-wanted' && offer.shared === undefined
    ? refused('not-shared', `${offer.key} is not shared with the social worker.`)
    : undefined;
};

/** Of a home that nobody has registered, also once the child lives there. */
const ALSO_AFTER_MOVE: ReadonlySet<EntryKind> = new Set(['court-order', 'registration']);

/** What others answered to an approach: once the child has moved as well. An offer is then on record, and is neither shared nor chosen. */
const ANSWERS_OF_OTHERS: ReadonlySet<EntryKind> = new Set([
  'opened',
  'question',
  'declined',
  'no-reply',
  'offer',
]);

const isLogOpen = (state: string, kind: EntryKind): boolean =>
  LOGGED_STATES.some((one) => one === state) ||
  (state === 'moved' && (ALSO_AFTER_MOVE.has(kind) || ANSWERS_OF_OTHERS.has(kind)));

/** What looks for a home. What others answer is written down whenever it comes. */
const LOOKS_FOR_HOME: ReadonlySet<EntryKind> = new Set(['approach', 'shared']);

const APPROVED_ALREADY = refused(
  'log-closed',
  'The director has approved a home for this child, so nobody else is approached, and no other offer is shared. If it came to nothing, record that first.',
);
const LATE_UNSAID = refused(
  'log-closed',
  'The director has approved a home for this child, so nobody else is approached. Whom you approached all the same is logged with why: when a home was approved already, in the minute of the approval or with no time on that day, and after the move whenever it was.',
);
const NOT_BEGUN = refused(
  'log-closed',
  'Nothing is written in the log of this search yet: it has not begun.',
);
const OVER_UNSAID = refused(
  'log-closed',
  'The search is over. Whom you approached before it ended is logged with the day on which that was, and why it is logged only now.',
);
const MOVED = refused(
  'log-closed',
  'The child has moved in, so this is no longer written in the log of the search.',
);
const OVER = refused(
  'log-closed',
  'The search is over, so nothing more is written in its log, and this is not saved. What you typed is here still: keep it where it belongs before you leave the page.',
);

const notOpenIn = (state: string): EntryRefusal =>
  BEFORE_THE_SEARCH.some((one) => one === state) ? NOT_BEGUN : state === 'moved' ? MOVED : OVER;

/** Why no entry of a kind is written while a search is in a state, whatever it would be about; undefined where one is. */
export const whyNotWrittenIn = (state: string, kind: EntryKind): EntryRefusal | undefined => {
  // Providers are told what became of it when it is over, too; more of the profile has rules of its own.
  if (kind === 'outcome' || kind === 'disclosed') return undefined;
  if (LOOKS_FOR_HOME.has(kind) && BEFORE_MOVE.some((one) => one === state)) return APPROVED_ALREADY;
  return isLogOpen(state, kind) ? undefined : notOpenIn(state);
};

/**
 * The same of one search as it stands. Where a director has to decide on a home after the move, or may still approve it, what was decided
 * of a gate is recorded then as well: one may have lapsed since, and without it the home is not approved.
 */
export const whyNotWritten = (now: StandingNow, kind: EntryKind): EntryRefusal | undefined =>
  kind === 'gate' && movedByDeniedWord(now) ? undefined : whyNotWrittenIn(now.state, kind);

/** Why no form of a kind of entry is taken in a search as it stands, whatever is said in it; undefined where one is. */
export const whyClosed = (now: StandingNow, kind: EntryKind): EntryRefusal | undefined =>
  kind === 'approach' && takesLateApproach(now) ? undefined : whyNotWritten(now, kind);

/** What was done is written down late, with why; nobody is sent anything late. */
const findClosed = (
  now: StandingNow,
  { kind, said, register, by }: Pick<SearchEntry, 'kind' | 'said' | 'register' | 'by'>,
): EntryRefusal | undefined => {
  // Providers are asked for nothing then; what they say all the same an officer writes down.
  if (now.state === 'moved' && by.part.role === 'external-provider') return MOVED;
  if (kind !== 'approach' || !takesLateApproach(now)) return whyNotWritten(now, kind);
  const isOver = endedOn(now) !== undefined;
  if (register !== undefined) return isOver ? OVER : APPROVED_ALREADY;
  if (saysWhyLate(now, said) && !isSinceTheEnd(now, said)) return undefined;
  return isOver ? OVER_UNSAID : LATE_UNSAID;
};

const findAbout = ({ approaches, offers }: Search, kind: EntryKind, about: number | null): boolean => {
  switch (entryMeaning(kind).about) {
    case 'approach':
      return approaches.some(({ number }) => number === about);
    case 'question':
      return approaches.some(({ questions }) => questions.some(({ number }) => number === about));
    case 'offer':
      return offers.some(({ number }) => number === about);
    default:
      return about === null;
  }
};

const isSentWithProfile = ({ register }: Pick<SearchEntry, 'register'>): boolean =>
  register !== undefined && register.providerId !== null && register.profileVersion !== null;

const NOT_APPROVED_SENT = refused(
  'nothing-sent',
  'What is sent of a profile is what was approved of it. Send it from the page of the profile.',
);

/** Not by the form of any entry: with it goes a version of the profile. */
const findDisclosedFault = (
  now: StandingNow,
  search: Search,
  { about, said: { stage }, register }: Pick<SearchEntry, 'about' | 'said' | 'register'>,
): EntryRefusal | undefined =>
  about === null || !isLaterStage(stage) || typeof register?.profileVersion !== 'number'
    ? NOT_APPROVED_SENT
    : findDisclosureFault(stage, about, { now, search });

/** To whoever may write in the log, and not open this. */
export const notAtYourLevel = (gate: GateId): Refusal<'not-at-your-level'> =>
  refused('not-at-your-level', whoOpensInWords(gate));

/**
 * Why an entry cannot be written; undefined when it can. That something else was written meanwhile is no reason: only a search
 * that is over, an entry about nothing, and an offer that is gone are.
 */
export const findEntryFault = (
  now: StandingNow,
  search: Search,
  entry: Pick<SearchEntry, 'kind' | 'about' | 'said' | 'by' | 'register'>,
): EntryRefusal | undefined => {
  const { kind, about, said, by } = entry;
  if (kind === 'disclosed') return findDisclosedFault(now, search, entry);
  const closed = findClosed(now, entry);
  if (closed !== undefined) return closed;
  if (!findAbout(search, kind, about))
    return refused('nothing-there', 'What this would be about is not in this search.');
  if (kind === 'approach' && said.channel === 'portal' && !isSentWithProfile(entry))
    return refused(
      'nothing-sent',
      'Through the portal a provider of the register is sent the approved profile. Choose whom to approach from the register.',
    );
  const unopened = kind === 'approach' ? findTierFault(now, said, search.approaches) : undefined;
  if (unopened !== undefined) return unopened;
  const offer = search.offers.find(({ number }) => number === about);
  const fault = offer && findOfferFault(kind, offer, chosenOffer(now, search));
  if (fault !== undefined || kind !== 'gate') return fault;
  const gate = typeof said.gate === 'string' && isGate(said.gate) ? said.gate : undefined;
  if (gate === undefined) return refused('nothing-there', 'There is no such gate.');
  return gateMeaning(gate).openedBy.includes(by.part.role) ? undefined : notAtYourLevel(gate);
};
