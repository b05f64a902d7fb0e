import { type Content, type Html, html } from '../kit/html.ts';
import { heading } from '../kit/text.ts';

/** What every chart says besides its picture. */
export interface FigureOptions {
  /** Unique on the page. */
  readonly id: string;
  /** What the picture shows, as a sentence: "Fewer children moved three times or more". */
  readonly finding: string;
  /** The measure, the children, the period: "Children with three or more placements in the year, percent". */
  readonly subtitle: string;
  /** Makes the finding a heading of that level. */
  readonly headingLevel?: 2 | 3 | 4 | undefined;
  /** Where the figures come from and as at when. */
  readonly source?: Content;
  readonly note?: Content;
  readonly csvHref?: string | undefined;
  /** A fuller table than the picture’s own, in its place: the picture then draws a part of it. */
  readonly fullTable?: Html | undefined;
  /** Whether the figures lie open under the picture or behind a line to open. In print they are always open. */
  readonly table?: 'details' | 'plain' | undefined;
}

/** A drawing with its size, and what it shows in words for those who do not see it. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly description: string;
  readonly content: Html;
}

/** Wider than this a drawing is a page's main thing: it may grow to fill a wide screen. */
const WIDE = 800;

const svg = (id: string, title: string, picture: Picture): Html =>
  html`<svg class="app-chart__svg${picture.width > WIDE && ' app-chart__svg--wide'}" role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${picture.width} ${picture.height}" width="${picture.width}" height="${picture.height}" xmlns="http://www.w3.org/2000/svg"><title id="${id}-title">${title}</title><desc id="${id}-desc">${picture.description}</desc>${picture.content}</svg>`;

/** Finding, subtitle, picture, the same figures as a table, source and file: in that order, always. */
export const figure = (options: FigureOptions, picture: Picture, ownTable: Html): Html => {
  const { id, fullTable: table = ownTable } = options;
  return html`<figure class="app-chart" id="${id}">
<figcaption class="app-chart__caption">${
    options.headingLevel === undefined
      ? html`<p class="govuk-heading-s">${options.finding}</p>`
      : heading(options.headingLevel, options.finding, { size: 's' })
  }<p class="app-chart__subtitle">${options.subtitle}</p></figcaption>
<div class="app-chart__picture" role="group" aria-label="Picture: ${options.finding}" tabindex="0">${svg(id, options.finding, picture)}</div>
${options.note && html`<div class="app-chart__note">${options.note}</div>`}
${
  options.table === 'plain'
    ? table
    : html`<details class="govuk-details app-chart__table"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">The figures<span class="govuk-visually-hidden"> for: ${options.finding}</span></span></summary><div class="govuk-details__text">${table}</div></details>`
}
${
  (options.source || options.csvHref !== undefined) &&
  html`<p class="app-chart__source">${options.source && html`${options.source} `}${
    options.csvHref !== undefined &&
    html`<a class="govuk-link app-no-print" href="${options.csvHref}" download>Download these figures (CSV)</a>`
  }</p>`
}
</figure>`;
};
