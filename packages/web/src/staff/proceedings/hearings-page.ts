import type { Proceedings, ProceedingsLine } from '@rightplace/app';
import {
  addDays,
  type Day,
  dayAndWeekday,
  dayInWords,
  HEARINGS,
  type Hearing,
  mondayOf,
} from '@rightplace/domain';
import { dataTable, type Html, heading, html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { childCell } from './proceedings-words.ts';

/** How far ahead a diary looks. */
const WEEKS_AHEAD = 12;

interface Listed {
  readonly line: ProceedingsLine;
  readonly hearing: Hearing;
}

const byDayAndTime = (a: Listed, b: Listed): number =>
  `${a.hearing.on} ${a.hearing.at ?? ''}` < `${b.hearing.on} ${b.hearing.at ?? ''}` ? -1 : 1;

const listedIn = (lines: readonly ProceedingsLine[]): readonly Listed[] =>
  lines
    .flatMap((line) => (line.court?.next === undefined ? [] : [{ line, hearing: line.court.next }]))
    .toSorted(byDayAndTime);

const table = (caption: string, listed: readonly Listed[]): Html =>
  dataTable({
    caption,
    captionSize: 'm',
    dense: true,
    stacks: true,
    rows: listed,
    rowHeader: 'child',
    columns: [
      { key: 'day', header: 'Day', cell: ({ hearing }) => dayAndWeekday(hearing.on) },
      { key: 'time', header: 'Time', cell: ({ hearing }) => hearing.at ?? 'Not known' },
      { key: 'child', header: 'Child', cell: ({ line }) => childCell(line) },
      { key: 'hearing', header: 'Hearing', cell: ({ hearing }) => HEARINGS[hearing.kind] },
      {
        key: 'court',
        header: 'Court',
        cell: ({ line }) => [line.court?.court, line.court?.caseNumber].filter(Boolean).join(', '),
      },
      { key: 'worker', header: 'Social worker', cell: ({ line }) => line.workers.join(', ') },
    ],
  });

/** The hearings of the next weeks, week by week, and those that have passed with nothing recorded of them. */
export const hearingsPage = ({ lines, closed, today }: Proceedings): Page => {
  const listed = listedIn(lines);
  const passed = listed.filter(({ hearing }) => hearing.on < today);
  const until = addDays(today, WEEKS_AHEAD * 7);
  const toCome = listed.filter(({ hearing }) => hearing.on >= today && hearing.on <= until);
  const weeks = [...Map.groupBy(toCome, ({ hearing }): Day => mondayOf(hearing.on))];
  const shown = [...passed, ...toCome];
  return page({
    title: 'Hearings',
    section: 'hearings',
    width: 'wide',
    childrenNamed: shown.map(({ line }) => line.child.id),
    main: html`${heading(1, 'Hearings')}
<p class="govuk-body">In the ${WEEKS_AHEAD} weeks from ${dayInWords(today)}, of the children you reach.${closed > 0 && ' Those of restricted records are on their own pages.'}</p>
${passed.length > 0 && table('Passed, and nothing recorded', passed)}
${toCome.length === 0 && html`<p class="govuk-body app-empty">No hearing is listed in these weeks. One is listed by recording it in the child’s <a class="govuk-link" href="${staffPaths.proceedings()}">proceedings</a>.</p>`}
${weeks.map(([monday, each]) => table(`Week of ${dayInWords(monday)}`, each))}`,
  });
};
