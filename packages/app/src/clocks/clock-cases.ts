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

/** The cases that something of a clock was said in, and by which action each is seen; undefined for one that nobody sees. */
const casesOf = (
  { entries, rule }: ChildClock,
  { seenBy }: CasesOfChild,
): readonly { readonly begins: boolean; readonly action: ChildAction | undefined; readonly id: number }[] =>
  entries.flatMap((entry) =>
    entry.case === undefined
      ? []
      : [
          {
            id: entry.case,
            begins: entry.kind === 'began' && rule.start.kind === 'said',
            action: seenBy.get(entry.case),
          },
        ],
  );

/** The actions that somebody must have to be told of a clock at all: those by which the cases in which it began are seen. */
export const actionsToSee = (
  clock: ChildClock,
  ofCases: CasesOfChild | undefined,
): readonly (ChildAction | undefined)[] =>
  ofCases === undefined
    ? []
    : casesOf(clock, ofCases).flatMap(({ begins, action }) => (begins ? [action] : []));

/**
 * Clocks as somebody may be told of them: none that began in a case that is not theirs to see, by title, link or number; and of
 * the others nothing that was said in such a case.
 */
export const clocksSeen = (
  clocks: readonly ChildClock[],
  ofCases: CasesOfChild | undefined,
  maySee: (action: ChildAction) => boolean,
): readonly ChildClock[] => {
  if (ofCases === undefined) return clocks;
  const isSeen = (action: ChildAction | undefined): boolean => action !== undefined && maySee(action);
  return clocks.flatMap((clock) => {
    if (!actionsToSee(clock, ofCases).every(isSeen)) return [];
    const hidden = new Set(casesOf(clock, ofCases).flatMap(({ id, action }) => (isSeen(action) ? [] : [id])));
    return hidden.size === 0
      ? [clock]
      : [
          {
            ...clock,
            entries: clock.entries.filter((entry) => entry.case === undefined || !hidden.has(entry.case)),
          },
        ];
  });
};
