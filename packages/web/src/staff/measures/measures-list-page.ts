import type { ListedHeadline, MeasureList, MeasuresOfQuestion } from '@rightplace/app';
import { dataTable, type Html, heading, html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { type AskedMoment, asKnownForm, askedMomentErrors, knownInWords, momentOf } from '../as-known.ts';
import { shownAtQuarterEnds } from '../at-quarter-ends.ts';
import { staffPaths } from '../paths.ts';
import { standingTag } from './comparison-part.ts';
import { targetText } from './comparison-words.ts';
import { headlineText } from './figure-words.ts';
import { ROUNDED_NOTE } from './headline-words.ts';
import { libraryPage, measureLink, measureLinks } from './measure-library.ts';

const TITLE = 'Measures';

/** Every measure there is for this person, under its question: the main ones, rounded, or the whole library. */
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
${measureLinks()}
${list.questions.map((question) => headlinesOf(question, shown))}
${asKnownForm(shown, { action: staffPaths.measures() })}`,
    });
  }
  return libraryPage(list, asked, authority);
};

const nothingYet = (title: string): Html =>
  html`<section>${heading(2, title)}<p class="govuk-body app-empty">No measure answers this question yet.</p></section>`;

const headlinesOf = ({ title, figures }: MeasuresOfQuestion<ListedHeadline>, shown: AskedMoment): Html => {
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
    {
      key: 'target',
      header: 'Target',
      classes: 'app-measure-target',
      cell: ({ measure, target }) =>
        target && html`${targetText(target, measure)} ${standingTag(target.standing)}`,
    },
  ],
})}
</section>`;
};
