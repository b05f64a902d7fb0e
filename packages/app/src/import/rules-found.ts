import type { CollectionYear } from '@rightplace/domain';
import {
  FIRST_YEAR,
  inferCollectionYear,
  LAST_YEAR,
  type ReadReturn,
  type RuleTally,
  talliesByRule,
  validateReturn,
} from '@rightplace/ssda903';

/** What the rules of the return find in files that were given: to be worked on, whether they are loaded or not. */
export interface RulesFound {
  readonly collectionYear: CollectionYear;
  /** Whether the return of the year before was among the files, to be compared with. */
  readonly comparedWithYearBefore: boolean;
  readonly rulesRun: number;
  readonly rows: number;
  readonly children: number;
  /** The rules that found most first. */
  readonly byRule: readonly RuleTally[];
}

interface ReturnRead extends ReadReturn {
  readonly collectionYear: CollectionYear | null;
}

/** Of the newest return for whose year rules are held; undefined when there is none. */
export const rulesFoundIn = (returns: readonly ReturnRead[]): RulesFound | undefined => {
  const byYear = new Map<CollectionYear, ReturnRead>();
  for (const read of returns) {
    const year = read.collectionYear ?? inferCollectionYear(read.tables);
    if (year !== undefined && read.tables.length > 0) byYear.set(year, read);
  }
  const collectionYear = [...byYear.keys()]
    .filter((year) => year >= FIRST_YEAR && year <= LAST_YEAR)
    .toSorted((a, b) => b - a)[0];
  const newest = collectionYear === undefined ? undefined : byYear.get(collectionYear);
  if (collectionYear === undefined || newest === undefined) return undefined;
  const before = byYear.get(collectionYear - 1);
  const { findings, ran } = validateReturn({
    collectionYear,
    format: newest.tables.every(({ file }) => /\.xml$/i.test(file)) ? 'xml' : 'csv',
    tables: newest.tables,
    ...(before === undefined ? {} : { previous: before.tables }),
  });
  const byRule = talliesByRule(findings, collectionYear);
  return {
    collectionYear,
    comparedWithYearBefore: before !== undefined,
    rulesRun: ran.length,
    rows: byRule.reduce((sum, { rows }) => sum + rows, 0),
    children: new Set(findings.map(({ child }) => child)).size,
    byRule,
  };
};
