import {
  type Answers,
  asksOfProvider,
  findEntryFault,
  findOfferedTwice,
  londonDayOf,
  type Offer,
  officerOf,
  PLACEMENT_REQUEST,
  type PortalReferral,
  type Refusal,
  readAnswers,
  refused,
  type SaidByProvider,
  sameAnswers,
  sentBefore,
  takesOffers,
  type WithFaults,
} from '@rightplace/domain';
import { appendAudit, listDelegations, loadChild, type ReferralEntry, type Tx } from '@rightplace/store';
import { caseForAccess } from '../cases/find-case.ts';
import { loadAccessFacts } from '../child/load-children.ts';
import { colleaguesBy } from '../notifications/colleagues-of-child.ts';
import { tell } from '../notifications/tell.ts';
import type { World } from '../world.ts';
import type { PortalVisitor } from './portal-session.ts';
import {
  addAsProvider,
  auditOfReferral,
  type NoSuchReferral,
  type OnReferral,
  onReferral,
  type ReferralAsked,
} from './referrals.ts';

export interface ReferralAnswer extends ReferralAsked {
  readonly kind: SaidByProvider;
  /** The offer that is withdrawn; otherwise it is about the referral itself. */
  readonly offer: number | undefined;
  /** How many offers of theirs the form of an offer knew of; none where it does not say. */
  readonly known?: number | undefined;
  /** Of the form, so that the same one sent twice is one answer. */
  readonly key: string;
  readonly typed: Readonly<Record<string, unknown>>;
}

/** Offers that stand, of which the form did not know: a further one goes out once somebody has seen them. */
export interface OtherOffersSent extends Refusal<'other-offers-sent'> {
  readonly offers: readonly Offer[];
  /** How many offers of theirs there are now. */
  readonly known: number;
}

export type ReferralAnswered =
  | { readonly kind: 'referral-answered' }
  /** The same offer stands already: nothing was sent again. */
  | { readonly kind: 'offer-sent-before'; readonly offer: Offer };

export type AnswerReferralRefusal =
  | NoSuchReferral
  | Refusal<'referral-closed' | 'no-such-offer' | 'offer-stands' | 'offer-arranged'>
  | OtherOffersSent
  | WithFaults<Refusal<'not-said'>>;

const CLOSED = refused(
  'referral-closed',
  'The authority is no longer taking answers to this referral. Nothing was sent.',
);
const NO_SUCH_OFFER = refused(
  'no-such-offer',
  'There is no such offer of yours to withdraw: it may be withdrawn already.',
);
const OFFER_STANDS = refused(
  'offer-stands',
  'An offer of yours for this referral stands. To decline, withdraw it first. Nothing was sent.',
);
const OFFER_ARRANGED = refused(
  'offer-arranged',
  'An offer of yours is being arranged, so no further one is taken. Ask a question or speak to the placements team if something in it changes. Nothing was sent.',
);
const OTHER_OFFERS = refused('other-offers-sent', 'You have already sent an offer for this referral.');

const ANSWERED = { kind: 'referral-answered' } as const;

/** Why an answer is not written beside what this provider has said before, or that it is the same; undefined where it is. */
const besideOffers = (
  { referral: { offers, approach }, behind }: OnReferral,
  { kind, offer, known = 0 }: Pick<ReferralAnswer, 'kind' | 'offer' | 'known'>,
  said: Answers,
): ReferralAnswered | AnswerReferralRefusal | undefined => {
  const standing = offers.filter(({ withdrawn }) => withdrawn === undefined);
  if (kind === 'declined') return standing.length > 0 ? OFFER_STANDS : undefined;
  if (kind === 'withdrawn')
    return standing.some(({ number }) => number === offer) ? undefined : NO_SUCH_OFFER;
  if (kind !== 'offer') return undefined;
  const before = sentBefore(offers, { said, known });
  if (before?.kind === 'same') return { kind: 'offer-sent-before', offer: before.offer };
  if (!takesOffers(approach.number, behind)) return OFFER_ARRANGED;
  return before && { ...OTHER_OFFERS, offers: before.offers, known: offers.length };
};

const LONGEST_KEY = 64;

/** A form of one kind of answer to one referral or offer: what a page says of itself is nobody else’s form. */
const formOf = (
  { kind, offer, key }: Pick<ReferralAnswer, 'kind' | 'offer' | 'key'>,
  { approach }: Pick<PortalReferral, 'approach'>,
): string => `${kind} ${offer ?? approach.number} ${key.slice(0, LONGEST_KEY)}`;

const isOfForm = (entry: Pick<ReferralEntry, 'key'>, form: string): boolean =>
  entry.key === form || entry.key.startsWith(`${form} `);

/** A form that was gone back to and changed is another answer, and has a key of its own. */
const nextKey = (form: string, own: readonly ReferralEntry[]): string => {
  const taken = new Set(own.map(({ key }) => key));
  const after = (times: number): string => {
    const key = times === 1 ? form : `${form} ${times}`;
    return taken.has(key) ? after(times + 1) : key;
  };
  return after(1);
};

/** Whether the entry that was written by this very form is the answer: an offer that was withdrawn since is made again. */
const isAnswerTo = (
  { number, said: before }: Pick<ReferralEntry, 'number' | 'said'>,
  said: Answers,
  { referral: { offers } }: OnReferral,
): boolean =>
  sameAnswers(before, said) && !offers.some((one) => one.number === number && one.withdrawn !== undefined);

/** Those who look for a home for this child, and have no conflict of interest: whoever it was given to, or all of them. */
const tellOfficers = async (
  tx: Tx,
  { behind: { stored, now }, now: at }: OnReferral,
  number: number,
): Promise<void> => {
  const child = await loadChild(tx, stored.child);
  if (child === undefined) return;
  const access = await loadAccessFacts(tx);
  const colleagues = colleaguesBy({
    action: PLACEMENT_REQUEST.access.take,
    staff: access.staff,
    delegations: await listDelegations(tx, { since: at }),
    at,
  })(caseForAccess(stored, child, { access, today: londonDayOf(at) }));
  const officers = colleagues.filter(({ parts }) =>
    parts.some(({ role, actingFor }) => role === 'placements-officer' && actingFor === undefined),
  );
  const own = officers.filter(({ id }) => id === officerOf(now));
  await tell(
    tx,
    (own.length > 0 ? own : officers).map(({ id }) => ({
      to: id,
      kind: 'provider-replied' as const,
      urgent: false,
      at,
      key: `case ${stored.id} entry ${number}`,
      case: stored.id,
    })),
    at,
  );
};

/** A question, a refusal, an offer or its withdrawal, by the portal: an entry of the search’s log, of which its officers are told. */
export const answerReferral = (
  world: World,
  visitor: PortalVisitor,
  { kind, offer, known, key, typed, ...asked }: ReferralAnswer,
): Promise<ReferralAnswered | AnswerReferralRefusal> =>
  onReferral(world, visitor, { ...asked, holds: true }, async (on) => {
    const { entries, referral, behind, now } = on;
    const person = visitor.person.id;
    const { answers: said, faults: unread } = readAnswers(
      asksOfProvider(kind, behind.needs),
      typed,
      londonDayOf(now),
    );
    const faults = [...unread, ...findOfferedTwice(kind, said)];
    const form = formOf({ kind, offer, key }, referral);
    const own = entries.filter((entry) => entry.byPortalPerson === person);
    const written = own.filter((entry) => isOfForm(entry, form));
    if (faults.length === 0 && written.some((entry) => isAnswerTo(entry, said, on))) return ANSWERED;
    if (referral.standing === 'closed') return CLOSED;
    if (faults.length > 0)
      return { ...refused('not-said', 'Something that you are asked here is missing.'), faults };
    const beside = besideOffers(on, { kind, offer, known }, said);
    if (beside !== undefined) return beside;
    const about = kind === 'withdrawn' && offer !== undefined ? offer : referral.approach.number;
    const by = { person: `portal ${person}`, part: { role: 'external-provider' } } as const;
    if (findEntryFault(behind.now, behind.search, { kind, about, said, by }) !== undefined) return CLOSED;
    const number = await addAsProvider(on, visitor, { kind, about, said, key: nextKey(form, own) });
    await on.serve(async (tx) => {
      await appendAudit(
        tx,
        auditOfReferral(on, visitor, { action: 'referral-answered', detail: { entry: kind, number } }),
      );
      await tellOfficers(tx, on, number);
    });
    return ANSWERED;
  });
