import { ageBandOf } from '@rightplace/domain';
import type { ChildLine } from './child-line.ts';
import { districtKey } from './district.ts';
import type { ListAsked, SortKey } from './list-asked.ts';

const has = <T>(asked: ReadonlySet<T>, value: unknown): boolean => asked.size === 0 || asked.has(value as T);

const ageKey = ({ age }: ChildLine): string =>
  age === undefined ? 'unknown' : (ageBandOf(age) ?? 'unknown');

/** Whether a line is asked for, the search apart: that is asked of the record. */
export const isAskedFor = (line: ChildLine, asked: ListAsked): boolean =>
  (asked.standing === 'all' || line.standing === asked.standing) &&
  has(asked.legalStatus, line.legalStatus?.group) &&
  has(asked.home, line.home?.group) &&
  has(asked.age, ageKey(line)) &&
  has(asked.sex, line.sex ?? 'unknown') &&
  (asked.uasc === undefined || line.uasc === (asked.uasc === 'yes')) &&
  (asked.district === undefined ||
    (line.home !== undefined && districtKey(line.home.district) === asked.district)) &&
  (asked.team === undefined || asked.team === String(line.holding.team?.id ?? 'none')) &&
  (asked.worker === undefined ||
    (asked.worker === 'none'
      ? line.holding.workers.length === 0
      : line.holding.workers.some(({ number }) => number === asked.worker)));

const names = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

type Named = Pick<ChildLine, 'id' | 'givenName' | 'familyName'>;

/** Those with a name first, by family name; the others by identifier. */
export const compareNames = (a: Named, b: Named): number => {
  const [nameA, nameB] = [a, b].map(({ familyName, givenName }) =>
    `${familyName ?? ''} ${givenName ?? ''}`.trim(),
  );
  if (nameA === '' || nameB === '')
    return Number(nameA === '') - Number(nameB === '') || names.compare(a.id, b.id);
  return names.compare(nameA ?? '', nameB ?? '') || names.compare(a.id, b.id);
};

/** What each way of sorting compares. The oldest have the earliest birthday, so age compares birthdays backwards. */
const VALUES: Readonly<Record<Exclude<SortKey, 'name'>, (line: ChildLine) => string | number | undefined>> = {
  age: ({ dateOfBirth }) => dateOfBirth,
  'in-care-since': ({ inCareSince, left }) => inCareSince ?? left?.on,
  'home-since': ({ home }) => home?.since,
  homes: ({ homesInYear }) => homesInYear,
  miles: ({ home }) => home?.miles,
};

/** A new list in the order asked. What is not known comes last either way, and ties are in order of name. */
export const inOrderAsked = (
  lines: readonly ChildLine[],
  { sort, direction }: Pick<ListAsked, 'sort' | 'direction'>,
  byName: (a: ChildLine, b: ChildLine) => number = compareNames,
): readonly ChildLine[] => {
  const sign = direction === 'ascending' ? 1 : -1;
  if (sort === 'name') return lines.toSorted((a, b) => sign * byName(a, b));
  const valueOf = VALUES[sort];
  const way = sort === 'age' ? -sign : sign;
  return lines.toSorted((a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)];
    if (x === undefined || y === undefined)
      return Number(x === undefined) - Number(y === undefined) || byName(a, b);
    return x === y ? byName(a, b) : (x < y ? -1 : 1) * way;
  });
};

export const PAGE_SIZE = 50;

export interface ListPage<Line = ChildLine> {
  readonly lines: readonly Line[];
  /** The page shown: the last there is, when a later one was asked for. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

export const pageOf = <Line>(lines: readonly Line[], asked: number, size = PAGE_SIZE): ListPage<Line> => {
  const pages = Math.max(1, Math.ceil(lines.length / size));
  const page = Math.min(Math.max(1, asked), pages);
  return {
    lines: lines.slice((page - 1) * size, page * size),
    page,
    pages,
    total: lines.length,
  };
};
