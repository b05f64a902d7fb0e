import { heading, html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import type { DecisionsWay } from './decisions-ways.ts';

/** What is being decided about children, and where each part of it is. */
export const decisionsOverviewPage = (ways: readonly DecisionsWay[]): Page =>
  page({
    title: 'Decisions',
    section: 'decisions',
    main: html`${heading(1, 'Decisions')}
<p class="govuk-body">What is being decided about children, and what has been.</p>
<dl>${ways.map(({ href, text, about }) => html`<dt class="govuk-heading-s govuk-!-margin-bottom-1"><a class="govuk-link" href="${href}">${text}</a></dt><dd class="govuk-body govuk-!-margin-left-0">${about}</dd>`)}</dl>`,
  });
