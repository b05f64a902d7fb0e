import { LONGEST_CLIENT_TEXT } from '@rightplace/app';
import { ALL_API_SCOPES, API_SCOPES, type Day, dayInWords, latestLastDay } from '@rightplace/domain';
import { button, form, formErrors, heading, html, input, radios } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { dayAsTyped, dayFields, type TypedForm } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';

const TITLE = 'Let another system read figures';

export const LAST_DAY = 'last-day';

export const makeApiClientPage = ({
  csrf,
  today,
  ...again
}: TypedForm & { readonly csrf: string; readonly today: Day }): Page => {
  const errors = formErrors(again.problems ?? []);
  const line = (name: string, label: string, hint: string) =>
    input({
      id: name,
      name,
      label: { text: label, classes: 'govuk-label--s' },
      hint: { text: hint },
      value: again.typed?.get(name) ?? undefined,
      attributes: { maxlength: LONGEST_CLIENT_TEXT },
      errorMessage: errors.of(name),
    });
  return page({
    title: TITLE,
    section: 'settings',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    backLink: { href: staffPaths.apiClients(), text: 'Other systems' },
    main: readingWidth(html`${errors.summary}
${heading(1, TITLE)}
${form({
  action: staffPaths.makeApiClient(),
  csrfToken: csrf,
  main: html`${line('name', 'What it is called', 'For example, Board report in Power BI')}
${line('organisation', 'Which organisation runs it', 'Your own authority, or who it is that will hold the token')}
${line('purpose', 'What it reads figures for', 'It stands in the audit beside everything the system reads')}
${radios({
  name: 'scope',
  idPrefix: 'scope',
  fieldset: { legend: { text: 'What it may read', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'Choose the least that will do. It cannot be changed later: make another client instead.' },
  errorMessage: errors.of('scope'),
  items: ALL_API_SCOPES.map((scope) => ({
    value: scope,
    text: API_SCOPES[scope].title,
    hint: {
      text: `${API_SCOPES[scope].gives}${API_SCOPES[scope].agreed ? ' A director has to agree.' : ''}`,
    },
    checked: again.typed?.get('scope') === scope,
  })),
})}
${dayFields(again, {
  prefix: LAST_DAY,
  legend: 'Its last day',
  hint: `Twelve months at most: ${dayInWords(latestLastDay(today))}, typed ${dayAsTyped(latestLastDay(today))}`,
})}
${button({ text: 'Make it and show the token', preventDoubleClick: true })}`,
})}`),
  });
};
