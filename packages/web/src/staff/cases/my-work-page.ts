import type { Acting, DueList, MyWork, MyWorkLine } from '@rightplace/app';
import { type Day, dayInShort, daysInWords, roleTitle } from '@rightplace/domain';
import { button, dataTable, type Html, heading, html, tag } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { ageInWords } from '../children/child-words.ts';
import { duePart } from '../clocks/due-part.ts';
import { staffPaths } from '../paths.ts';
import { actingPart, doneForThemPart } from '../standing-in/acting-parts.ts';

const who = ({ waiting, unconfirmed }: MyWorkLine): string =>
  waiting.roles.length === 0
    ? unconfirmed.join(' and ')
    : waiting.roles.map((role) => roleTitle(role)).join(' or ');

const due = ({ waiting }: MyWorkLine): Html | string =>
  waiting.due === undefined
    ? 'No day set'
    : waiting.overdue
      ? html`${tag({ text: 'Overdue', classes: 'govuk-tag--red' })} ${dayInShort(waiting.due)}`
      : dayInShort(waiting.due);

const waited = ({ waiting }: MyWorkLine): string =>
  waiting.workingDays === 0 ? 'Since today' : daysInWords(waiting.workingDays).replace('day', 'working day');

const nameOf = ({ child, id }: MyWorkLine): Html =>
  child === undefined
    ? html`A restricted record`
    : html`<a class="govuk-link" href="${staffPaths.case({ caseId: String(id) })}">${child.name ?? child.id}</a>${child.age !== undefined && `, ${ageInWords(child.age)}`}`;

/** What it is and where it stands; under it, in red, what is wrong for as long as it stands there. */
const what = ({ title, stateTitle, alarm, unconfirmed }: MyWorkLine): Html => {
  const alarms = [
    ...(alarm === undefined ? [] : [alarm]),
    ...unconfirmed.map((name) => `Not confirmed by ${name}`),
  ];
  return html`${title}<br><span class="govuk-hint">${stateTitle}</span>${alarms.map(
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
      { key: 'child', header: 'Child', cell: nameOf },
      {
        key: 'what',
        header: 'What',
        cell: what,
      },
      { key: 'who', header: 'Waiting for', cell: who },
      { key: 'waited', header: 'For how long', cell: waited, nowrap: true },
      { key: 'due', header: 'Due', cell: due, nowrap: true },
    ],
    rows: lines,
  });

/** Everything that waits for somebody, then what they wait for, then the rest of their team's. */
export const myWorkPage = (
  work: MyWork,
  {
    mayBegin,
    acting,
    due,
    today,
  }: {
    readonly mayBegin: boolean;
    readonly acting: Acting;
    /** What is due for children; undefined where that is not kept. */
    readonly due: DueList | undefined;
    readonly today: Day;
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
${table('Waiting for you', work.mine, 'Nothing waits for you.')}
${due !== undefined && duePart(due, today)}
${work.others.length > 0 && table('You had a part in it, and it is somebody else’s turn', work.others, '')}
${doneForThemPart(acting)}
${work.team.length > 0 && table('Others you can see', work.team, '')}`,
  });
