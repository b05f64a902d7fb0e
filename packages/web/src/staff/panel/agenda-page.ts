import type { Agenda, AgendaItem } from '@rightplace/app';
import {
  dayAndWeekday,
  dayInShort,
  formatMoney,
  formatMoneyInFull,
  PANELS,
  type SupportItem,
} from '@rightplace/domain';
import {
  button,
  dataTable,
  details,
  type Html,
  heading,
  html,
  insetText,
  summaryList,
  warningText,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { saidInWords } from '../cases/case-page.ts';
import { ageInWords } from '../children/child-words.ts';
import { staffPaths } from '../paths.ts';

const nameOf = ({ child }: AgendaItem): string =>
  child === undefined
    ? 'A restricted record'
    : `${child.name ?? child.id}${child.age === undefined ? '' : `, ${ageInWords(child.age)}`}`;

const supportTable = (support: readonly SupportItem[], item: AgendaItem): Html | false =>
  support.length > 0 &&
  dataTable({
    caption: 'Support that was agreed',
    captionSize: 's',
    stacks: true,
    columns: [
      { key: 'what', header: 'What' },
      { key: 'weekly', header: 'A week', numeric: true, cell: ({ weekly }) => formatMoneyInFull(weekly) },
      {
        key: 'starts',
        header: 'From',
        cell: ({ starts }) => (starts === undefined ? '' : dayInShort(starts)),
      },
      {
        key: 'ends',
        header: 'Until',
        cell: ({ ends }) => (ends === undefined ? 'Not known' : dayInShort(ends)),
      },
      { key: 'owner', header: 'Who sees to it' },
    ],
    rows: support,
    foot: ['Together', formatMoneyInFull(item.weekly), '', '', ''],
  });

const itemPart = (item: AgendaItem, place: number): Html => {
  const { child, id, asked, outcome, support, papers, stateTitle } = item;
  const open = staffPaths.case({ caseId: String(id) });
  return html`<li class="app-agenda__item">${summaryList({
    card: {
      title: { text: `${place}. ${nameOf(item)}`, headingLevel: 2 },
      ...(child === undefined ? {} : { actions: { items: [{ href: open, text: 'Open' }] } }),
    },
    rows: [
      { key: { text: 'Where it is' }, value: { text: stateTitle } },
      ...(child === undefined ? [] : [{ key: { text: 'Number' }, value: { text: child.id } }]),
      ...asked.map(({ label, paragraphs }) => ({
        key: { text: label },
        value: { html: html`${paragraphs.map((text) => html`<p class="govuk-body">${text}</p>`)}` },
      })),
      ...(outcome === undefined
        ? []
        : [{ key: { text: 'At this meeting' }, value: { text: outcome.sentence } }]),
      ...(support.length === 0
        ? []
        : [{ key: { text: 'Costs a week' }, value: { text: formatMoney(item.weekly) } }]),
    ],
  })}
${outcome !== undefined && saidInWords(outcome.said)}
${supportTable(support, item)}
${
  papers.length > 0 &&
  details({
    summaryText: `Papers of ${nameOf(item)}`,
    classes: 'app-opens-on-paper',
    html: html`${papers.map(({ title, said }) => html`${heading(3, title, { size: 's' })}${saidInWords(said)}`)}`,
  })
}</li>`;
};

const meetingRows = ({ meeting, chair }: Agenda) => [
  { key: { text: 'When' }, value: { text: `${dayAndWeekday(meeting.on)}, ${meeting.startsAt}` } },
  { key: { text: 'Where' }, value: { text: meeting.place } },
  { key: { text: 'Chair' }, value: { text: chair ?? 'Nobody yet' } },
  ...(meeting.members.length === 0
    ? []
    : [{ key: { text: 'Who was there' }, value: { html: html`${meeting.members.join('; ')}` } }]),
];

/** A meeting's agenda: who is on it, their papers, and what the panel made of each. As it is printed for the table. */
export const agendaPage = (view: Agenda): Page => {
  const { panel, meeting, items, notShown, mayArrange, today } = view;
  const { title } = PANELS[panel];
  const hasCome = meeting.on <= today && !meeting.calledOff;
  return page({
    title: `${title}, ${dayAndWeekday(meeting.on)}`,
    section: 'panels',
    breadcrumbs: [{ text: 'Panels', href: staffPaths.panels() }, { text: dayAndWeekday(meeting.on) }],
    main: html`${heading(1, dayAndWeekday(meeting.on), { caption: title })}
${meeting.calledOff && warningText({ text: 'This meeting was called off. What is listed for it has to be listed anew.', iconFallbackText: 'Warning' })}
${summaryList({ rows: meetingRows(view) })}
${
  mayArrange &&
  html`<div class="govuk-button-group app-no-print">${button({
    text: hasCome && meeting.members.length === 0 ? 'Say who was there' : 'Change this meeting',
    href: staffPaths.changePanelMeeting({ panelId: panel, day: meeting.on }),
    classes: hasCome && meeting.members.length === 0 ? '' : 'govuk-button--secondary',
  })}</div>`
}
${
  hasCome &&
  meeting.members.length === 0 &&
  items.length > 0 &&
  insetText({ text: 'What the panel decided can be recorded once it is said who was there.' })
}
${
  items.length === 0
    ? html`<p class="govuk-body app-empty">${notShown === 0 ? 'Nobody is on this agenda.' : 'Nobody whom you may see is on this agenda.'}</p>`
    : html`<ol class="app-agenda">${items.map((item, at) => itemPart(item, at + 1))}</ol>`
}
${notShown > 0 && html`<p class="govuk-body">${notShown === 1 ? 'One more child on this agenda is not shown to you.' : `${notShown} more children on this agenda are not shown to you.`}</p>`}`,
  });
};
