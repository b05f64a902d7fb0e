import type { MeetingLine, PanelLine, PanelShown, PanelsShown } from '@rightplace/app';
import {
  dayAndWeekday,
  dayInShort,
  daysInWords,
  PANELS,
  RESOURCES_PANEL,
  roleTitle,
} from '@rightplace/domain';
import { button, dataTable, type Html, heading, html, insetText, tag } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { ageInWords } from '../children/child-words.ts';
import { staffPaths } from '../paths.ts';

const nameOf = ({ child, id }: PanelLine): Html =>
  child === undefined
    ? html`A restricted record`
    : html`<a class="govuk-link" href="${staffPaths.case({ caseId: String(id) })}">${child.name ?? child.id}</a>${child.age !== undefined && `, ${ageInWords(child.age)}`}`;

const dueOf = ({ waiting }: PanelLine): Html | string =>
  waiting?.due === undefined
    ? 'No day set'
    : waiting.overdue
      ? html`${tag({ text: 'Overdue', classes: 'govuk-tag--red' })} ${dayInShort(waiting.due)}`
      : dayInShort(waiting.due);

const waitedOf = ({ waiting }: PanelLine): string =>
  waiting === undefined
    ? ''
    : waiting.workingDays === 0
      ? 'Since today'
      : daysInWords(waiting.workingDays).replace('day', 'working day');

const linesTable = (caption: string, lines: readonly PanelLine[], empty: string): Html =>
  dataTable({
    caption,
    captionSize: 's',
    stacks: true,
    empty: html`<h3 class="govuk-heading-s">${caption}</h3><p class="govuk-body app-empty">${empty}</p>`,
    columns: [
      { key: 'child', header: 'Child', cell: nameOf },
      { key: 'where', header: 'Where it is', cell: ({ stateTitle }) => stateTitle },
      {
        key: 'who',
        header: 'Waiting for',
        cell: ({ waiting }) => (waiting?.roles ?? []).map((role) => roleTitle(role)).join(' or '),
      },
      { key: 'waited', header: 'For how long', cell: waitedOf },
      { key: 'due', header: 'Due', cell: dueOf },
    ],
    rows: lines,
  });

const meetingsTable = (
  { panel }: PanelShown,
  caption: string,
  lines: readonly MeetingLine[],
  empty: string,
): Html =>
  dataTable({
    caption,
    captionSize: 's',
    stacks: true,
    empty: html`<h3 class="govuk-heading-s">${caption}</h3><p class="govuk-body app-empty">${empty}</p>`,
    columns: [
      {
        key: 'on',
        header: 'Day',
        cell: ({ on, calledOff }) =>
          html`<a class="govuk-link" href="${staffPaths.panelMeeting({ panelId: panel, day: on })}">${dayAndWeekday(on)}</a>${calledOff && html` ${tag({ text: 'Called off', classes: 'govuk-tag--grey' })}`}`,
      },
      { key: 'startsAt', header: 'Time' },
      { key: 'place', header: 'Where' },
      { key: 'chair', header: 'Chair', cell: ({ chair }) => chair ?? 'Nobody yet' },
      { key: 'cases', header: 'Children', numeric: true, cell: ({ cases }) => String(cases) },
    ],
    rows: lines,
  });

const panelPart = (shown: PanelShown, { mayArrange, mayRefer }: PanelsShown): Html => {
  const { panel, next, past, toList, toFollowUp, toRefer } = shown;
  const { title, about } = PANELS[panel];
  const refersHere = mayRefer && panel === RESOURCES_PANEL.id;
  return html`<section class="app-panel" aria-labelledby="${panel}">
<h2 class="govuk-heading-m" id="${panel}">${title}</h2>
<p class="govuk-body">${about}</p>
${
  (mayArrange || refersHere) &&
  html`<div class="govuk-button-group">${refersHere && button({ text: 'Put a child before this panel', href: staffPaths.referToPanel() })}
${mayArrange && button({ text: 'Arrange a meeting', href: staffPaths.addPanelMeeting({ panelId: panel }), classes: 'govuk-button--secondary', attributes: { 'aria-describedby': panel } })}</div>`
}
${meetingsTable(shown, 'Next meetings', next, 'No meeting is arranged.')}
${toRefer.length > 0 && linesTable('In care after an emergency, and not put before the panel yet', toRefer, '')}
${linesTable('Waiting to be listed', toList, 'Nothing waits to be listed.')}
${linesTable('To follow up, or to look at again', toFollowUp, 'Nothing is to be followed up.')}
${past.length > 0 && meetingsTable(shown, 'Last meetings', past, '')}
</section>`;
};

/** The panels of the authority: when each meets, what waits for it, and what it agreed and has to ask after. */
export const panelsPage = (view: PanelsShown): Page =>
  page({
    title: 'Panels',
    section: 'panels',
    main: html`${heading(1, 'Panels')}
${
  view.panels.length === 0
    ? insetText({ text: 'This authority runs no panel. An administrator says under settings when it does.' })
    : view.panels.map((shown) => panelPart(shown, view))
}`,
  });
