import type { ChildFact, Episode } from '@rightplace/domain';
import type { Table, TableName } from '../tables/table.ts';
import { getTable } from '../tables/tables.ts';
import type { RowTrouble } from './check-row.ts';
import {
  detailsWith,
  HEADER_RULES,
  type HeaderDetails,
  headerDetailsOf,
  knowsNothing,
  sameHeader,
  saysNothingElse,
} from './header-details.ts';
import type { HeldChild, HeldEpisode, HeldFact, Reported } from './held.ts';
import { asSaid, untilNext } from './left-open.ts';
import {
  type Entry,
  type HeldItem,
  type MergeRules,
  merge,
  type ReturnItems,
  tallyOutcomes,
} from './merge.ts';
import { EPISODE_RULES, supersededBy } from './merge-episodes.ts';
import { FACT_RULES } from './merge-facts.ts';
import { FACT_TABLES, type FileOf, hasRows, type PreparedReturn } from './prepared-return.ts';
import { sameEpisode } from './row-items.ts';
import { type Said, type Sorted, sortEpisodes, sortFacts, sortHeaders } from './rows-of-return.ts';
import { isSameChild } from './same-child.ts';
import type { Tally } from './tally.ts';

interface Child {
  readonly id: string;
  readonly number: number;
  readonly held: HeldChild | undefined;
}

/** All that the returns say of one child, with what is held: the same object again when nothing has changed. */
export const acceptChild = (child: Child, returns: readonly PreparedReturn[], tally: Tally): HeldChild => {
  const { held } = child;
  const { header, leavesBlank } = acceptHeader(child, returns, tally);
  const details = header === undefined ? (held?.details ?? {}) : detailsWith(held?.details, header);
  const isNothingNew = header === undefined || (header.from === 'held' && held !== undefined);
  const episodes = acceptEpisodes(child, returns, tally);
  const facts = acceptFacts(child, returns, tally);
  // What no return has told of is written in each year that has other rows of the child, with what that year asks for.
  const isWrittenAnyway = (year: number): boolean =>
    [...episodes, ...facts].some(({ years }) => years.includes(year));
  const told = leavesBlank && header?.years.every(isWrittenAnyway) === true ? undefined : header;
  const result: HeldChild = {
    details: isNothingNew ? (held?.details ?? details) : details,
    headerYears: told?.years ?? held?.headerYears ?? [],
    ...((told?.unlabelled ?? held?.headerUnlabelled) ? { headerUnlabelled: true as const } : {}),
    episodes,
    facts,
  };
  if (result.headerYears.length === 0) {
    if (knowsNothing(headerDetailsOf(result.details))) {
      if (result.episodes.length > 0) tally.notice('no-header', child.id);
      else if (result.facts.length > 0) tally.notice('only-in-other-tables', child.id);
    }
  } else if (result.details.dateOfBirth === undefined) {
    tally.notice('no-date-of-birth', child.id);
  }
  return held !== undefined && isSameChild(held, result) ? held : result;
};

/** Reads the child's rows of one table in one return, sets aside what cannot stand and gives the rest. */
const itemsOf = <Item>(
  child: Child,
  {
    table,
    files,
    sort,
  }: { table: Table; files: readonly FileOf<Item>[]; sort: (said: Said<Item>[]) => Sorted<Item> },
  tally: Tally,
): { readonly accepted: readonly Said<Item>[]; readonly isPresent: boolean; readonly isWhole: boolean } => {
  const said: Said<Item>[] = [];
  let isPresent = false;
  let isWhole = true;
  for (const { rows, byChild, check, read } of files) {
    const to = byChild.starts[child.number + 1] ?? 0;
    for (let i = byChild.starts[child.number] ?? 0; i < to; i++) {
      isPresent = true;
      const row = byChild.order[i] ?? 0;
      const place = { file: rows.file, line: rows.lines[row] ?? 0 };
      const trouble = check(row);
      if (trouble === undefined) {
        said.push({ item: read(row), ...place });
      } else {
        isWhole = false;
        tally.reject(table.name, child.id, place, trouble);
      }
    }
  }
  if (!isPresent) return NOTHING;
  const { accepted, setAside } = sort(said);
  for (const { said: row, trouble } of setAside) {
    if (trouble.rule !== 'duplicate') isWhole = false;
    tally.reject(table.name, child.id, row, trouble);
  }
  return { accepted, isPresent, isWhole };
};

const NOTHING = { accepted: [], isPresent: false, isWhole: false } as const;

interface TableInReturns<Item> {
  readonly table: Table;
  readonly filesIn: (one: PreparedReturn) => readonly FileOf<Item>[];
  readonly sort: (said: Said<Item>[]) => Sorted<Item>;
  readonly rules: MergeRules<Item>;
  readonly held: readonly HeldItem<Item>[];
  /** Why there is no room for one beside another that stands; only episodes take up room. */
  readonly noRoomBeside?: (item: Item, by: Entry<Item>) => RowTrouble;
}

const acceptTable = <Item>(
  child: Child,
  returns: readonly PreparedReturn[],
  { table, filesIn, sort, rules, held, noRoomBeside }: TableInReturns<Item>,
  tally: Tally,
): readonly Entry<Item>[] => {
  const said: ReturnItems<Item>[] = [];
  const rows: (readonly Said<Item>[])[] = [];
  for (const one of returns) {
    const files = filesIn(one);
    if (files.length === 0) continue;
    const { accepted, isPresent, isWhole } = itemsOf(child, { table, files, sort }, tally);
    if (!isPresent) continue;
    const isAllRead = one.unreadRows.size === 0 || !one.unreadRows.has(`${table.name} ${child.id}`);
    const items = accepted.map(({ item }) => item);
    said.push({ year: one.year, isLabelled: one.isLabelled, items, isWhole: isWhole && isAllRead });
    rows.push(accepted);
  }
  if (said.length === 0 && held.length === 0) return [];
  if (held.length > 0 && said.some(({ isWhole }) => !isWhole))
    tally.noticeOnce('kept-because-set-aside', child.id);
  const merged = merge(rules, held, said);
  tallyOutcomes(rules, merged, tally.outcomes);
  const counts = tally.counts(table.name);
  merged.lost.forEach(({ gaveWay, superseded }, i) => {
    const read = rows[i] ?? [];
    counts.gaveWay += gaveWay;
    counts.accepted += read.length - gaveWay - superseded.length;
    for (const { place, by } of superseded) {
      const row = read[place];
      if (row === undefined || noRoomBeside === undefined)
        throw new RangeError(`A row of ${table.name} was lost for no reason that can be told`);
      tally.reject(table.name, child.id, row, noRoomBeside(row.item, by));
    }
  });
  return merged.entries;
};

const HEADER = getTable('Header');
const EPISODES = getTable('Episodes');

/**
 * `leavesBlank`: returns say nothing else of the child than was entered here, and not all of it. A return is not
 * known to have said what it left blank, or given again it would take back what it never said.
 */
const acceptHeader = (
  child: Child,
  returns: readonly PreparedReturn[],
  tally: Tally,
): { readonly header: Entry<HeaderDetails> | undefined; readonly leavesBlank: boolean } => {
  const { held } = child;
  const details = headerDetailsOf(held?.details ?? {});
  const isHeld = held !== undefined && (held.headerYears.length > 0 || !knowsNothing(details));
  const heldHeader = isHeld
    ? [
        {
          item: details,
          years: held.headerYears,
          ...(held.headerUnlabelled ? { unlabelled: true as const } : {}),
        },
      ]
    : [];
  const isEntered = isHeld && held.headerYears.length === 0 && held.headerUnlabelled !== true;
  let leavesBlank = false;
  const besideEntered = (row: Said<HeaderDetails>): Said<HeaderDetails> => {
    if (!isEntered || sameHeader(row.item, details) || !saysNothingElse(row.item, details)) return row;
    leavesBlank = true;
    return { ...row, item: details };
  };
  const inReturns = {
    table: HEADER,
    filesIn: (one: PreparedReturn) => one.headers,
    sort: (said: Said<HeaderDetails>[]) => {
      const { accepted, setAside } = sortHeaders(HEADER, said, sameHeader);
      return { accepted: accepted.map(besideEntered), setAside };
    },
    rules: HEADER_RULES,
    held: heldHeader,
  };
  const [header] = acceptTable(child, returns, inReturns, tally);
  return { header, leavesBlank };
};

const EPISODE_TABLE = {
  table: EPISODES,
  filesIn: (one: PreparedReturn) => one.episodes,
  sort: sortEpisodes,
  rules: EPISODE_RULES,
  noRoomBeside: supersededBy,
} as const;

const acceptEpisodes = (
  child: Child,
  returns: readonly PreparedReturn[],
  tally: Tally,
): readonly HeldEpisode[] => {
  const before = child.held?.episodes ?? [];
  const held = before.map((h) => ({ ...h, item: asSaid(h) }));
  const entries = acceptTable<Episode>(child, returns, { ...EPISODE_TABLE, held }, tally);
  return entries.map((entry, i) => {
    const taken = untilNext(entry.item, entries[i + 1]?.item);
    const { rec, dec } = taken.episode;
    if (taken.endInferred !== undefined) {
      const isNews = !before.some(
        (h) => h.endInferred !== undefined && sameEpisode(h.episode, taken.episode),
      );
      if (entry.isSaidNow || isNews) tally.notice('left-open', child.id);
    } else if (entry.from === 'return' && (rec === null) !== (dec === null)) {
      tally.notice(dec === null ? 'reason-without-end' : 'end-without-reason', child.id);
    }
    return { ...taken, ...reportedOf(entry) };
  });
};

const acceptFacts = (child: Child, returns: readonly PreparedReturn[], tally: Tally): readonly HeldFact[] => {
  const heldFacts = child.held?.facts ?? [];
  const all: HeldFact[] = [];
  for (const { table, kind } of FACT_TABLES) {
    const isGiven = returns.some((one) => hasRows(factFiles(one, table.name), child.number));
    if (!isGiven && heldFacts.length === 0) continue;
    const held = heldFacts
      .filter(({ fact }) => fact.kind === kind)
      .map(({ fact, ...reported }) => ({ item: fact, ...reported }));
    const inReturns = {
      table,
      filesIn: (one: PreparedReturn) => factFiles(one, table.name),
      sort: (said: readonly Said<ChildFact>[]) => sortFacts(table, said),
      rules: FACT_RULES,
      held,
    };
    const facts = acceptTable<ChildFact>(child, returns, inReturns, tally).map((entry) => ({
      fact: entry.item,
      ...reportedOf(entry),
    }));
    all.push(...(facts.length < 2 ? facts : facts.sort((a, b) => (a.fact.key < b.fact.key ? -1 : 1))));
  }
  return all;
};

const factFiles = (one: PreparedReturn, table: TableName): readonly FileOf<ChildFact>[] =>
  one.facts.get(table)?.files ?? [];

const reportedOf = ({ years, unlabelled }: Entry<unknown>): Reported =>
  unlabelled ? { years, unlabelled: true } : { years };
