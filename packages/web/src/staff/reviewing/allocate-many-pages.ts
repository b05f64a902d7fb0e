import type { AllocationsWeighed } from '@rightplace/app';
import { dayInShort } from '@rightplace/domain';
import {
  button,
  count,
  dataTable,
  type FieldError,
  fileUpload,
  form,
  formErrors,
  type Html,
  heading,
  html,
  insetText,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { staffPaths } from '../paths.ts';

const TITLE = 'Allocate reviewing officers from a file';

const crumbs = [{ text: 'Children', href: staffPaths.children() }, { text: TITLE }];

/** Where a file of reviewing officers is chosen. */
export const chooseAllocationsPage = (csrf: string, problem?: FieldError): Page => {
  const errors = formErrors(problem === undefined ? [] : [problem]);
  return page({
    title: TITLE,
    section: 'children',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    breadcrumbs: crumbs,
    main: readingWidth(html`${errors.summary}
${heading(1, TITLE)}
<p class="govuk-body">A CSV or a workbook with a line for each child and these columns:</p>
<ul class="govuk-list govuk-list--bullet"><li>Child: the child’s number</li><li>Reviewing officer: their e-mail address, as they sign in with it</li><li>From: the day from which it holds, as 2026-11-09 or 09/11/2026</li></ul>
<p class="govuk-body">You are shown what it would change first. What was said before is kept.</p>
${form({
  action: staffPaths.compareAllocations(),
  csrfToken: csrf,
  multipart: true,
  main: html`${fileUpload({ id: 'file', name: 'file', label: { text: 'File', classes: 'govuk-label--s' }, errorMessage: errors.of('file') })}
${button({ text: 'Show what it would change', preventDoubleClick: true })}`,
})}`),
  });
};

type Weighed = AllocationsWeighed['weighed'][number];
const ofKind = <K extends Weighed['kind']>(weighed: readonly Weighed[], kind: K) =>
  weighed.filter((line): line is Extract<Weighed, { kind: K }> => line.kind === kind);

const changesTable = (lines: readonly Extract<Weighed, { kind: 'changes' }>[]): Html =>
  dataTable({
    caption: 'What would change',
    captionSize: 'm',
    stacks: true,
    rows: lines,
    empty: 'Nothing.',
    columns: [
      { key: 'at', header: 'Line', numeric: true, cell: ({ at }) => String(at) },
      { key: 'child', header: 'Child', cell: ({ child }) => child },
      { key: 'name', header: 'Reviewing officer', cell: ({ name }) => name },
      { key: 'starts', header: 'From', cell: ({ starts }) => dayInShort(starts), nowrap: true },
      { key: 'before', header: 'Until now', cell: ({ before }) => before ?? 'Nobody' },
    ],
  });

const asideTable = (lines: readonly Extract<Weighed, { kind: 'set-aside' }>[]): Html | false =>
  lines.length > 0 &&
  dataTable({
    caption: 'Set aside',
    captionSize: 'm',
    stacks: true,
    rows: lines,
    empty: '',
    columns: [
      { key: 'at', header: 'Line', numeric: true, cell: ({ at }) => String(at) },
      { key: 'child', header: 'Child', cell: ({ child }) => child },
      { key: 'why', header: 'Why', cell: ({ why }) => why },
    ],
  });

/** What a file would change, and what of it is set aside, before it is sent. */
export const weighedAllocationsPage = (
  { lines, weighed, shown }: AllocationsWeighed,
  { csrf, isAgain }: { readonly csrf: string; readonly isAgain: boolean },
): Page => {
  const changes = ofKind(weighed, 'changes');
  const same = ofKind(weighed, 'same').length;
  return page({
    title: TITLE,
    section: 'children',
    width: 'wide',
    breadcrumbs: crumbs,
    main: html`${heading(1, TITLE)}
${isAgain && insetText({ text: 'Nothing was allocated: somebody allocated a reviewing officer meanwhile, or one left. This is what the file would change now.' })}
<p class="govuk-body">${count(changes.length, 'child gets', 'children get')} a reviewing officer${same > 0 && html`; ${count(same, 'line says', 'lines say')} what is known already`}.</p>
${changesTable(changes)}
${asideTable(ofKind(weighed, 'set-aside'))}
${
  changes.length > 0 &&
  form({
    action: staffPaths.allocateMany(),
    csrfToken: csrf,
    main: html`<input type="hidden" name="lines" value="${JSON.stringify(lines)}"><input type="hidden" name="shown" value="${shown}">
${button({ text: `Allocate ${count(changes.length, 'reviewing officer', 'reviewing officers')}`, preventDoubleClick: true })}`,
  })
}
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.compareAllocations()}">Choose another file</a></p>`,
  });
};
