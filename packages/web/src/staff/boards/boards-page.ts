import type { BoardList } from '@rightplace/app';
import { roleTitle } from '@rightplace/domain';
import { dataTable, heading, html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';

const TITLE = 'Boards';

/** The boards there are for somebody. */
export const boardsPage = ({ boards, mayMake }: BoardList, authority: string): Page =>
  page({
    title: TITLE,
    section: 'boards',
    main: html`${heading(1, TITLE, { caption: authority })}
<p class="govuk-body">A board is a set of measures for a meeting, with what they show, how they compare and what is being done.</p>
${
  boards.length === 0
    ? html`<p class="govuk-body app-empty">There is no board for your role.</p>`
    : dataTable({
        caption: 'Boards',
        captionSize: 'hidden',
        scroll: false,
        rows: boards,
        columns: [
          {
            key: 'title',
            header: 'Board',
            cell: ({ id, title, about, roles }) =>
              html`<a class="govuk-link" href="${staffPaths.board({ boardId: String(id) })}">${title}</a>${about !== '' && html`<span class="app-boards__about">${about}</span>`}${mayMake && html`<span class="app-boards__about">Seen by: ${roles.map(roleTitle).join('; ')}</span>`}`,
          },
          {
            key: 'measures',
            header: 'Measures',
            numeric: true,
            cell: ({ measures }) => String(measures.length),
          },
        ],
      })
}
${mayMake && html`<p class="govuk-body"><a class="govuk-link" href="${staffPaths.addBoard()}">Make a board</a></p>`}`,
  });
