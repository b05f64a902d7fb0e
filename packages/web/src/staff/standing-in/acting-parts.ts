import type { Acting, DoneForThem } from '@rightplace/app';
import { momentInWords } from '@rightplace/domain';
import { dataTable, type Html, html, insetText } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';
import { actingForInWords, actsForYouInWords } from './delegation-words.ts';

/** For whom somebody acts and who acts for them, at the top of their own work. */
export const actingPart = ({ forOthers, forThem }: Acting): Html => {
  const lines = [...forOthers.map(actingForInWords), ...forThem.map(actsForYouInWords)];
  return html`${
    lines.length > 0 &&
    insetText({ html: html`${lines.map((line) => html`<p class="govuk-body">${line}</p>`)}` })
  }
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.standingIn()}">Who stands in for whom</a></p>`;
};

const childOf = ({ child, id }: DoneForThem): Html | string =>
  child === undefined
    ? 'A restricted record'
    : html`<a class="govuk-link" href="${staffPaths.case({ caseId: String(id) })}">${child.name ?? child.id}</a>`;

/** What colleagues did in somebody's name. */
export const doneForThemPart = ({ done }: Acting): Html | false =>
  done.length > 0 &&
  dataTable({
    caption: 'Decided in your name',
    captionSize: 'm',
    scroll: true,
    columns: [
      { key: 'child', header: 'Child', cell: childOf },
      { key: 'what', header: 'What', cell: ({ by, told }) => `${by}, acting for you, ${told}` },
      { key: 'at', header: 'When', cell: ({ at }) => momentInWords(at) },
    ],
    rows: done,
  });
