import { childrenFound, type FoundByRule, foundByRule, type ShownImport } from '@rightplace/app';
import { count, dataTable, heading, html, number, pagesNearby, pagination } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { severityTag } from '../return-readiness/readiness-words.ts';
import { returnsInWords } from './import-words.ts';

const ROWS_A_PAGE = 100;

/** The rows of the files in which one rule finds something, a hundred at a time. */
export const foundPage = (
  shown: ShownImport,
  { rule, asked }: { readonly rule: string; readonly asked: number },
): Page | undefined => {
  const { rulesFound } = shown.report;
  if (rulesFound === undefined) return undefined;
  const { byRule } = rulesFound;
  const found = foundByRule({ ...rulesFound, foundRows: shown.foundRows }, rule);
  if (found === undefined) return undefined;
  const { rows } = found;
  const total = byRule.find((each) => each.rule === rule)?.rows ?? rows.length;
  const last = Math.ceil(rows.length / ROWS_A_PAGE);
  const current = Math.min(Math.max(1, asked), last);
  const from = (current - 1) * ROWS_A_PAGE;
  const onPage = rows.slice(from, from + ROWS_A_PAGE);
  const importId = String(shown.id);
  return page({
    title: found.title,
    section: 'imports',
    width: 'wide',
    childrenNamed: childrenFound(onPage),
    breadcrumbs: [
      { text: 'Imports', href: staffPaths.imports() },
      { text: returnsInWords(shown.collectionYears), href: staffPaths.import({ importId }) },
      { text: `Rule ${rule}` },
    ],
    main: html`${heading(1, found.title, { caption: `${returnsInWords(shown.collectionYears)}: found by rule ${rule}` })}
<p class="govuk-body">${severityTag(found.severity)}</p>
<p class="govuk-body">${found.wrong} <strong>What to do:</strong> ${found.todo}</p>
${
  total > rows.length &&
  html`<p class="govuk-body">${count(total, 'row')} in all. The first ${number(rows.length)} were kept to look at; the rest are like them.</p>`
}
${dataTable<FoundByRule['rows'][number]>({
  caption: `Rows ${number(from + 1)} to ${number(from + onPage.length)} of ${number(rows.length)}`,
  rows: onPage,
  dense: true,
  rowHeader: null,
  columns: [
    { key: 'child', header: 'Child', cell: ({ child }) => child },
    { key: 'file', header: 'File', classes: 'app-file-name', cell: ({ file }) => file },
    { key: 'line', header: 'Line', numeric: true, cell: ({ line }) => String(line) },
    { key: 'cells', header: 'At fault', classes: 'app-sentence', cell: ({ cells }) => cells },
  ],
})}
${last > 1 && pagination(pagesNearby(current, last, (each) => staffPaths.importFound({ importId }, { rule, page: each })))}`,
  });
};
