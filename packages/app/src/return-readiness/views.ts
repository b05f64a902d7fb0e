/**
 * What the pages of return readiness show. The use cases that give it are in use-cases.ts.
 *
 * A *finding* is what one rule found in rows of one child's table. It is open until the rows are put right (*cleared*), or
 * until an *answer* to it is agreed by a second person. A *check* is the rules run on the record at a moment.
 */
import type { ChildId, CollectionYear, Day, Moment, Refusal, Role, Scope } from '@rightplace/domain';
import type { Lack, Severity, SourceName, TableName } from '@rightplace/ssda903';
import type { Behind } from './behind.ts';
import type { FreezeLine } from './freeze-views.ts';

/** `waiting`: an answer is proposed and needs a second person. `answered`: one was agreed. The rest are open. */
export type FindingState = 'open' | 'waiting' | 'answered' | 'cleared';

/** `explained`: the data are right, unusual but true. `accepted`: it cannot be put right now. */
export type AnswerKind = 'explained' | 'accepted';

export type CheckCause = 'night' | 'import' | 'correction' | 'freeze' | 'asked';

/** Open and waiting findings of some sort, and those that are answered. */
export interface FindingCount {
  /** What filters take: a rule's code, a role, a table, a team's number or `none`. */
  readonly key: string;
  readonly title: string;
  readonly open: number;
  readonly answered: number;
  /** Children with one that is open. */
  readonly children: number;
}

export interface RuleCount extends FindingCount {
  readonly severity: Severity;
  readonly who: Role;
}

export interface Readiness {
  readonly kind: 'readiness';
  readonly collectionYear: CollectionYear;
  /** The years that can be looked at, newest first. */
  readonly years: readonly CollectionYear[];
  /** The widest of the person's roles here: whose children are counted. */
  readonly reach: Scope;
  /** Undefined: never checked, and all counts are nought. */
  readonly lastCheck: CheckTold | undefined;
  readonly counts: {
    /** Waiting ones are among the open. */
    readonly open: number;
    readonly waiting: number;
    readonly answered: number;
    readonly bySeverity: Readonly<Record<Severity, number>>;
    /** Of restricted records, or closed by a conflict of interest: counted above, and not in any list. */
    readonly closed: number;
  };
  readonly ready: ReadyShare;
  /** Of findings that lists show, which is not those of closed records; most open first. */
  readonly byWho: readonly FindingCount[];
  readonly byRule: readonly RuleCount[];
  readonly byTable: readonly FindingCount[];
  readonly byTeam: readonly FindingCount[];
  readonly sinceLastNight: SinceLastNight | undefined;
  /** Oldest first; one a day, or one a week when the year is long. */
  readonly trend: readonly TrendPoint[];
  /** The latest, if the year's return was submitted. */
  readonly freeze: FreezeLine | undefined;
  /** Rows of the return loaded last that are not in it; for those who may look at the import, and where there are any. */
  readonly setAside:
    | { readonly importId: number; readonly rows: number; readonly loadedAt: Moment }
    | undefined;
  readonly may: {
    readonly check: boolean;
    readonly freeze: boolean;
    readonly answer: boolean;
    readonly agree: boolean;
  };
}

/** Children in reach of whom the return tells, and those of them without an open finding that is an error. */
export interface ReadyShare {
  readonly ready: number;
  readonly children: number;
  /** From 0 to 1; undefined when there are no children. */
  readonly share: number | undefined;
}

export interface CheckTold {
  readonly at: Moment;
  readonly cause: CheckCause;
  /** The last change of the record that it saw. */
  readonly recordOf: Moment | undefined;
  /** What has moved on since: the counts may be out of date for a moment. */
  readonly behind: Behind | undefined;
  readonly children: number;
  readonly rulesRun: number;
  /** Rules that could not be run, grouped by why. */
  readonly skipped: readonly SkippedRules[];
  /** Rules that broke on some child: a fault of Rightplace's own. */
  readonly failed: readonly string[];
  /** What comparisons with last year were made with. */
  readonly lastYear: 'frozen' | 'record' | 'nothing';
}

export interface SkippedRules {
  /** What would have to be loaded or entered. */
  readonly lacks: readonly Lack[];
  /** The tables that are lacking, as a sentence says them, where some are: "Reviews", "OC3 (care leavers) and Missing". */
  readonly tables: string | undefined;
  readonly rules: readonly { readonly code: string; readonly title: string }[];
}

export interface SinceLastNight {
  /** The night's check that it is compared with, or the year's first when there has been no night. */
  readonly since: Moment;
  readonly found: number;
  readonly cleared: number;
  readonly answered: number;
  /** The first few of each, of records that are not closed to the person. */
  readonly newest: readonly FindingInList[];
  readonly clearedLately: readonly FindingInList[];
}

export interface TrendPoint {
  readonly on: Day;
  readonly open: number;
  readonly errors: number;
  readonly answered: number;
}

/** One finding as lists show it. */
export interface FindingInList {
  readonly id: number;
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly wrong: string;
  readonly todo: string;
  readonly table: SourceName;
  readonly tableTitle: string;
  readonly child: ChildId;
  /** Undefined when no name is recorded. */
  readonly childName: string | undefined;
  readonly who: Role;
  readonly team: string | undefined;
  readonly worker: string | undefined;
  /** The rows at fault: the columns at fault with what they hold, the first rows of many; of other tables after its own. */
  readonly cells: readonly CellAtFault[];
  readonly firstSeen: Moment;
  readonly clearedAt: Moment | undefined;
  readonly state: FindingState;
  /** The form in which it is put right; undefined when that cannot be done here (last year's submitted return). */
  readonly correct: CorrectPlace | undefined;
}

export interface CellAtFault {
  readonly rowKey: string;
  readonly column: string;
  /** As the return has it; '' for a blank. */
  readonly value: string;
  /** The title of the table it is in, where that is another than the finding's own. */
  readonly otherTable?: string;
}

/** `/children/:child/return/:collectionYear/:table/:rowKey#field`. */
export interface CorrectPlace {
  readonly child: ChildId;
  readonly collectionYear: CollectionYear;
  readonly table: TableName;
  /** As `rowKeys` of `@rightplace/ssda903` tells a child's rows apart; undefined: among all of the child's rows. */
  readonly rowKey: string | undefined;
  readonly field: string | undefined;
}

export interface FindingsAsked {
  readonly collectionYear: CollectionYear;
  readonly who?: string | undefined;
  readonly rule?: string | undefined;
  readonly table?: string | undefined;
  readonly team?: string | undefined;
  /** In the child's name or identifier, the rule's code or words, or a cell. */
  readonly text?: string | undefined;
  /** `waiting` are also among the open. `cleared` are those cleared since last night. */
  readonly state: FindingState;
  /** From 1. */
  readonly page: number;
}

/** One thing that narrows a list: "Team", "West team". */
export interface Narrowing {
  readonly title: string;
  readonly value: string;
}

export interface FindingsList {
  readonly kind: 'findings';
  readonly asked: FindingsAsked;
  /** What narrows it, in words; empty of a whole list. */
  readonly narrowedTo: readonly Narrowing[];
  readonly lastCheck: Moment | undefined;
  /** What has moved on since: what was just put right may still be in it. */
  readonly behind: Behind | undefined;
  readonly reach: Scope;
  /** Ordered by who can fix, then rule, then child: a heading begins wherever one of the first two changes. */
  readonly findings: readonly FindingInList[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  /** Of all that match, not of the page only. */
  readonly byWho: readonly FindingCount[];
  /** Put right since last night of what the list is narrowed to: the running count. */
  readonly clearedSinceLastNight: number;
  /** Findings of closed records, told only when nothing narrows the list. */
  readonly closed: number | undefined;
  /** What the filters offer, of the state asked for. */
  readonly choices: {
    readonly who: readonly FindingCount[];
    readonly rules: readonly RuleCount[];
    readonly tables: readonly FindingCount[];
    readonly teams: readonly FindingCount[];
  };
}

export interface FindingView {
  readonly kind: 'finding';
  readonly collectionYear: CollectionYear;
  readonly finding: FindingInList;
  /** Columns of the table found in that are at fault. */
  readonly fields: readonly string[];
  /** Why the Department's validator would differ, where it does. */
  readonly departs: string | undefined;
  /** The table found in first, as the record has it now, then the others that the rule looks at. */
  readonly tables: readonly ShownTable[];
  /** The rows have changed since they were found, and the next check will tell. */
  readonly isBehind: boolean;
  /** Newest first. Those that lapsed or were refused are told too. */
  readonly answers: readonly AnswerTold[];
  readonly may: {
    readonly correct: boolean;
    /** Undefined when they may; else why not. */
    readonly answer: Refusal | undefined;
    readonly agree: Refusal | undefined;
    /** Of the answer that stands. */
    readonly withdraw: Refusal | undefined;
  };
  /** Other open findings of the child, to put right in the same go. */
  readonly others: readonly FindingInList[];
}

export interface ShownTable {
  readonly table: SourceName;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly FindingRow[];
  /** Set for last year's return when it is the one that was submitted, which nobody corrects. */
  readonly frozen: boolean;
}

export interface FindingRow {
  readonly rowKey: string;
  readonly cells: readonly string[];
  /** The finding is about this row. */
  readonly atFault: boolean;
  /** Columns to mark. */
  readonly marked: readonly string[];
}

export interface AnswerTold {
  readonly id: number;
  readonly kind: AnswerKind;
  readonly reason: string;
  readonly by: string;
  readonly at: Moment;
  readonly decided:
    | {
        readonly how: 'agreed' | 'refused';
        readonly by: string;
        readonly at: Moment;
        readonly note: string | undefined;
      }
    | undefined;
  /** The rows changed, so that it no longer counts. */
  readonly lapsedAt: Moment | undefined;
  readonly withdrawn: { readonly by: string; readonly at: Moment; readonly why: string } | undefined;
}

/** For the first page. Undefined for those who may not see it, and before a check. */
export interface ReadinessLine {
  readonly collectionYear: CollectionYear;
  readonly ready: ReadyShare;
  readonly open: number;
  /** The team with the most open findings, where there are several. */
  readonly mostWith: { readonly team: string; readonly open: number } | undefined;
  /** The findings whose answer waits for this person to agree or refuse. */
  readonly toDecide: readonly number[];
  readonly checkedAt: Moment;
}
