import { isSearchMeant, type SearchLine } from '@rightplace/app';
import type { Query } from '../../server/path.ts';

const SORTS = ['child', 'state', 'waiting', 'needed', 'approached', 'offered', 'due', 'officer'] as const;
export type SearchSort = (typeof SORTS)[number];

/** How somebody wants to see the searches, as the address says it. */
export interface SearchesView {
  readonly as: 'board' | 'table';
  readonly over: boolean;
  readonly tier: string | undefined;
  readonly officer: string | undefined;
  /** Whose search, or which, as it was typed. */
  readonly words: string | undefined;
  readonly sort: SearchSort | undefined;
  readonly down: boolean;
  /** Of the table, from 1. */
  readonly page: number;
}

export const viewFrom = (query: URLSearchParams): SearchesView => ({
  as: query.get('as') === 'table' ? 'table' : 'board',
  over: query.get('over') === 'yes',
  tier: query.get('tier') || undefined,
  officer: query.get('officer') || undefined,
  words: query.get('q')?.trim() || undefined,
  sort: SORTS.find((sort) => sort === query.get('sort')),
  down: query.get('order') === 'down',
  page: Math.max(1, Math.trunc(Number(query.get('page'))) || 1),
});

export const viewQuery = ({ as, over, tier, officer, words, sort, down, page }: SearchesView): Query => ({
  ...(as === 'table' ? { as } : {}),
  ...(over ? { over: 'yes' } : {}),
  ...(tier === undefined ? {} : { tier }),
  ...(officer === undefined ? {} : { officer }),
  ...(words === undefined ? {} : { q: words }),
  ...(sort === undefined ? {} : { sort }),
  ...(down ? { order: 'down' } : {}),
  ...(page > 1 ? { page: String(page) } : {}),
});

export const NOBODY = 'nobody';

const fits = (line: SearchLine, { tier, officer, words }: SearchesView): boolean =>
  (tier === undefined || line.tier === tier) &&
  (officer === undefined || (line.officer ?? NOBODY) === officer) &&
  (words === undefined || isSearchMeant(line, words));

/** What is not known comes last, whichever way it is sorted. */
const LAST = '\uffff';

const keyOf = (line: SearchLine, sort: SearchSort): string | number => {
  switch (sort) {
    case 'child':
      return line.child.name ?? line.child.id;
    case 'state':
      return line.stateTitle;
    case 'waiting':
      return line.workingDays;
    case 'needed':
      return line.neededFrom ?? LAST;
    case 'approached':
      return line.counts.approached;
    case 'offered':
      return line.counts.offered;
    case 'due':
      return line.waiting?.due ?? LAST;
    case 'officer':
      return line.officer ?? LAST;
  }
};

const compared = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en-GB');

/** The searches that are wanted, in the order that is wanted; emergencies stay before the others. */
export const searchesShown = (lines: readonly SearchLine[], view: SearchesView): readonly SearchLine[] => {
  const shown = lines.filter((line) => fits(line, view));
  const { sort, down } = view;
  if (sort === undefined) return shown;
  return shown.toSorted((a, b) => {
    const [x, y] = [keyOf(a, sort), keyOf(b, sort)];
    const known = Number(x === LAST) - Number(y === LAST);
    return (
      Number(b.isEmergency) - Number(a.isEmergency) ||
      known ||
      (down ? -1 : 1) * compared(x, y) ||
      a.id - b.id
    );
  });
};
