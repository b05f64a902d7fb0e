import type { FindingState, FindingsAsked } from '@rightplace/app';
import type { Day } from '@rightplace/domain';
import { queryText } from '../../server/path.ts';
import { staffPaths } from '../paths.ts';
import { type FindingsQuery, findingsQuery, readYear } from './readiness-links.ts';

export const STATES = ['open', 'waiting', 'answered', 'cleared'] as const satisfies readonly FindingState[];

const LONGEST = 200;

const read = (query: URLSearchParams, name: string): string | undefined => {
  const text = (query.get(name) ?? '').trim().slice(0, LONGEST);
  return text === '' ? undefined : text;
};

/** What was asked of the list, from an address that people keep and edit: what is not understood asks nothing. */
export const readFindingsAsked = (query: URLSearchParams, today: Day): FindingsAsked => {
  const page = Number(query.get('page') ?? '1');
  return {
    collectionYear: readYear(query, today),
    who: read(query, 'who'),
    rule: read(query, 'rule'),
    table: read(query, 'table'),
    team: read(query, 'team'),
    text: read(query, 'words'),
    state: STATES.find((state) => state === query.get('show')) ?? 'open',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
};

const asQuery = (asked: FindingsAsked): FindingsQuery => ({
  who: asked.who,
  rule: asked.rule,
  table: asked.table,
  team: asked.team,
  words: asked.text,
  show: asked.state,
  page: asked.page,
});

/** The same as goes into an address. */
export const writeFindingsAsked = (asked: FindingsAsked, change: FindingsQuery = {}) =>
  findingsQuery(asked.collectionYear, { ...asQuery(asked), ...change });

export const isNarrowed = ({ who, rule, table, team, text }: FindingsAsked): boolean =>
  [who, rule, table, team, text].some((each) => each !== undefined);

/** The list in short, for the pages that are opened from it to hand on: so that one comes back to it as it was narrowed. */
export const listInShort = (asked: FindingsAsked): string => queryText(writeFindingsAsked(asked)).slice(1);

/** Back to the list that was handed on. */
export const listHref = (list: string, today: Day): string =>
  staffPaths.findings(writeFindingsAsked(readFindingsAsked(new URLSearchParams(list), today)));
