import type { RowFinding, RowForm } from '@rightplace/app';
import { type Html, html, noHtml } from '../../kit/index.ts';
import { severityTag } from '../return-readiness/readiness-words.ts';
import { correctionPaths } from './correction-paths.ts';
import { changeTag } from './correction-words.ts';

/** Where in the form a finding stands whole: at the first of its columns; '' above them all when it has none here. */
const placeOf = ({ fields }: RowFinding): string => fields[0] ?? '';

const ruleOf = ({ rule, title }: RowFinding): Html => html`Rule ${rule}: ${title}`;

export const findingBox = (finding: RowFinding): Html =>
  html`<div class="app-found app-found--${finding.severity}"><p class="app-found__words">${severityTag(finding.severity)} ${changeTag(finding)} ${finding.wrong} ${finding.todo} <span class="app-aside">${ruleOf(finding)}</span></p></div>`;

/** Filled again by the script while somebody types, so it is there even when nothing is found. */
export const slot = (id: string, content: Html | readonly Html[]): Html =>
  html`<div id="${id}" data-found>${content}</div>`;

export const slotOf = (column: string): string => `found-${column === '' ? 'row' : column}`;

/** What stands at one column. A finding in several columns stands whole at the first, and the others point to it. */
export const foundAt = (column: string, { looked, columns }: RowForm): readonly Html[] =>
  looked.here.flatMap((finding) => {
    const first = placeOf(finding);
    if (first === column) return [findingBox(finding)];
    if (column === '' || !finding.fields.includes(column)) return [];
    return [
      html`<p class="app-found__more">Rule ${finding.rule} concerns this too: see ${columns.find(({ name }) => name === first)?.title ?? first}.</p>`,
    ];
  });

/** Whose return of which year, and the work list to go back to from it. */
export interface ReturnOfChild {
  readonly childId: string;
  readonly year: number;
  readonly list: string | undefined;
}

/** Findings in the child's other rows, each with the way to them. */
export const elsewhereList = (findings: readonly RowFinding[], of: ReturnOfChild): Html =>
  findings.length === 0
    ? noHtml
    : html`<ul class="govuk-list app-found-list">${findings.map(
        (finding) =>
          html`<li class="app-found app-found--${finding.severity}"><p class="app-found__words">${severityTag(finding.severity)} ${changeTag(finding)} <strong>${finding.tableTitle}</strong>: ${finding.wrong} ${finding.todo} <span class="app-aside">${ruleOf(finding)}</span> ${wayTo(finding, of)}</p></li>`,
      )}</ul>`;

const wayTo = (finding: RowFinding, { childId, year, list }: ReturnOfChild): Html | false => {
  const { table, rowKeys } = finding;
  const [rowKey] = rowKeys;
  const field = placeOf(finding);
  // Last year's is put right in last year's return, if it was not submitted; whose a row is, in no form of it.
  if (rowKey === undefined || table.endsWith('_last') || field === 'CHILD') return false;
  const href = correctionPaths.returnRow({ childId, year: String(year), table, rowKey }, { field, list });
  return html`<a class="govuk-link" href="${href}">Correct<span class="govuk-visually-hidden"> ${finding.tableTitle}, rule ${finding.rule}</span></a>`;
};

export const clearedList = (cleared: readonly RowFinding[]): Html =>
  cleared.length === 0
    ? noHtml
    : html`<ul class="govuk-list app-found-list">${cleared.map(
        (finding) =>
          html`<li class="app-found app-found--cleared"><p class="app-found__words"><strong class="govuk-tag govuk-tag--green">Cleared</strong> ${finding.tableTitle}: ${finding.title} <span class="app-aside">Rule ${finding.rule}</span></p></li>`,
      )}</ul>`;
