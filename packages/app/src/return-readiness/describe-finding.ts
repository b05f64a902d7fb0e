import {
  type ChildId,
  type CollectionYear,
  type Day,
  londonDayOf,
  type Moment,
  type Role,
  roleTitle,
} from '@rightplace/domain';
import {
  collectionDaysSoFar,
  dayLookedUpTo,
  findRule,
  getTable,
  type Rule,
  ruleWords,
  type Severity,
  type SourceName,
  type TableName,
  whoCanFix,
} from '@rightplace/ssda903';
import {
  type Answer,
  type CheckMoment,
  type HeldFinding,
  type ReturnCheck,
  rowsAtFault,
} from '@rightplace/store';
import type { FindingReach } from './reach.ts';
import type { CellAtFault, CorrectPlace, FindingInList, FindingState } from './views.ts';

/** What every list of findings is made from. */
export interface FindingWords {
  readonly collectionYear: CollectionYear;
  readonly reach: FindingReach;
  readonly moments: ReadonlyMap<number, Moment>;
  /** Answers that stand, by finding. */
  readonly standing: ReadonlyMap<number, Answer>;
  readonly lastYear: ReturnCheck['lastYear'];
  /** The day up to which the last check looked at a year that was not over. */
  readonly upTo: Day | undefined;
}

/** A check looks at its year as far as it had come that day. */
export const upToOf = (check: Pick<ReturnCheck, 'at' | 'collectionYear'> | undefined): Day | undefined => {
  if (check === undefined) return undefined;
  const { at, collectionYear } = check;
  return dayLookedUpTo(collectionYear, collectionDaysSoFar(collectionYear, londonDayOf(at)).END);
};

export const momentsOf = (checks: readonly CheckMoment[]): ReadonlyMap<number, Moment> =>
  new Map(checks.map(({ id, at }) => [id, at]));

export const baseTable = (source: SourceName): TableName => source.replace('_last', '') as TableName;

export const isLastYears = (source: string): boolean => source.endsWith('_last');

export const sourceTitle = (source: SourceName): string =>
  isLastYears(source)
    ? `Last year’s ${getTable(baseTable(source)).title}`
    : getTable(baseTable(source)).title;

export const whoFor = (rule: Rule | undefined): Role =>
  rule === undefined ? 'performance' : whoCanFix(rule);

export const severityOf = (rule: Rule | undefined): Severity => rule?.severity ?? 'error';

export const whoTitle = (key: string): string => roleTitle(key as Role);

export const stateOf = (
  { id, clearedCheck }: Pick<HeldFinding, 'id' | 'clearedCheck'>,
  standing: FindingWords['standing'],
): FindingState => {
  if (clearedCheck !== undefined) return 'cleared';
  const answer = standing.get(id);
  if (answer === undefined) return 'open';
  return answer.decision?.how === 'agreed' ? 'answered' : 'waiting';
};

/** Lists show the first rows of many: an overlap has two, and forty reviews on one day are told by three. */
const MOST_ROWS = 3;

const cellsAtFault = (held: HeldFinding): readonly CellAtFault[] =>
  rowsAtFault(held).flatMap(({ source, rowKeys, fields, cells }) =>
    rowKeys.slice(0, MOST_ROWS).flatMap((rowKey, i) =>
      fields.map((column) => ({
        rowKey,
        column,
        value: cells[i]?.[column] ?? '',
        ...(source === held.source ? {} : { otherTable: sourceTitle(source as SourceName) }),
      })),
    ),
  );

/** Last year's row is put right in last year's return, as long as that was not submitted. */
const correctPlace = (
  { source, rowKeys, fields }: HeldFinding,
  child: ChildId,
  { collectionYear, lastYear }: FindingWords,
): CorrectPlace | undefined => {
  const [rowKey] = rowKeys;
  const isLast = isLastYears(source);
  if (rowKey === undefined || (isLast && lastYear === 'frozen')) return undefined;
  // No form of one row changes whose it is: a row is missing beside it, or it is itself too many.
  const isOfWholeReturn = fields[0] === 'CHILD';
  return {
    child,
    collectionYear: isLast ? collectionYear - 1 : collectionYear,
    table: baseTable(source as SourceName),
    rowKey: isOfWholeReturn ? undefined : rowKey,
    field: isOfWholeReturn ? undefined : fields[0],
  };
};

const nameOf = (details: { givenName?: string | undefined; familyName?: string | undefined }) =>
  [details.givenName, details.familyName].filter((part) => part !== undefined).join(' ') || undefined;

export const describeFinding = (held: HeldFinding, words: FindingWords): FindingInList => {
  const { reach, moments, standing, collectionYear } = words;
  const rule = findRule(held.rule, collectionYear);
  const said = rule && ruleWords(rule, words.upTo);
  const source = held.source as SourceName;
  const record = reach.childOf(held.child);
  const holding = reach.holdingOf(held.child);
  const child = record?.id ?? (held.child as ChildId);
  const worker = holding?.workers[0];
  return {
    id: held.id,
    rule: held.rule,
    title: said?.title ?? held.rule,
    severity: severityOf(rule),
    wrong: said?.wrong ?? '',
    todo: said?.todo ?? '',
    table: source,
    tableTitle: sourceTitle(source),
    child,
    childName: record === undefined ? undefined : nameOf(record.details),
    who: whoFor(rule),
    team: holding?.team?.name,
    worker: worker?.name ?? worker?.number,
    cells: cellsAtFault(held),
    firstSeen: momentOf(moments, held.firstCheck),
    clearedAt: held.clearedCheck === undefined ? undefined : momentOf(moments, held.clearedCheck),
    state: stateOf(held, standing),
    correct: record === undefined ? undefined : correctPlace(held, child, words),
  };
};

const momentOf = (moments: ReadonlyMap<number, Moment>, check: number): Moment => {
  const at = moments.get(check);
  if (at === undefined) throw new Error(`A finding is of check ${check}, which is not among its year’s`);
  return at;
};
