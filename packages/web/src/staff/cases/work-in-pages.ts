import type { MyWorkLine } from '@rightplace/app';
import { type Html, html, pagesNearby, pagination } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';

/** Which page of each part of the list of work somebody looks at, from 1. */
export interface PagesOfWork {
  readonly yours: number;
  readonly part: number;
  readonly team: number;
}

/** As many as somebody looks through at a time. */
const ON_A_PAGE = 50;

const pageFrom = (text: string | null): number => Math.max(1, Math.trunc(Number(text)) || 1);

export const pagesOfWork = (query: URLSearchParams): PagesOfWork => ({
  yours: pageFrom(query.get('yours')),
  part: pageFrom(query.get('part')),
  team: pageFrom(query.get('team')),
});

const addressOf = (pages: PagesOfWork): string =>
  staffPaths.myWork(
    Object.fromEntries(Object.entries(pages).flatMap(([name, at]) => (at === 1 ? [] : [[name, String(at)]]))),
  );

/** A part of the list, a page of it where it is long; the other parts stay at the pages they are at. */
export const inPages = (
  {
    which,
    what,
    lines,
    draw,
  }: {
    readonly which: keyof PagesOfWork;
    readonly what: string;
    readonly lines: readonly MyWorkLine[];
    readonly draw: (shown: readonly MyWorkLine[]) => Html;
  },
  pages: PagesOfWork,
): Html => {
  const last = Math.max(1, Math.ceil(lines.length / ON_A_PAGE));
  if (last === 1) return draw(lines);
  const at = Math.min(last, pages[which]);
  const from = (at - 1) * ON_A_PAGE;
  const shown = lines.slice(from, from + ON_A_PAGE);
  return html`${draw(shown)}
<p class="govuk-body">${String(from + 1)} to ${String(from + shown.length)} of ${String(lines.length)}.</p>
${pagination({ ...pagesNearby(at, last, (to) => addressOf({ ...pages, [which]: to })), landmarkLabel: `Pages of: ${what}` })}`;
};
