import { randomUUID } from 'node:crypto';
import { SECTION_20, type Workflow } from '@rightplace/domain';
import { button, type FieldError, form, formErrors, heading, html, input, radios } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { begunLink, type CaseBegun } from '../cases/begun-link.ts';
import { dayFields } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';

export interface BeginForm {
  readonly csrf: string;
  readonly workflow: Workflow;
  readonly typed?: URLSearchParams;
  readonly problems?: readonly FieldError[];
  /** One that is there already. */
  readonly begun?: CaseBegun | undefined;
}

/** Who the child is: the number of one in the record, or who a child new to it is. */
export const beginPage = (view: BeginForm): Page => {
  const errors = formErrors(view.problems ?? []);
  const typed = (name: string): string | undefined => view.typed?.get(name) ?? undefined;
  const label = (text: string) => ({ text, classes: 'govuk-label--s' });
  const days = { ...view, problems: view.problems ?? [] };
  const isAgreement = view.workflow.id === SECTION_20.id;
  const title = isAgreement ? 'Record a section 20 agreement' : 'Put a child before the legal gateway';
  return page({
    title,
    section: 'proceedings',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    breadcrumbs: [{ text: 'Proceedings', href: staffPaths.proceedings() }, { text: title }],
    main: readingWidth(html`${errors.summary}
${heading(1, title)}
<p class="govuk-body">${
      isAgreement
        ? 'Of a child who is accommodated by agreement, or is to be. What is written here shows that it was an agreement: who gave it, and that they understood.'
        : 'The papers are yours to write. Nobody is asked to decide until you put them before the gateway.'
    }</p>
${begunLink(view.begun, 'Open the one there is')}
${form({
  action: staffPaths.beginProceedings({ what: view.workflow.id }),
  csrfToken: view.csrf,
  main: html`<input type="hidden" name="_key" value="${typed('_key') ?? randomUUID()}">
${input({
  id: 'number',
  name: 'number',
  label: label('The child’s number in your case system'),
  hint: { text: 'For a child who is in the record, that is enough.' },
  classes: 'govuk-input--width-20',
  value: typed('number'),
  errorMessage: errors.of('number'),
})}
${heading(2, 'A child who is new to the record', { size: 'm' })}
${input({ id: 'given-name', name: 'given-name', label: label('Given name'), value: typed('given-name'), errorMessage: errors.of('given-name') })}
${input({ id: 'family-name', name: 'family-name', label: label('Family name'), value: typed('family-name'), errorMessage: errors.of('family-name') })}
${dayFields(days, { prefix: 'born', legend: 'Date of birth', hint: 'For example 31 3 2016' })}
${dayFields(days, { prefix: 'expected', legend: 'For a child not yet born: when they are expected', hint: 'Leave it empty for a child who is born.' })}
${radios({
  name: 'sex',
  idPrefix: 'sex',
  classes: 'govuk-radios--inline govuk-radios--small',
  fieldset: { legend: { text: 'Sex', classes: 'govuk-fieldset__legend--s' } },
  items: [
    { value: 'F', text: 'Female', checked: typed('sex') === 'F' },
    { value: 'M', text: 'Male', checked: typed('sex') === 'M' },
    { value: 'U', text: 'Not known', checked: typed('sex') === 'U' },
  ],
})}
${button({ text: isAgreement ? 'Begin the record' : 'Begin the papers', preventDoubleClick: true })}`,
})}`),
  });
};
