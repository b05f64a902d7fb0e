import { type Html, html, pagesNearby, pagination } from '../kit/index.ts';

/** As many as somebody looks through at a time. */
export const ON_A_PAGE = 50;

/** Which page an address asks for, from 1. */
export const pageAsked = (text: string | null): number => Math.max(1, Math.trunc(Number(text)) || 1);

export interface InPages<Line> {
  readonly lines: readonly Line[];
  /** A page that is not there is the nearest that is. */
  readonly at: number;
  readonly draw: (shown: readonly Line[]) => Html;
  readonly address: (page: number) => string;
  /** What the pages are of, for whoever hears the page. */
  readonly what: string;
}

/** A list as it is while it is short, and a page of it with the ways to the others where it is long. */
export const inPages = <Line>({ lines, at, draw, address, what }: InPages<Line>): Html => {
  const last = Math.max(1, Math.ceil(lines.length / ON_A_PAGE));
  if (last === 1) return draw(lines);
  const here = Math.min(last, at);
  const from = (here - 1) * ON_A_PAGE;
  const shown = lines.slice(from, from + ON_A_PAGE);
  return html`${draw(shown)}
<p class="govuk-body">${String(from + 1)} to ${String(from + shown.length)} of ${String(lines.length)}.</p>
${pagination({ ...pagesNearby(here, last, address), landmarkLabel: `Pages of: ${what}` })}`;
};
