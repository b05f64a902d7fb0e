import type { ChildFact, Episode } from '@rightplace/domain';
import type { TableName } from '../tables/table.ts';
import { getTable } from '../tables/tables.ts';
import { acceptTable, type Child, type Stands } from './accept-table.ts';
import { EPISODE_IN_CELLS, FACT_IN_CELLS, HEADER_IN_CELLS, type RemovedHere } from './entered-here.ts';
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
import { EPISODE_RULES, supersededBy } from './merge-episodes.ts';
import { FACT_RULES } from './merge-facts.ts';
import { FACT_TABLES, type FileOf, hasRows, type PreparedReturn } from './prepared-return.ts';
import { sameEpisode } from './row-items.ts';
import { type Said, sortEpisodes, sortFacts, sortHeaders } from './rows-of-return.ts';
import { headerOf, isSameChild } from './same-child.ts';
import type { Tally } from './tally.ts';

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
  const headerEntered = told === undefined ? held?.headerEntered : told.entered;
  const removed = stillRemoved(held?.removed ?? [], { episodes, facts });
  const result: HeldChild = {
    details: isNothingNew ? (held?.details ?? details) : details,
    headerYears: told?.years ?? held?.headerYears ?? [],
    ...((told?.unlabelled ?? held?.headerUnlabelled) ? { headerUnlabelled: true as const } : {}),
    ...(headerEntered === undefined ? {} : { headerEntered }),
    episodes,
    facts,
    ...(removed.length === 0 ? {} : { removed }),
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

/** What a return has something new to say of is not removed any more. */
const stillRemoved = (
  removed: readonly RemovedHere[],
  { episodes, facts }: Pick<HeldChild, 'episodes' | 'facts'>,
): readonly RemovedHere[] => {
  if (removed.length === 0) return removed;
  // Something else that a person here has put under its key does not bring it back.
  const isOfReturn = ({ years, entered }: Reported): boolean => years.length > 0 && entered === undefined;
  const there = new Set([
    ...episodes.filter(isOfReturn).map((held) => `episode ${EPISODE_IN_CELLS.keyOf(asSaid(held))}`),
    ...facts.filter(isOfReturn).map(({ fact }) => `${fact.kind} ${fact.key}`),
  ]);
  return removed.filter(({ kind, keys }) => !there.has(`${kind} ${keys[0] ?? ''}`));
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
): { readonly header: Stands<HeaderDetails> | undefined; readonly leavesBlank: boolean } => {
  const { held } = child;
  const details = headerDetailsOf(held?.details ?? {});
  const isHeld = held !== undefined && (held.headerYears.length > 0 || !knowsNothing(details));
  const heldHeader = isHeld
    ? [
        {
          item: details,
          ...headerOf(held),
        },
      ]
    : [];
  const isEntered = isHeld && held.headerYears.length === 0 && held.headerUnlabelled !== true;
  let leavesBlank = false;
  const withAllEntered = (row: Said<HeaderDetails>): Said<HeaderDetails> => {
    if (!isEntered || sameHeader(row.item, details) || !saysNothingElse(row.item, details)) return row;
    leavesBlank = true;
    return { ...row, item: details };
  };
  const inReturns = {
    table: HEADER,
    filesIn: (one: PreparedReturn) => one.headers,
    sort: (said: Said<HeaderDetails>[]) => {
      const { accepted, setAside } = sortHeaders(HEADER, said, sameHeader);
      return { accepted: accepted.map(withAllEntered), setAside };
    },
    rules: HEADER_RULES,
    inCells: HEADER_IN_CELLS,
    held: heldHeader,
    removed: [],
  };
  const [header] = acceptTable(child, returns, inReturns, tally);
  return { header, leavesBlank };
};

const EPISODE_TABLE = {
  table: EPISODES,
  filesIn: (one: PreparedReturn) => one.episodes,
  sort: sortEpisodes,
  rules: EPISODE_RULES,
  inCells: EPISODE_IN_CELLS,
  noRoomBeside: supersededBy,
} as const;

const acceptEpisodes = (
  child: Child,
  returns: readonly PreparedReturn[],
  tally: Tally,
): readonly HeldEpisode[] => {
  const before = child.held?.episodes ?? [];
  const held = before.map((h) => ({ ...h, item: asSaid(h) }));
  const removed = removedOf(child, 'episode');
  const entries = acceptTable<Episode>(child, returns, { ...EPISODE_TABLE, held, removed }, tally);
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
      inCells: FACT_IN_CELLS,
      held,
      removed: removedOf(child, kind),
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

const removedOf = ({ held }: Child, kind: RemovedHere['kind']): readonly RemovedHere[] =>
  (held?.removed ?? []).filter((removed) => removed.kind === kind);

const reportedOf = ({ years, unlabelled, entered }: Stands<unknown>): Reported => ({
  years,
  ...(unlabelled ? { unlabelled: true as const } : {}),
  ...(entered === undefined ? {} : { entered }),
});
