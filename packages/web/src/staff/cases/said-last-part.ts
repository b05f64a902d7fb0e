import type { CaseView } from '@rightplace/app';
import { momentInWords } from '@rightplace/domain';
import { type Html, heading, html } from '../../kit/index.ts';
import { saidInWords } from './case-page.ts';

/** What was said in bringing a case to whoever decides on it now: what they are asked, where something was asked. */
export const saidLastPart = ({ chronology: [last] }: Pick<CaseView, 'chronology'>): Html | false =>
  last !== undefined &&
  last.said.length > 0 &&
  html`<section class="govuk-inset-text" aria-labelledby="said-last">
${heading(2, 'What brought it to you', { size: 'm', id: 'said-last' })}
<p class="govuk-body">${last.sentence} on ${momentInWords(last.at)}.</p>
${saidInWords(last.said)}</section>`;
