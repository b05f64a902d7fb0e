import type { Desk, DeskLine } from '@rightplace/app';
import { daysInWords, type Follows } from '@rightplace/domain';
import {
  bulletList,
  count,
  dataTable,
  type Html,
  heading,
  html,
  pagesNearby,
  pagination,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { childCell, dueCell, waitedCell, whatCell } from './my-work-page.ts';

const working = (days: number): string =>
  days === 0 ? 'the same day' : daysInWords(days).replace('day', 'working day');

/** What comes of saying yes: "Authorised, and the child not yet in care. Over by itself after 10 working days". */
const followsInWords = (follows: Follows): string =>
  [
    `${follows.title}${follows.isEnd ? ', and it is over' : ''}`,
    ...(follows.writesRecord ? ['Written in the child’s record at once'] : []),
    ...(follows.goesOnWithin === undefined ? [] : [`To go on within ${working(follows.goesOnWithin)}`]),
    ...(follows.lapsesAfter === undefined ? [] : [`Over by itself after ${working(follows.lapsesAfter)}`]),
  ].join('. ');

const askedCell = (line: DeskLine): Html => {
  const { asks, follows, actingFor } = line;
  return html`${whatCell(line)}${asks.length > 0 && html`<span class="app-quiet">To decide: ${asks.join('; ')}</span>`}${
    follows && html`<span class="app-quiet">Then: ${followsInWords(follows)}.</span>`
  }${actingFor !== undefined && html`<span class="app-quiet">You act for ${actingFor}.</span>`}`;
};

const missingCell = ({ missing }: DeskLine): Html | string =>
  missing.length === 0 ? 'Nothing' : missing.length === 1 ? (missing[0] ?? '') : bulletList(missing);

const table = (caption: string, rows: readonly DeskLine[], empty: string): Html =>
  dataTable<DeskLine>({
    caption,
    captionSize: 'm',
    stacks: true,
    empty: html`<h2 class="govuk-heading-m">${caption}</h2><p class="govuk-body app-empty">${empty}</p>`,
    rows,
    columns: [
      { key: 'child', header: 'Child', cell: childCell },
      { key: 'what', header: 'What is asked', cell: askedCell, classes: 'app-desk-asked' },
      { key: 'by', header: 'Prepared by', cell: ({ preparedBy }) => preparedBy },
      { key: 'waited', header: 'For how long', cell: waitedCell, nowrap: true },
      { key: 'due', header: 'Due', cell: dueCell, nowrap: true },
      { key: 'missing', header: 'Missing', cell: missingCell, classes: 'app-desk-missing' },
    ],
  });

/** All that waits for a director: emergencies, words of theirs, then everything else by how long it has waited. */
export const deskPage = (desk: Desk): Page => {
  const { standsInFor, emergencies, words, toSign, toSignInAll, page: at, pages, waiting } = desk;
  return page({
    title: 'Waiting for the director',
    section: 'desk',
    width: 'wide',
    main: html`${heading(1, 'Waiting for the director')}
${standsInFor.length > 0 && html`<p class="govuk-body">You stand in for ${standsInFor.join(' and ')}. What you decide is recorded with both names.</p>`}
<p class="govuk-body">${waiting === 0 ? 'Nothing waits for you.' : `${count(waiting, 'case waits', 'cases wait')} for you.`}</p>
${table('Emergencies, the newest first', emergencies, 'There is no emergency to decide on or to authorise after the event.')}
${words.length > 0 && table('Approvals written down as yours', words, '')}
${pages > 1 && html`<p class="govuk-body">${String(toSignInAll)} wait for a signature. This is page ${String(at)} of ${String(pages)}.</p>`}
${table('To sign, the longest waiting first', toSign, 'Nothing else waits for a signature.')}
${pages > 1 && pagination({ ...pagesNearby(at, pages, (to) => staffPaths.desk({ page: String(to) })), landmarkLabel: 'Pages of what is to be signed' })}`,
  });
};

/** For whoever takes decisions and is no director now. */
export const noDeskPage = (sentence: string): Page =>
  page({
    title: 'Waiting for the director',
    section: 'desk',
    main: html`${heading(1, 'Waiting for the director')}
<p class="govuk-body">${sentence}</p>
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.myWork()}">What waits for you</a></p>`,
  });
