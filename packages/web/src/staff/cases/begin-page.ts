import { randomUUID } from 'node:crypto';
import { button, type FieldError, form, formErrors, heading, html, input, radios } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { dayFields } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { begunLink, type CaseBegun } from './begun-link.ts';

export interface BeginForm {
  readonly csrf: string;
  /** Whether there is no time to ask first. */
  readonly emergency: boolean;
  readonly typed?: URLSearchParams;
  readonly problems?: readonly FieldError[];
  /** A request that is there already. */
  readonly begun?: CaseBegun | undefined;
}

const USUAL_FIRST = html`<p class="govuk-body">The request is yours to write, in your own time. Nobody else sees it as waiting for them until you send it on.</p>
<p class="govuk-body">Is there no time to ask first? <a class="govuk-link" href="${staffPaths.beginEmergency()}">Raise an emergency</a></p>`;

const EMERGENCY_FIRST = html`<p class="govuk-body">Is there time for a manager and the director to decide first? <a class="govuk-link" href="${staffPaths.beginEntry()}">Ask in the usual way</a></p>
<p class="govuk-body">For police protection, an emergency protection order, a child who is lost or abandoned, a parent who cannot care tonight, a remand, an unaccompanied child who has arrived, or secure accommodation.</p>
<p class="govuk-body">The duty manager and the duty director approve it by word of mouth, and confirm it when they sign in. The full request is due by the next working day.</p>`;

/** Who the child is, for one who has never been looked after here, or the number of one who has. */
export const beginPage = (view: BeginForm): Page => {
  const errors = formErrors(view.problems ?? []);
  const typed = (name: string): string | undefined => view.typed?.get(name) ?? undefined;
  const label = (text: string) => ({ text, classes: 'govuk-label--s' });
  const { emergency } = view;
  const title = emergency ? 'Raise an emergency' : 'Ask for a child to come into care';
  return page({
    title,
    section: 'my-work',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    breadcrumbs: [{ text: 'Your work', href: staffPaths.myWork() }, { text: title }],
    main: readingWidth(html`${errors.summary}
${heading(1, title)}
${emergency ? EMERGENCY_FIRST : USUAL_FIRST}
${begunLink(view.begun, 'Open the request there is')}
${form({
  action: emergency ? staffPaths.beginEmergency() : staffPaths.beginEntry(),
  csrfToken: view.csrf,
  main: html`<input type="hidden" name="_key" value="${typed('_key') ?? randomUUID()}">
${input({
  id: 'number',
  name: 'number',
  label: label('The child’s number in your case system'),
  hint: { text: 'As it will be in the return. For a child who was looked after before, that is enough.' },
  classes: 'govuk-input--width-20',
  value: typed('number'),
  errorMessage: errors.of('number'),
})}
${input({ id: 'given-name', name: 'given-name', label: label('Given name'), value: typed('given-name'), errorMessage: errors.of('given-name') })}
${input({ id: 'family-name', name: 'family-name', label: label('Family name'), value: typed('family-name'), errorMessage: errors.of('family-name') })}
${dayFields({ ...view, problems: view.problems ?? [] }, { prefix: 'born', legend: 'Date of birth', hint: emergency ? 'If nobody knows it, the day you go by for now' : 'For example 31 3 2016' })}
${!emergency && dayFields({ ...view, problems: view.problems ?? [] }, { prefix: 'expected', legend: 'For a child not yet born: when they are expected', hint: 'Leave it empty for a child who is born.' })}
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
${button({ text: emergency ? 'Raise the emergency' : 'Begin the request', preventDoubleClick: true })}`,
})}`),
  });
};
