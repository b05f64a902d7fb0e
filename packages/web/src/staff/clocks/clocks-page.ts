import type { ChildView, ClocksView, SaidOfClock, ShownClock } from '@rightplace/app';
import { dayInWords, roleTitle, startInWords } from '@rightplace/domain';
import {
  bulletList,
  count,
  dataTable,
  details,
  type Html,
  heading,
  html,
  insetText,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { childIdentity, childParts, glassNotice } from '../children/child-frame.ts';
import { identityFacts, named } from '../children/child-page.ts';
import { childName } from '../children/child-words.ts';
import { staffPaths } from '../paths.ts';
import { whoAllocates } from '../reviewing/no-officer-part.ts';
import { beganText, certaintyText, dueText, saidPart, sayLink, stateOf } from './clock-words.ts';

export interface ClocksPageParts {
  readonly child: ChildView;
  readonly clocks: ClocksView;
  readonly mayAudit: boolean;
  readonly mayCorrect: boolean;
}

/** The child's name and the other pages of the record, as on each of them. */
export const clocksFrame = ({ child, mayAudit, mayCorrect }: Omit<ClocksPageParts, 'clocks'>) => ({
  section: 'children' as const,
  identity: childIdentity(named(child), {
    facts: identityFacts(child),
    parts: childParts(child.id, { here: 'due', carried: {}, mayAudit, mayCorrect }),
  }),
});

const sourceCell = ({ clock }: ShownClock): Html =>
  html`${clock.rule.source}<span class="app-quiet">${certaintyText(clock)}</span>`;

const whatCell = ({ clock }: ShownClock): Html =>
  html`${clock.rule.title}<span class="app-quiet">${beganText(clock)}</span>`;

/** Of what no sentence meets, where it is done: for whoever may, or whom to ask. */
const whereItIsDone = ({ clock }: ShownClock, { id, mayAllocate }: ClocksView): Html | false =>
  clock.rule.doneBy === 'officer-allocated' &&
  clock.status === 'open' &&
  html`<p class="govuk-body-s govuk-!-margin-top-1 govuk-!-margin-bottom-1">${
    mayAllocate
      ? html`<a class="govuk-link" href="${staffPaths.reviewingOfficer({ childId: id })}">Allocate a reviewing officer</a>`
      : `Ask somebody who can allocate one: ${whoAllocates()}.`
  }</p>`;

const takeBack = (childId: string, { entry, mayTakeBack }: SaidOfClock, title: string): Html | false =>
  mayTakeBack &&
  html` <a class="govuk-link app-no-print" href="${staffPaths.takeBackDue({ childId, ruleId: entry.rule, start: entry.start, entryNumber: String(entry.number) })}">Take back<span class="govuk-visually-hidden"> what was recorded for ${dayInWords(entry.on)}: ${title}</span></a>`;

const stateCell = (shown: ShownClock, view: ClocksView): Html =>
  html`${stateOf(shown.clock, view.today)}${whereItIsDone(shown, view)}${shown.said.map(
    (said) =>
      html`<p class="govuk-body-s govuk-!-margin-top-1 govuk-!-margin-bottom-1">${saidPart(said.who, said.entry)}${takeBack(view.id, said, shown.clock.rule.title)}</p>`,
  )}`;

const sayCell = ({ clock, may }: ShownClock, { id }: ClocksView): Html =>
  html`${may.map(
    (kind) =>
      html`<a class="govuk-link app-no-print" href="${staffPaths.sayOfDue({ childId: id, ruleId: clock.rule.id, start: clock.start, kind })}">${sayLink(clock, kind)}<span class="govuk-visually-hidden">: ${clock.rule.title}</span></a><br>`,
  )}`;

const table = (view: ClocksView, rows: readonly ShownClock[], caption: string): Html =>
  dataTable<ShownClock>({
    caption,
    captionSize: 'hidden',
    dense: true,
    stacks: true,
    rows,
    columns: [
      { key: 'what', header: 'What', cell: whatCell },
      {
        key: 'due',
        header: 'Due, and how it stands',
        cell: (shown) => html`${dueText(shown.clock)}<br>${stateCell(shown, view)}`,
      },
      { key: 'whose', header: 'Whose', cell: ({ clock }) => roleTitle(clock.rule.owner) },
      { key: 'source', header: 'Source', cell: sourceCell },
      rows.some(({ may }) => may.length > 0) && {
        key: 'say',
        header: 'Record',
        cell: (shown) => sayCell(shown, view),
      },
    ],
  });

const openPart = (view: ClocksView): Html => {
  const overdue = view.open.filter(({ clock }) => clock.isOverdue).length;
  return html`<p class="govuk-body">${
    view.open.length === 0
      ? view.withheld.length === 0
        ? 'Nothing is due.'
        : 'Nothing is due that you are shown.'
      : html`${count(view.open.length, 'thing is', 'things are')} to be done${overdue > 0 && html`, <strong>${view.open.length === 1 ? 'and it is overdue' : `${overdue} of them overdue`}</strong>`}.`
  }</p>
${view.open.length > 0 && table(view, view.open, 'What is to be done')}`;
};

const beginningsPart = ({ id, beginnings }: ClocksView): Html | false =>
  beginnings.length > 0 &&
  html`${heading(2, 'Record that something began', { size: 'm' })}
<p class="govuk-body">The record does not know of these by itself.</p>
${bulletList(
  beginnings.map(
    (rule) =>
      html`<a class="govuk-link" href="${staffPaths.beginDue({ childId: id, ruleId: rule.id })}">${rule.title}</a>: when ${startInWords(rule.start)}`,
  ),
)}`;

const withheldPart = ({ withheld }: ClocksView): Html | false =>
  withheld.length > 0 &&
  html`${heading(2, 'Recorded in cases that you can’t see', { size: 'm' })}
<p class="govuk-body">Court proceedings and similar cases are open to those who work on them. So you are not shown when these are due, or whether they are done.</p>
${bulletList(withheld.map(({ rule, began }) => `${rule.title}, since ${dayInWords(began)}`))}`;

const unattachedPart = ({ id, unattached }: ClocksView): Html | false =>
  unattached.length > 0 &&
  html`${heading(2, 'Recorded for a day that the record no longer has', { size: 'm' })}
${bulletList(unattached.map((said) => html`${said.title}: ${saidPart(said.who, said.entry)}${takeBack(id, said, said.title)}`))}`;

const kept = (view: ClocksView): Html =>
  view.keptFrom === undefined
    ? insetText({ text: 'What is due is not kept here yet. An administrator turns it on under Settings.' })
    : html`${openPart(view)}
${
  view.over.length > 0 &&
  details({
    summaryText: `What was done or has stopped (${view.over.length})`,
    html: table(view, view.over, 'What was done or has stopped'),
  })
}
${withheldPart(view)}${beginningsPart(view)}${unattachedPart(view)}
<p class="govuk-body-s">Kept for what began on ${dayInWords(view.keptFrom)} or later. The day that something is due stays, whatever is allowed; working days leave out weekends and bank holidays.</p>`;

/** What is due for a child: what, by when, whose, how it stands, where it says so. */
export const clocksPage = (parts: ClocksPageParts): Page =>
  page({
    title: `What is due – ${childName(named(parts.child))}`,
    ...clocksFrame(parts),
    width: 'wide',
    main: html`${glassNotice(parts.child.glass)}
${heading(1, 'What is due', { caption: childName(named(parts.child)) })}
${kept(parts.clocks)}`,
  });
