import { type Content, type Html, html } from '../kit/index.ts';

/** For pages to read or fill in: lines no longer than are comfortable. */
export const readingWidth = (content: Content): Html =>
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${content}</div></div>`;
