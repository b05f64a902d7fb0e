import type { Demand, DemandChart, DemandRanking } from '@rightplace/app';
import { collectionYearLabel, dayInWords, monthInWords } from '@rightplace/domain';
import { barChart, lineChart } from '../../charts/index.ts';
import { dataTable, type Html, heading, html, insetText, link, number, percent } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { chartFinding, RANKING_TITLES, rankingFinding } from './demand-words.ts';

const TITLE = 'Demand before care';

/** From the front door to care, the months of this year against last year's. */
export const demandPage = (found: Demand): Page => {
  const { authority, year, charts, rankings, toldUntil } = found;
  return page({
    title: TITLE,
    section: 'measures',
    width: 'wide',
    breadcrumbs: [{ text: 'Measures', href: staffPaths.measures() }, { text: TITLE }],
    main: html`${heading(1, `${TITLE}: ${collectionYearLabel(year)} against ${collectionYearLabel(year - 1)}`, { caption: authority })}
${
  toldUntil === undefined
    ? insetText({
        html: html`No data recorded yet. It comes from Ofsted’s child-level lists or the children in need census: ${link(staffPaths.upstream(), 'what was loaded')}.`,
      })
    : html`${insetText({ text: 'True figures, for people who may see the children behind them. Not to be handed on.' })}
<p class="govuk-body">What was loaded tells of days up to ${dayInWords(toldUntil)}. A month that it does not tell of from beginning to end is blank: nothing found in it is no nought.</p>
${charts.map((chart) => chartPart(chart, year))}
${rankings.map(rankingPart)}
${definitions(charts)}`
}`,
  });
};

const OVER: Readonly<Record<DemandChart['over'], string>> = {
  end: 'at the end of each month',
  month: 'in each month',
  'year-so-far': 'from 1 April to the end of each month',
};

const chartPart = (chart: DemandChart, year: number): Html => {
  if (chart.isEmpty)
    return html`<section id="${chart.id}">${heading(2, chart.title, { size: 's' })}<p class="govuk-body">No data recorded yet.</p></section>`;
  const pointsOf = (values: readonly (number | null)[]) =>
    chart.months.map((on, i) => ({ on, value: values[i] ?? null }));
  return lineChart({
    id: chart.id,
    finding: chartFinding(chart),
    headingLevel: 2,
    subtitle: `${chart.title}, ${OVER[chart.over]}, ${collectionYearLabel(year)} and ${collectionYearLabel(year - 1)}${chart.unit === 'percent' ? ', percent' : ''}`,
    series: [
      { label: collectionYearLabel(year), points: pointsOf(chart.thisYear) },
      { label: collectionYearLabel(year - 1), points: pointsOf(chart.lastYear) },
    ],
    format: (value) => (chart.unit === 'percent' ? percent(value, 0) : number(value)),
    // Both years stand on one axis, so that a month has no year.
    formatDay: (on) => monthInWords(on).replace(/ \d+$/, ''),
    dayHeader: 'Month',
    table: 'plain',
  });
};

/** So many bars can be read; the table has all. */
const MOST_BARS = 10;

const rankingPart = (ranking: DemandRanking): Html => {
  const { id, rows, isEmpty, from, to } = ranking;
  if (isEmpty || rows.length === 0)
    return html`<section id="${id}">${heading(2, RANKING_TITLES[id], { size: 's' })}<p class="govuk-body">No data recorded yet.</p></section>`;
  const time = `${dayInWords(from)} to ${dayInWords(to)}`;
  return barChart({
    id,
    finding: rankingFinding(ranking),
    headingLevel: 2,
    subtitle: `${RANKING_TITLES[id]}, ${time}`,
    bars: rows.slice(0, MOST_BARS).map(({ title, count }) => ({ label: title, value: count })),
    format: number,
    rowHeader: 'What',
    valueHeader: 'How often',
    table: 'plain',
    fullTable: dataTable({
      caption: `${RANKING_TITLES[id]}, ${time}`,
      captionSize: 'hidden',
      dense: true,
      rows,
      columns: [
        { key: 'title', header: 'What' },
        { key: 'count', header: 'This year', numeric: true, cell: ({ count }) => number(count) },
        {
          key: 'before',
          header: 'The same time last year',
          numeric: true,
          cell: ({ before }) => (before === null ? '–' : number(before)),
        },
      ],
    }),
  });
};

const definitions = (charts: readonly DemandChart[]): Html => html`<section id="definitions">
${heading(2, 'What is counted')}
<dl class="app-pack-definitions">
${charts.map(
  ({
    title,
    definition,
  }) => html`<dt class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">${title}</dt>
<dd class="govuk-body govuk-!-margin-left-0">${definition}</dd>`,
)}
</dl></section>`;
