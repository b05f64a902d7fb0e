import { type CorrectPlace, type FindingState, newestReturnYear } from '@rightplace/app';
import type { CollectionYear, Day } from '@rightplace/domain';
import { staffPaths } from '../paths.ts';

/** `list` is the work list that one comes from, to go back to: see findings-asked.ts. */
export const findingHref = (id: number, list?: string): string =>
  staffPaths.finding({ findingId: String(id) }, { list });

/** The form for one row, at the field to put right; all of the child's rows where nothing tells the row apart. */
export const correctHref = (
  { child: childId, collectionYear, table, rowKey = '', field }: CorrectPlace,
  list?: string,
): string => {
  const year = String(collectionYear);
  return rowKey === ''
    ? staffPaths.childReturnOf({ childId, year }, { list })
    : staffPaths.returnRow({ childId, year, table, rowKey }, { field, list });
};

export interface FindingsQuery {
  readonly who?: string | undefined;
  readonly rule?: string | undefined;
  readonly table?: string | undefined;
  readonly team?: string | undefined;
  readonly words?: string | undefined;
  readonly show?: FindingState | undefined;
  readonly page?: number | undefined;
}

/** The work list narrowed so. What every list shows unless asked is left out of its address. */
export const findingsHref = (year: CollectionYear, asked: FindingsQuery = {}): string =>
  staffPaths.findings(findingsQuery(year, asked));

export const findingsQuery = (year: CollectionYear, { show, page, ...asked }: FindingsQuery) => ({
  year,
  ...asked,
  show: show === 'open' ? undefined : show,
  page: page === 1 ? undefined : page,
});

/** The year in an address, by its end; when none can be read, the newest that is worked on. */
export const readYear = (query: URLSearchParams, today: Day): CollectionYear => {
  const text = query.get('year') ?? '';
  return /^20\d\d$/.test(text) ? Number(text) : newestReturnYear(today);
};
