import {
  type ChildClock,
  type ChildId,
  type ChildRefusal,
  type ClockEntry,
  type ClockEntryKind,
  type ClockRule,
  type Day,
  isSaidOf,
  type WithheldClock,
} from '@rightplace/domain';
import { asTenantReading } from '@rightplace/store';
import type { LoadedChildren } from '../child/load-children.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { findClocks, mayWith } from './child-clocks.ts';
import { CLOCK_RULES } from './clocks-kept.ts';

/** A clock as the child's page shows it. */
export interface ShownClock {
  readonly clock: ChildClock;
  /** What whoever looks may say of it. */
  readonly may: readonly ClockEntryKind[];
  readonly said: readonly SaidOfClock[];
}

/** Something that was said of it and holds. */
export interface SaidOfClock {
  readonly entry: ClockEntry;
  readonly who: string;
  readonly mayTakeBack: boolean;
}

export interface ClocksView {
  readonly kind: 'clocks';
  readonly id: ChildId;
  readonly today: Day;
  /** Undefined: the authority keeps no clocks. */
  readonly keptFrom: Day | undefined;
  /** The most overdue first, then what is due next, then what has no day yet. */
  readonly open: readonly ShownClock[];
  /** The latest first. */
  readonly over: readonly ShownClock[];
  /** Of which something is said in a case that is not theirs to see: by what they may see it began, and that is all they are told. */
  readonly withheld: readonly WithheldClock[];
  /** Said of what the record no longer has on that day. */
  readonly unattached: readonly (SaidOfClock & { readonly title: string })[];
  /** Whether whoever looks says who the child's reviewing officer is. */
  readonly mayAllocate: boolean;
  /** What has to be said to have begun, by those who may. */
  readonly beginnings: readonly ClockRule[];
}

const NO_DAY = '9999-12-31';
const dueText = ({ due }: ChildClock): string => due?.on ?? NO_DAY;

export const byDue = (a: ChildClock, b: ChildClock): number =>
  dueText(a) < dueText(b) ? -1 : dueText(a) > dueText(b) ? 1 : 0;

const lastDay = ({ done, stopped, began }: ChildClock): string => done?.on ?? stopped?.on ?? began.on;

export const nameOfMember =
  ({ access }: Pick<LoadedChildren, 'access'>) =>
  (person: string): string =>
    access.staff.members.get(Number(person))?.name ?? 'somebody who is no longer listed';

const isOver = ({ status }: ChildClock): boolean => status !== 'open' && status !== 'waived';

/** Whether what is said of a kind is a manager's to say, and to take back. */
export const actionFor = (kind: ClockEntryKind) =>
  kind === 'allowed' ? 'allow-to-be-late' : 'say-of-what-is-due';

/** What is due for a child, with what whoever looks may say of it. The page records that the child was seen. */
export const viewClocks = async (
  world: World,
  signedIn: SignedIn,
  id: ChildId,
): Promise<ClocksView | ChildRefusal> =>
  asTenantReading(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const found = await findClocks(tx, { world, signedIn }, { id, action: 'see-what-is-due' });
      if (found.kind === 'refused') return found;
      const { child, loaded, kept, clocks, withheld, unattached, forAccess } = found;
      const may = async (action: 'say-of-what-is-due' | 'allow-to-be-late' | 'allocate-reviewing-officer') =>
        (await mayWith(tx, { signedIn, world, loaded }, { child, action, forAccess })).kind === 'may';
      const maySay = await may('say-of-what-is-due');
      const mayAllow = (await may('allow-to-be-late')) && !forAccess.workerIds.includes(signedIn.actor.id);
      const mayKind = (kind: ClockEntryKind): boolean => (kind === 'allowed' ? mayAllow : maySay);
      const nameOf = nameOfMember(loaded);
      const said = (entry: ClockEntry): SaidOfClock => ({
        entry,
        who: nameOf(entry.by),
        mayTakeBack: entry.case === undefined && entry.isOfficer !== true && mayKind(entry.kind),
      });
      const shown = (clock: ChildClock): ShownClock => ({
        clock,
        may: isOver(clock)
          ? []
          : (['done', 'began', 'extended', 'allowed', 'stopped'] as const).filter(
              (kind) => isSaidOf(clock.rule, kind) && mayKind(kind) && isToSay(clock, kind),
            ),
        said: clock.entries.map(said),
      });
      return {
        kind: 'clocks',
        id,
        today: loaded.today,
        keptFrom: kept?.keptFrom,
        open: clocks
          .filter((clock) => !isOver(clock))
          .toSorted(byDue)
          .map(shown),
        over: clocks
          .filter(isOver)
          .toSorted((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1))
          .map(shown),
        withheld,
        unattached: unattached.map((entry) => ({
          ...said(entry),
          title: CLOCK_RULES.find(({ id: ruleId }) => ruleId === entry.rule)?.title ?? entry.rule,
        })),
        mayAllocate: await may('allocate-reviewing-officer'),
        beginnings:
          maySay && kept !== undefined
            ? CLOCK_RULES.filter(
                ({ start, effective }) =>
                  start.kind === 'said' &&
                  effective !== null &&
                  effective.starts <= loaded.today &&
                  (effective.ends === null || effective.ends > loaded.today),
              )
            : [],
      };
    },
  );

/** What began of itself is given a time or a day once; to change it, what was said is taken back first. */
const isToSay = ({ entries, due }: ChildClock, kind: ClockEntryKind): boolean =>
  kind === 'began'
    ? !entries.some((entry) => entry.kind === 'began')
    : kind !== 'extended' || due !== undefined;
