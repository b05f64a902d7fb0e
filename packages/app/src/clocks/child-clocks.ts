import {
  type CareHistory,
  type ChildAction,
  type ChildForAccess,
  type ChildId,
  type ChildRecord,
  type ChildRefusal,
  type ClocksForReader,
  careHistory,
  clocksForReader,
  type Day,
  mayDoTo,
  type OfficerNamed,
  type Role,
  refused,
  type SaidByCase,
} from '@rightplace/domain';
import { listClockEntries, type StoredClockEntry, type Tx } from '@rightplace/store';
import { findOpenGlass } from '../child/break-glass.ts';
import { type LoadedChildren, loadChildren } from '../child/load-children.ts';
import type { HeldLedger } from '../ledger/ledgers.ts';
import { beside } from '../ledger/recall.ts';
import { officersNamed } from '../reviewing/officer-of-child.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { casesOfChild, forAccessWith, hiddenCases } from './clock-cases.ts';
import { type ClocksKept, clocksKept } from './clocks-kept.ts';

/** The clocks of one child, for somebody who may see them. */
export interface FoundClocks extends ClocksForReader {
  readonly kind: 'found';
  readonly child: ChildRecord;
  readonly forAccess: ChildForAccess;
  /** The role in which they reach the child with the action asked about. */
  readonly role: Role;
  readonly loaded: LoadedChildren;
  /** Undefined where the authority keeps none. */
  readonly kept: ClocksKept | undefined;
  /** All that was ever said of them. */
  readonly entries: readonly StoredClockEntry[];
}

const NO_SUCH_CHILD = refused('out-of-reach', 'There is no such child among those you work with.');

const historiesKept = new WeakMap<HeldLedger, ReadonlyMap<ChildId, CareHistory>>();

/** As it was made ready for counting; one who is in no return has none yet. */
const historyOf = (child: ChildRecord, present: HeldLedger): CareHistory => {
  const { histories, settings } = present.prepared;
  const byId = beside(historiesKept, present, () => new Map(histories.map((one) => [one.id, one])));
  return byId.get(child.id) ?? careHistory(child, settings);
};

/** Whether anything that starts a clock can have happened to a child since clocks are kept: of most, nothing has. */
export const hasBegunSince = (child: ChildRecord, present: HeldLedger, since: Day): boolean =>
  (historyOf(child, present).stages.at(-1)?.episode.decom ?? '') >= since;

/** What is known of a child's clocks besides what the record of their care tells. */
export type ToldOfClock = StoredClockEntry | SaidByCase | OfficerNamed;

/** No case is hidden: for what is worked out for nobody in particular. */
export const NONE_HIDDEN: ReadonlySet<number> = new Set();

/** Always for a reader: the cases that are not theirs to see say nothing of what they are told. */
export const clocksOfChild = (
  child: ChildRecord,
  {
    present,
    entries,
    kept,
    hidden,
  }: {
    readonly present: HeldLedger;
    /** What was said by hand, in cases and by allocating a reviewing officer. */
    readonly entries: readonly ToldOfClock[];
    readonly kept: ClocksKept;
    readonly hidden: ReadonlySet<number>;
  },
): ClocksForReader =>
  clocksForReader(
    kept.rules,
    historyOf(child, present),
    entries.filter((entry) => 'start' in entry),
    {
      ...kept,
      byCases: entries.filter((entry) => 'weeks' in entry),
      officers: entries.filter((entry) => 'officer' in entry),
      hides: (id) => hidden.has(id),
    },
  );

/** Whether somebody may do this to a child, a restricted one only while they hold it open. */
export const mayWith = async (
  tx: Tx,
  { signedIn, world, loaded }: { signedIn: SignedIn; world: World; loaded: LoadedChildren },
  {
    child,
    action,
    forAccess,
  }: { readonly child: ChildRecord; readonly action: ChildAction; readonly forAccess: ChildForAccess },
) => {
  const glass =
    child.restricted === true
      ? await findOpenGlass(tx, { signedIn, id: child.id, now: world.now() })
      : undefined;
  return mayDoTo({
    actor: signedIn.actor,
    action,
    on: loaded.today,
    child: forAccess,
    ...(glass === undefined ? {} : { breakGlass: { reason: glass.reason } }),
  });
};

export const findClocks = async (
  tx: Tx,
  { world, signedIn }: { readonly world: World; readonly signedIn: SignedIn },
  { id, action }: { readonly id: ChildId; readonly action: ChildAction },
): Promise<FoundClocks | ChildRefusal> => {
  const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
  const child = loaded.present.childById.get(id);
  if (child === undefined) return NO_SUCH_CHILD;
  const ofCases = await casesOfChild(tx, id);
  const forAccess = forAccessWith(ofCases, child, loaded);
  const answer = await mayWith(tx, { signedIn, world, loaded }, { child, action, forAccess });
  if (answer.kind === 'refused') return answer;
  const kept = await clocksKept(tx, world);
  const entries = kept === undefined ? [] : await listClockEntries(tx, id);
  const seen = new Set<ChildAction>();
  for (const see of new Set(ofCases?.seenBy.values()))
    if ((await mayWith(tx, { signedIn, world, loaded }, { child, action: see, forAccess })).kind === 'may')
      seen.add(see);
  const found =
    kept === undefined
      ? { clocks: [], unattached: [], withheld: [] }
      : clocksOfChild(child, {
          present: loaded.present,
          entries: [...entries, ...(ofCases?.said ?? []), ...officersNamed(id, loaded)],
          kept,
          hidden: hiddenCases(ofCases, (see) => seen.has(see)),
        });
  return {
    kind: 'found',
    child,
    forAccess,
    role: answer.grant.assignment.role,
    loaded,
    kept,
    entries,
    ...found,
  };
};
