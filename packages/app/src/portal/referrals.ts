import {
  type Day,
  firstStageStands,
  londonDayOf,
  londonTimeOf,
  type Moment,
  type PortalReferral,
  type Profile,
  type Refusal,
  referralFrom,
  refused,
  replyByOrder,
  type SearchEntry,
  type ToldByStanding,
  takesAnswers,
  takesOffers,
  toldByStanding,
} from '@rightplace/domain';
import {
  addReferralEntry,
  appendAudit,
  asProvider,
  findSentProfile,
  holdSearchLog,
  listReferralEntries,
  nextEntryNumber,
  type ReferralEntry,
  type Serve,
  type Tx,
} from '@rightplace/store';
import type { World } from '../world.ts';
import { type DisclosedToProvider, disclosedTo, livesElsewhere } from './disclosed-to.ts';
import { type PortalVisitor, portalActor } from './portal-session.ts';
import { type SearchBehind, searchBehind, searchesBehind } from './search-behind.ts';

export interface ReferralAsked {
  readonly caseId: number;
  /** The number of the approach. */
  readonly referral: number;
}

export const NO_SUCH_REFERRAL = refused('no-such-referral', 'You have not been sent such a referral.');
export type NoSuchReferral = Refusal<'no-such-referral'>;

/** Who of the staff wrote is not told to providers, so it is nobody’s in particular. */
const asWritten = ({ byPortalPerson, ...entry }: ReferralEntry): SearchEntry => ({
  ...entry,
  by: {
    person: byPortalPerson === null ? '' : `portal ${byPortalPerson}`,
    part: { role: byPortalPerson === null ? 'placements-officer' : 'external-provider' },
  },
});

/** In the transaction of a provider, with what it says of one referral. */
export interface OnReferral {
  readonly tx: Tx;
  readonly serve: Serve;
  readonly entries: readonly ReferralEntry[];
  readonly behind: SearchBehind;
  readonly referral: PortalReferral;
  readonly now: Moment;
}

export const providerOf = ({ authority, provider }: PortalVisitor) => ({
  authorityId: authority.id,
  providerId: provider.id,
});

/** Finds a referral of the visitor’s own provider. With `holds`, nobody else writes in its search until the transaction ends. */
export const onReferral = <T>(
  world: World,
  visitor: PortalVisitor,
  { caseId, referral: number, holds }: ReferralAsked & { readonly holds: boolean },
  work: (on: OnReferral) => Promise<T>,
): Promise<T | NoSuchReferral> =>
  asProvider(world.db, providerOf(visitor), async (tx, serve) => {
    const of = { caseId, referral: number };
    // Asked as the provider first: of what is not theirs nothing further is looked at.
    if ((await listReferralEntries(tx, of)).length === 0) return NO_SUCH_REFERRAL;
    if (holds) await holdSearchLog(tx, caseId);
    const entries = await listReferralEntries(tx, of);
    const behind = await serve((served) => searchBehind(served, caseId));
    const referral = referralFrom(caseId, entries.map(asWritten), {
      isOpen: takesAnswers(behind.now.state),
      told: (approach) =>
        inTheirWords(
          toldByStanding(behind.now, approach, {
            offers: behind.search.offers,
            moved: behind.moved,
          }),
          entries,
        ),
    });
    return referral === undefined
      ? NO_SUCH_REFERRAL
      : work({ tx, serve, entries, behind, referral, now: world.now() });
  });

/**
 * The home is told by the name that the provider gave it: what an officer wrote down of an offer by telephone nobody has looked through
 * for them, and they are not shown that offer either.
 */
const inTheirWords = (
  told: ToldByStanding | undefined,
  seen: readonly Pick<ReferralEntry, 'kind' | 'said'>[],
): ToldByStanding | undefined =>
  told?.kind === 'chosen' && !seen.some(({ kind, said }) => kind === 'offer' && said['home'] === told.home)
    ? { ...told, home: undefined }
    : told;

/** Adds what somebody of the provider says: its number is the service’s to know, and the row is the provider’s. */
export const addAsProvider = async (
  { tx, serve, referral: { caseId }, now }: OnReferral,
  visitor: PortalVisitor,
  entry: Pick<SearchEntry, 'kind' | 'said'> & { readonly about: number; readonly key: string },
): Promise<number> => {
  const number = await serve((served) => nextEntryNumber(served, caseId));
  await addReferralEntry(tx, { ...entry, caseId, number, at: now, by: visitor.person.id });
  return number;
};

export const auditOfReferral = (
  { behind, referral, now }: Pick<OnReferral, 'behind' | 'referral' | 'now'>,
  visitor: PortalVisitor,
  { action, detail = {} }: { readonly action: string; readonly detail?: Readonly<Record<string, unknown>> },
) => ({
  at: now,
  actor: portalActor(visitor.person.id),
  action,
  subject: { kind: 'child', id: behind.child },
  detail: {
    case: referral.caseId,
    approach: referral.approach.number,
    provider: visitor.provider.id,
    ...detail,
  },
});

export interface ReferralsView {
  readonly referrals: readonly PortalReferral[];
  readonly now: Moment;
}

/** What is to be answered soonest before all else, and the newest before the others. */
const bySoonest = (a: PortalReferral, b: PortalReferral): number => {
  const [first, second] = [a, b].map(({ approach }) => replyByOrder(approach.replyBy));
  if (first !== second) return (first ?? '') < (second ?? '') ? -1 : 1;
  return a.approach.at < b.approach.at ? 1 : -1;
};

/** Everything that the visitor’s provider was sent, what is to be answered soonest first. */
export const listReferrals = (world: World, visitor: PortalVisitor): Promise<ReferralsView> =>
  asProvider(world.db, providerOf(visitor), async (tx, serve) => {
    const entries = await listReferralEntries(tx);
    const cases = [...new Set(entries.map(({ caseId }) => caseId))];
    const now = world.now();
    const behind = await serve(async (served) => {
      await appendAudit(served, {
        at: now,
        actor: portalActor(visitor.person.id),
        action: 'referrals-listed',
        detail: { provider: visitor.provider.id, cases },
      });
      return searchesBehind(served, entries);
    });
    const groups = Map.groupBy(entries, ({ caseId, referral }) => `${caseId} ${referral}`);
    const referrals = [...groups.values()].flatMap((group) => {
      const [first] = group;
      const found =
        first &&
        referralFrom(first.caseId, group.map(asWritten), {
          isOpen: behind.isOpen(first.caseId),
          told: (approach) => inTheirWords(behind.told(first.caseId, approach), group),
        });
      return found === undefined ? [] : [found];
    });
    return {
      referrals: referrals.toSorted(bySoonest),
      now,
    };
  });

export interface ReferralView {
  readonly kind: 'referral';
  readonly referral: PortalReferral;
  /** Exactly what was sent; undefined where nothing was, and once the search is over for this provider. */
  readonly profile: Profile | undefined;
  /** What was sent after it, the first first. */
  readonly disclosed: readonly DisclosedToProvider[];
  readonly needs: readonly string[];
  /** Whether an offer of theirs can still count. */
  readonly takesOffers: boolean;
  readonly today: Day;
  readonly now: Moment;
}

/** What was approved was written by us and never changes. */
const readProfile = (content: string): Profile => JSON.parse(content) as Profile;

/** One referral, with the profile that was sent. That it was seen is recorded each time; in the log, the first time. */
export const openReferral = (
  world: World,
  visitor: PortalVisitor,
  asked: ReferralAsked,
): Promise<ReferralView | NoSuchReferral> =>
  onReferral(world, visitor, { ...asked, holds: true }, async (on) => {
    const { tx, serve, referral, behind, now } = on;
    const version = referral.approach.profileVersion;
    const sent =
      version === undefined || livesElsewhere(behind) || !firstStageStands(referral.approach, behind)
        ? undefined
        : await findSentProfile(tx, { caseId: asked.caseId, version });
    if (!referral.isOpened && !behind.isOver)
      await addAsProvider(on, visitor, {
        kind: 'opened',
        about: referral.approach.number,
        said: { on: londonDayOf(now), at: londonTimeOf(now) },
        key: `opened ${referral.approach.number}`,
      });
    await serve((served) =>
      appendAudit(
        served,
        auditOfReferral(on, visitor, { action: 'referral-viewed', detail: { profile: version ?? null } }),
      ),
    );
    return {
      kind: 'referral',
      referral,
      profile: sent && readProfile(sent.content),
      disclosed: disclosedTo(on),
      needs: behind.needs,
      takesOffers: referral.standing !== 'closed' && takesOffers(referral.approach.number, behind),
      today: londonDayOf(now),
      now,
    };
  });
