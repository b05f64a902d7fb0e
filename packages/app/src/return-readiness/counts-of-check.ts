import type { ChildRecord, CollectionYear, Day } from '@rightplace/domain';
import { findRule, type Severity, whoCanFix } from '@rightplace/ssda903';
import type { FoundInRows } from '@rightplace/store';
import { caseHoldingOn, type Staff } from '../child/scope.ts';

/** What is kept with a check: how many findings of which sort it left open, for the whole authority. */
export interface CountsOfCheck {
  /** Without those whose answer is agreed. */
  readonly open: number;
  readonly answered: number;
  readonly bySeverity: Readonly<Partial<Record<Severity, number>>>;
  readonly byRule: Readonly<Record<string, number>>;
  readonly byTable: Readonly<Record<string, number>>;
  readonly byWho: Readonly<Record<string, number>>;
  /** By the team's number, or `none`. */
  readonly byTeam: Readonly<Record<string, number>>;
}

export const NO_TEAM = 'none';
export const NO_TEAM_TITLE = 'No team recorded';

const tally = <T>(all: readonly T[], keyOf: (each: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const each of all) {
    const key = keyOf(each);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
};

export const countsOfCheck = (
  found: readonly FoundInRows[],
  {
    collectionYear,
    records,
    staff,
    on,
    answered,
  }: {
    readonly collectionYear: CollectionYear;
    readonly records: readonly ChildRecord[];
    readonly staff: Staff;
    readonly on: Day;
    readonly answered: number;
  },
): CountsOfCheck => {
  const withFindings = new Set(found.map(({ child }) => child));
  const teams = new Map(
    records
      .filter(({ id }) => withFindings.has(id.toUpperCase()))
      .map((child) => [child.id.toUpperCase(), caseHoldingOn(child, staff, on).team?.id]),
  );
  const ruleOf = ({ rule }: FoundInRows) => findRule(rule, collectionYear);
  return {
    open: found.length - answered,
    answered,
    bySeverity: tally(found, (each) => ruleOf(each)?.severity ?? 'error'),
    byRule: tally(found, ({ rule }) => rule),
    byTable: tally(found, ({ source }) => source),
    byWho: tally(found, (each) => {
      const rule = ruleOf(each);
      return rule === undefined ? 'performance' : whoCanFix(rule);
    }),
    byTeam: tally(found, ({ child }) => String(teams.get(child) ?? NO_TEAM)),
  };
};
