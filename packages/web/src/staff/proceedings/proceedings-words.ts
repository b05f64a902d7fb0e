import { type ProceedingsAsked, type ProceedingsLine, standingInWords } from '@rightplace/app';
import { dayInShort, HEARINGS, type Hearing, type WeeksOf } from '@rightplace/domain';
import { type Html, html, noHtml, status, tag } from '../../kit/index.ts';
import type { Query } from '../../server/path.ts';
import { ageInWords } from '../children/child-words.ts';
import { staffPaths } from '../paths.ts';

/** As the address says which of them are wanted. */
export const askedFrom = (query: URLSearchParams): ProceedingsAsked => ({
  what: query.get('what') || undefined,
  team: query.get('team') || undefined,
  over: query.get('over') === 'yes',
});

export const askedQuery = ({ what, team, over }: ProceedingsAsked): Query => ({
  ...(what === undefined ? {} : { what }),
  ...(team === undefined ? {} : { team }),
  ...(over ? { over: 'yes' } : {}),
});

const COLOURS = { over: 'red', 'near-end': 'yellow', 'in-time': 'green' } as const;

/** "In time", "Near its end", "Over its time": the words say it, the colour repeats them. */
export const standingCell = (weeks: WeeksOf): Html =>
  status(
    standingInWords(weeks),
    weeks.isOver && weeks.standing !== 'over' ? 'green' : COLOURS[weeks.standing],
  );

const inWeeks = ({ weeks, allowed }: WeeksOf): string => `${weeks} of ${allowed}`;

/** "14 of 26", with how that stands and until when there is time. */
export const weeksCell = ({ weeks, court, id }: ProceedingsLine): Html =>
  weeks === undefined
    ? html`None run yet`
    : html`${court === undefined ? inWeeks(weeks) : html`<a class="govuk-link" href="${staffPaths.timetable({ caseId: String(id) })}">${inWeeks(weeks)}<span class="govuk-visually-hidden"> weeks, timetable</span></a>`} ${standingCell(weeks)}<br><span class="app-quiet">since ${dayInShort(weeks.from)}<br>until ${dayInShort(weeks.limit)}</span>`;

export const childCell = ({ child, id }: ProceedingsLine): Html =>
  html`<a class="govuk-link" href="${staffPaths.case({ caseId: String(id) })}">${child.name ?? child.id}</a>${child.age !== undefined && `, ${ageInWords(child.age)}`}`;

export const stageCell = ({ title, stage, alarm }: ProceedingsLine): Html =>
  html`${title}<br><span class="app-quiet">${stage}</span>${alarm !== undefined && html`<div class="app-alarm">${tag({ text: alarm, classes: 'govuk-tag--red' })}</div>`}`;

export const hearingInWords = ({ kind, on, at }: Hearing): string =>
  `${dayInShort(on)}${at === undefined ? '' : ` at ${at}`}, ${HEARINGS[kind].toLowerCase()}`;

/** The next hearing, and the court. One whose day has passed with nothing recorded says so. */
export const courtCell = ({ court }: ProceedingsLine, today: string): Html => {
  if (court === undefined) return noHtml;
  const { next } = court;
  const when =
    next === undefined
      ? court.finalOrder === undefined && 'No hearing listed'
      : next.on < today
        ? html`${status('Not recorded', 'red')} ${hearingInWords(next)}`
        : hearingInWords(next);
  return html`${when}<br><span class="app-quiet">${[court.court, court.caseNumber].filter(Boolean).join(', ')}</span>`;
};
