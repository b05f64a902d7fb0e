import { type ListPage, pageOf } from '@rightplace/app';
import { type Html, html, pagesNearby, pagination } from '../kit/index.ts';

/** As many as somebody looks through at a time. */
export const ON_A_PAGE = 50;

/** Which page an address asks for, from 1. */
export const pageAsked = (text: string | null): number => Math.max(1, Math.trunc(Number(text)) || 1);

interface Paged<Line> {
  readonly draw: (lines: readonly Line[]) => Html;
  readonly address: (page: number) => string;
  /** What the pages are of, for whoever hears the page. */
  readonly what: string;
}

interface InPages<Line> extends Paged<Line> {
  readonly lines: readonly Line[];
  /** A page that is not there is the nearest that is. */
  readonly at: number;
}

/** A page of a list, with which it is and the ways to the others where there are any. */
export const pagePart = <Line>({
  shown,
  size,
  draw,
  address,
  what,
}: Paged<Line> & { readonly shown: ListPage<Line>; readonly size: number }): Html => {
  const { lines, page, pages, total } = shown;
  if (pages === 1) return draw(lines);
  const from = (page - 1) * size;
  return html`${draw(lines)}
<p class="govuk-body">${String(from + 1)} to ${String(from + lines.length)} of ${String(total)}.</p>
${pagination({ ...pagesNearby(page, pages, address), landmarkLabel: `Pages of: ${what}` })}`;
};

/** A list as it is while it is short, and a page of it with the ways to the others where it is long. */
export const inPages = <Line>({ lines, at, ...paged }: InPages<Line>): Html =>
  pagePart({ ...paged, shown: pageOf(lines, at, ON_A_PAGE), size: ON_A_PAGE });
