import type { FreezeComparison, FreezeLine, TableComparison } from '@rightplace/app';
import { collectionYearLabel, dayInShort, londonDayOf, momentInWords } from '@rightplace/domain';
import { dataTable, type Html, heading, html, number, summaryList } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { freezeName } from './readiness-words.ts';

/** What came to be otherwise between two frozen returns. It counts, and names nobody. */
export const comparePage = (compared: FreezeComparison, freezeId: string): Page => {
  const { before, after, collectionYear, tables, joined, left } = compared;
  const title = `${freezeName(after)} compared with ${freezeName(before).toLowerCase()}`;
  return page({
    title,
    section: 'return',
    width: 'wide',
    backLink: { href: staffPaths.freezes({ year: collectionYear }), text: 'Frozen returns' },
    main: html`${heading(1, title, { caption: `Return of ${collectionYearLabel(collectionYear)}` })}
${summaryList({
  classes: 'app-summary--dense app-measured',
  rows: [
    { key: { text: freezeName(before) }, value: { text: inShort(before) } },
    { key: { text: freezeName(after) }, value: { text: inShort(after) } },
    {
      key: { text: 'Children' },
      value: {
        text: `${number(before.children)}, then ${number(after.children)}: ${number(joined)} came in, ${number(left)} went out`,
      },
    },
    { key: { text: 'Findings to put right' }, value: { text: thenNow(before.open, after.open) } },
    { key: { text: 'Findings answered' }, value: { text: thenNow(before.answered, after.answered) } },
  ],
})}
${dataTable<TableComparison>({
  caption: 'What changed in the files',
  rows: tables,
  dense: true,
  columns: [
    { key: 'title', header: 'Table' },
    { key: 'before', header: 'Rows then', numeric: true, cell: ({ before: rows }) => number(rows) },
    { key: 'after', header: 'Rows after', numeric: true, cell: ({ after: rows }) => number(rows) },
    { key: 'added', header: 'Added', numeric: true, cell: (each) => number(each.added) },
    { key: 'removed', header: 'Removed', numeric: true, cell: (each) => number(each.removed) },
    { key: 'changed', header: 'Changed', numeric: true, cell: (each) => number(each.changed) },
    { key: 'children', header: 'Children concerned', numeric: true, cell: (each) => number(each.children) },
  ],
})}
${othersPart(compared, freezeId)}`,
  });
};

const inShort = ({ note, at, by }: FreezeLine): string => `“${note}”, ${momentInWords(at)}, by ${by}`;

const thenNow = (then: number, now: number): string =>
  then === now ? `${number(now)}, as before` : `${number(then)}, then ${number(now)}`;

const othersPart = ({ others }: FreezeComparison, freezeId: string): Html | false =>
  others.length > 0 &&
  html`<p class="govuk-body app-no-print">Compare with ${others.map(
    (other, i) =>
      html`${i > 0 && ' · '}<a class="govuk-link" href="${staffPaths.compareFreeze({ freezeId }, { with: other.id })}">${freezeName(other)}, ${dayInShort(londonDayOf(other.at))}</a>`,
  )}</p>`;
