import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_ON_A_PAGE, type MyWorkLine, pageOf } from '@rightplace/app';
import { parse } from 'node-html-parser';
import { html } from '../../kit/index.ts';
import { pagesOfWork, workInPages } from './work-in-pages.ts';

const LINES = Array.from({ length: 24 }, (_, id) => ({ id }) as MyWorkLine);
const shownAt = (query: string, lines = LINES) => {
  const pages = pagesOfWork(new URLSearchParams(query));
  return parse(
    String(
      workInPages(
        {
          which: 'team',
          what: 'Others',
          shown: pageOf(lines, pages.team, MOST_ON_A_PAGE.team),
          draw: (drawn) => html`<ul>${drawn.map(({ id }) => html`<li>${String(id)}</li>`)}</ul>`,
        },
        pages,
      ),
    ),
  );
};
const idsAt = (query: string) => shownAt(query).querySelectorAll('ul:not(.govuk-pagination__list) > li');

test('the pages of a long list of work show every case of it once, in its order', () => {
  const all = ['', 'team=2', 'team=3'].flatMap((query) => idsAt(query).map((item) => Number(item.text)));
  assert.deepEqual(
    all,
    LINES.map(({ id }) => id),
  );
  assert.match(shownAt('team=3').text, /21 to 24 of 24/);
});

test('a page that is not there is the nearest that is, and a short list has no pages', () => {
  for (const query of ['team=99', 'team=3']) assert.equal(idsAt(query).length, 4, query);
  for (const query of ['team=0', 'team=-4', 'team=x', 'team=']) assert.equal(idsAt(query).length, 10, query);
  assert.equal(shownAt('', LINES.slice(0, 10)).querySelector('nav'), null);
});

test('going on in one part of the list leaves the other parts where they are', () => {
  const links = shownAt('yours=2&team=2').querySelectorAll('nav a');
  assert.ok(links.length > 0);
  for (const link of links) assert.match(link.getAttribute('href') ?? '', /yours=2/);
  assert.equal(shownAt('yours=2').querySelector('nav')?.getAttribute('aria-label'), 'Pages of: Others');
});
