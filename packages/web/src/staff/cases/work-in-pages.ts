import { type ListPage, MOST_ON_A_PAGE, type MyWorkLine, type PagesOfWork } from '@rightplace/app';
import type { Html } from '../../kit/index.ts';
import { pageAsked, pagePart } from '../../parts/in-pages.ts';
import { staffPaths } from '../paths.ts';

export const pagesOfWork = (query: URLSearchParams): PagesOfWork => ({
  yours: pageAsked(query.get('yours')),
  part: pageAsked(query.get('part')),
  team: pageAsked(query.get('team')),
});

const addressOf = (pages: PagesOfWork): string =>
  staffPaths.myWork(
    Object.fromEntries(Object.entries(pages).flatMap(([name, at]) => (at === 1 ? [] : [[name, String(at)]]))),
  );

interface PartOfWork {
  readonly which: keyof PagesOfWork;
  readonly what: string;
  readonly shown: ListPage<MyWorkLine>;
  readonly draw: (lines: readonly MyWorkLine[]) => Html;
}

/** A part of the list of work, in pages where it is long; the other parts stay at the pages they are at. */
export const workInPages = ({ which, ...part }: PartOfWork, pages: PagesOfWork): Html =>
  pagePart({ ...part, size: MOST_ON_A_PAGE[which], address: (to) => addressOf({ ...pages, [which]: to }) });
