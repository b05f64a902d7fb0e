/** The desk with more searches than a page should have. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Searches, SearchLine } from '@rightplace/app';
import { childId, day } from '@rightplace/domain';
import { viewFrom } from './searches-asked.ts';
import { searchesNamed, searchesPage } from './searches-page.ts';

const line = (id: number, more: Partial<SearchLine> = {}): SearchLine => ({
  id,
  child: { id: childId(`L${id}`), name: `Child ${id}`, age: 11 } as SearchLine['child'],
  state: 'framework',
  stateTitle: 'Tier 2',
  alarm: undefined,
  isEmergency: false,
  wanted: ['foster'],
  workingDays: 4,
  hasMoved: false,
  tier: 'framework',
  counts: { approached: 40, replied: 3, offered: 1, shared: 0 },
  neededFrom: undefined,
  isUnconfirmed: false,
  waiting: undefined,
  officer: undefined,
  ...more,
});
const many: Searches = {
  kind: 'searches',
  lines: Array.from({ length: 130 }, (_, i) => line(i + 1, { isEmergency: i < 14 })),
  closed: 0,
  today: day('2026-11-22'),
};
const shown = (query: string) => {
  const page = searchesPage(many, viewFrom(new URLSearchParams(query)));
  return String(page.main);
};
const linked = (text: string): number => new Set(text.match(/\/searches\/\d+/g) ?? []).size;

test('a table of many searches has fifty on a page, says which they are, and the last page has the rest', () => {
  const first = shown('as=table');
  assert.equal(linked(first), 50);
  assert.match(first, /1 to 50 of 130/);
  assert.match(first, /href="\/searches\?as=table&amp;page=2"/);
  const last = shown('as=table&sort=child&page=3');
  assert.equal(linked(last), 30);
  assert.match(last, /101 to 130 of 130/);
  assert.equal(linked(shown('as=table&page=99')), 30, 'past the last page is the last page');
  assert.equal(linked(shown('as=table&page=nonsense')), 50);
  assert.match(first, /130 children wait/, 'what is said of all is said of all');
});

test('a board shows every emergency, the first of each long column, and where the rest is', () => {
  const board = shown('');
  assert.equal(linked(board), 14 + 12);
  assert.match(board, /116 searches/);
  assert.match(board, /href="\/searches\?as=table&amp;sort=state">104 more in the table/);
});

test('whose child a page names is who is recorded as named, however it is shown', () => {
  for (const query of [
    '',
    'officer=nobody',
    'tier=spot',
    'as=table',
    'as=table&page=3',
    'as=table&page=99',
    'as=table&sort=child&order=down&page=2',
    'over=yes',
    'over=yes&as=board&page=2',
  ]) {
    const named = searchesNamed(many.lines, viewFrom(new URLSearchParams(query)));
    const text = shown(query);
    const drawn = [...text.matchAll(/\/searches\/(\d+)"/g)].map(([, id]) => Number(id));
    assert.deepEqual(
      named.map(({ id }) => id),
      drawn,
      query,
    );
    for (const { id, child } of many.lines)
      assert.equal(new RegExp(`${child.name}\\b`).test(text), drawn.includes(id), `${query}: ${child.name}`);
  }
});

test('a search is found by its number, as a provider names it, and by words of the child’s name, and no other is', () => {
  const found = (query: string): readonly number[] =>
    [...shown(`as=table&${query}`).matchAll(/\/searches\/(\d+)"/g)].map(([, id]) => Number(id));
  assert.deepEqual(found('q=124'), [124]);
  assert.deepEqual(found('q=+child+99+'), [99]);
  assert.deepEqual(found('q=L130'), [130]);
  assert.deepEqual(found('q=nobody'), []);
  assert.match(shown('q=nobody'), /There is no such search/);
  assert.match(
    shown('as=table&q=child&page=2'),
    /href="\/searches\?as=table&amp;q=child"/,
    'kept on the next page',
  );
});

test('whoever has moved in waits for no home: they are told apart from those who do', () => {
  const lines = [
    line(1, { workingDays: 9 }),
    line(2, { hasMoved: true, workingDays: 30, state: 'moved', stateTitle: 'Moved' }),
  ];
  const text = String(searchesPage({ ...many, lines }, viewFrom(new URLSearchParams(''))).main);
  assert.match(
    text,
    /1 child waits for a home: 0 emergencies, 0 overdue, the longest for 9 working days\. 1 has moved in/,
  );
  assert.match(text, /30 working days until the move/);
});
