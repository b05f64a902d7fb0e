import type { UpstreamReport } from '@rightplace/app';
import { dataTable, type Html, html, number } from '../../kit/index.ts';

type NotTaken = UpstreamReport['notTaken'][number];

/** So many are shown one by one; the count has them all. */
const SHOWN = 200;

/** What was not taken in, what was and may be wrong, each with where and what to do; and what was noticed on the way. */
export const notTakenPart = ({
  notTaken,
  doubts = [],
  notes,
}: Pick<UpstreamReport, 'notTaken' | 'doubts' | 'notes'>): Html => html`${placesTable('Set aside', notTaken)}
${placesTable('Taken in, and to be looked at', doubts)}
${notes.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${notes.map((note) => html`<li>${note}</li>`)}</ul>`}`;

const placesTable = (title: string, rows: readonly NotTaken[]): Html | false =>
  rows.length > 0 &&
  dataTable<NotTaken>({
    caption: `${title}: ${number(rows.length)}${rows.length > SHOWN ? `, of which the first ${SHOWN}` : ''}`,
    captionSize: 's',
    dense: true,
    rows: rows.slice(0, SHOWN),
    columns: [
      {
        key: 'file',
        header: 'Where',
        cell: ({ file, line }) => (line === null ? file : `${file}, line ${line}`),
      },
      { key: 'column', header: 'Column', cell: ({ column }) => column ?? '' },
      { key: 'child', header: 'Child', cell: ({ child }) => child ?? '' },
      { key: 'reason', header: 'Why' },
      { key: 'todo', header: 'What to do' },
    ],
  });
