import { type ListAsked, writeListAsked } from '@rightplace/app';
import { PURPOSES } from '@rightplace/domain';
import { button, form, formErrors, html, radios } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { type AskedMoment, momentOf } from '../as-known.ts';
import { staffPaths } from '../paths.ts';
import { downloadHref } from './list-view.ts';

export interface DownloadParts {
  readonly asked: ListAsked;
  readonly looking: AskedMoment;
  readonly csrf: string;
  readonly problem?: string;
}

/** Asks what the file is for, before names leave the service. */
export const downloadPage = ({ asked, looking, csrf, problem }: DownloadParts): Page => {
  const errors = formErrors(problem === undefined ? [] : [{ field: 'purpose', text: problem }]);
  const listHref = staffPaths.children({ ...writeListAsked(asked), ...looking.query });
  return page({
    title: 'Download a list of children',
    section: 'children',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    knownAt: momentOf(looking),
    backLink: { href: listHref, text: 'Back to the list' },
    main: html`${errors.summary}
<h1 class="govuk-heading-l">Download a list of children</h1>
<p class="govuk-body">The file has the children of your list as you narrowed it, with their names. What it is for is kept with your name and the time, and each child’s own page shows that they were in it. Keep it where only those who need it can open it, and delete it when its purpose is done.</p>
${form({
  action: downloadHref(asked, looking.query),
  csrfToken: csrf,
  main: html`${radios({
    name: 'purpose',
    idPrefix: 'purpose',
    fieldset: { legend: { text: 'What is it for?', classes: 'govuk-fieldset__legend--m' } },
    items: Object.entries(PURPOSES).map(([value, text]) => ({ value, text })),
    errorMessage: errors.of('purpose'),
  })}
${button({ text: 'Download the file' })}`,
})}`,
  });
};
