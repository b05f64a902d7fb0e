import type { ChildId, ChildRecord } from '@rightplace/domain';
import {
  type Acceptance,
  acceptReturns,
  type HeldChild,
  type Outcomes,
  type RowCounts,
  readReturn,
  recordFromHeld,
  type SetAside,
  type TableName,
} from '@rightplace/ssda903';
import type { Given } from './given-files.ts';

/** What an import would do, or did: counts first, then everything that was not taken in. */
export interface ImportReport extends Outcomes {
  /** Children whose record is new, or differs in any way. */
  readonly childrenNew: number;
  readonly childrenChanged: number;
  readonly collectionYears: readonly number[];
  readonly tables: Readonly<Partial<Record<TableName, RowCounts>>>;
  readonly rejected: readonly SetAside[];
  readonly notes: readonly string[];
}

export interface AcceptedImport {
  readonly report: ImportReport;
  readonly acceptance: Acceptance;
  /** The records to save: only those that differ from what is held. */
  readonly records: readonly ChildRecord[];
}

/** Works out, from what is held and what is given, everything an import does. Nothing is written. */
export const acceptGiven = (given: Given, held: ReadonlyMap<ChildId, HeldChild>): AcceptedImport => {
  const acceptance = acceptReturns({
    returns: given.returns.map(({ collectionYear, files }) => ({
      ...readReturn(files),
      collectionYear: collectionYear ?? null,
    })),
    held,
  });
  const changed = [...acceptance.children].filter(([id, child]) => held.get(id) !== child);
  const childrenNew = changed.filter(([id]) => !held.has(id)).length;
  return {
    acceptance,
    records: changed.map(([id, child]) => recordFromHeld(id, child)),
    report: {
      ...acceptance.outcomes,
      childrenNew,
      childrenChanged: changed.length - childrenNew,
      collectionYears: [...new Set(acceptance.collectionYears)].toSorted((a, b) => a - b),
      tables: Object.fromEntries([...acceptance.counts].filter(([, { read }]) => read > 0)),
      rejected: acceptance.rejected,
      notes: [...given.notRead.map(({ file, reason }) => `${file}: ${reason}`), ...acceptance.notes],
    },
  };
};
