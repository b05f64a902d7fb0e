import { html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { staffPaths } from '../paths.ts';

/** A finding of a restricted record opens as the record does: by itself, with a reason. Whose it is is not said. */
export const closedFindingPage = (): Page =>
  page({
    title: 'This finding is of a restricted record',
    section: 'return',
    status: 403,
    backLink: { href: staffPaths.findings(), text: 'Findings' },
    main: readingWidth(html`<h1 class="govuk-heading-l">This finding is of a restricted record</h1>
<p class="govuk-body">Some records are kept closer than others, and what the return’s rules find in them is too. <a class="govuk-link" href="${staffPaths.children()}">Search for the child’s whole number</a> and open the record with a reason: this finding is open to you for as long as the record is.</p>`),
  });
