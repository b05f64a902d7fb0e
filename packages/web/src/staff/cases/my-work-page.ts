import type { ListPage, MyWork, MyWorkLine, PagesOfWork, YourWork } from '@rightplace/app';
import { type Day, dayInShort, daysInWords, roleTitle } from '@rightplace/domain';
import { button, dataTable, details, type Html, heading, html, tag } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { ageInWords } from '../children/child-words.ts';
import { duePart } from '../clocks/due-part.ts';
import { staffPaths } from '../paths.ts';
import { actingPart, doneForThemPart } from '../standing-in/acting-parts.ts';
import { workInPages } from './work-in-pages.ts';

export const whoCell = ({ waiting, unconfirmed, noOfficer }: MyWorkLine): Html | string => {
  const who =
    waiting.roles.length === 0
      ? unconfirmed.join(' and ')
      : waiting.roles.map((role) => roleTitle(role)).join(' or ');
  return noOfficer
    ? html`${tag({ text: 'No reviewing officer allocated', classes: 'govuk-tag--red' })}<br>${who}`
    : who;
};

/** By when: late in red; and where it has no day of its own, the last one before it lapses. */
export const dueCell = ({
  waiting: { due, overdue, lapsesAfter },
}: Pick<MyWorkLine, 'waiting'>): Html | string => {
  const lapses = lapsesAfter === undefined ? undefined : `Lapses after ${dayInShort(lapsesAfter)}`;
  if (due === undefined) return lapses ?? 'No day set';
  const on = overdue
    ? html`${tag({ text: 'Overdue', classes: 'govuk-tag--red' })} ${dayInShort(due)}`
    : dayInShort(due);
  return lapses === undefined ? on : html`${on}<br>${lapses}`;
};

export const waitedCell = ({ waiting }: MyWorkLine): string =>
  waiting.workingDays === 0 ? 'Since today' : daysInWords(waiting.workingDays).replace('day', 'working day');

/** The child, with the way to the case. Of a restricted record the way is told to whoever has a word to answer for in it. */
export const childCell = ({ child, id, isAsked }: MyWorkLine): Html => {
  const link = (text: string): Html =>
    html`<a class="govuk-link" href="${staffPaths.case({ caseId: String(id) })}">${text}</a>`;
  if (child === undefined)
    return isAsked ? link('Your word on a restricted record') : html`A restricted record`;
  return html`${link(child.name ?? child.id)}${child.age !== undefined && `, ${ageInWords(child.age)}`}`;
};

/** What it is and where it stands; under it, in red, what is wrong for as long as it stands there. */
export const whatCell = ({ title, stateTitle, returned, alarm, unconfirmed }: MyWorkLine): Html => {
  const alarms = [
    ...(alarm === undefined ? [] : [alarm]),
    ...unconfirmed.map((name) => `Not confirmed by ${name}`),
  ];
  return html`${title}<br><span class="govuk-hint">${returned ?? stateTitle}</span>${alarms.map(
    (text) => html`<div class="app-alarm">${tag({ text, classes: 'govuk-tag--red' })}</div>`,
  )}`;
};

const table = (caption: string, lines: readonly MyWorkLine[], empty: string): Html =>
  dataTable({
    caption,
    captionSize: 'm',
    stacks: true,
    empty: html`<h2 class="govuk-heading-m">${caption}</h2><p class="govuk-body app-empty">${empty}</p>`,
    columns: [
      { key: 'child', header: 'Child', cell: childCell },
      {
        key: 'what',
        header: 'What',
        cell: whatCell,
      },
      { key: 'who', header: 'Waiting for', cell: whoCell },
      { key: 'waited', header: 'For how long', cell: waitedCell, nowrap: true },
      { key: 'due', header: 'Due', cell: dueCell, nowrap: true },
    ],
    rows: lines,
  });

/** Others' cases stand open below one's own where they are few; more are folded away, and all of them are counted. */
const othersPart = (team: ListPage<MyWorkLine>, pages: PagesOfWork): Html | false => {
  if (team.total === 0) return false;
  const caption = 'Others you can see';
  if (team.pages === 1) return table(caption, team.lines, '');
  return details({
    summaryText: `${caption}: ${team.total} cases`,
    open: pages.team > 1,
    html: workInPages(
      { which: 'team', what: caption, shown: team, draw: (lines) => table(caption, lines, '') },
      pages,
    ),
  });
};

/** The other pages of work that somebody may come to. */
export interface WorkWays {
  readonly toQueue: boolean;
  readonly toDecisions: boolean;
  readonly toConflicts: boolean;
}

const waysPart = ({ hasDesk }: MyWork, { toQueue, toDecisions, toConflicts }: WorkWays): Html | false => {
  const ways = [
    ...(hasDesk ? [{ href: staffPaths.desk(), text: 'Waiting for the director' }] : []),
    ...(toQueue ? [{ href: staffPaths.queue(), text: 'Open cases of your team' }] : []),
    ...(toDecisions ? [{ href: staffPaths.decisions(), text: 'How decisions are going' }] : []),
    ...(toConflicts ? [{ href: staffPaths.conflicts(), text: 'Conflicts of interest in force' }] : []),
  ];
  return (
    ways.length > 0 &&
    html`<nav aria-label="More of your work"><ul class="govuk-list">${ways.map(({ href, text }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul></nav>`
  );
};

const YOURS = 'Waiting for you';
const PART = 'You had a part in it, and it is somebody else’s turn';

/** Everything that waits for somebody, then what they wait for, then the rest of their team's. */
export const myWorkPage = (
  { work, due, acting }: YourWork,
  {
    mayBegin,
    today,
    ways,
    pages,
  }: {
    readonly pages: PagesOfWork;
    readonly mayBegin: boolean;
    readonly today: Day;
    readonly ways: WorkWays;
  },
): Page =>
  page({
    title: 'Your work',
    section: 'my-work',
    main: html`${heading(1, 'Your work')}
${actingPart(acting)}
${
  mayBegin &&
  html`<div class="govuk-button-group">${button({ text: 'Ask for a child to come into care', href: staffPaths.beginEntry() })}
${button({ text: 'Raise an emergency', href: staffPaths.beginEmergency(), classes: 'govuk-button--warning' })}</div>`
}
${waysPart(work, ways)}
${workInPages({ which: 'yours', what: YOURS, shown: work.mine, draw: (lines) => table(YOURS, lines, 'Nothing waits for you.') }, pages)}
${due !== undefined && duePart(due, today)}
${work.others.total > 0 && workInPages({ which: 'part', what: PART, shown: work.others, draw: (lines) => table(PART, lines, '') }, pages)}
${doneForThemPart(acting)}
${othersPart(work.team, pages)}`,
  });
