import { PURPOSES, type Purpose } from '@rightplace/domain';
import { button, type FieldError, form, formErrors, html, radios } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';

export interface TakeAway {
  readonly title: string;
  readonly about: string;
  readonly action: string;
  readonly back: { readonly href: string; readonly text: string };
  readonly csrf: string;
  /** What it is mostly for comes first. */
  readonly mostly: Purpose;
  readonly formats?: readonly { readonly value: string; readonly text: string }[];
  readonly format?: string | undefined;
  readonly button: string;
  readonly problems?: readonly FieldError[];
}

/** Asks what a file is for before children's data leave the service in it. */
export const takeAwayPage = (options: TakeAway): Page => {
  const errors = formErrors(options.problems ?? []);
  const purposes = Object.entries(PURPOSES)
    .map(([value, text]) => ({ value, text }))
    .toSorted((a, b) => Number(b.value === options.mostly) - Number(a.value === options.mostly));
  return page({
    title: options.title,
    section: 'return',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    backLink: options.back,
    main: readingWidth(html`${errors.summary}
<h1 class="govuk-heading-l">${options.title}</h1>
<p class="govuk-body">${options.about}</p>
${form({
  action: options.action,
  csrfToken: options.csrf,
  main: html`${
    options.formats !== undefined &&
    radios({
      name: 'format',
      idPrefix: 'format',
      fieldset: { legend: { text: 'As', classes: 'govuk-fieldset__legend--s' } },
      items: options.formats,
      value: options.format ?? options.formats[0]?.value,
    })
  }
${radios({
  name: 'purpose',
  idPrefix: 'purpose',
  fieldset: { legend: { text: 'What is it for?', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'Who took it, and why, is kept in the audit.' },
  errorMessage: errors.of('purpose'),
  items: purposes,
})}
${button({ text: options.button })}`,
})}`),
  });
};
