import { LONGEST_ROW_REASON, type RowRemoval } from '@rightplace/app';
import { collectionYearLabel } from '@rightplace/domain';
import {
  button,
  form,
  formErrors,
  heading,
  html,
  insetText,
  summaryList,
  textarea,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { glassNotice } from '../children/child-frame.ts';
import { childName } from '../children/child-words.ts';
import { correctionPaths } from './correction-paths.ts';
import { cellInWords, returnInWords, rowInWords, summaryInWords, whichRow } from './correction-words.ts';
import { clearedList, elsewhereList } from './row-findings.ts';
import { type FromList, identityOf } from './row-page.ts';

/** What would go, and what the child's return is without it, before it goes. */
export const removalPage = (
  { form: row, looked, troubles, problem }: RowRemoval,
  {
    csrf,
    mayAudit,
    list,
  }: { readonly csrf: string; readonly mayAudit: boolean; readonly list: FromList | undefined },
): Page => {
  const { child, collectionYear, table, tableTitle, columns, rowKey = '', shown, otherYears } = row;
  const errors = formErrors([
    ...troubles.map(({ reason, todo }) => ({ field: 'reason', text: `${reason} ${todo}` })),
    ...(problem === undefined ? [] : [{ field: 'reason', text: problem.sentence }]),
  ]);
  const params = { childId: child.id, year: String(collectionYear), table, rowKey };
  const back = correctionPaths.returnRow(params, { list: list?.inShort });
  const what = `Remove ${rowInWords(table)}`;
  const told = [collectionYear, ...otherYears].toSorted((a, b) => a - b).map(collectionYearLabel);
  return page({
    title: `${what} – ${childName(child)}`,
    section: 'children',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    identity: identityOf(row, mayAudit),
    backLink: { href: back, text: 'Back to the row' },
    main: html`${errors.summary}${glassNotice(row.glass)}
${heading(1, `${what} ${whichRow(rowKey)}`, { caption: `${childName(child)} · ${returnInWords(collectionYear)}, ${tableTitle}` })}
<p class="govuk-body">Remove a row only when there was no such thing. If it was different, <a class="govuk-link" href="${back}">correct it</a>.</p>
${summaryList({
  classes: 'app-summary--dense',
  rows: columns.map((column) => ({
    key: { text: column.title },
    value: { text: cellInWords(column, shown[column.name] ?? '', collectionYear) },
  })),
})}
${insetText({ text: `It goes out of the record, and so out of the ${told.length === 1 ? 'return' : 'returns'} for ${told.join(', ')}. What was believed before stays told of the time before.` })}
${heading(2, 'What the rules make of it')}
<p class="govuk-body">${summaryInWords(looked, 'Removing it')}</p>
${clearedList(looked.cleared)}
${elsewhereList(
  looked.elsewhere.filter(({ change }) => change === 'new'),
  { childId: child.id, year: collectionYear, list: list?.inShort },
)}
${form({
  action: correctionPaths.removeReturnRow(params),
  csrfToken: csrf,
  main: html`${Object.entries(shown).map(([column, cell]) => html`<input type="hidden" name="was-${column}" value="${cell}">`)}
${list !== undefined && html`<input type="hidden" name="list" value="${list.inShort}">`}
${textarea({
  id: 'reason',
  name: 'reason',
  rows: '2',
  value: row.reason,
  label: { text: 'Why you remove it', classes: 'govuk-label--s' },
  hint: { text: `It is kept with your name. ${LONGEST_ROW_REASON} characters at most.` },
  errorMessage: errors.of('reason'),
})}
${button({ text: 'Remove the row', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
})}`,
  });
};
