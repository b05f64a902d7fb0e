import type { Headline, MeasureList, MeasuresOfQuestion, ShownFigure } from '@rightplace/app';
import { dataTable, type Html, heading, html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import {
  type AskedMoment,
  asKnownForm,
  askedMomentErrors,
  knownInWords,
  momentOf,
  silentSince,
} from '../as-known.ts';
import { shownAtQuarterEnds } from '../at-quarter-ends.ts';
import { staffPaths } from '../paths.ts';
import { trendLine } from './figure-parts.ts';
import { countsText, headlineText, sinceYearBefore, valueText, whoseInWords } from './figure-words.ts';
import { ROUNDED_NOTE } from './headline-words.ts';

const TITLE = 'Measures';

/** Every measure there is for this person, under its question. */
export const measuresListPage = (list: MeasureList, asked: AskedMoment, authority: string): Page => {
  if (list.kind === 'empty') {
    const shown = shownAtQuarterEnds(asked, list.quarterEnds);
    const then = shown.asKnown.knownAt !== undefined;
    return page({
      title: TITLE,
      section: 'measures',
      ...(then ? { knownAt: momentOf(shown) } : {}),
      main: html`${askedMomentErrors(shown)}
${heading(1, TITLE, { caption: authority })}
<p class="govuk-body">There is nothing to count ${then ? knownInWords(shown) : 'yet: no return has been taken in'}.</p>
${then && asKnownForm(shown, { action: staffPaths.measures() })}`,
    });
  }
  if (list.kind === 'headlines') {
    const shown = shownAtQuarterEnds(asked, list.shown);
    return page({
      title: TITLE,
      section: 'measures',
      knownAt: momentOf(shown),
      main: html`${askedMomentErrors(shown)}
${heading(1, TITLE, { caption: authority })}
<p class="govuk-body">${ROUNDED_NOTE}</p>
${TARGETS_LINK}
${list.questions.map((question) => headlinesOf(question, shown))}
${asKnownForm(shown, { action: staffPaths.measures() })}`,
    });
  }
  return page({
    title: TITLE,
    section: 'measures',
    width: 'wide',
    knownAt: momentOf(asked),
    main: html`${askedMomentErrors(asked)}
${heading(1, TITLE, { caption: whoseInWords(list.whose) ?? authority })}
${silentSince(list.toldUntil, asked, staffPaths.measures())}
${TARGETS_LINK}
${list.questions.map((question) => figuresOf(question, asked))}
${asKnownForm(asked, { action: staffPaths.measures() })}`,
  });
};

const TARGETS_LINK = html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${staffPaths.targets()}">Targets, and who set them</a></p>`;

const nothingYet = (title: string): Html =>
  html`<section>${heading(2, title)}<p class="govuk-body app-empty">No measure answers this question yet.</p></section>`;

const measureLink = (measureId: string, title: string, asked: AskedMoment): Html =>
  html`<a class="govuk-link" href="${staffPaths.measure({ measureId }, asked.query)}">${title}</a>`;

const figuresOf = (
  { title, figures, breakdowns }: MeasuresOfQuestion<ShownFigure>,
  asked: AskedMoment,
): Html => {
  if (figures.length === 0) return nothingYet(title);
  return html`<section>
${heading(2, title)}
${dataTable({
  caption: `Measures: ${title}`,
  captionSize: 'hidden',
  dense: true,
  rows: figures,
  columns: [
    {
      key: 'title',
      header: 'Measure',
      classes: 'app-measure-title',
      cell: ({ measure }) => measureLink(measure.id, measure.title, asked),
    },
    {
      key: 'value',
      header: 'Figure',
      classes: 'app-measure-figure',
      numeric: true,
      cell: ({ measure, value }) => html`<strong>${valueText(measure, value)}</strong>`,
    },
    { key: 'counts', header: 'Of what', classes: 'app-measure-words', cell: (figure) => countsText(figure) },
    {
      key: 'since',
      header: 'Against a year before',
      classes: 'app-measure-words',
      cell: (figure) => sinceYearBefore(figure),
    },
    { key: 'trend', header: 'Over two years', cell: ({ measure, trend }) => trendLine(measure, trend, 120) },
  ],
})}
${
  breakdowns.length > 0 &&
  html`${heading(3, 'The children looked after, part by part')}
<ul class="govuk-list govuk-!-margin-bottom-7">${breakdowns.map(({ id, title: name }) => html`<li>${measureLink(id, name, asked)}</li>`)}</ul>`
}
</section>`;
};

const headlinesOf = ({ title, figures }: MeasuresOfQuestion<Headline>, shown: AskedMoment): Html => {
  if (figures.length === 0) return nothingYet(title);
  return html`<section>
${heading(2, title)}
${dataTable({
  caption: `Measures: ${title}`,
  captionSize: 'hidden',
  dense: true,
  rows: figures,
  columns: [
    {
      key: 'title',
      header: 'Measure',
      classes: 'app-measure-title',
      cell: ({ measure }) => measureLink(measure.id, measure.title, shown),
    },
    {
      key: 'value',
      header: 'Figure',
      classes: 'app-measure-figure',
      numeric: true,
      cell: ({ measure, value }) => html`<strong>${headlineText(measure, value)}</strong>`,
    },
    {
      key: 'before',
      header: 'A year before',
      numeric: true,
      cell: ({ measure, yearBefore }) => headlineText(measure, yearBefore),
    },
  ],
})}
</section>`;
};
