import type { OwnCases } from '@rightplace/app';
import { dayInShort } from '@rightplace/domain';
import { count, dataTable, type Html, heading, html } from '../../kit/index.ts';
import type { AskedMoment } from '../as-known.ts';
import { ageInWords, homeGroupInWords, legalStatusInWords, listName } from '../children/child-words.ts';
import { staffPaths } from '../paths.ts';

/** A worker's own children, or a reviewing officer's, before any figure. */
export const ownCasesPart = ({ lines, closed }: OwnCases, { query }: AskedMoment): Html =>
  html`<section aria-labelledby="own-children">
${heading(2, 'Your children', { id: 'own-children', size: 'm' })}
${dataTable({
  caption: `${count(lines.length, 'child', 'children')} looked after whose worker or reviewing officer you are`,
  captionSize: 'hidden',
  dense: true,
  empty: 'You are not recorded as the worker or reviewing officer of any child looked after on this day.',
  rows: lines,
  columns: [
    {
      key: 'name',
      header: 'Child',
      cell: (line) =>
        html`<a class="govuk-link" href="${staffPaths.child({ childId: line.id }, query)}">${listName(line)}</a>`,
    },
    { key: 'age', header: 'Age', cell: ({ age }) => ageInWords(age) },
    {
      key: 'legal',
      header: 'Legal status',
      cell: ({ legalStatus }) => legalStatus && legalStatusInWords(legalStatus.code),
    },
    { key: 'home', header: 'Lives', cell: ({ home }) => home && homeGroupInWords(home.group, home.code) },
    {
      key: 'since',
      header: 'There since',
      nowrap: true,
      cell: ({ home }) => home && dayInShort(home.since),
    },
  ],
})}
${closed > 0 && html`<p class="govuk-body">${count(closed, 'more record is', 'more records are')} restricted, and opened only by themselves.</p>`}
</section>`;
