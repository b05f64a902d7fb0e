import type { AgreementView } from '@rightplace/app';
import { formatWeekly } from '@rightplace/domain';
import { type Html, heading, html, link } from '../../kit/index.ts';
import { inFull } from '../agreements/agreement-words.ts';
import { staffPaths } from '../paths.ts';
import { avoidanceTag } from './avoidance-words.ts';

/** On the page of an agreement: what was avoided by it, and what came down that nobody has drafted a line of. */
export const avoidedPart = ({ id, avoided: { lines, toDraft, neverFell } }: AgreementView): Html | false => {
  const agreementId = String(id);
  return (
    (lines.length > 0 || toDraft !== undefined) &&
    html`${heading(2, 'Cost avoided')}
${
  lines.length === 0
    ? html`<p class="govuk-body">No line is drafted.</p>`
    : html`<ul class="govuk-list">${lines.map((line) => html`<li>${link(staffPaths.costAvoidedLine({ lineId: String(line.id) }), `${line.of}: ${inFull(line.amount)}`)} ${avoidanceTag(line.standing)}</li>`)}</ul>`
}
${neverFell.map((why) => html`<p class="govuk-body">${why}</p>`)}
${
  toDraft !== undefined &&
  html`<ul class="govuk-list app-no-print">${toDraft.map(
    ({ of, before, after }) =>
      html`<li>${of} came down from ${formatWeekly(before)} to ${formatWeekly(after)}: ${link(staffPaths.draftCostAvoided({ agreementId }, { of }), html`draft a line<span class="govuk-visually-hidden"> of ${of}</span>`)}</li>`,
  )}
<li>${link(staffPaths.draftCostAvoided({ agreementId }), 'Draft a line of something else')}</li></ul>`
}`
  );
};
