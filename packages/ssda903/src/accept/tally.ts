import { counted, type SetAside } from '../set-aside.ts';
import type { TableName } from '../tables/table.ts';
import { TABLES } from '../tables/tables.ts';
import type { RowTrouble } from './check-row.ts';
import { noOutcomes, type Outcome } from './held.ts';
import type { Said } from './rows-of-return.ts';

/** What became of a table's rows: every row read is one of the other three. */
export interface RowCounts {
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Rows of an older return of which a newer one has another version. */
  readonly gaveWay: number;
}

type Counting = { -readonly [name in keyof RowCounts]: number };

/** Things worth a note, by how often they were met and by which children. */
export type Noticed =
  | 'no-header'
  | 'no-date-of-birth'
  | 'only-in-other-tables'
  | 'reason-without-end'
  | 'end-without-reason'
  | 'left-open'
  | 'left-open-and-absent'
  | 'kept-because-set-aside'
  | 'stays-as-entered';

/** Adds up, while children are gone through, what is reported at the end. */
export class Tally {
  readonly rejected: SetAside[] = [];
  readonly outcomes: Record<Outcome, number> = noOutcomes();
  readonly byTable = new Map<TableName, Counting>();
  readonly #noticed = new Map<Noticed, { count: number; examples: string[] }>();

  readonly #lastNoticed = new Map<Noticed, string>();

  constructor() {
    for (const { name } of TABLES) this.byTable.set(name, { read: 0, accepted: 0, rejected: 0, gaveWay: 0 });
  }

  counts(table: TableName): Counting {
    const counts = this.byTable.get(table);
    if (counts === undefined) throw new RangeError(`${table} is not a table of the return`);
    return counts;
  }

  reject(
    table: TableName,
    child: string | null,
    row: Pick<Said<unknown>, 'file' | 'line'>,
    trouble: RowTrouble,
  ): void {
    this.counts(table).rejected++;
    this.rejected.push({ file: row.file, line: row.line, table, child, ...trouble });
  }

  notice(what: Noticed, child: string, times = 1): void {
    const noticed = this.#noticed.get(what) ?? { count: 0, examples: [] };
    noticed.count += times;
    if (noticed.examples.length < EXAMPLES && !noticed.examples.includes(child)) noticed.examples.push(child);
    this.#noticed.set(what, noticed);
  }

  /** Children come one after another, so one that was noticed last has been counted. */
  noticeOnce(what: Noticed, child: string): void {
    if (this.#lastNoticed.get(what) === child) return;
    this.#lastNoticed.set(what, child);
    this.notice(what, child);
  }

  notes(): readonly string[] {
    return Object.entries(SENTENCES).flatMap(([what, sentence]) => {
      const noticed = this.#noticed.get(what as Noticed);
      if (noticed === undefined) return [];
      const { count, examples } = noticed;
      const names = examples.join(', ') + (count > examples.length ? ', …' : '');
      return [`${sentence(count)} (${names}).`];
    });
  }
}

const EXAMPLES = 5;

const children = (n: number): string => counted(n, 'child', 'children');
const isAre = (n: number): string => (n === 1 ? 'is' : 'are');
const hasHave = (n: number): string => (n === 1 ? 'has' : 'have');

const SENTENCES: Readonly<Record<Noticed, (count: number) => string>> = {
  'no-header': (n) =>
    `${children(n)} ${isAre(n)} in Episodes and in no Header that could be taken in: kept, with sex and date of birth not recorded`,
  'no-date-of-birth': (n) =>
    `${children(n)} ${hasHave(n)} no date of birth: kept and counted, shown as not recorded`,
  'only-in-other-tables': (n) =>
    `${children(n)} ${isAre(n)} in neither Header nor Episodes, only in other tables: kept`,
  'reason-without-end': (n) => `${counted(n, 'episode')} ${hasHave(n)} a REC and no DEC: taken as going on`,
  'end-without-reason': (n) => `${counted(n, 'episode')} ${hasHave(n)} a DEC and no REC: taken as ended`,
  'left-open': (n) =>
    `${counted(n, 'episode')} left open in an older return ${n === 1 ? 'was' : 'were'} taken as ended when the next one known begins`,
  'left-open-and-absent': (n) =>
    `${children(n)} ${hasHave(n)} an episode left open in an older return and ${isAre(n)} not in a newer one: still counted as looked after`,
  'kept-because-set-aside': (n) =>
    `For ${children(n)} a row was set aside, so nothing held of that table was taken as withdrawn`,
  'stays-as-entered': (n) =>
    `${counted(n, 'row')} left blank, or said once more as before, what somebody here has entered or corrected since: what was entered here stays`,
};
