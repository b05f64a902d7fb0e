import type { ConventionList, ShownConvention } from '@rightplace/app';
import { type Day, dayInWords } from '@rightplace/domain';
import { type Content, capitalised, dataTable, type Html, heading, html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { conventionText, heldText } from './convention-words.ts';

const TITLE = 'Local conventions';

/** What the authority decides for itself where no rule does, since when, by whom and why. */
export const conventionsPage = ({ conventions, maySet, toOpen, today }: ConventionList): Page =>
  page({
    title: TITLE,
    section: 'measures',
    width: 'wide',
    breadcrumbs: [{ text: 'Measures', href: staffPaths.measures() }, { text: TITLE }],
    main: html`${heading(1, TITLE)}
<p class="govuk-body">Authorities count these differently and no rule decides, so yours does. A figure is counted by what held on its own day, and says so. Figures of earlier days keep what they were counted by.</p>
${dataTable({
  caption: 'Local conventions',
  captionSize: 'hidden',
  dense: true,
  rows: conventions,
  columns: [
    { key: 'title', header: 'What is decided', cell: (each) => titleCell(each, maySet) },
    { key: 'now', header: 'Now', cell: (each) => nowCell(each, today) },
    { key: 'measures', header: 'Which figures it alters', cell: (each) => measuresCell(each, toOpen) },
    { key: 'who', header: 'Who set it and why', cell: whoCell },
  ],
})}`,
  });

const titleCell = ({ text: { id, title } }: ShownConvention, maySet: boolean): Html =>
  html`${title}${
    maySet &&
    html` <span class="app-comparison__quiet app-no-print"><a class="govuk-link app-comparison__link" href="${staffPaths.convention({ conventionId: id })}">Change<span class="govuk-visually-hidden">: ${title}</span></a></span>`
  }`;

const nowCell = ({ now, held }: ShownConvention, today: Day): Html =>
  html`<p class="app-comparison__line">${conventionText(now)}</p>${held
    .filter(({ from }) => from > today)
    .map((each) => html`<p class="app-comparison__line">${heldText(each, today)}</p>`)}`;

const measuresCell = (
  { measures, text: { alters } }: ShownConvention,
  toOpen: ConventionList['toOpen'],
): Html =>
  html`${alters !== undefined && `${capitalised(alters)}.`}${measures.map(({ id: measureId, title }) => (toOpen.has(measureId) ? html`<a class="govuk-link" href="${staffPaths.measure({ measureId })}">${title}</a>` : title))}`;

const whoCell = ({ history: [last], now }: ShownConvention): Content => {
  if (last !== undefined)
    return html`${last.by}, ${dayInWords(last.on)}: <span class="app-comparison__quiet">${last.set.why}</span>`;
  return now.set?.why ?? 'What the papers that ask for it say, or usual practice.';
};
