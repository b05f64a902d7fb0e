import type { PastImport, WorkShown } from '@rightplace/app';
import { momentInWords } from '@rightplace/domain';
import { button, dataTable, type Html, html, link, number, status } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { ownWorkPart } from '../work/work-page.ts';
import { returnsInWords } from './import-words.ts';

export interface HistoryView {
  readonly imports: readonly PastImport[];
  /** What whoever looks has asked for and gone away from. */
  readonly works: readonly WorkShown[];
  readonly mayLoad: boolean;
  readonly mayExport: boolean;
  readonly workbench: Html | false;
}

const STATUS: Readonly<Record<PastImport['status'], Html>> = {
  previewed: status('Waiting', 'yellow'),
  applied: status('Loaded', 'green'),
  discarded: status('Discarded', 'grey'),
};

/** When it was decided, and by whom if it was somebody else. */
const decidedBy = ({ by, decided }: PastImport): string =>
  decided === undefined ? '' : `${momentInWords(decided.at)}${decided.by === by ? '' : `, ${decided.by}`}`;

/** Every return that was given, newest first, and what became of it. */
export const historyPage = ({ imports, works, mayLoad, mayExport, workbench }: HistoryView): Page =>
  page({
    title: 'Imports',
    section: 'imports',
    width: 'wide',
    main: html`<h1 class="govuk-heading-l">Imports</h1>
<p class="govuk-body">Returns that were given to the record, and what became of them.</p>
${ownWorkPart(works)}
${
  (mayLoad || mayExport) &&
  html`<div class="govuk-button-group">
${mayLoad && button({ text: 'Load a return', href: staffPaths.loadReturn() })}
${mayExport && button({ text: 'Write a return', href: staffPaths.exportReturn(), classes: 'govuk-button--secondary' })}
</div>`
}
<p class="govuk-body">${link(staffPaths.upstream(), 'Children in need and protection')}: lists and the census of what comes before care.</p>
${workbench}
${dataTable<PastImport>({
  caption: imports.length === 100 ? 'The latest hundred' : 'All of them, newest first',
  captionSize: 'hidden',
  rows: imports,
  dense: true,
  rowHeader: 'returns',
  empty: 'No return has been given yet.',
  columns: [
    { key: 'at', header: 'Read', cell: ({ at }) => momentInWords(at) },
    {
      key: 'returns',
      header: 'Return',
      cell: ({ id, collectionYears }) =>
        link(staffPaths.import({ importId: String(id) }), returnsInWords(collectionYears)),
    },
    { key: 'by', header: 'By' },
    { key: 'status', header: 'Now', cell: (each) => STATUS[each.status] },
    { key: 'decided', header: 'Decided', cell: decidedBy },
    { key: 'new', header: 'New', numeric: true, cell: ({ counts }) => number(counts.new) },
    {
      key: 'changed',
      header: 'Changed or ended',
      numeric: true,
      cell: ({ counts }) => number(counts.changed + counts.ended),
    },
    { key: 'rejected', header: 'Set aside', numeric: true, cell: ({ counts }) => number(counts.rejected) },
  ],
})}`,
  });
