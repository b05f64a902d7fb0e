import {
  type Answers,
  type AttemptRefusal,
  type CaseNow,
  type Day,
  EVERY_TIER_AT_ONCE,
  isSearchTier,
  londonDayOf,
  mayAttempt,
  mayDoTo,
  officerOf,
  PLACEMENT_REQUEST,
  parseDay,
  type SearchCounts,
  type SearchTier,
  stateMeaning,
  type Waiting,
  waitingFor,
  workingDaysBetween,
} from '@rightplace/domain';
import {
  appendAudit,
  asTenant,
  countSearches,
  listCasesOfProcess,
  listLastForms,
  listWritersOf,
  type StoredCase,
} from '@rightplace/store';
import { clockOf } from '../cases/case-clock.ts';
import { type CaseChild, caseChild, caseForAccess, caseNow } from '../cases/find-case.ts';
import { partsFor } from '../cases/parts-for.ts';
import { loadChildren } from '../child/load-children.ts';
import { actorAt } from '../delegation/acting.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { SEARCH_ENDED } from './officers.ts';

export const SEARCHES_LISTED = 'searches-listed';

/** The kinds of home that a request finds suitable, the preferred first. */
export type Wanted = 'foster' | 'residential' | 'supported';

export interface SearchLine {
  readonly id: number;
  readonly child: CaseChild;
  readonly state: string;
  readonly stateTitle: string;
  readonly alarm: string | undefined;
  /** All tiers at once, or wanted today. */
  readonly isEmergency: boolean;
  readonly wanted: readonly Wanted[];
  /** Working days since the request was first sent to the placements team; since it was begun, while it was not. */
  readonly workingDays: number;
  /** The tier that is asked now, or was asked last. */
  readonly tier: SearchTier | typeof EVERY_TIER_AT_ONCE | undefined;
  readonly counts: SearchCounts;
  /** When the home is needed, as the request says. */
  readonly neededFrom: Day | undefined;
  /** Undefined where it is over. */
  readonly waiting: Waiting | undefined;
  readonly officer: string | undefined;
}

export interface Searches {
  readonly kind: 'searches';
  /** Emergencies first, then what is late, then the longest waiting. */
  readonly lines: readonly SearchLine[];
  /** Of restricted records, which are opened one by one. */
  readonly closed: number;
  readonly today: Day;
}

export interface SearchesAsked {
  /** Those that are over instead of those that go on. */
  readonly over: boolean;
}

const NONE: SearchCounts = { approached: 0, replied: 0, offered: 0, shared: 0 };

const wantedIn = (request: Answers): readonly Wanted[] =>
  (['preferred', 'suitable'] as const).flatMap((how) =>
    (['foster', 'residential', 'supported'] as const).filter((kind) => request[`suits-${kind}`] === how),
  );

const tierOfSearch = ({ events }: Pick<CaseNow, 'events'>): SearchLine['tier'] => {
  const last = events.findLast(({ to }) => isSearchTier(to) || to === EVERY_TIER_AT_ONCE)?.to;
  if (last === EVERY_TIER_AT_ONCE) return EVERY_TIER_AT_ONCE;
  return last !== undefined && isSearchTier(last) ? last : undefined;
};

const isWantedToday = (request: Answers): boolean => request['how-soon'] === 'today';

/** Emergencies before all else; then what should have gone on by now; then whoever has waited longest. */
const inOrder = (a: SearchLine, b: SearchLine): number =>
  Number(b.isEmergency) - Number(a.isEmergency) ||
  Number(b.waiting?.overdue ?? false) - Number(a.waiting?.overdue ?? false) ||
  b.workingDays - a.workingDays ||
  a.id - b.id;

/** Every search for a home that somebody reaches, and that goes on. The children named are recorded. */
export const listSearches = (
  world: World,
  signedIn: SignedIn,
  { over }: SearchesAsked,
): Promise<Searches | AttemptRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const at = world.now();
    const on = londonDayOf(at);
    const attempt = { actor: signedIn.actor, action: 'list-searches', on } as const;
    const permission = mayAttempt(attempt);
    if (permission.kind === 'refused') return permission;
    const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
    const clock = await clockOf(tx, loaded.today);
    const actor = await actorAt(tx, signedIn, { staff: loaded.access.staff, at });
    const stored = await listCasesOfProcess(tx, PLACEMENT_REQUEST.id, { ended: SEARCH_ENDED, isOver: over });
    const ids = stored.map(({ id }) => id);
    const [counts, forms, writers] = [
      await countSearches(tx, ids),
      await listLastForms(tx, [PLACEMENT_REQUEST.id]),
      await listWritersOf(tx, ids),
    ];
    let closed = 0;
    const lineOf = (one: StoredCase): readonly SearchLine[] => {
      const record = loaded.present.childById.get(one.child);
      if (record === undefined) return [];
      const forAccess = caseForAccess(one, record, loaded);
      const answer = mayDoTo({ ...attempt, child: forAccess });
      if (answer.kind === 'refused') {
        if (answer.name === 'restricted-record') closed += 1;
        return [];
      }
      const now = caseNow(PLACEMENT_REQUEST, one, writers.get(one.id) ?? [], { clock, at });
      const { title, alarm } = stateMeaning(PLACEMENT_REQUEST, now.state);
      const request = forms.get(one.id)?.answers ?? {};
      const neededFrom = request['needed-from'];
      const officer = officerOf(now);
      const sent = now.events.find(({ step }) => step === 'submit') ?? now.events[0];
      const parts = partsFor({ actor }, PLACEMENT_REQUEST.access.take, forAccess, loaded.today);
      return [
        {
          id: one.id,
          child: caseChild(record, loaded.today),
          state: now.state,
          stateTitle: title,
          alarm,
          isEmergency: !over && (now.state === EVERY_TIER_AT_ONCE || isWantedToday(request)),
          wanted: wantedIn(request),
          workingDays: workingDaysBetween(
            londonDayOf(sent.at),
            londonDayOf(over ? now.since : at),
            clock.calendar,
          ),
          tier: tierOfSearch(now),
          counts: counts.get(one.id) ?? NONE,
          neededFrom: typeof neededFrom === 'string' ? parseDay(neededFrom) : undefined,
          waiting: waitingFor(PLACEMENT_REQUEST, now, { by: actor.id, parts, at, ...clock }),
          officer: officer === undefined ? undefined : loaded.access.staff.members.get(Number(officer))?.name,
        },
      ];
    };
    const lines = stored.flatMap(lineOf).toSorted(inOrder);
    const children = [...new Set(lines.map(({ child }) => child.id))];
    if (children.length > 0)
      await appendAudit(tx, {
        at,
        actor: signedIn.actor.id,
        action: SEARCHES_LISTED,
        subject: { kind: 'authority', id: signedIn.authority.id },
        detail: { children },
      });
    return { kind: 'searches', lines, closed, today: loaded.today };
  });
