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
import { AVERAGE_NOTE, ROUNDED_NOTE, TREND_OF } from './headline-words.ts';

/** A main figure for those who may not tell children apart by it: rounded, at the end of a quarter. */
export const headlinePage = (
  { headline, shown: ends, comparison, commentary }: HeadlinePage,
  asked: AskedMoment,
): Page => {
  const shown = shownAtQuarterEnds(asked, ends);
  const { measure, value, yearBefore } = headline;
  const note = headlineNote(measure, value);
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
<p class="app-headline__about">${note !== undefined && html`<span>${note}</span>`}<span>${headlineText(measure, yearBefore)} a year before</span></p>
</div>
${trendPart(headline, comparison, shown)}
${commentaryPart(commentary, { measureId: measure.id, asked })}
${comparisonPart(ownOf(headline), comparison)}
<p class="govuk-body">${headline.every === 'year' ? AVERAGE_NOTE : ROUNDED_NOTE}</p>
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
  { measure, trend, every }: HeadlinePage['headline'],
  comparison: HeadlinePage['comparison'],
  { query }: AskedMoment,
): Html | false => {
  if (trend.length === 0) return false;
  const { others, target } = chartComparison(comparison);
  return lineChart({
    id: 'trend',
    headingLevel: 2,
    finding: TREND_OF[every],
    subtitle: `${measure.title}, rounded, ${every === 'year' ? 'to each 31 March' : 'at the end of each quarter'}`,
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
    dayHeader: every === 'year' ? 'To the end of' : 'Quarter to the end of',
    csvHref: staffPaths.measureFigures({ measureId: measure.id }, query),
  });
};
