import type { CaseView } from '@rightplace/app';
import { momentInWords } from '@rightplace/domain';
import { type Html, heading, html } from '../../kit/index.ts';

const paragraphsIn = (words: string): readonly string[] =>
  words.split('\n').filter((line) => line.trim() !== '');

/** On what conditions care was approved: beside the request for a home, and not in it. */
export const conditionsPart = ({ conditions }: Pick<CaseView, 'conditions'>): Html | false =>
  conditions.length > 0 &&
  html`<section class="app-evidence" aria-labelledby="conditions">
${heading(2, 'On what conditions care was approved', { size: 'm', id: 'conditions' })}
<p class="govuk-body-s">This is for staff. It is in no profile, and no provider reads it.</p>
${conditions.map(
  ({ sentence, at, words }) =>
    html`<p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1 app-asked">${sentence}, ${momentInWords(at)}</p>
${paragraphsIn(words).map((line) => html`<p class="govuk-body">${line}</p>`)}`,
)}</section>`;
