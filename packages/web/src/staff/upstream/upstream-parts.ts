import type { UpstreamReport } from '@rightplace/app';
import { dataTable, type Html, html, number } from '../../kit/index.ts';

type NotTaken = UpstreamReport['notTaken'][number];

/** So many are shown one by one; the count has them all. */
const SHOWN = 200;

/** What was not taken in, with where and what to do, and what was noticed on the way. */
export const notTakenPart = ({ notTaken, notes }: Pick<UpstreamReport, 'notTaken' | 'notes'>): Html => html`${
  notTaken.length > 0 &&
  dataTable<NotTaken>({
    caption: `Set aside: ${number(notTaken.length)}${notTaken.length > SHOWN ? `, of which the first ${SHOWN}` : ''}`,
    captionSize: 's',
    dense: true,
    rows: notTaken.slice(0, SHOWN),
    columns: [
      {
        key: 'file',
        header: 'Where',
        cell: ({ file, line }) => (line === null ? file : `${file}, line ${line}`),
      },
      { key: 'child', header: 'Child', cell: ({ child }) => child ?? '' },
      { key: 'reason', header: 'Why' },
      { key: 'todo', header: 'What to do' },
    ],
  })
}
${notes.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${notes.map((note) => html`<li>${note}</li>`)}</ul>`}`;
