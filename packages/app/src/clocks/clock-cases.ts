import {
  type ChildForAccess,
  type ChildId,
  type ChildRecord,
  EMERGENCY,
  type SaidByCase,
  saidByCases,
} from '@rightplace/domain';
import { countCaseChanges, listCases, listLastForms, type StoredCase, type Tx } from '@rightplace/store';
import { caseForAccess } from '../cases/find-case.ts';
import type { LoadedChildren } from '../child/load-children.ts';
import { childForAccess } from '../child/scope.ts';
import type { HeldLedger } from '../ledger/ledgers.ts';

/** What a child's cases say of clocks, and whose the child is where the record does not say. */
interface CasesOfChild {
  readonly said: readonly SaidByCase[];
  readonly last: StoredCase;
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
      return last === undefined ? [] : [[child, { said, last }]];
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
