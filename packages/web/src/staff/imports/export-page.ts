import { collectionYearOf, type Day, PURPOSES } from '@rightplace/domain';
import { button, type FieldError, form, formErrors, html, radios, select } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { yearItems } from './load-page.ts';

export interface ExportView {
  readonly csrf: string;
  readonly today: Day;
  readonly year?: string | undefined;
  readonly format?: string | undefined;
  readonly problems: readonly FieldError[];
}

/** What a return is mostly for comes first. */
const purposeItems = Object.entries(PURPOSES)
  .map(([value, text]) => ({ value, text }))
  .toSorted((a, b) => Number(b.value === 'statutory-return') - Number(a.value === 'statutory-return'));

/** Where a year's return is taken out of the record, for a purpose. */
export const exportPage = ({ csrf, today, year, format, problems }: ExportView): Page => {
  const errors = formErrors(problems);
  return page({
    title: 'Write a return',
    section: 'imports',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    backLink: { href: staffPaths.imports(), text: 'Imports' },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errors.summary}
<h1 class="govuk-heading-l">Write a return</h1>
<p class="govuk-body-l">The record of one collection year as SSDA903 files. Every row that was taken in comes back, with what has been learned since.</p>
${form({
  action: staffPaths.exportReturn(),
  csrfToken: csrf,
  main: html`${select({
    id: 'year',
    name: 'year',
    label: { text: 'Collection year', classes: 'govuk-label--s' },
    items: yearItems(today),
    value: year ?? String(collectionYearOf(today)),
    errorMessage: errors.of('year'),
  })}
${radios({
  name: 'format',
  idPrefix: 'format',
  fieldset: { legend: { text: 'As', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errors.of('format'),
  items: [
    { value: 'csv', text: 'CSV files, in a zip', checked: format !== 'xml' },
    {
      value: 'xml',
      text: 'XML, with CSV files for the tables it has no place for',
      checked: format === 'xml',
    },
  ],
})}
${radios({
  name: 'purpose',
  idPrefix: 'purpose',
  fieldset: { legend: { text: 'What is it for?', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'It holds every child of the year. Who took it, and why, is kept in the audit.' },
  errorMessage: errors.of('purpose'),
  items: purposeItems,
})}
${button({ text: 'Download the return' })}`,
})}
</div></div>`,
  });
};
