import type {
  AlertLevel,
  ChildAction,
  ChildClock,
  ChildForAccess,
  ChildId,
  Day,
  NoticeKind,
  Role,
} from '@rightplace/domain';
import { listDelegations, type NewNotice, type Tx } from '@rightplace/store';
import { loadChildren } from '../child/load-children.ts';
import { NONE_HIDDEN } from '../clocks/child-clocks.ts';
import { actionsToSee, forAccessWith, loadClockCases } from '../clocks/clock-cases.ts';
import { clocksKept } from '../clocks/clocks-kept.ts';
import {
  childrenBegunSince,
  entriesByChild,
  NOTHING_SAID,
  openClocksIn,
  saidWith,
} from '../clocks/kept-clocks.ts';
import { officersNamed } from '../reviewing/officer-of-child.ts';
import type { World } from '../world.ts';
import { colleaguesBy } from './colleagues-of-child.ts';

/** What each rung of the ladder is told as: before the last days nobody is told, as it is on their list. */
const TOLD_AS: Readonly<Partial<Record<AlertLevel, NoticeKind>>> = {
  amber: 'due-soon',
  red: 'due-late',
  'team-manager': 'due-late',
  'head-of-service': 'due-late',
};

/** Whom a clock is told to: whoever does it, and those it has come to because it is late. */
const rolesTold = ({ rule, alert }: ChildClock): readonly Role[] => [rule.owner, ...(alert?.to ?? [])];

/**
 * What is due for children, where that is kept: one notice a day for each person, however many children, which names none.
 * It is of the day on which the latest of them came so far, so that it is told again only when there is more.
 */
export const noticesOfDue = async (
  tx: Tx,
  world: Pick<World, 'now' | 'ledgers'>,
  authorityId: string,
): Promise<readonly NewNotice[]> => {
  const kept = await clocksKept(tx, world);
  if (kept === undefined) return [];
  const at = kept.now;
  const { present, access, today } = await loadChildren(tx, world, authorityId, undefined);
  const asked = { staff: access.staff, delegations: await listDelegations(tx, { since: at }), at };
  const colleaguesOf = colleaguesBy({ ...asked, action: 'say-of-what-is-due' });
  const cases = await loadClockCases(tx);
  const seeing = new Map<ChildAction, ReturnType<typeof colleaguesBy>>();
  /** Those who may see whatever case says anything of a clock; undefined for one of which no case does, of which all may be told. */
  const toldOnly = (clock: ChildClock, child: ChildForAccess, id: ChildId): ReadonlySet<string> | undefined =>
    actionsToSee(clock, cases.get(id)).reduce<ReadonlySet<string> | undefined>((told, action) => {
      if (action === undefined) return new Set();
      const by = seeing.get(action) ?? colleaguesBy({ ...asked, action });
      seeing.set(action, by);
      const ids = by(child).flatMap(({ id: person, parts }) => (parts.length === 0 ? [] : [person]));
      return new Set(told === undefined ? ids : ids.filter((person) => told.has(person)));
    }, undefined);
  const entries = await entriesByChild(tx, cases);
  const begun = childrenBegunSince(present, kept.keptFrom);
  const openOf = openClocksIn(present, kept);
  const latest = new Map<string, { readonly to: string; readonly kind: NoticeKind; readonly since: Day }>();
  for (const child of present.ledger.children) {
    const said = entries.get(child.id) ?? NOTHING_SAID;
    if (said.length === 0 && !begun.has(child.id)) continue;
    const known = saidWith(said, officersNamed(child.id, { access, today }));
    const pressing = openOf(child, known, NONE_HIDDEN).open.filter(
      ({ alert }) => alert && TOLD_AS[alert.level] !== undefined,
    );
    if (pressing.length === 0) continue;
    const forAccess = forAccessWith(cases.get(child.id), child, { access, today });
    const told = new Map(pressing.map((clock) => [clock, toldOnly(clock, forAccess, child.id)]));
    for (const { id: to, parts, hasConflict } of colleaguesOf(forAccess))
      for (const clock of hasConflict ? [] : pressing) {
        if (told.get(clock)?.has(to) === false) continue;
        const { alert } = clock;
        const kind = alert && TOLD_AS[alert.level];
        if (alert === undefined || kind === undefined) continue;
        if (!parts.some(({ role }) => rolesTold(clock).includes(role))) continue;
        const before = latest.get(`${to} ${kind}`);
        if (before === undefined || before.since < alert.since)
          latest.set(`${to} ${kind}`, { to, kind, since: alert.since });
      }
  }
  return [...latest.values()].map(({ to, kind, since }) => ({
    to,
    kind,
    urgent: false,
    at,
    key: `${kind} ${since}`,
  }));
};
