import type { TimetableView } from '@rightplace/app';
import { dayAndWeekday, type TimetableMark } from '@rightplace/domain';
import { dataTable, type Html, heading, html, status } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { staffPaths } from '../paths.ts';
import { standingCell } from './proceedings-words.ts';

const KINDS: Readonly<Record<TimetableMark['kind'], Html | string>> = {
  happened: 'Happened',
  reminder: 'Reminder',
  limit: status('Limit', 'red'),
  'to-come': status('Listed', 'blue'),
  'not-recorded': status('Not recorded', 'red'),
  today: status('Today', 'green'),
};

/** Week by week from the issue, with 26 weeks marked: a table, so that it is the same to read, to hear and to print. */
export const timetablePage = ({ line, marks = [] }: TimetableView): Page => {
  const who = line.child.name ?? line.child.id;
  const { weeks } = line;
  return page({
    title: `Timetable: ${who}`,
    section: 'proceedings',
    childrenNamed: [line.child.id],
    backLink: { href: staffPaths.case({ caseId: String(line.id) }), text: 'Back to the proceedings' },
    main: readingWidth(html`${heading(1, who, { caption: 'Timetable of care proceedings' })}
${
  weeks === undefined
    ? html`<p class="govuk-body">No application has been issued, so no weeks run yet.</p>`
    : html`<p class="govuk-body">${weeks.weeks} of ${weeks.allowed} weeks ${standingCell(weeks)}</p>
${dataTable({
  caption: 'Weeks from the issue',
  captionSize: 'm',
  stacks: true,
  rows: marks,
  rowHeader: 'what',
  columns: [
    { key: 'what', header: 'What' },
    { key: 'week', header: 'Week', numeric: true },
    { key: 'on', header: 'Day', cell: ({ on }) => dayAndWeekday(on) },
    { key: 'kind', header: 'How it stands', cell: ({ kind }) => KINDS[kind] },
  ],
})}`
}`),
  });
};
