import type { CaseView } from '@rightplace/app';
import { momentInWords } from '@rightplace/domain';
import { details, type Html, html } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';

type Shown = Pick<CaseView, 'id' | 'writtenOver'>;

/** What stands otherwise now than whoever looks had left it, by whom, and what they themselves had written: nothing of it is lost. */
export const writtenOverPart = ({ id, writtenOver }: Shown, section?: string): Html | false => {
  const shown = writtenOver.filter((one) => section === undefined || one.section === section);
  return (
    shown.length > 0 &&
    html`<section class="govuk-inset-text" aria-labelledby="written-over">
<h2 class="govuk-heading-m" id="written-over">Changed since you last saved</h2>
<p class="govuk-body">${section === undefined ? 'Open what was changed and save it, changed again or not: then it is no longer told here.' : 'Once you have read it, save this part, changed again or not: then it is no longer told here.'}</p>
${shown.map(
  ({ section: of, label, by, at, yours }) => html`<p class="govuk-body">${by} changed “${
    section === undefined
      ? html`<a class="govuk-link" href="${staffPaths.caseSection({ caseId: String(id), sectionId: of })}">${label}</a>`
      : label
  }” on ${momentInWords(at)}.</p>
${details({ summaryText: `What you had written to “${label}”`, html: html`${yours.map((text) => html`<p class="govuk-body">${text}</p>`)}` })}`,
)}</section>`
  );
};
