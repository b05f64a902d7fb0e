import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'node-html-parser';
import { type Content, html } from './html.ts';
import { dataTable } from './table.ts';

interface Child {
  readonly name: string;
  readonly days: number;
  readonly home: { readonly type: string };
}
const children: readonly Child[] = [
  { name: 'Kofi <A>', days: 11, home: { type: 'Foster carer' } },
  { name: 'Bea', days: 1204, home: { type: 'Children’s home' } },
];

const draw = () =>
  parse(
    dataTable({
      caption: html`Children waiting <b>"now"</b>`,
      columns: [
        { key: 'name', header: 'Name', sort: { href: '?sort=name&dir=down', direction: 'ascending' } },
        { key: 'days', header: 'Days', numeric: true, sort: { href: '?sort=days' } },
        { key: 'home', header: 'Home', cell: (child) => child.home.type },
        children.length > 5 && { key: 'name', header: 'Never' },
        { key: 'link', header: 'Open', cell: (child) => html`<a href="/x">Open ${child.name}</a>` },
      ],
      rows: children,
      foot: ['All', 1215, '', ''],
    }).toString(),
  );

test('each header says what it heads, and the first cell names its row', () => {
  const table = draw();
  assert.deepEqual(
    table.querySelectorAll('thead th').map((th) => th.getAttribute('scope')),
    ['col', 'col', 'col', 'col'],
  );
  assert.deepEqual(
    table.querySelectorAll('tbody th[scope=row]').map((th) => th.textContent),
    ['Kofi <A>', 'Bea'],
  );
  assert.equal(table.querySelector('caption')?.textContent, 'Children waiting "now"');
  assert.equal(table.querySelector('[role=region]')?.getAttribute('aria-label'), 'Children waiting "now"');
});

test('sorting is a link, and only the column sorted by says so', () => {
  const table = draw();
  assert.deepEqual(
    table.querySelectorAll('thead th').map((th) => th.getAttribute('aria-sort')),
    ['ascending', undefined, undefined, undefined],
  );
  assert.equal(table.querySelectorAll('thead a')[1]?.getAttribute('href'), '?sort=days');
});

test('figures are aligned in the body and the foot', () => {
  const numeric = draw().querySelectorAll('.govuk-table__cell--numeric');
  assert.deepEqual(
    numeric.map((cell) => cell.textContent),
    ['11', '1204', '1215'],
  );
});

test('a table without rows says so instead', () => {
  const empty = dataTable({
    caption: 'Children',
    columns: [{ key: 'name', header: 'Name' }],
    rows: [] as Child[],
    empty: 'None is waiting.',
  });
  assert.equal(empty.toString(), '<p class="govuk-body app-empty">None is waiting.</p>');
});

test('a column of objects must say how to show them', () => {
  dataTable({
    caption: 'x',
    // @ts-expect-error home is an object: the column needs a cell function
    columns: [{ key: 'home', header: 'Home' }],
    rows: [] as Child[],
  });
});

test('a table that stacks has its headers at its cells, is still one to a screen reader, and is not scrolled', () => {
  const stacked = parse(
    dataTable({
      caption: 'Children waiting',
      columns: [
        { key: 'name', header: 'Name' },
        { key: 'days', header: html`Days <b>"so"</b>`, numeric: true },
        { key: 'type', header: 'Home', cell: ({ home }) => home.type },
        { key: 'more', header: 'More', cell: () => '' },
      ],
      rows: children,
      stacks: true,
    }).toString(),
  );
  assert.equal(stacked.querySelector('[role=region]'), null);
  assert.deepEqual(
    stacked.querySelectorAll('tbody tr:first-child td').map((cell) => cell.getAttribute('data-label')),
    ['Days "so"', 'Home', 'More'],
  );
  for (const [tag, role] of Object.entries({
    table: 'table',
    tr: 'row',
    td: 'cell',
    'tbody th': 'rowheader',
  }))
    for (const part of stacked.querySelectorAll(tag)) assert.equal(part.getAttribute('role'), role, tag);
  assert.equal(draw().querySelector('td')?.getAttribute('role'), undefined, 'any other has no need of it');
});

test('in place of a table without rows stands its sentence, or its own markup and no empty paragraph beside it', () => {
  const columns = [{ key: 'name', header: 'Name', cell: () => '' }] as const;
  const drawn = (empty: Content): string => String(dataTable({ caption: 'Lists', columns, rows: [], empty }));
  assert.equal(drawn('Nothing yet.'), '<p class="govuk-body app-empty">Nothing yet.</p>');
  assert.equal(drawn(html`<h2>Lists</h2><p>None.</p>`), '<h2>Lists</h2><p>None.</p>');
});
