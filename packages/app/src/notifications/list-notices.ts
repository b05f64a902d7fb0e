import {
  type AttemptRefusal,
  type Day,
  dueDay,
  type MailChoice,
  type Moment,
  mayAttempt,
  mayDoTo,
  type NoticeKind,
  roleInSentence,
} from '@rightplace/domain';
import {
  appendAudit,
  asTenantLooking,
  listDelegations,
  listMailChoices,
  listPanelMeetings,
  listNotices as listStored,
  listWritersOf,
  readCases,
  type StoredNotice,
  type Tx,
} from '@rightplace/store';
import {
  answersHere,
  type CaseChild,
  caseChild,
  caseForAccess,
  caseNow,
  clockOf,
} from '../cases/find-case.ts';
import { findWorkflow } from '../cases/workflows.ts';
import { loadChildren } from '../child/load-children.ts';
import { actorAt } from '../delegation/acting.ts';
import { reachedByChairs } from '../panel/panel-facts.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { aboutConflicts } from './about-conflicts.ts';
import { aboutPayments } from './about-payments.ts';

/** What a notice is about, as far as whoever was told of it may know today. */
export type NoticeAbout =
  | {
      readonly kind: 'case';
      readonly title: string;
      readonly child: CaseChild;
      readonly overdueSince: Day | undefined;
    }
  /** Of a restricted record it is told that there is a case, and nothing else. */
  | { readonly kind: 'restricted' }
  /** It is no longer theirs to know. */
  | { readonly kind: 'out-of-reach' }
  | { readonly kind: 'standing-in'; readonly sentence: string }
  /** Somebody's conflict of interest, told to whoever sees to their cases; the child only where they may know. */
  | {
      readonly kind: 'conflict';
      readonly id: number;
      readonly name: string;
      readonly child: CaseChild | undefined;
    }
  /** A conflict of interest of their own, which names no child. */
  | { readonly kind: 'own-conflict' }
  /** A child whose cases came to them. */
  | { readonly kind: 'child'; readonly child: CaseChild }
  /** An agreement whose payments are to be set up; the child's name for those who may open records. */
  | {
      readonly kind: 'agreement';
      readonly id: number;
      readonly home: string;
      readonly child: Pick<CaseChild, 'id' | 'name'>;
    }
  /** A meeting of a panel, which is on the page of panels. */
  | { readonly kind: 'panels' }
  | { readonly kind: 'what-is-due' };

export interface NoticeLine {
  readonly id: number;
  readonly kind: NoticeKind;
  readonly urgent: boolean;
  readonly at: Moment;
  readonly isRead: boolean;
  readonly about: NoticeAbout;
}

export interface NoticesView {
  readonly kind: 'notices';
  /** Those that are not read first, then the newest. */
  readonly lines: readonly NoticeLine[];
  readonly byMail: MailChoice;
  readonly today: Day;
}

export const NOTICES_LISTED = 'notices-listed';
const MOST_LISTED = 100;

type Ask = (notice: StoredNotice) => NoticeAbout;
const OUT_OF_REACH: NoticeAbout = { kind: 'out-of-reach' };

/** Looks up what notices of cases are about, each by the rules that open the case itself. */
const aboutCases = async (
  tx: Tx,
  { world, signedIn }: { readonly world: World; readonly signedIn: SignedIn },
  ids: readonly number[],
): Promise<Ask> => {
  const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
  const at = world.now();
  const actor = await actorAt(tx, signedIn, { staff: loaded.access.staff, at });
  const clock = await clockOf(tx, loaded.today);
  const writers = await listWritersOf(tx, ids);
  const meetings = await listPanelMeetings(tx);
  const cases = new Map((await readCases(tx, ids)).map((stored) => [stored.id, stored]));
  return ({ case: id, kind }) => {
    const stored = id === undefined ? undefined : cases.get(id);
    const workflow = stored === undefined ? undefined : findWorkflow(stored.workflow);
    const child = stored === undefined ? undefined : loaded.present.childById.get(stored.child);
    if (stored === undefined || workflow === undefined || child === undefined) return OUT_OF_REACH;
    const now = caseNow(workflow, stored, writers.get(stored.id) ?? [], { clock, at });
    const forAccess = reachedByChairs(caseForAccess(stored, child, loaded), { workflow, now }, meetings);
    const answer = mayDoTo({ actor, action: workflow.access.see, on: loaded.today, child: forAccess });
    if (answer.kind === 'refused' && answer.name === 'restricted-record') return { kind: 'restricted' };
    if (answer.kind === 'refused' && !answersHere(now, actor.id, forAccess)) return OUT_OF_REACH;
    // They come to it for a word of theirs alone, which tells nothing of the child.
    if (answer.kind === 'refused' && forAccess.restricted) return { kind: 'restricted' };
    return {
      kind: 'case',
      title: workflow.title,
      child: caseChild(child, loaded.today),
      overdueSince: kind === 'overdue' ? dueDay(workflow, now, clock) : undefined,
    };
  };
};

/** Those who stand in, and for whom, are known to both. */
const aboutStandingIn = async (
  tx: Tx,
  world: World,
  { authority, actor, person }: SignedIn,
): Promise<Ask> => {
  const { staff } = (await loadChildren(tx, world, authority.id, undefined)).access;
  const nameOf = (id: string): string => staff.members.get(Number(id))?.name ?? 'Somebody';
  const delegations = new Map((await listDelegations(tx, { of: person.id })).map((one) => [one.id, one]));
  return ({ delegation }) => {
    const found = delegation === undefined ? undefined : delegations.get(delegation);
    if (found === undefined) return OUT_OF_REACH;
    const { standsIn, forPerson, role } = found;
    const as = `as ${roleInSentence(role)}`;
    const sentence =
      standsIn === actor.id ? `You for ${nameOf(forPerson)}, ${as}` : `${nameOf(standsIn)} for you, ${as}`;
    return { kind: 'standing-in', sentence };
  };
};

const isOfPayments = ({ kind }: StoredNotice): boolean => kind === 'payments-to-set-up';

const aboutWith = async (
  tx: Tx,
  world: World,
  signedIn: SignedIn,
  notices: readonly StoredNotice[],
): Promise<Ask> => {
  const ofPayments = notices.some(isOfPayments) ? await aboutPayments(tx, world, signedIn) : undefined;
  const cases = [...new Set(notices.flatMap((one) => (isOfPayments(one) ? [] : (one.case ?? []))))];
  const ofCase = cases.length > 0 ? await aboutCases(tx, { world, signedIn }, cases) : undefined;
  const ofStandingIn = notices.some(({ delegation }) => delegation !== undefined)
    ? await aboutStandingIn(tx, world, signedIn)
    : undefined;
  const ofConflict = notices.some(({ conflict }) => conflict !== undefined)
    ? await aboutConflicts(tx, world, signedIn)
    : undefined;
  return (notice) => {
    if (isOfPayments(notice)) return ofPayments?.(notice) ?? OUT_OF_REACH;
    if (notice.conflict !== undefined) return ofConflict?.(notice) ?? OUT_OF_REACH;
    if (notice.case !== undefined) return ofCase?.(notice) ?? OUT_OF_REACH;
    if (notice.delegation !== undefined) return ofStandingIn?.(notice) ?? OUT_OF_REACH;
    return notice.kind === 'chair-named' || notice.kind === 'chair-no-longer'
      ? { kind: 'panels' }
      : { kind: 'what-is-due' };
  };
};

/** A person's own notices of the last weeks. The children named are recorded. */
export const listNotices = async (world: World, signedIn: SignedIn): Promise<NoticesView | AttemptRefusal> =>
  asTenantLooking(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const [now, to] = [world.now(), signedIn.person.id];
      const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
      const permission = mayAttempt({ actor: signedIn.actor, action: 'sign-in-account', on: loaded.today });
      if (permission.kind === 'refused') return permission;
      const stored = await listStored(tx, { to, now, most: MOST_LISTED });
      const aboutOf = await aboutWith(tx, world, signedIn, stored);
      const lines = stored.map((notice): NoticeLine => {
        const { id, kind, urgent, at, readAt } = notice;
        return { id, kind, urgent, at, isRead: readAt !== undefined, about: aboutOf(notice) };
      });
      const named = lines.flatMap(({ about }) => ('child' in about ? (about.child?.id ?? []) : []));
      if (named.length > 0)
        await appendAudit(tx, {
          at: now,
          actor: String(to),
          action: NOTICES_LISTED,
          subject: { kind: 'authority', id: signedIn.authority.id },
          detail: { children: [...new Set(named)] },
        });
      return { kind: 'notices', lines, byMail: (await listMailChoices(tx, [to]))(to), today: loaded.today };
    },
  );

export const aboutNotice = async (
  tx: Tx,
  world: World,
  signedIn: SignedIn,
  notice: StoredNotice,
): Promise<NoticeAbout> => (await aboutWith(tx, world, signedIn, [notice]))(notice);
