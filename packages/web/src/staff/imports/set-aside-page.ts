import { childrenSetAside, ruleTitle, type ShownImport } from '@rightplace/app';
import { count, heading, html, number, pagesNearby, pagination } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { rowsTable } from './import-parts.ts';
import { returnsInWords } from './import-words.ts';

const ROWS_A_PAGE = 100;

/** The rows set aside for one reason, a hundred at a time. */
export const setAsidePage = (
  shown: ShownImport,
  { rule, asked }: { readonly rule: string; readonly asked: number },
): Page | undefined => {
  const rows = shown.report.rejected.filter((row) => row.rule === rule);
  if (rows.length === 0) return undefined;
  const total = shown.counts.rejectedByRule[rule as keyof typeof shown.counts.rejectedByRule] ?? rows.length;
  const last = Math.ceil(rows.length / ROWS_A_PAGE);
  const current = Math.min(Math.max(1, asked), last);
  const from = (current - 1) * ROWS_A_PAGE;
  const onPage = rows.slice(from, from + ROWS_A_PAGE);
  const importId = String(shown.id);
  return page({
    title: ruleTitle(rule),
    section: 'imports',
    width: 'wide',
    childrenNamed: childrenSetAside({ rejected: onPage }),
    breadcrumbs: [
      { text: 'Imports', href: staffPaths.imports() },
      { text: returnsInWords(shown.collectionYears), href: staffPaths.import({ importId }) },
      { text: 'Set aside' },
    ],
    main: html`${heading(1, ruleTitle(rule), { caption: `${returnsInWords(shown.collectionYears)}: set aside` })}
${
  total > rows.length &&
  html`<p class="govuk-body">${count(total, 'row')} in all. The first ${number(rows.length)} were kept to look at; the rest are like them.</p>`
}
${rowsTable(onPage, `Rows ${number(from + 1)} to ${number(from + onPage.length)} of ${number(rows.length)}`)}
${last > 1 && pagination(pagesNearby(current, last, (each) => staffPaths.importSetAside({ importId }, { rule, page: each })))}`,
  });
};
