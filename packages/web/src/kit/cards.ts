import { type Content, type Html, html } from './html.ts';

export interface StatCard {
  /** The figure as shown: "912", "9.8%". */
  readonly value: Content;
  /** What it counts, reading on from the figure: "looked after". */
  readonly label: Content;
  readonly href?: string | undefined;
  /** "14 more than a year ago". */
  readonly detail?: Content;
  /** A sparkline. */
  readonly trend?: Html | undefined;
  /** Something is to be done about it: said in words in `detail` too. */
  readonly concern?: boolean | undefined;
}

const card = ({ value, label, href, detail, trend, concern }: StatCard): Html => {
  const figure = html`<span class="app-stat__value">${value}</span> <span class="app-stat__label">${label}</span>`;
  return html`<li class="app-stat${concern === true && ' app-stat--concern'}">
<p class="app-stat__figure">${href === undefined ? figure : html`<a class="app-stat__link" href="${href}">${figure}</a>`}</p>
${detail && html`<p class="app-stat__detail">${detail}</p>`}${trend}
</li>`;
};

/** Figures side by side, each of which opens. */
export const statCards = (cards: readonly (StatCard | false | null | undefined)[]): Html =>
  html`<ul class="app-stats">${cards.map((each) => each && card(each))}</ul>`;

/** A few words that matter, set apart: what the child said, with who said it and when. */
export const quotation = (words: string, source: Content): Html =>
  html`<figure class="app-quotation"><blockquote>${words}</blockquote><figcaption>${source}</figcaption></figure>`;
