import type { EmptyHome } from '@rightplace/app';
import { button, count, type Html, heading, html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { type AskedMoment, asKnownForm, askedMomentErrors, knownInWords, momentOf } from '../as-known.ts';
import { shownAtQuarterEnds } from '../at-quarter-ends.ts';
import { staffPaths } from '../paths.ts';

/** Before there is a record: what to do first, to those who can do it. */
export const emptyPart = (home: EmptyHome, wanted: AskedMoment, authority: string): Page => {
  const asked = shownAtQuarterEnds(wanted, home.quarterEnds);
  const then = asked.asKnown.knownAt !== undefined;
  const title = then ? 'Nothing was known then' : 'Nothing is recorded yet';
  return page({
    title,
    section: 'home',
    ...(then ? { knownAt: momentOf(asked) } : {}),
    main: html`${askedMomentErrors(asked)}
${heading(1, title, { caption: authority })}
${then ? knewNothing(asked) : home.may.has('preview-import') ? whatToDoFirst(home) : notYours}`,
  });
};

const knewNothing = (asked: AskedMoment): Html =>
  html`<p class="govuk-body">No child was in the record ${knownInWords(asked)}.</p>
${asKnownForm(asked, { action: staffPaths.home() })}`;

const whatToDoFirst = ({
  waiting,
}: EmptyHome): Html => html`<p class="govuk-body-l">Begin by loading the authority’s return.</p>
<ol class="govuk-list govuk-list--number govuk-list--spaced">
<li>Choose the return’s files (SSDA903, as CSV or XML). Give past years too if you have them: they are the children’s history.</li>
<li>Look at what would be taken in. Rows that cannot be are set aside, each with its file, line, reason and what to do.</li>
<li>Apply it. The children, their journeys and every figure are there at once.</li>
</ol>
${button({ text: 'Load a return', href: staffPaths.loadReturn(), isStartButton: true })}
${waiting.length > 0 && html`<p class="govuk-body"><a class="govuk-link" href="${staffPaths.imports()}">${count(waiting.length, 'return has', 'returns have')} been looked at already</a> and ${waiting.length === 1 ? 'waits' : 'wait'} to be applied.</p>`}`;

const notYours = html`<p class="govuk-body">Nobody has loaded the authority’s return yet. The children and figures will be here as soon as a performance analyst has done so.</p>`;
