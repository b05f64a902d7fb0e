/** The rules of the year on one child's return, with and without a change. */
import type { CollectionYear, Day } from '@rightplace/domain';
import {
  type ChildRows,
  collectionDaysSoFar,
  dayLookedUpTo,
  type Finding,
  findRule,
  rowCount,
  rowKeys,
  ruleWords,
  type SourceName,
  type TableName,
  type TableRows,
  tablesOfChild,
  validateReturn,
} from '@rightplace/ssda903';
import { findLastCheck, type Tx } from '@rightplace/store';
import { isLastYears } from '../return-readiness/describe-finding.ts';
import { publishedForRules } from '../return-readiness/published-for-rules.ts';
import { fieldsInOrder, titleOfTable } from './row-columns.ts';
import type { FindingChange, RowFinding, RowsLookedAt } from './views.ts';

/** What the rules are run with besides the rows. */
export interface RulesGiven {
  readonly tx: Tx;
  readonly authority: string;
  readonly year: CollectionYear;
  readonly today: Day;
  readonly child: string;
}

/** A child's rows with last year's, and which of them is the one that is worked on. */
export interface RowsWithTarget {
  readonly rows: ChildRows;
  readonly lastYear: readonly TableRows[];
  readonly target?: { readonly table: TableName; readonly place: number | undefined };
}

interface Placed {
  /** The same for the same finding in the same rows, whatever the row worked on is called. */
  readonly sign: string;
  readonly isHere: boolean;
  readonly finding: Omit<RowFinding, 'change'>;
}

/** Makes the rules ready to be run on several versions of the rows. */
const rulesFor = async (
  { tx, authority, year, today, child }: RulesGiven,
  versions: readonly RowsWithTarget[],
): Promise<(version: RowsWithTarget) => readonly Placed[]> => {
  const published = await publishedForRules(
    tx,
    versions.flatMap(({ rows, lastYear }) => [...tablesOfChild(rows, year), ...lastYear]),
  );
  const period = collectionDaysSoFar(year, today);
  const upTo = dayLookedUpTo(year, period.END);
  const notRun = new Set((await findLastCheck(tx, year))?.skipped.map(({ rule }) => rule));
  /** What is not collected yet is missing of nobody: the check of the whole return does not ask for it either. */
  const isNotAskedYet = (rule: string, { rows, lastYear }: RowsWithTarget): boolean =>
    notRun.has(rule) &&
    (findRule(rule, year)?.needs ?? []).some((source) =>
      isLastYears(source)
        ? !lastYear.some((table) => `${table.table}_last` === source && rowCount(table) > 0)
        : rows.get(source as TableName)?.length === 0,
    );
  return (version) => {
    const together: (readonly Finding[])[] = [];
    const { findings } = validateReturn({
      onTogether: (made) => together.push(made),
      collectionYear: year,
      period,
      tables: tablesOfChild(version.rows, year),
      previous: version.lastYear,
      authority,
      ...(published.providers === undefined ? {} : { providers: published.providers }),
      ...(published.postcodes === undefined ? {} : { postcodes: published.postcodes }),
    });
    const keysIn = keysByTable(version, year);
    const isTarget = (table: SourceName, row: number): boolean =>
      table === version.target?.table && row === version.target.place;
    const isHere = ({ table, rows }: Finding): boolean => rows.some((row) => isTarget(table, row));
    // One thing to put right is told once, and in the row that is worked on where it is about that.
    const toldElsewhere = new Set(
      together.flatMap((made) => {
        const told = made.find(isHere) ?? made[0];
        return made.filter((each) => each !== told);
      }),
    );
    return findings.flatMap((finding): Placed[] => {
      if (finding.child !== child.toUpperCase() || toldElsewhere.has(finding)) return [];
      const { rule, table, rows, fields } = finding;
      if (isNotAskedYet(rule, version)) return [];
      const keys = keysIn(table);
      const known = findRule(rule, year);
      const words = known && ruleWords(known, upTo);
      return [
        {
          sign: JSON.stringify([rule, table, rows.map((row) => (isTarget(table, row) ? '*' : keys[row]))]),
          isHere: isHere(finding),
          finding: {
            rule,
            title: words?.title ?? '',
            severity: known?.severity ?? 'error',
            wrong: words?.wrong ?? finding.message,
            todo: words?.todo ?? '',
            table,
            tableTitle: titleOfTable(table),
            rowKeys: rows.flatMap((row) => keys[row] ?? []),
            fields: fieldsInOrder(table, fields),
          },
        },
      ];
    });
  };
};

/** Those of each table made once: a child with thousands of rows may have thousands of findings. */
const keysByTable = (version: RowsWithTarget, year: CollectionYear) => {
  const known = new Map<SourceName, readonly string[]>();
  return (table: SourceName): readonly string[] => {
    const keys = known.get(table) ?? keysOf(table, version, year);
    known.set(table, keys);
    return keys;
  };
};

const keysOf = (
  source: SourceName,
  { rows, lastYear }: RowsWithTarget,
  year: CollectionYear,
): readonly string[] => {
  const own = rows.get(source as TableName);
  if (own !== undefined) return own.map(({ key }) => key);
  return lastYear
    .filter(({ table }) => `${table}_last` === source)
    .flatMap((table) => rowKeys(table, year - 1));
};

/** What is found in rows that nobody changes. */
export const findingsIn = async (given: RulesGiven, rows: RowsWithTarget): Promise<readonly RowFinding[]> => {
  const run = await rulesFor(given, [rows]);
  return run(rows).map(({ finding }) => ({ ...finding, change: 'same' }));
};

/** What a change makes of what is found. Without a change, `after` is the same as `before`. */
export const lookAtRows = async (
  given: RulesGiven,
  { before, after }: { readonly before: RowsWithTarget; readonly after: RowsWithTarget },
): Promise<RowsLookedAt> => {
  const run = await rulesFor(given, [before, after]);
  const [then, now] = [run(before), run(after)];
  const [signsThen, signsNow] = [new Set(then.map(({ sign }) => sign)), new Set(now.map(({ sign }) => sign))];
  const told = ({ finding, sign }: Placed): RowFinding => {
    const change: FindingChange = !signsThen.has(sign) ? 'new' : signsNow.has(sign) ? 'same' : 'cleared';
    return { ...finding, change };
  };
  return {
    here: now.filter(({ isHere }) => isHere).map(told),
    elsewhere: now
      .filter(({ isHere }) => !isHere)
      .map(told)
      .toSorted((a, b) => Number(b.change === 'new') - Number(a.change === 'new')),
    cleared: then.filter(({ sign }) => !signsNow.has(sign)).map(told),
  };
};
