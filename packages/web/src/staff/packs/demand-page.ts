import type { Demand, DemandChart, DemandRanking } from '@rightplace/app';
import { collectionYearLabel, type Day, dayInWords, findMeasure } from '@rightplace/domain';
import { barChart, lineChart } from '../../charts/index.ts';
import {
  button,
  dataTable,
  type Html,
  heading,
  html,
  insetText,
  link,
  number,
  percent,
  select,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { chartFinding, endInWords, rankingFinding } from './demand-words.ts';

const TITLE = 'Demand before care';

/** From the front door to care, one year against the year before. */
export const demandPage = (found: Demand): Page => {
  const { authority, year, told } = found;
  return page({
    title: TITLE,
    section: 'measures',
    width: 'wide',
    breadcrumbs: [{ text: 'Measures', href: staffPaths.measures() }, { text: TITLE }],
    main: html`${heading(1, `${TITLE}: ${collectionYearLabel(year)} against ${collectionYearLabel(year - 1)}`, { caption: authority })}
${told === undefined ? nothingYet(found.mayLoad) : shownDemand(found, told)}`,
  });
};

const nothingYet = (mayLoad: boolean): Html =>
  html`${insetText({ text: 'No data recorded yet.' })}
<p class="govuk-body">Contacts, referrals, assessments, enquiries, need and protection plans are not in the return of children looked after. They come from Ofsted’s child-level lists (Annex A) or the children in need census, and the charts begin with the first of those that is loaded.</p>
<p class="govuk-body">${mayLoad ? link(staffPaths.upstream(), 'Load lists or a census') : 'Whoever loads returns for your authority can load them.'}</p>`;

const shownDemand = (found: Demand, told: NonNullable<Demand['told']>): Html => {
  const { charts, rankings, year, by, mayLoad } = found;
  return html`${insetText({ text: 'True figures, for people who may see the children behind them. Not to be handed on.' })}
<p class="govuk-body">What was loaded tells of ${dayInWords(told.from)} to ${dayInWords(told.to)}. A ${by} that it does not tell of from beginning to end is blank: nothing found in it is no nought.</p>
<p class="govuk-body app-no-print">
<a class="govuk-link" href="${staffPaths.demandFile({ format: 'csv' }, { year, by })}" download>Download with definitions (CSV)</a><br>
<a class="govuk-link" href="${staffPaths.demandFile({ format: 'xlsx' }, { year, by })}" download>Download with definitions (spreadsheet)</a>${mayLoad && html`<br>${link(staffPaths.upstream(), 'What was loaded, and load more')}`}</p>
${choiceForm(found)}
<div class="app-demand">
${charts.map((chart) => chartPart(chart, year))}
${rankings.map(rankingPart)}
</div>
${definitions(found)}`;
};

const choiceForm = ({ year, years, by }: Demand): Html =>
  html`<form method="get" action="${staffPaths.demand()}" class="app-list-form app-no-print"><div class="app-search">
${select({
  id: 'year',
  name: 'year',
  label: { text: 'Year' },
  value: String(year),
  items: years.map((each) => ({ value: String(each), text: collectionYearLabel(each) })),
})}
${select({
  id: 'by',
  name: 'by',
  label: { text: 'Points' },
  value: by,
  items: [
    { value: 'month', text: 'Each month' },
    { value: 'quarter', text: 'Each quarter' },
  ],
})}
${button({ text: 'Show' })}
</div></form>`;

const OVER: Readonly<Record<DemandChart['over'], (chart: DemandChart) => string>> = {
  end: ({ by }) => `at the end of each ${by}`,
  each: ({ by }) => `in each ${by}`,
  'year-so-far': ({ by }) => `from 1 April to the end of each ${by}`,
  followed: ({ by }) => `of twelve months that were over by then, told at the end of each ${by}`,
};

const measureLink = ({ measureId, title }: DemandChart, on: Day | undefined): Html => {
  const href = staffPaths.measure({ measureId }, on === undefined ? {} : { 'as-of': on });
  return html`<a class="govuk-link" href="${href}">The measure, with its definition<span class="govuk-visually-hidden">: ${title}</span></a>`;
};

const chartPart = (chart: DemandChart, year: number): Html => {
  const { id, title, unit, ends, thisYear, lastYear } = chart;
  if (chart.isEmpty)
    return html`<section id="${id}">${heading(2, title, { size: 's' })}<p class="govuk-body">No data recorded yet.</p></section>`;
  const finding = chartFinding(chart);
  const lastTold = ends[thisYear.findLastIndex((value) => value !== null)];
  const more = html`<p class="govuk-body-s app-no-print">${measureLink(chart, lastTold)}</p>`;
  if ([...thisYear, ...lastYear].every((value) => value === null))
    return html`<section id="${id}">${heading(2, finding, { size: 's' })}${more}</section>`;
  const pointsOf = (values: readonly (number | null)[]) =>
    ends.map((on, i) => ({ on, value: values[i] ?? null }));
  return html`<div>${lineChart({
    id,
    finding,
    headingLevel: 2,
    subtitle: `${title}, ${OVER[chart.over](chart)}, ${collectionYearLabel(year)} and ${collectionYearLabel(year - 1)}${unit === 'percent' ? ', percent' : ''}`,
    series: [
      { label: collectionYearLabel(year), points: pointsOf(thisYear) },
      { label: collectionYearLabel(year - 1), points: pointsOf(lastYear) },
    ],
    format: (value) => (unit === 'percent' ? percent(value, 0) : number(value)),
    // Both years stand on one axis, so that a month has no year.
    formatDay: (on) => endInWords(chart, on),
    dayHeader: chart.by === 'month' ? 'Month' : 'Quarter',
  })}${more}</div>`;
};

/** So many bars can be read; the table has all. */
const MOST_BARS = 10;

const rankingPart = (ranking: DemandRanking): Html => {
  const { id, title, rows, from, to } = ranking;
  if (to === undefined || rows.length === 0)
    return html`<section id="${id}">${heading(2, title, { size: 's' })}<p class="govuk-body">${to === undefined ? 'No data of this year yet.' : `Nothing of the kind is told of ${dayInWords(from)} to ${dayInWords(to)}.`}</p></section>`;
  const time = `${dayInWords(from)} to ${dayInWords(to)}`;
  return barChart({
    id,
    finding: rankingFinding(ranking),
    headingLevel: 2,
    subtitle: `${title}, ${time}`,
    bars: rows.slice(0, MOST_BARS).map((row) => ({ label: row.title, value: row.count })),
    format: number,
    rowHeader: 'What',
    valueHeader: 'How often',
    fullTable: dataTable({
      caption: `${title}, ${time}`,
      captionSize: 'hidden',
      dense: true,
      rows,
      columns: [
        { key: 'title', header: 'What' },
        { key: 'count', header: 'This year', numeric: true, cell: ({ count }) => number(count) },
        {
          key: 'before',
          header: 'The same time the year before',
          numeric: true,
          cell: ({ before }) => (before === null ? 'not known' : number(before)),
        },
      ],
    }),
  });
};

const definitions = ({ charts, rankings }: Demand): Html => {
  const ids = [...new Set([...charts, ...rankings].map(({ measureId }) => measureId))];
  return html`<section id="definitions">
${heading(2, 'What is counted')}
<dl class="app-pack-definitions">
${ids
  .flatMap((id) => findMeasure(id) ?? [])
  .map(
    ({
      title,
      definition,
      certainty,
    }) => html`<dt class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">${title}</dt>
<dd class="govuk-body govuk-!-margin-left-0">${definition} ${certainty.says}</dd>`,
  )}
</dl></section>`;
};
