import { createHash } from 'node:crypto';
import { type ChildId, type ChildRecord, collectionYearLabel } from '@rightplace/domain';
import {
  acceptReturns,
  type HeldChild,
  inferCollectionYear,
  type Outcomes,
  type RowCounts,
  readReturn,
  recordFromHeld,
  type SetAside,
  type TableName,
  tellsTheSame,
  yearDoubts,
} from '@rightplace/ssda903';
import type { EnteredHere, Reported } from '@rightplace/store';
import { enteredFromHeld } from './entered-here.ts';
import { fileSetAside } from './file-set-aside.ts';
import { type Given, type GivenReturn, notReadNotes } from './given-files.ts';
import type { HandCorrection } from './hand-corrections.ts';
import { reportedFromHeld } from './held-children.ts';
import type { ReturnRead, RulesFound } from './rules-found.ts';

/** What an import would do, or did: counts first, then everything that was not taken in. */
export interface ImportReport extends Outcomes {
  readonly childrenNew: number;
  /** Those held of whom something is other than it was; that one more return tells of them is no change. */
  readonly childrenChanged: number;
  readonly collectionYears: readonly number[];
  /** Those of them that nothing said: they were told from the dates in the files. */
  readonly yearsFromDates: readonly number[];
  /** There are rows to take in of a return whose year neither a person, nor a folder, nor a date tells. */
  readonly isYearMissing: boolean;
  /** Why the files may be of another year than they are said to be, as sentences. */
  readonly yearDoubts?: readonly string[];
  readonly tables: Readonly<Partial<Record<TableName, RowCounts>>>;
  readonly rejected: readonly SetAside[];
  readonly notes: readonly string[];
  /** Of a preview only: what is loaded is looked at by the return check of the record. */
  readonly rulesFound?: RulesFound;
  /** Of a preview only: what was put right here by hand that loading would undo. */
  readonly corrections?: readonly HandCorrection[];
}

export interface AcceptedImport {
  readonly report: ImportReport;
  /** The returns as they were read. */
  readonly returns: readonly ReturnRead[];
  /** Every child as it would then be held. */
  readonly after: ReadonlyMap<ChildId, HeldChild>;
  /** The records to save: only those that differ from what is held. */
  readonly records: readonly ChildRecord[];
  /** What returns tell of those children, as held and as it then is. */
  readonly reported: { readonly before: readonly Reported[]; readonly after: readonly Reported[] };
  /** Likewise what of them was entered here by hand. */
  readonly entered: { readonly before: readonly EnteredHere[]; readonly after: readonly EnteredHere[] };
  /** Stands for everything that saving would do: two that are equal do the same. */
  readonly digest: string;
}

const unique = (years: readonly (number | undefined)[]): readonly number[] =>
  [...new Set(years)].filter((year) => year !== undefined).toSorted((a, b) => a - b);

/** A year that somebody said is believed, and whoever loads the files is told where something speaks against it. */
const doubtsOf = (
  { tables }: Pick<ReturnRead, 'tables'>,
  { collectionYear, saidToBe }: GivenReturn,
): string[] => {
  if (collectionYear === undefined) return [];
  const year = collectionYearLabel(collectionYear);
  const overruled =
    saidToBe === undefined
      ? []
      : [
          `These files were given as the return for ${collectionYearLabel(saidToBe)}. Their folder says ${year}, so they are read as the return for ${year}.`,
        ];
  return [...overruled, ...yearDoubts(tables, collectionYear)];
};

/** Works out, from what is held and what is given, everything an import does. Nothing is written. */
export const acceptGiven = (given: Given, held: ReadonlyMap<ChildId, HeldChild>): AcceptedImport => {
  const returns = given.returns.map(({ collectionYear, files }) => ({
    ...readReturn(files),
    collectionYear: collectionYear ?? null,
  }));
  const { children, outcomes, counts, rejected, notes } = acceptReturns({ returns, held });
  const told = returns.flatMap(({ collectionYear }) => collectionYear ?? []);
  const untold = returns.filter(({ collectionYear }) => collectionYear === null);
  const fromDates = untold.map(({ tables }) => inferCollectionYear(tables));
  const doubts = returns.flatMap((read, i) => {
    const one = given.returns[i];
    return one === undefined ? [] : doubtsOf(read, one);
  });
  const changed = [...children].filter(([id, child]) => held.get(id) !== child);
  const childrenNew = changed.filter(([id]) => !held.has(id)).length;
  const isOtherwise = ([id, child]: (typeof changed)[number]): boolean => {
    const before = held.get(id);
    return before !== undefined && !tellsTheSame(before, child);
  };
  const records = changed.map(([id, child]) => recordFromHeld(id, child));
  const [was, is] = [
    new Map([...held].filter(([id, child]) => children.get(id) !== child)),
    new Map(changed),
  ];
  const reported = { before: reportedFromHeld(was), after: reportedFromHeld(is) };
  const entered = { before: enteredFromHeld(was), after: enteredFromHeld(is) };
  return {
    returns,
    after: children,
    records,
    reported,
    entered,
    digest: createHash('sha256')
      .update(JSON.stringify([outcomes, records, reported.after, entered.after]))
      .digest('hex'),
    report: {
      ...outcomes,
      childrenNew,
      childrenChanged: changed.filter(isOtherwise).length,
      collectionYears: unique([...told, ...fromDates]),
      yearsFromDates: unique(fromDates),
      ...(doubts.length === 0 ? {} : { yearDoubts: doubts }),
      isYearMissing: fromDates.includes(undefined) && changed.length > 0,
      tables: Object.fromEntries([...counts].filter(([, { read }]) => read > 0)),
      rejected: [...given.notRead.filter(({ kind }) => kind === 'unreadable').map(fileSetAside), ...rejected],
      notes: [...notReadNotes(given.notRead.filter(({ kind }) => kind === 'beside')), ...notes],
    },
  };
};
