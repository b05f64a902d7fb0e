/** What is held of a child with one row said otherwise: only what was changed in the row changes in what is held. */
import type { ChildDetails, ChildFact, CollectionYear, Episode } from '@rightplace/domain';
import { Days } from '../accept/days.ts';
import {
  EPISODE_IN_CELLS,
  enteredAgain,
  enteredWith,
  FACT_IN_CELLS,
  HEADER_IN_CELLS,
  type RemovedHere,
} from '../accept/entered-here.ts';
import { HEADER_RULES, headerDetailsOf, headersIn } from '../accept/header-details.ts';
import type { HeldChild, HeldEpisode, HeldFact, Reported } from '../accept/held.ts';
import { asSaid } from '../accept/left-open.ts';
import { byStart, episodesIn, FACT_KIND_OF, factsIn } from '../accept/row-items.ts';
import { headerOf } from '../accept/same-child.ts';
import type { TableName } from '../tables/table.ts';
import type { Row } from '../write/cells.ts';
import { sameIdentity } from './row-change.ts';
import { type OfYear, tableOfChild } from './rows-of-child.ts';

/** A row as it is shown, undefined for one that is added, and as it is to be; both as read. */
export interface RowBeforeAfter {
  readonly shown: Row | undefined;
  readonly typed: Row;
}

type FactTable = Exclude<TableName, 'Header' | 'Episodes'>;

const headerIn = (row: Row): ReturnType<ReturnType<typeof headersIn>> =>
  headersIn(tableOfChild('Header', [row]), new Days())(0);
const episodeIn = (row: Row): Episode => episodesIn(tableOfChild('Episodes', [row]), new Days())(0);
const factIn = (table: FactTable, row: Row, year: CollectionYear): ChildFact =>
  factsIn(tableOfChild(table, [row]), FACT_KIND_OF[table], year, new Days())(0);

/** Those of the typed one's that are not as shown, put over the held one's. */
const over = <T extends object>(held: T, shown: T, typed: T): T => {
  const said = { ...held } as Record<string, unknown>;
  const [before, after] = [new Map(Object.entries(shown)), new Map(Object.entries(typed))];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    if (before.get(name) === after.get(name)) continue;
    if (after.has(name)) said[name] = after.get(name);
    else delete said[name];
  }
  return said as T;
};

/** The years of what returns said. What is added here was said by none: a later return of the year is free to differ. */
export const ENTERED_HERE: { readonly years: readonly CollectionYear[] } = { years: [] };

const withYear = (years: readonly CollectionYear[], { year, choice }: OfYear): readonly CollectionYear[] =>
  choice !== 'as-reported' || years.length === 0 || years.includes(year)
    ? years
    : [...years, year].toSorted((a, b) => a - b);

export const withHeader = (held: HeldChild, { shown, typed }: RowBeforeAfter, of: OfYear): HeldChild => {
  const now = headerDetailsOf(held.details);
  const said = over(now, shown === undefined ? now : headerIn(shown), headerIn(typed));
  const rest = Object.entries(held.details).filter(([field]) => !Object.hasOwn(now, field));
  const details: ChildDetails = { ...Object.fromEntries(rest), ...said };
  const facts =
    shown === undefined
      ? held.facts
      : held.facts.map((each) => withFields(each, sameIdentity(each.fact.fields, shown, typed)));
  const entered = enteredWith(HEADER_IN_CELLS, { item: now, ...headerOf(held) }, said);
  return {
    ...held,
    details: HEADER_RULES.isSame(now, said) ? held.details : details,
    headerYears: shown === undefined ? withYear(held.headerYears, of) : held.headerYears,
    ...(entered === undefined ? {} : { headerEntered: entered }),
    facts,
  };
};

const withFields = (held: HeldFact, fields: Row): HeldFact =>
  Object.keys(fields).length === 0
    ? held
    : withFact(held, { ...held.fact, fields: { ...held.fact.fields, ...fields } });

/** The fact said otherwise by a person here, who is remembered to have said so. */
export const withFact = (held: HeldFact, fact: ChildFact): HeldFact => {
  const { fact: before, ...reported } = held;
  return {
    ...reported,
    ...enteredOrNot(enteredWith(FACT_IN_CELLS, { item: before, ...reported }, fact)),
    fact,
  };
};

/** Likewise an episode, as it is said by itself. */
export const withEpisode = (
  { episode: before, ...reported }: LooseEpisode,
  episode: Episode,
): LooseEpisode => ({
  ...reported,
  ...enteredOrNot(enteredWith(EPISODE_IN_CELLS, { item: before, ...reported }, episode)),
  episode,
});

const enteredOrNot = (entered: Reported['entered']): Pick<Reported, 'entered'> =>
  entered === undefined ? {} : { entered };

/** What was removed from the record under the key of something that is entered again. */
export const removedBefore = (
  held: HeldChild,
  kind: RemovedHere['kind'],
  key: string,
): Pick<Reported, 'entered'> =>
  enteredOrNot(
    enteredAgain(held.removed?.find((removed) => removed.kind === kind && removed.keys.includes(key))),
  );

/** An episode as it is said by itself, before its neighbours tell whether it was left open. */
export type LooseEpisode = Omit<HeldEpisode, 'endInferred'> & {
  /** Left open in a return, and nobody has said otherwise. */
  readonly isLeftOpen?: boolean;
};

export const loose = ({ endInferred, ...held }: HeldEpisode): LooseEpisode => ({
  ...held,
  episode: asSaid(endInferred === undefined ? held : { ...held, endInferred }),
  ...(endInferred === undefined ? {} : { isLeftOpen: true }),
});

const isOfSameStart = (a: Episode, b: Episode): boolean => byStart(a, b) === 0;

/** Finds what is held of which a row tells: its end may be shown as the year could know it. */
export const findEpisodeOf = (held: HeldChild, shown: Row): HeldEpisode | undefined => {
  const said = episodeIn(shown);
  const starting = held.episodes.filter(({ episode }) => episode.decom === said.decom);
  return starting.find(({ episode }) => isOfSameStart(episode, said)) ?? starting[0];
};

export const episodeWith = (
  held: HeldChild,
  { shown, typed }: RowBeforeAfter,
  of: OfYear,
): { readonly instead: HeldEpisode | undefined; readonly episode: LooseEpisode } => {
  const said = episodeIn(typed);
  if (shown === undefined) {
    // Another year's return may have told of it.
    const known = held.episodes.find(({ episode }) => isOfSameStart(episode, said));
    const key = EPISODE_IN_CELLS.keyOf(said);
    const before = known && loose(known);
    if (before === undefined)
      return {
        instead: undefined,
        episode: { episode: said, ...ENTERED_HERE, ...removedBefore(held, 'episode', key) },
      };
    const { isLeftOpen: _, ...now } = withEpisode(before, said);
    return { instead: known, episode: { ...now, years: withYear(now.years, of) } };
  }
  const instead = findEpisodeOf(held, shown);
  const before = episodeIn(shown);
  if (instead === undefined) return { instead, episode: { episode: said, ...ENTERED_HERE } };
  const { isLeftOpen, ...now } = loose(instead);
  const isEndSaid = before.dec !== said.dec || before.rec !== said.rec;
  const episode = {
    ...over(now.episode, before, said),
    ...(isEndSaid ? { dec: said.dec, rec: said.rec } : {}),
  };
  return {
    instead,
    episode: { ...withEpisode(now, episode), ...(isLeftOpen && !isEndSaid ? { isLeftOpen } : {}) },
  };
};

export const findFactOf = (
  held: HeldChild,
  table: FactTable,
  shown: Row,
  year: CollectionYear,
): HeldFact | undefined => {
  const kind = FACT_KIND_OF[table];
  const { key } = factIn(table, shown, year);
  const ofKind = held.facts.filter(({ fact }) => fact.kind === kind);
  return (
    ofKind.find(({ fact }) => fact.key === key) ??
    // One that was put into the record under a key of its own.
    ofKind.find(({ fact }) => factIn(table, fact.fields, year).key === key)
  );
};

export const factWith = (
  held: HeldChild,
  table: FactTable,
  { shown, typed, of }: RowBeforeAfter & { readonly of: OfYear },
): { readonly instead: HeldFact | undefined; readonly fact: HeldFact } => {
  const said = factIn(table, typed, of.year);
  if (shown === undefined) {
    const known = held.facts.find(({ fact }) => fact.kind === said.kind && fact.key === said.key);
    if (known === undefined)
      return {
        instead: undefined,
        fact: { fact: said, ...ENTERED_HERE, ...removedBefore(held, said.kind, said.key) },
      };
    return { instead: known, fact: { ...withFact(known, said), years: withYear(known.years, of) } };
  }
  const instead = findFactOf(held, table, shown, of.year);
  if (instead === undefined) return { instead, fact: { fact: said, ...ENTERED_HERE } };
  const before = factIn(table, shown, of.year);
  const fields = over(instead.fact.fields, before.fields, said.fields);
  const key = before.key === said.key ? instead.fact.key : said.key;
  return { instead, fact: withFact(instead, { ...instead.fact, key, fields }) };
};
