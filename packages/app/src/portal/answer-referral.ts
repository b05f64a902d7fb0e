import {
  asksOfProvider,
  findEntryFault,
  londonDayOf,
  officerOf,
  PLACEMENT_REQUEST,
  type Refusal,
  readAnswers,
  refused,
  type SaidByProvider,
  type WithFaults,
} from '@rightplace/domain';
import { appendAudit, listDelegations, loadChild, type Tx } from '@rightplace/store';
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
  /** Of the form, so that the same one sent twice is one answer. */
  readonly key: string;
  readonly typed: Readonly<Record<string, unknown>>;
}

export type AnswerReferralRefusal =
  | NoSuchReferral
  | Refusal<'referral-closed' | 'no-such-offer'>
  | WithFaults<Refusal<'not-said'>>;

const CLOSED = refused(
  'referral-closed',
  'The authority is no longer taking answers to this referral. Nothing was sent.',
);
const NO_SUCH_OFFER = refused(
  'no-such-offer',
  'There is no such offer of yours to withdraw: it may be withdrawn already.',
);

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
  { kind, offer, key, typed, ...asked }: ReferralAnswer,
): Promise<{ readonly kind: 'referral-answered' } | AnswerReferralRefusal> =>
  onReferral(world, visitor, { ...asked, holds: true }, async (on) => {
    const { entries, referral, behind, now } = on;
    const person = visitor.person.id;
    if (entries.some((entry) => entry.key === key && entry.byPortalPerson === person))
      return { kind: 'referral-answered' };
    if (referral.standing === 'closed') return CLOSED;
    const { answers: said, faults } = readAnswers(
      asksOfProvider(kind, behind.needs),
      typed,
      londonDayOf(now),
    );
    if (faults.length > 0)
      return { ...refused('not-said', 'Something that you are asked here is missing.'), faults };
    if (kind === 'withdrawn' && !referral.offers.some((one) => one.number === offer && !one.withdrawn))
      return NO_SUCH_OFFER;
    const about = kind === 'withdrawn' && offer !== undefined ? offer : referral.approach.number;
    const by = { person: `portal ${person}`, part: { role: 'external-provider' } } as const;
    if (findEntryFault(behind.now, behind.search, { kind, about, said, by }) !== undefined) return CLOSED;
    const number = await addAsProvider(on, visitor, { kind, about, said, key });
    await on.serve(async (tx) => {
      await appendAudit(
        tx,
        auditOfReferral(on, visitor, { action: 'referral-answered', detail: { entry: kind, number } }),
      );
      await tellOfficers(tx, on, number);
    });
    return { kind: 'referral-answered' };
  });
