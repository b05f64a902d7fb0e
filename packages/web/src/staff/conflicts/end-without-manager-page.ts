import type { EndingWithoutManager } from '@rightplace/app';
import { momentInWords } from '@rightplace/domain';
import { button, form, formErrors, heading, html, input, summaryList } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import type { TypedForm } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { CONFLICTS_TITLE } from './conflicts-page.ts';
import { whyField } from './declare-pages.ts';

/** An administrator records what somebody above a director decided. The child is not named. */
export const endWithoutManagerPage = (
  { id, name, declaredAt }: EndingWithoutManager,
  { csrf, ...given }: TypedForm & { readonly csrf: string },
): Page => {
  const errors = formErrors(given.problems ?? []);
  return page({
    title: `Record that ${name}’s conflict of interest is over`,
    section: 'people',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    backLink: { href: staffPaths.conflicts(), text: CONFLICTS_TITLE },
    main: readingWidth(html`${errors.summary}
${heading(1, `Record that ${name}’s conflict of interest is over`)}
<p class="govuk-body">Nobody who works here answers for ${name} and could end it. Whoever stands above them decides, as a rule the chief executive; you record that they did. Which child it is with is not shown to you.</p>
${summaryList({
  rows: [
    { key: { text: 'Of' }, value: { text: name } },
    { key: { text: 'In force since' }, value: { text: momentInWords(declaredAt) } },
  ],
})}
${form({
  action: staffPaths.endWithoutManager({ conflictId: String(id) }),
  csrfToken: csrf,
  main: html`${input({
    id: 'decided-by',
    name: 'decided-by',
    label: { text: 'Who decided it?', classes: 'govuk-label--s' },
    hint: { text: `Their name, and what they are here. Not ${name}, and not you.` },
    value: given.typed?.get('decided-by') ?? '',
    errorMessage: errors.of('decided-by'),
  })}
${whyField(given, { label: 'Why is it over?', hint: 'A sentence is enough. Name no child.' })}
${button({ text: 'Record that it is over', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
})}`),
  });
};
