import type { FreezeView } from '@rightplace/app';
import { collectionYearLabel, momentInWords } from '@rightplace/domain';
import { button, count, form, html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { staffPaths } from '../paths.ts';

/** What goes, before it goes. */
export const removeRehearsalPage = (rehearsal: FreezeView, csrf: string): Page => {
  const { id, collectionYear, version, note, at, by, files } = rehearsal;
  const year = { year: collectionYear };
  const title = `Take rehearsal ${version} away`;
  return page({
    title,
    section: 'return',
    backLink: { href: staffPaths.freezes(year), text: 'Frozen returns' },
    main: readingWidth(html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">Return of ${collectionYearLabel(collectionYear)}</span>${title}</h1>
<p class="govuk-body">“${note}”, frozen on ${momentInWords(at)} by ${by}, with ${count(files.length, 'file')}. The files go for good; that there was such a rehearsal, and who took it away, stays in the audit.</p>
${form({
  action: staffPaths.removeRehearsal({ freezeId: String(id) }, year),
  csrfToken: csrf,
  main: html`<div class="govuk-button-group">${button({ text: 'Take it away', classes: 'govuk-button--warning', preventDoubleClick: true })}
<a class="govuk-link" href="${staffPaths.freezes(year)}">Keep it</a></div>`,
})}`),
  });
};
