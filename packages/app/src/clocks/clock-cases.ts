import {
  type ChildAction,
  type ChildClock,
  type ChildForAccess,
  type ChildId,
  type ChildRecord,
  EMERGENCY,
  type SaidByCase,
  saidByCases,
} from '@rightplace/domain';
import { countCaseChanges, listCases, listLastForms, type StoredCase, type Tx } from '@rightplace/store';
import { caseForAccess } from '../cases/find-case.ts';
import { findWorkflow } from '../cases/workflows.ts';
import type { LoadedChildren } from '../child/load-children.ts';
import { childForAccess } from '../child/scope.ts';
import type { HeldLedger } from '../ledger/ledgers.ts';

/** What a child's cases say of clocks, and whose the child is where the record does not say. */
interface CasesOfChild {
  readonly said: readonly SaidByCase[];
  readonly last: StoredCase;
  /** By which action each of them is seen. */
  readonly seenBy: ReadonlyMap<number, ChildAction>;
}

export type ClockCases = ReadonlyMap<ChildId, CasesOfChild>;

const kept = new WeakMap<HeldLedger, { readonly read: string; readonly cases: ClockCases }>();

/** The processes whose form, and not only what is said with a step, says something of a clock. */
const BY_FORM: readonly string[] = [EMERGENCY.id];

/** Of every child who has a case, read again when something has happened to one. */
export const loadClockCases = async (tx: Tx, present: HeldLedger): Promise<ClockCases> => {
  const read = await countCaseChanges(tx);
  const found = kept.get(present);
  if (found?.read === read) return found.cases;
  const forms = await listLastForms(tx, BY_FORM);
  const byChild = Map.groupBy(await listCases(tx), ({ child }) => child);
  const cases = new Map(
    [...byChild].flatMap(([child, own]): readonly (readonly [ChildId, CasesOfChild])[] => {
      const last = own.at(-1);
      const said = saidByCases(own.map((each) => ({ ...each, form: forms.get(each.id) })));
      const seenBy = new Map(
        own.flatMap(({ id, workflow }): readonly (readonly [number, ChildAction])[] => {
          const process = findWorkflow(workflow);
          return process === undefined ? [] : [[id, process.access.see]];
        }),
      );
      return last === undefined ? [] : [[child, { said, last, seenBy }]];
    }),
  );
  kept.set(present, { read, cases });
  return cases;
};

/** A child as the access rules see them: what is due for one whom nobody has in the record is theirs whose case it is. */
export const forAccessWith = (
  ofCases: CasesOfChild | undefined,
  child: ChildRecord,
  loaded: Pick<LoadedChildren, 'access' | 'today'>,
): ChildForAccess =>
  ofCases === undefined
    ? childForAccess(child, loaded.access, loaded.today)
    : caseForAccess(ofCases.last, child, loaded);

/** A child as the access rules see them, with what their cases say where the record says nothing. */
export const reachOfChild = async (
  tx: Tx,
  child: ChildRecord,
  loaded: Pick<LoadedChildren, 'present' | 'access' | 'today'>,
): Promise<ChildForAccess> =>
  forAccessWith((await loadClockCases(tx, loaded.present)).get(child.id), child, loaded);

/**
 * The cases of a child that somebody does not see, by what each process says of who sees its cases. A clock is worked out for them
 * as if it knew nothing of these.
 */
export const hiddenCases = (
  ofCases: CasesOfChild | undefined,
  maySee: (action: ChildAction) => boolean,
): ReadonlySet<number> => {
  const seenBy = ofCases?.seenBy ?? new Map<number, ChildAction>();
  const all = new Set([...seenBy.keys(), ...(ofCases?.said ?? []).map((entry) => entry.case)]);
  return new Set(
    [...all].filter((id) => {
      const action = seenBy.get(id);
      return action === undefined || !maySee(action);
    }),
  );
};

/** The actions that somebody must have to be told of a clock: those by which the cases that say anything of it are seen. */
export const actionsToSee = (
  { entries }: ChildClock,
  ofCases: CasesOfChild | undefined,
): readonly (ChildAction | undefined)[] =>
  entries.flatMap((entry) => (entry.case === undefined ? [] : [ofCases?.seenBy.get(entry.case)]));
