import type { HeadlinePage } from '@rightplace/app';
import { addMonths, endOfMonth, monthInWords } from '@rightplace/domain';
import { lineChart } from '../../charts/index.ts';
import { type Html, heading, html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { type AskedMoment, asKnownForm, askedMomentErrors, momentOf } from '../as-known.ts';
import { shownAtQuarterEnds } from '../at-quarter-ends.ts';
import { commentaryPart } from '../commentary/commentary-part.ts';
import { staffPaths } from '../paths.ts';
import { chartComparison, comparisonPart, type OwnFigure } from './comparison-part.ts';
import { comparedFinding, whenText } from './comparison-words.ts';
import { definitionPart, workbookLink } from './definition-part.ts';
import { axisText, headlineNote, headlineText } from './figure-words.ts';
import { ROUNDED_NOTE } from './headline-words.ts';

/** A main figure for those who may not tell children apart by it: rounded, at the end of a quarter. */
export const headlinePage = (
  { headline, shown: ends, comparison, commentary }: HeadlinePage,
  asked: AskedMoment,
): Page => {
  const shown = shownAtQuarterEnds(asked, ends);
  const { measure, value, yearBefore } = headline;
  const title = `${measure.title}${comparedFinding(comparison, measure)}`;
  return page({
    title,
    section: 'measures',
    knownAt: momentOf(shown),
    breadcrumbs: [{ text: 'Measures', href: staffPaths.measures(shown.query) }, { text: measure.title }],
    main: html`${askedMomentErrors(shown)}
${heading(1, title)}
<div class="app-headline">
<p class="app-headline__value">${headlineText(measure, value)}</p>
<p class="app-headline__about">${headlineNote(value) !== undefined && html`<span>${headlineNote(value)}</span>`}<span>${headlineText(measure, yearBefore)} a year before</span></p>
</div>
${trendPart(headline, comparison, shown)}
${commentaryPart(commentary, { measureId: measure.id, asked })}
${comparisonPart(ownOf(headline), comparison)}
<p class="govuk-body">${ROUNDED_NOTE}</p>
${definitionPart(measure, [measure.certainty.says])}
${workbookLink(measure.id, shown.query)}
${asKnownForm(shown, { action: staffPaths.measure({ measureId: measure.id }) })}`,
  });
};

const ownOf = ({ measure, on, value, yearBefore }: HeadlinePage['headline']): OwnFigure => ({
  measure,
  asOf: on,
  when: whenText(measure, on),
  value: headlineText(measure, value),
  yearBefore: headlineText(measure, yearBefore),
  yearBeforeWhen: whenText(measure, endOfMonth(addMonths(on, -12))),
});

const trendPart = (
  { measure, trend }: HeadlinePage['headline'],
  comparison: HeadlinePage['comparison'],
  { query }: AskedMoment,
): Html | false => {
  if (trend.length === 0) return false;
  const { others, target } = chartComparison(comparison);
  return lineChart({
    id: 'trend',
    headingLevel: 2,
    finding: 'Quarter by quarter over two years',
    subtitle: `${measure.title}, rounded, at the end of each quarter`,
    target,
    series: [
      {
        label: 'Rounded',
        points: trend.map(({ on, value }) => ({ on, value: value.kind === 'about' ? value.value : null })),
      },
      ...others,
    ],
    format: axisText(measure),
    formatDay: monthInWords,
    dayHeader: 'Quarter to the end of',
    csvHref: staffPaths.measureFigures({ measureId: measure.id }, query),
  });
};
