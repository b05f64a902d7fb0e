import type { ChangedMeanwhile, RowForm } from '@rightplace/app';
import { LONGEST_ROW_REASON } from '@rightplace/app';
import { collectionYearLabel } from '@rightplace/domain';
import {
  button,
  type FieldError,
  form,
  formErrors,
  type Html,
  heading,
  html,
  insetText,
  noHtml,
  summaryList,
  textarea,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { childIdentity, childParts, glassNotice } from '../children/child-frame.ts';
import { childName } from '../children/child-words.ts';
import { correctionPaths } from './correction-paths.ts';
import { returnInWords, rowInWords, summaryInWords, whichRow } from './correction-words.ts';
import { rowFields } from './row-fields.ts';
import { clearedList, elsewhereList, foundAt, slot, slotOf } from './row-findings.ts';

export interface RowPageParts {
  readonly form: RowForm;
  readonly csrf: string;
  readonly asked: string | undefined;
  readonly mayAudit: boolean;
  /** Something has been typed, if only the same again. */
  readonly isTyped: boolean;
  readonly isPart: boolean;
  /** The work list that it was opened from. */
  readonly list: FromList | undefined;
}

/** Handed on in short, and where it is. */
export interface FromList {
  readonly inShort: string;
  readonly href: string;
}

export const identityOf = ({ child }: Pick<RowForm, 'child'>, mayAudit: boolean): Html =>
  childIdentity(child, {
    facts: childName(child) === child.id ? [] : [`number ${child.id}`],
    parts: childParts(child.id, { here: 'return', carried: {}, mayAudit, mayCorrect: true }),
  });

const mistakes = ({ troubles, problems, columns }: RowForm): readonly FieldError[] => [
  ...troubles.map(({ columns: at, reason, todo }) => ({
    field: at[0] ?? fieldToGo(columns),
    text: `${reason} ${todo}`,
  })),
  ...problems.map(({ name, sentence }) => ({
    field: name === 'nothing-changed' ? fieldToGo(columns) : 'reason',
    text: sentence,
  })),
];

/** Where a mistake of the whole row leads. */
const fieldToGo = ([first]: RowForm['columns']): string => first?.name ?? 'reason';

export const rowPage = (parts: RowPageParts): Page => {
  const { form: row, isTyped, isPart, mayAudit, list } = parts;
  const { child, collectionYear, table, tableTitle, rowKey, looked } = row;
  const errors = formErrors(isPart ? [] : mistakes(row));
  const year = String(collectionYear);
  const what = `${rowKey === undefined ? 'Add' : 'Correct'} ${rowInWords(table)}`;
  return page({
    title: `${what} – ${childName(child)}`,
    section: 'children',
    status: errors.any ? 422 : row.changedMeanwhile.length > 0 ? 409 : 200,
    titlePrefixError: errors.any,
    identity: identityOf(row, mayAudit),
    backLink:
      list === undefined
        ? {
            href: correctionPaths.childReturnOf({ childId: child.id, year }),
            text: `Back to the return for ${collectionYearLabel(collectionYear)}`,
          }
        : backToList(list),
    scripts: ['correct-row.js'],
    main: html`${errors.summary}${glassNotice(row.glass)}
${heading(1, `${what} ${rowKey === undefined ? '' : whichRow(rowKey)}`, { caption: `${childName(child)} · ${returnInWords(collectionYear)}, ${tableTitle}` })}
${changedMeanwhile(row)}
<div class="app-row-summary" role="status">${slot('found-summary', html`<p class="govuk-body">${summaryInWords(looked, isTyped ? 'What you have typed' : undefined)}</p>${clearedList(looked.cleared)}`)}</div>
${otherYears(row)}
${theForm(parts, errors)}
${slot('found-elsewhere', elsewhere(row, list?.inShort))}
${rowKey !== undefined && table !== 'Header' && html`<p class="govuk-body"><a class="govuk-link" href="${correctionPaths.removeReturnRow({ childId: child.id, year, table, rowKey }, { list: list?.inShort })}">Remove this row</a></p>`}`,
  });
};

export const backToList = ({ href }: FromList) => ({ href, text: 'Back to the findings' });

const theForm = (parts: RowPageParts, errors: ReturnType<typeof formErrors>): Html => {
  const { form: row, csrf, asked, isPart, list } = parts;
  const { child, collectionYear, table, rowKey, shown } = row;
  const params = { childId: child.id, year: String(collectionYear), table };
  return form({
    action:
      rowKey === undefined
        ? correctionPaths.addReturnRow(params)
        : correctionPaths.returnRow({ ...params, rowKey }),
    csrfToken: csrf,
    id: 'correct-row',
    main: html`${rowKey !== undefined && Object.entries(shown).map(([column, cell]) => html`<input type="hidden" name="was-${column}" value="${cell}">`)}
${asked !== undefined && html`<input type="hidden" name="field" value="${asked}">`}
${list !== undefined && html`<input type="hidden" name="list" value="${list.inShort}">`}
${slot(slotOf(''), [...foundAt('', row)])}
${rowFields({ form: row, errors, asked, isPart })}
<div class="app-decision">
${textarea({
  id: 'reason',
  name: 'reason',
  rows: '2',
  value: row.reason,
  label: { text: rowKey === undefined ? 'Why you add it' : 'Why you correct it', classes: 'govuk-label--s' },
  hint: {
    text: `How you know. It is kept with your name, what was there before and what you put in its place. ${LONGEST_ROW_REASON} characters at most.`,
  },
  errorMessage: errors.of('reason'),
})}
<div class="govuk-button-group">
${button({ text: 'Check', name: 'do', value: 'check', classes: 'govuk-button--secondary' })}
${button({ text: rowKey === undefined ? 'Add the row' : 'Save the correction', name: 'do', value: 'save', preventDoubleClick: true })}
</div></div>`,
  });
};

const elsewhere = ({ looked, child, collectionYear: year }: RowForm, list: string | undefined): Html =>
  looked.elsewhere.length === 0
    ? noHtml
    : html`${heading(2, 'Elsewhere in this child’s return')}
${elsewhereList(looked.elsewhere, { childId: child.id, year, list })}`;

const otherYears = ({ otherYears: years }: RowForm): Html =>
  years.length === 0
    ? noHtml
    : insetText({
        text: `The ${years.length === 1 ? 'return' : 'returns'} for ${years.map(collectionYearLabel).join(', ')} told of the same. What you correct here is corrected there too.`,
      });

/** What somebody else changed, beside what was typed: saving again keeps what is in the form below. */
const changedMeanwhile = ({ changedMeanwhile: cells, columns }: RowForm): Html =>
  cells.length === 0
    ? noHtml
    : html`<section class="app-answered" aria-labelledby="changed-meanwhile">
${heading(2, 'The record changed since you opened this form', { id: 'changed-meanwhile' })}
<p class="govuk-body">Nothing was saved. What you typed is below as you typed it; what you had not touched is as the record has it now. Look at both, then save again.</p>
${cells.map((cell) => whatChanged(cell, columns))}</section>`;

/** One under the other and no table: four columns would be cut off on a phone, and what was typed stands in the last. */
const whatChanged = ({ column, was, now, typed }: ChangedMeanwhile, columns: RowForm['columns']): Html =>
  html`${heading(3, columns.find(({ name }) => name === column)?.title ?? column)}
${summaryList({
  rows: [
    { key: { text: 'When you opened it' }, value: { text: was || 'blank' } },
    { key: { text: 'In the record now' }, value: { text: now || 'blank' } },
    { key: { text: 'What you typed' }, value: { text: typed === was ? 'not touched' : typed || 'blank' } },
  ],
})}`;
