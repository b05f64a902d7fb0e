import { randomUUID } from 'node:crypto';
import { button, form, formErrors, heading, html, input } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { begunLink, type CaseBegun } from '../cases/begun-link.ts';
import { searchPaths } from './search-paths.ts';

export interface AskForm {
  readonly csrf: string;
  readonly number: string;
  readonly key?: string | undefined;
  readonly problem?: string;
  /** A request that is there already. */
  readonly begun?: CaseBegun | undefined;
}

/** For whom another home is asked. A first home is asked for from the request for care. */
export const askPage = ({ csrf, number, key, problem, begun }: AskForm): Page => {
  const errors = formErrors(problem === undefined ? [] : [{ field: 'number', text: problem }]);
  const title = 'Ask for another home';
  return page({
    title,
    section: 'my-work',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    main: readingWidth(html`${errors.summary}
${heading(1, title)}
<p class="govuk-body">For a child who is in care and is to move. The request is yours to write; nobody looks for a home until you send it to the placements team.</p>
<p class="govuk-body">Has the carer or the provider given notice? <a class="govuk-link" href="${searchPaths.homeNotice({ number })}">Record notice on a home</a> instead: it asks for another at once.</p>
${begunLink(begun, 'Open the request there is')}
${form({
  action: searchPaths.askForHome(),
  csrfToken: csrf,
  main: html`<input type="hidden" name="_key" value="${key ?? randomUUID()}">
${input({
  id: 'number',
  name: 'number',
  label: { text: 'The child’s number in your case system', classes: 'govuk-label--s' },
  classes: 'govuk-input--width-20',
  value: number,
  errorMessage: errors.of('number'),
})}
${button({ text: 'Begin the request', preventDoubleClick: true })}`,
})}`),
  });
};
