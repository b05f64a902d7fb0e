import { type DemographyShown, MOST_YEARS } from '@rightplace/app';
import { button, type Html, heading, html, insetText, select } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { packParts, packTable } from './pack-parts.ts';

const TITLE = 'The demographic picture';

/** Figures 1.1 to 1.8 and Table 1.1 of the strategy, with the true figures of the authority. */
export const demographyPage = (found: DemographyShown): Page => {
  const { shown, rounded, roundedSays, years, last, mayPublish } = found;
  const query = { last, years: years.length };
  return page({
    title: TITLE,
    section: 'measures',
    width: 'wide',
    breadcrumbs: [{ text: 'Measures', href: staffPaths.measures() }, { text: TITLE }],
    main: html`${heading(1, shown.title, { caption: shown.whose })}
${insetText({
  text: 'True figures, for people who may see the children behind them. Not to be handed on: what others may have is what is published.',
})}
<p class="govuk-body app-no-print">
<a class="govuk-link" href="${staffPaths.demographyFile({ format: 'csv' }, query)}" download>Download with definitions (CSV)</a><br>
<a class="govuk-link" href="${staffPaths.demographyFile({ format: 'xlsx' }, query)}" download>Download with definitions (spreadsheet)</a><br>
${mayPublish && html`<a class="govuk-link" href="${staffPaths.publishDemography(query)}">Prepare for publication</a><br>`}
<a class="govuk-link" href="${staffPaths.releases()}">What has been published</a></p>
${yearsForm(found)}
<p class="govuk-body">Counts are as they are; percentages are of counts as they are, to whole numbers, with the count behind each in brackets. Parts may not add to 100%. The picture of each figure draws its largest lines, and the table has them all.</p>
${packParts(
  shown,
  (table) =>
    table.id === 'table-1-1' &&
    rounded !== undefined &&
    html`<section id="table-1-1-rounded">${heading(3, 'Table 1.1 as the strategy printed its own, rounded', { size: 's' })}
${packTable(rounded, shown, { more: ', rounded' })}
<p class="app-chart__note">${roundedSays} To be read beside older papers, and not to be published: one table rounded by itself may give a small number away beside another.</p></section>`,
)}`,
  });
};

const yearsForm = ({ last, newest, years }: DemographyShown): Html =>
  html`<form method="get" action="${staffPaths.demography()}" class="app-list-form app-no-print"><div class="app-search">
${select({
  id: 'last',
  name: 'last',
  label: { text: 'Up to 31 March' },
  value: String(last),
  items: Array.from({ length: MOST_YEARS }, (_, i) => newest - i).map((year) => ({
    value: String(year),
    text: String(year),
  })),
})}
${select({
  id: 'years',
  name: 'years',
  label: { text: 'Number of years' },
  value: String(years.length),
  items: Array.from({ length: MOST_YEARS }, (_, i) => String(i + 1)).map((text) => ({ value: text, text })),
})}
${button({ text: 'Show' })}
</div></form>`;
