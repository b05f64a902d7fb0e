import type { AvoidanceLine, AvoidedInYear, AvoidedTotal } from '@rightplace/app';
import { AVOIDANCE_FORUMS, collectionYearLabel, dayInWords } from '@rightplace/domain';
import { button, count, dataTable, type Html, heading, html, link, select } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { childWords, inFull, quiet } from '../agreements/agreement-words.ts';
import { staffPaths } from '../paths.ts';
import { avoidanceTag, claimedInWords, weeksInWords } from './avoidance-words.ts';

const yearForm = ({ year, today }: AvoidedInYear): Html => {
  const thisYear = Number(today.slice(0, 4)) + 1;
  const years = Array.from({ length: 6 }, (_, back) => thisYear - back);
  return html`<form method="get" action="${staffPaths.costAvoided()}" class="app-list-form app-no-print">
<div class="app-search">
${select({
  id: 'year',
  name: 'year',
  label: { text: 'Financial year in which it was agreed' },
  value: String(year),
  items: years.map((one) => ({
    value: String(one),
    text: collectionYearLabel(one),
  })),
})}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</div></form>`;
};

const forumTitle = ({ forum }: AvoidedTotal): string =>
  forum === 'all' ? 'All forums' : AVOIDANCE_FORUMS[forum];

const totalsTable = ({ totals, year }: AvoidedInYear): Html =>
  dataTable<AvoidedTotal>({
    caption: `What was avoided by forum, ${collectionYearLabel(year)}: verified lines`,
    captionSize: 'm',
    stacks: true,
    rows: totals,
    columns: [
      { key: 'forum', header: 'Forum', cell: forumTitle },
      { key: 'placements', header: 'Placements', numeric: true },
      { key: 'lines', header: 'Lines', numeric: true },
      { key: 'inYear', header: 'In the year', numeric: true, cell: ({ inYear }) => inFull(inYear) },
      { key: 'inFull', header: 'In full', numeric: true, cell: ({ inFull: whole }) => inFull(whole) },
      {
        key: 'waiting',
        header: 'Waiting to be verified',
        numeric: true,
        cell: ({ waiting }) => inFull(waiting),
      },
    ],
  });

const linesTable = ({ lines }: AvoidedInYear): Html =>
  dataTable<AvoidanceLine>({
    caption: 'Lines, the latest first',
    captionSize: 'm',
    dense: true,
    stacks: true,
    empty: 'Nothing was drafted for this year.',
    rows: lines,
    columns: [
      {
        key: 'child',
        header: 'Child and home',
        cell: (line) =>
          html`${link(staffPaths.costAvoidedLine({ lineId: String(line.id) }), childWords({ id: line.child, name: line.name }))}<br>${quiet(line.home)}`,
      },
      {
        key: 'forum',
        header: 'Forum and day',
        cell: (line) => html`${AVOIDANCE_FORUMS[line.forum]}<br>${quiet(dayInWords(line.agreedOn))}`,
      },
      {
        key: 'of',
        header: 'What came down',
        cell: (line) =>
          html`${line.of}<br>${quiet(`${inFull(line.before as never)} to ${inFull(line.after as never)} a week`)}`,
      },
      { key: 'aWeek', header: 'Less a week', numeric: true, cell: ({ aWeek }) => inFull(aWeek as never) },
      {
        key: 'nights',
        header: 'Claimed for',
        cell: (line) => html`${weeksInWords(line.inFull)}<br>${quiet(claimedInWords(line))}`,
      },
      { key: 'inYear', header: 'In the year', numeric: true, cell: ({ inYear }) => inFull(inYear.amount) },
      {
        key: 'inFull',
        header: 'In full',
        numeric: true,
        cell: ({ inFull: whole }) => inFull(whole.amount),
      },
      { key: 'standing', header: 'How it stands', cell: ({ standing }) => avoidanceTag(standing) },
    ],
  });

/** The lines of cost avoided that were agreed in a year, and what they come to by forum. */
export const avoidedPage = (list: AvoidedInYear, { mayDownload }: { readonly mayDownload: boolean }): Page =>
  page({
    title: 'Cost avoided',
    section: 'cost-avoided',
    width: 'wide',
    childrenNamed: list.lines.map(({ child }) => child),
    main: html`${heading(1, 'Cost avoided')}
<p class="govuk-body">By how much weekly prices were brought down, times the weeks written down with each line. It is no saving: budget reports keep it apart. Only what finance has verified is in the totals.</p>
${yearForm(list)}
${list.closed > 0 && html`<p class="govuk-body-s">${count(list.closed, 'agreement is', 'agreements are')} of restricted records, and not in these sums.</p>`}
${totalsTable(list)}
${linesTable(list)}
${mayDownload && html`<p class="govuk-body app-no-print">${link(staffPaths.downloadCostAvoided({ year: String(list.year) }), 'Download these lines')}</p>`}`,
  });
