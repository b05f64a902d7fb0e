import type { Proceedings, ProceedingsAsked, ProceedingsLine } from '@rightplace/app';
import { CARE_PROCEEDINGS, dayInWords, PRE_PROCEEDINGS, SECTION_20 } from '@rightplace/domain';
import { button, count, dataTable, type Html, heading, html, select } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { askedQuery, childCell, courtCell, stageCell, weeksCell } from './proceedings-words.ts';

export interface TrackerParts {
  readonly list: Proceedings;
  readonly asked: ProceedingsAsked;
  readonly mayBegin: boolean;
  readonly mayDownload: boolean;
}

const choose = (
  name: string,
  text: string,
  value: string,
  items: readonly (readonly [string, string])[],
): Html =>
  select({
    id: name,
    name,
    label: { text },
    value,
    items: items.map(([its, words]) => ({ value: its, text: words })),
  });

/** One form, sent with GET: what was asked is in the address, to be kept, printed and gone back to. */
const filterForm = (asked: ProceedingsAsked, teams: readonly string[]): Html => {
  const offered = asked.team === undefined || teams.includes(asked.team) ? teams : [...teams, asked.team];
  return html`<form method="get" action="${staffPaths.proceedings()}" class="app-list-form app-no-print" role="search">
<div class="app-search">
${choose('what', 'Show', asked.what ?? '', [
  ['', 'All proceedings'],
  [CARE_PROCEEDINGS.id, 'Care proceedings'],
  [PRE_PROCEEDINGS.id, 'Pre-proceedings'],
  [SECTION_20.id, 'Section 20 agreements'],
])}
${choose('team', 'Team', asked.team ?? '', [['', 'Any'], ...offered.map((team) => [team, team] as const)])}
${choose('over', 'That are', asked.over ? 'yes' : '', [
  ['', 'Going on'],
  ['yes', 'Ended'],
])}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</div>
</form>`;
};

const table = (lines: readonly ProceedingsLine[], today: string, caption: string): Html =>
  dataTable({
    caption,
    captionSize: 'hidden',
    dense: true,
    stacks: true,
    empty: 'There is none that you reach.',
    rows: lines,
    columns: [
      { key: 'child', header: 'Child', cell: childCell },
      { key: 'stage', header: 'Stage', cell: stageCell },
      { key: 'weeks', header: 'Weeks', cell: weeksCell, nowrap: true },
      { key: 'court', header: 'Next in court', cell: (line) => courtCell(line, today) },
      { key: 'asked', header: 'Order asked for', cell: ({ orderAsked }) => orderAsked ?? '' },
      {
        key: 'worker',
        header: 'Social worker',
        cell: ({ workers, team }) =>
          html`${workers.join(', ')}${team !== undefined && html`<br><span class="app-quiet">${team}</span>`}`,
      },
    ],
  });

/** How many stand how, in one sentence: what a monthly tracking meeting asks first. */
const inShort = (lines: readonly ProceedingsLine[]): string => {
  const of = (standing: string) => lines.filter(({ weeks }) => weeks?.standing === standing).length;
  return `${count(lines.length, 'case', 'cases')}: ${of('over')} over their time, ${of('near-end')} near its end.`;
};

/** Every child before a court or before that, with how long it has gone on and what is next. */
export const trackerPage = ({ list, asked, mayBegin, mayDownload }: TrackerParts): Page => {
  const { lines, teams, closed, today } = list;
  return page({
    title: 'Proceedings',
    section: 'proceedings',
    width: 'wide',
    childrenNamed: lines.map(({ child }) => child.id),
    main: html`${heading(1, 'Proceedings')}
${
  mayBegin &&
  html`<div class="govuk-button-group app-no-print">${button({ text: 'Put a child before the legal gateway', href: staffPaths.beginProceedings({ what: PRE_PROCEEDINGS.id }) })}
${button({ text: 'Record a section 20 agreement', href: staffPaths.beginProceedings({ what: SECTION_20.id }), classes: 'govuk-button--secondary' })}</div>`
}
${filterForm(asked, teams)}
<p class="govuk-body">${asked.over ? `${count(lines.length, 'case', 'cases')} that ended.` : inShort(lines)} On ${dayInWords(today)}.</p>
${closed > 0 && html`<p class="govuk-body-s">${count(closed, 'more is', 'more are')} of restricted records, which are opened one by one.</p>`}
${table(lines, today, 'Proceedings and pre-proceedings')}
${mayDownload && lines.length > 0 && html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${staffPaths.downloadProceedings(askedQuery(asked))}">Download this list</a></p>`}`,
  });
};
