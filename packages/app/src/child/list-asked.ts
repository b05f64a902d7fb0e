import { AGE_BANDS, type AgeBand, LEGAL_STATUSES, PLACEMENT_TYPES, type Sex } from '@rightplace/domain';
import type { Standing } from './child-line.ts';

export const SORTS = ['name', 'age', 'in-care-since', 'home-since', 'homes', 'miles'] as const;
export type SortKey = (typeof SORTS)[number];
export type SortDirection = 'ascending' | 'descending';

export const STANDINGS = ['in-care', 'short-breaks', 'left', 'never', 'all'] as const;

export type LegalStatusGroup = keyof typeof LEGAL_STATUSES.groups;
export type PlacementGroup = keyof typeof PLACEMENT_TYPES.groups;

/** What somebody asked of the list. An empty set asks nothing: every value will do. */
export interface ListAsked {
  readonly search: string;
  readonly standing: Standing | 'all';
  readonly legalStatus: ReadonlySet<LegalStatusGroup>;
  readonly home: ReadonlySet<PlacementGroup>;
  readonly age: ReadonlySet<AgeBand | 'unknown'>;
  readonly sex: ReadonlySet<Sex | 'unknown'>;
  readonly uasc: 'yes' | 'no' | undefined;
  /** A key of `districtKey`. */
  readonly district: string | undefined;
  /** Number of a team; `none` for children without one. */
  readonly team: string | undefined;
  /** Social Work England number; `none` for children without a worker. */
  readonly worker: string | undefined;
  readonly sort: SortKey;
  readonly direction: SortDirection;
  readonly page: number;
}

/** Each way of sorting begins with what people mostly look for: the youngest, the newest, the most homes, the farthest. */
export const FIRST_DIRECTION: Readonly<Record<SortKey, SortDirection>> = {
  name: 'ascending',
  age: 'ascending',
  'in-care-since': 'descending',
  'home-since': 'descending',
  homes: 'descending',
  miles: 'descending',
};

const LONGEST_SEARCH = 200;

const known = <T extends string>(values: readonly string[], all: readonly T[]): ReadonlySet<T> =>
  new Set(values.filter((value): value is T => (all as readonly string[]).includes(value)));

const one = <T extends string>(value: string | null, all: readonly T[]): T | undefined =>
  all.find((each) => each === value);

const text = (value: string | null): string | undefined =>
  value === null || value === '' ? undefined : value;

/**
 * Reads what was asked from an address, which people keep, share and edit: what is not understood asks nothing, rather
 * than being an error.
 */
export const readListAsked = (query: URLSearchParams): ListAsked => {
  const sort = one(query.get('sort'), SORTS) ?? 'name';
  const page = Number(query.get('page'));
  return {
    search: (query.get('search') ?? '').trim().slice(0, LONGEST_SEARCH),
    standing: one(query.get('standing'), STANDINGS) ?? 'in-care',
    legalStatus: known(
      query.getAll('legal-status'),
      Object.keys(LEGAL_STATUSES.groups) as LegalStatusGroup[],
    ),
    home: known(query.getAll('home'), Object.keys(PLACEMENT_TYPES.groups) as PlacementGroup[]),
    age: known(query.getAll('age'), [...AGE_BANDS, 'unknown']),
    sex: known(query.getAll('sex'), ['M', 'F', 'U', 'unknown']),
    uasc: one(query.get('uasc'), ['yes', 'no']),
    district: text(query.get('district')),
    team: text(query.get('team')),
    worker: text(query.get('worker')),
    sort,
    direction: one(query.get('direction'), ['ascending', 'descending']) ?? FIRST_DIRECTION[sort],
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
};

/** As it stands in an address: what `readListAsked` reads back. What goes without saying is left out. */
export const writeListAsked = (asked: ListAsked): Readonly<Record<string, string | readonly string[]>> => ({
  search: asked.search,
  standing: asked.standing === 'in-care' ? '' : asked.standing,
  'legal-status': [...asked.legalStatus],
  home: [...asked.home],
  age: [...asked.age],
  sex: [...asked.sex],
  uasc: asked.uasc ?? '',
  district: asked.district ?? '',
  team: asked.team ?? '',
  worker: asked.worker ?? '',
  sort: asked.sort === 'name' ? '' : asked.sort,
  direction: asked.direction === FIRST_DIRECTION[asked.sort] ? '' : asked.direction,
  page: asked.page === 1 ? '' : String(asked.page),
});

/** For the audit: only what was asked. */
export const askedInWords = (asked: ListAsked): Readonly<Record<string, string | readonly string[]>> =>
  Object.fromEntries(Object.entries(writeListAsked(asked)).filter(([, value]) => value.length > 0));

/** Whether anything but where the child stands is asked: then nothing may be told of records that stay closed. */
export const isNarrowed = (asked: ListAsked): boolean =>
  asked.search !== '' ||
  asked.legalStatus.size + asked.home.size + asked.age.size + asked.sex.size > 0 ||
  asked.uasc !== undefined ||
  asked.district !== undefined ||
  asked.team !== undefined ||
  asked.worker !== undefined;
