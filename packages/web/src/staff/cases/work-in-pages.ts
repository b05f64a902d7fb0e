import type { MyWorkLine } from '@rightplace/app';
import type { Html } from '../../kit/index.ts';
import { inPages, pageAsked } from '../../parts/in-pages.ts';
import { staffPaths } from '../paths.ts';

/** Which page of each part of the list of work somebody looks at, from 1. */
export interface PagesOfWork {
  readonly yours: number;
  readonly part: number;
  readonly team: number;
}

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
  readonly lines: readonly MyWorkLine[];
  readonly draw: (shown: readonly MyWorkLine[]) => Html;
}

/** A part of the list of work, in pages where it is long; the other parts stay at the pages they are at. */
export const workInPages = ({ which, ...part }: PartOfWork, pages: PagesOfWork): Html =>
  inPages({ ...part, at: pages[which], address: (to) => addressOf({ ...pages, [which]: to }) });
