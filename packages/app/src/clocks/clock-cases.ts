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
import {
  listCases,
  listCasesOf,
  listLastForms,
  readsFrom,
  type StoredCase,
  type Tx,
} from '@rightplace/store';
import { caseForAccess } from '../cases/find-case.ts';
import { whileUnwritten } from '../cases/while-unwritten.ts';
import { findWorkflow } from '../cases/workflows.ts';
import type { LoadedChildren } from '../child/load-children.ts';
import { childForAccess } from '../child/scope.ts';

/** What a child's cases say of clocks, and whose the child is where the record does not say. */
export interface CasesOfChild {
  readonly said: readonly SaidByCase[];
  readonly last: StoredCase;
  /** By which action each of them is seen. */
  readonly seenBy: ReadonlyMap<number, ChildAction>;
}

export type ClockCases = ReadonlyMap<ChildId, CasesOfChild>;

/** The processes whose form, and not only what is said with a step, says something of a clock. */
const BY_FORM: readonly string[] = [EMERGENCY.id];

/** Of every child who has a case: the very same while nothing is written in any. */
export const loadClockCases = (tx: Tx): Promise<ClockCases> =>
  whileUnwritten(tx, 'what cases say of clocks', async () => clockCasesFrom(tx, await listCases(tx)));

/** Of one child; undefined where they have no case. Where a transaction may write, those of the child alone are read. */
export const casesOfChild = async (tx: Tx, child: ChildId): Promise<CasesOfChild | undefined> => {
  const cases =
    readsFrom(tx) === undefined
      ? await clockCasesFrom(tx, await listCasesOf(tx, child))
      : await loadClockCases(tx);
  return cases.get(child);
};

const clockCasesFrom = async (tx: Tx, stored: readonly StoredCase[]): Promise<ClockCases> => {
  const byForm = stored.flatMap(({ id, workflow }) => (BY_FORM.includes(workflow) ? [id] : []));
  const forms = await listLastForms(tx, byForm);
  return new Map(
    [...Map.groupBy(stored, ({ child }) => child)].flatMap(
      ([child, own]): readonly (readonly [ChildId, CasesOfChild])[] => {
        const last = own.at(-1);
        const said = saidByCases(own.map((each) => ({ ...each, form: forms.get(each.id) })));
        const seenBy = new Map(
          own.flatMap(({ id, workflow }): readonly (readonly [number, ChildAction])[] => {
            const process = findWorkflow(workflow);
            return process === undefined ? [] : [[id, process.access.see]];
          }),
        );
        return last === undefined ? [] : [[child, { said, last, seenBy }]];
      },
    ),
  );
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
  loaded: Pick<LoadedChildren, 'access' | 'today'>,
): Promise<ChildForAccess> => forAccessWith(await casesOfChild(tx, child.id), child, loaded);

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
