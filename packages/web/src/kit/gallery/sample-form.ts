import {
  button,
  details,
  fileUpload,
  filter,
  form,
  formErrors,
  heading,
  html,
  input,
  insetText,
  radios,
  searchForm,
  summaryList,
} from '../index.ts';
import { frame } from './frame.ts';

export const formPage = (): string => {
  const errors = formErrors([
    { field: 'started', text: 'Enter the day the placement started' },
    { field: 'reason', text: 'Choose why Kofi moved' },
  ]);
  return frame({
    title: 'Record a move',
    titlePrefixError: true,
    section: 'children',
    backLink: { href: '/children/1' },
    knownAt: { text: 'As at 1 March 2025, as known on 4 March 2025', past: true, changeHref: '/as-at' },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errors.summary}
${heading(1, 'Record a move')}
${insetText({ text: 'Kofi lives with Mr and Mrs Lowe since 4 May 2025.' })}
${summaryList({ rows: [{ key: { text: 'Child' }, value: { text: 'Kofi A. <b>' }, actions: { items: [{ href: '/change', text: 'Change', visuallyHiddenText: 'child' }] } }] })}
${form({
  action: '/moves',
  csrfToken: 'token',
  multipart: true,
  main: html`
${input({ id: 'started', name: 'started', label: { text: 'Day it started' }, hint: { text: 'For example, 27 3 2026' }, errorMessage: errors.of('started'), classes: 'govuk-input--width-10' })}
${radios({
  name: 'reason',
  idPrefix: 'reason',
  fieldset: { legend: { text: 'Why did Kofi move?', classes: 'govuk-fieldset__legend--m' } },
  errorMessage: errors.of('reason'),
  items: [
    { value: 'planned', text: 'As the care plan says' },
    { value: 'carer', text: 'The carer asked' },
    { divider: 'or' },
    {
      value: 'other',
      text: 'Another reason',
      conditional: { html: input({ id: 'other', name: 'other', label: { text: 'What was it?' } }) },
    },
  ],
})}
${fileUpload({ id: 'file', name: 'file', label: { text: 'The plan' }, javascript: true })}
${button({ text: 'Record the move', preventDoubleClick: true })}`,
})}
${details({ summaryText: 'What happens next', text: 'The reviewing officer is told.' })}
${searchForm({ action: '/children', label: 'Find a child', name: 'q', hint: 'Name or number' })}
<form method="get">${filter({ heading: { text: 'Filter' }, optionsHtml: input({ id: 'team', name: 'team', label: { text: 'Team' } }), selectedFilters: { heading: { text: 'Chosen' }, clearLink: { text: 'Clear', href: '?' }, categories: [{ heading: { text: 'Team' }, items: [{ text: 'Eastside', href: '?' }] }] } })}</form>
</div></div>`,
  });
};
