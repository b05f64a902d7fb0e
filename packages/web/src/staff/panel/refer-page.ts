import { randomUUID } from 'node:crypto';
import { RESOURCES_PANEL } from '@rightplace/domain';
import { button, type FieldError, form, formErrors, heading, html, input } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { begunLink, type CaseBegun } from '../cases/begun-link.ts';
import { staffPaths } from '../paths.ts';

export interface ReferForm {
  readonly csrf: string;
  readonly number: string;
  readonly key?: string | undefined;
  readonly problems?: readonly FieldError[];
  /** A referral that is there already. */
  readonly begun?: CaseBegun | undefined;
}

/** Which child is put before the Access to Resources Panel. */
export const referPage = (view: ReferForm): Page => {
  const errors = formErrors(view.problems ?? []);
  const title = 'Put a child before the panel';
  return page({
    title: `${title}: ${RESOURCES_PANEL.title}`,
    section: 'panels',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    breadcrumbs: [{ text: 'Panels', href: staffPaths.panels() }, { text: title }],
    main: readingWidth(html`${errors.summary}
${heading(1, title, { caption: RESOURCES_PANEL.title })}
<p class="govuk-body">The referral is yours to write, in your own time. It is listed for a meeting once you send it.</p>
<p class="govuk-body">A child who may come into care is put before the Entry to Care Panel from the request for care.</p>
${begunLink(view.begun, 'Open the referral there is')}
${form({
  action: staffPaths.referToPanel(),
  csrfToken: view.csrf,
  main: html`<input type="hidden" name="_key" value="${view.key ?? randomUUID()}">
${input({
  id: 'number',
  name: 'number',
  label: { text: 'The child’s number in your case system', classes: 'govuk-label--s' },
  classes: 'govuk-input--width-20',
  value: view.number,
  errorMessage: errors.of('number'),
})}
${button({ text: 'Begin the referral', preventDoubleClick: true })}`,
})}`),
  });
};
