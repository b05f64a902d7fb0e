import {
  type ChildLine,
  type ChildrenList,
  districtKey,
  FIRST_DIRECTION,
  isNarrowed,
  type ListAsked,
  PAGE_SIZE,
  type SortDirection,
  type SortKey,
  writeListAsked,
} from '@rightplace/app';
import { codeTitle, dayInShort, LEGAL_STATUSES, PLACEMENT_TYPES, REASONS_CEASED } from '@rightplace/domain';
import { type ColumnSort, count, number } from '../../kit/index.ts';
import type { Query } from '../../server/path.ts';
import { staffPaths } from '../paths.ts';
import {
  ageInWords,
  districtInWords,
  homeKindInShort,
  homeName,
  legalStatusInWords,
  listName,
} from './child-words.ts';

/** One row of the list, as text. */
export interface ListRow {
  readonly href: string;
  readonly name: string;
  /** The authority's number, when the name is something else. */
  readonly id: string;
  readonly isNamed: boolean;
  readonly age: string;
  readonly since: string;
  readonly sinceNote: string;
  readonly legalStatus: string;
  readonly home: string;
  readonly homeKind: string;
  readonly homeSince: string;
  readonly homes: string;
  readonly miles: string;
  readonly worker: string;
  readonly team: string;
}

export interface ListView {
  readonly rows: readonly ListRow[];
  /** "912 children in care". */
  readonly heading: string;
  /** "Showing 51 to 100." Empty when all are on the page. */
  readonly showing: string;
  readonly chips: readonly { readonly text: string; readonly href: string }[];
  readonly clearHref: string;
  /** The same asked of everyone; undefined when it already is. */
  readonly everyoneHref: string | undefined;
  readonly sortOf: (key: SortKey) => ColumnSort;
  readonly pageHref: (page: number) => string;
}

const DASH = '–';

const sinceOf = (line: ChildLine): Pick<ListRow, 'since' | 'sinceNote'> => {
  if (line.standing === 'never') return { since: DASH, sinceNote: 'never in care' };
  if (line.standing === 'left' && line.left !== undefined) {
    const why = line.left.reason === null ? '' : `: ${codeTitle(REASONS_CEASED, line.left.reason)}`;
    return { since: dayInShort(line.left.on), sinceNote: `left care${why}` };
  }
  const since = line.inCareSince === undefined ? DASH : dayInShort(line.inCareSince);
  if (line.standing === 'short-breaks') return { since, sinceNote: 'short breaks' };
  return { since, sinceNote: line.startKnown ? '' : 'or before' };
};

const rowOf = (line: ChildLine, { settings }: ChildrenList, carried: Query): ListRow => {
  const { id, home, holding, legalStatus } = line;
  const setting = settings.get(id);
  const name = listName(line);
  const [worker] = holding.workers;
  return {
    href: staffPaths.child({ childId: id }, carried),
    name,
    id,
    isNamed: name !== id,
    age: line.age === undefined ? DASH : ageInWords(line.age),
    ...sinceOf(line),
    legalStatus: legalStatus === undefined ? DASH : legalStatusInWords(legalStatus.code),
    home: home === undefined ? DASH : homeName({ ...home, setting }),
    homeKind: home === undefined || setting === undefined ? '' : homeKindInShort(home.group, home.code),
    homeSince: home === undefined ? DASH : dayInShort(home.since),
    homes: line.homesInYear === undefined ? DASH : number(line.homesInYear),
    miles: home?.miles === undefined ? DASH : number(home.miles),
    worker: worker === undefined ? 'nobody recorded' : (worker.name ?? worker.number),
    team: holding.team?.name ?? '',
  };
};

const WHO: Readonly<Record<ListAsked['standing'], readonly [one: string, many: string]>> = {
  'in-care': ['child in care', 'children in care'],
  'short-breaks': ['child on short breaks', 'children on short breaks'],
  left: ['child who left care', 'children who left care'],
  never: ['child with no time in care recorded', 'children with no time in care recorded'],
  all: ['child', 'children'],
};

export const AGE_WORDS: Readonly<Record<string, string>> = {
  '0': 'Under 1',
  '1-4': '1 to 4',
  '5-9': '5 to 9',
  '10-15': '10 to 15',
  '16+': '16 and over',
  unknown: 'Age not known',
};

export const SEX_WORDS: Readonly<Record<string, string>> = {
  F: 'Girls',
  M: 'Boys',
  U: 'Sex not known',
  unknown: 'Sex not recorded',
};

const without = <T>(values: ReadonlySet<T>, value: T): ReadonlySet<T> =>
  new Set([...values].filter((each) => each !== value));

/** What the list is narrowed by, and the list without each. */
const narrowings = ({
  asked,
  choices,
}: ChildrenList): readonly { readonly text: string; readonly asked: ListAsked }[] => {
  const many = (key: 'legalStatus' | 'home' | 'age' | 'sex', textOf: (value: string) => string) =>
    [...(asked[key] as ReadonlySet<string>)].map((value) => ({
      text: textOf(value),
      asked: { ...asked, [key]: without(asked[key] as ReadonlySet<string>, value) },
    }));
  const team = choices.teams.find(({ id }) => String(id) === asked.team)?.name;
  const worker = choices.workers.find(({ number: its }) => its === asked.worker)?.name;
  const district = choices.districts.find((each) => districtKey(each) === asked.district);
  const groups = (titles: Readonly<Record<string, string>>) => (key: string) => titles[key] ?? key;
  const one = (text: string | undefined, change: Partial<ListAsked>) =>
    text === undefined ? [] : [{ text, asked: { ...asked, ...change } }];
  return [
    ...one(asked.search === '' ? undefined : `“${asked.search}”`, { search: '' }),
    ...many('legalStatus', groups(LEGAL_STATUSES.groups)),
    ...many('home', groups(PLACEMENT_TYPES.groups)),
    ...many('age', groups(AGE_WORDS)),
    ...many('sex', groups(SEX_WORDS)),
    ...one(asked.uasc && (asked.uasc === 'yes' ? 'Unaccompanied asylum-seeking' : 'Not unaccompanied'), {
      uasc: undefined,
    }),
    ...one(
      asked.district && `Living in: ${district === undefined ? asked.district : districtInWords(district)}`,
      { district: undefined },
    ),
    ...one(asked.team && (asked.team === 'none' ? 'No team' : (team ?? 'Another team')), {
      team: undefined,
    }),
    ...one(
      asked.worker &&
        (asked.worker === 'none' ? 'No social worker' : `Social worker: ${worker ?? asked.worker}`),
      { worker: undefined },
    ),
  ];
};

const hrefOf = (asked: ListAsked, carried: Query): string =>
  staffPaths.children({ ...writeListAsked(asked), ...carried });

const opposite = (direction: SortDirection): SortDirection =>
  direction === 'ascending' ? 'descending' : 'ascending';

export const listView = (list: ChildrenList, carried: Query): ListView => {
  const { asked, total, lines } = list;
  const [one, many] = WHO[asked.standing];
  return {
    rows: lines.map((line) => rowOf(line, list, carried)),
    heading: total === 0 ? `No ${many}${isNarrowed(asked) ? ' found' : ''}` : count(total, one, many),
    showing: showing(list),
    chips: narrowings(list).map(({ text, asked: rest }) => ({
      text,
      href: hrefOf({ ...rest, page: 1 }, carried),
    })),
    clearHref: staffPaths.children({
      standing: asked.standing === 'in-care' ? '' : asked.standing,
      ...carried,
    }),
    everyoneHref:
      asked.standing === 'all' ? undefined : hrefOf({ ...asked, standing: 'all', page: 1 }, carried),
    sortOf: (key) => {
      const isNow = asked.sort === key;
      const direction = isNow ? opposite(asked.direction) : FIRST_DIRECTION[key];
      return {
        href: hrefOf({ ...asked, sort: key, direction, page: 1 }, carried),
        direction: isNow ? asked.direction : undefined,
      };
    },
    pageHref: (to) => hrefOf({ ...asked, page: to }, carried),
  };
};

const showing = ({ pages, page, total, lines }: ChildrenList): string => {
  if (pages === 1) return '';
  const first = (page - 1) * PAGE_SIZE + 1;
  return `Showing ${number(first)} to ${number(first + lines.length - 1)} of ${number(total)}.`;
};

export const downloadHref = (asked: ListAsked, carried: Query): string =>
  staffPaths.downloadChildren({ ...writeListAsked({ ...asked, page: 1 }), ...carried });
