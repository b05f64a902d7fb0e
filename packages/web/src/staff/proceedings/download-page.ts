import type { ProceedingsAsked } from '@rightplace/app';
import { PURPOSES } from '@rightplace/domain';
import { button, form, formErrors, heading, html, radios } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { staffPaths } from '../paths.ts';
import { askedQuery } from './proceedings-words.ts';

/** Asks what the file is for, before names leave the service. */
export const downloadPage = (
  asked: ProceedingsAsked,
  { csrf, problem }: { readonly csrf: string; readonly problem?: string },
): Page => {
  const errors = formErrors(problem === undefined ? [] : [{ field: 'purpose', text: problem }]);
  const title = 'Download a list of proceedings';
  return page({
    title,
    section: 'proceedings',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    backLink: { href: staffPaths.proceedings(askedQuery(asked)), text: 'Back to the tracker' },
    main: readingWidth(html`${errors.summary}
${heading(1, title)}
<p class="govuk-body">The file has the children of the list as you narrowed it, with their names, courts and case numbers. What it is for is kept with your name and the time. Restricted records are not in it.</p>
${form({
  action: staffPaths.downloadProceedings(askedQuery(asked)),
  csrfToken: csrf,
  main: html`${radios({
    name: 'purpose',
    idPrefix: 'purpose',
    fieldset: { legend: { text: 'What is it for?', classes: 'govuk-fieldset__legend--m' } },
    items: Object.entries(PURPOSES).map(([value, text]) => ({ value, text })),
    errorMessage: errors.of('purpose'),
  })}
${button({ text: 'Download the file' })}`,
})}`),
  });
};
