import type { RowGone } from '@rightplace/app';
import { heading, html, summaryList } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { childName } from '../children/child-words.ts';
import { correctionPaths } from './correction-paths.ts';
import { identityOf } from './row-page.ts';

/** Somebody else removed the row, or moved it to another day, while it was being corrected here. */
export const gonePage = (row: RowGone, mayAudit: boolean): Page => {
  const { child, collectionYear, table, tableTitle, columns, typed } = row;
  const params = { childId: child.id, year: String(collectionYear) };
  return page({
    title: `The row is no longer there – ${childName(child)}`,
    section: 'children',
    status: 409,
    identity: identityOf(row, mayAudit),
    backLink: { href: correctionPaths.childReturnOf(params), text: 'Back to the return' },
    main: html`${heading(1, 'The row is no longer there', { caption: `${childName(child)} · ${tableTitle}` })}
<p class="govuk-body">Somebody removed it, or gave it another day, since you opened the form. Nothing was saved. What you typed was this:</p>
${summaryList({
  classes: 'app-summary--dense',
  rows: columns.map(({ name, title }) => ({
    key: { text: title },
    value: { text: typed[name] || 'Blank' },
  })),
})}
<p class="govuk-body"><a class="govuk-link" href="${correctionPaths.childReturnOf(params)}">Look at the child’s return now</a> and correct the row there, or <a class="govuk-link" href="${correctionPaths.addReturnRow({ ...params, table })}">add it again</a>.</p>`,
  });
};
