import type { ConventionInForce, ShownFigure } from '@rightplace/app';
import { CONVENTIONS, EXCLUSION_REASONS, type MeasureText } from '@rightplace/domain';
import { bulletList, count, type Html, heading, html, summaryList } from '../../kit/index.ts';
import type { Query } from '../../server/path.ts';
import { conventionText } from '../conventions/convention-words.ts';
import { staffPaths } from '../paths.ts';

const MARKS: Readonly<Record<MeasureText['certainty']['mark'], string>> = {
  stated: 'Stated in a council’s paper',
  confirmed: 'Confirmed against published definitions and figures',
  'established practice': 'Established practice',
  local: 'A local convention: authorities differ',
  uncertain: 'Uncertain: check before relying on it for a statutory figure',
};

const POLARITIES: Readonly<Record<MeasureText['polarity'], string>> = {
  'higher is better': 'Higher is better',
  'lower is better': 'Lower is better',
  context: 'Neither high nor low is good in itself',
};

/** What is counted, by whose definition, and how far to trust it. */
export const definitionPart = (
  measure: MeasureText,
  certainty: readonly string[],
  conventions: readonly ConventionInForce[] = [],
): Html => html`<section>
${heading(2, 'What this counts', { id: 'definition' })}
<p class="govuk-body">${measure.definition}</p>
${summaryList({
  rows: [
    { key: { text: 'Whose definition' }, value: { text: measure.source } },
    {
      key: { text: 'How sure we are' },
      value: {
        html: html`<p class="govuk-body">${MARKS[measure.certainty.mark]}.</p>${bulletList(certainty)}`,
      },
    },
    ...conventionRows(conventions),
    { key: { text: 'Which way is good' }, value: { text: POLARITIES[measure.polarity] } },
    { key: { text: 'Worked out from' }, value: { text: measure.fields.join(', ') } },
    { key: { text: 'Version' }, value: { text: `${measure.id}, version ${measure.version}` } },
  ],
})}
</section>`;

/** What was counted by: what it is on the day shown, and where it is set. */
const conventionRows = (conventions: readonly ConventionInForce[]) =>
  conventions.map((each) => ({
    key: { text: 'Local convention' },
    value: {
      html: html`${CONVENTIONS[each.name].title}: ${conventionText(each)}. <a class="govuk-link" href="${staffPaths.conventions()}">All local conventions, and who set them</a>`,
    },
  }));

/** The page to take away, its definition with it. */
export const workbookLink = (measureId: string, query: Query): Html =>
  html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${staffPaths.measureWorkbook({ measureId }, query)}" download>Download this page as a spreadsheet</a></p>`;

/** Who is left out, and why; each line leads to them. */
export const excludedPart = ({ excluded, measure }: ShownFigure, href: string | undefined): Html | false => {
  if (excluded.length === 0) return false;
  const lines = excluded.map(
    ({ reason, count: left }) =>
      `${EXCLUSION_REASONS[reason]}: ${measure.unit === 'events' ? count(left, 'event') : count(left, 'child', 'children')}`,
  );
  return html`<section>
${heading(2, 'Left out')}
${bulletList(lines)}
${href !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${href}">Show those left out</a></p>`}
</section>`;
};
