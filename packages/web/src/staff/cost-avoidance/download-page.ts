import { type CollectionYear, collectionYearLabel, PURPOSES } from '@rightplace/domain';
import { button, form, formErrors, heading, html, radios } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { staffPaths } from '../paths.ts';

/** Asks what the file is for. */
export const downloadAvoidedPage = ({
  csrf,
  year,
  problem,
}: {
  readonly csrf: string;
  readonly year: CollectionYear;
  readonly problem?: string;
}): Page => {
  const errors = formErrors(problem === undefined ? [] : [{ field: 'purpose', text: problem }]);
  return page({
    title: 'Download cost avoided',
    section: 'cost-avoided',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    breadcrumbs: [{ text: 'Cost avoided', href: staffPaths.costAvoided() }, { text: 'Download' }],
    main: readingWidth(html`${errors.summary}
${heading(1, 'Download cost avoided')}
<p class="govuk-body">Every line agreed in ${collectionYearLabel(year)}, however it stands. Children are in it by number. What it is for is kept with your name.</p>
${form({
  action: staffPaths.downloadCostAvoided(),
  csrfToken: csrf,
  main: html`<input type="hidden" name="year" value="${year}">
${radios({
  name: 'purpose',
  idPrefix: 'purpose',
  fieldset: { legend: { text: 'What is it for?', classes: 'govuk-fieldset__legend--s' } },
  items: Object.entries(PURPOSES).map(([value, text]) => ({ value, text })),
  errorMessage: errors.of('purpose'),
})}
${button({ text: 'Download the file' })}`,
})}`),
  });
};
