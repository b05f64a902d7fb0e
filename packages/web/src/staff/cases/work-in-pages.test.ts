import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MyWorkLine } from '@rightplace/app';
import { parse } from 'node-html-parser';
import { html } from '../../kit/index.ts';
import { pagesOfWork, workInPages } from './work-in-pages.ts';

const LINES = Array.from({ length: 120 }, (_, id) => ({ id }) as MyWorkLine);
const shownAt = (query: string, lines = LINES) =>
  parse(
    String(
      workInPages(
        {
          which: 'team',
          what: 'Others',
          lines,
          draw: (shown) => html`<ul>${shown.map(({ id }) => html`<li>${String(id)}</li>`)}</ul>`,
        },
        pagesOfWork(new URLSearchParams(query)),
      ),
    ),
  );
const idsAt = (query: string) => shownAt(query).querySelectorAll('ul:not(.govuk-pagination__list) > li');

test('the pages of a long list of work show every case of it once, in its order', () => {
  const all = ['', 'team=2', 'team=3'].flatMap((query) => idsAt(query).map((item) => Number(item.text)));
  assert.deepEqual(
    all,
    LINES.map(({ id }) => id),
  );
  assert.match(shownAt('team=3').text, /101 to 120 of 120/);
});

test('a page that is not there is the nearest that is, and a short list has no pages', () => {
  for (const query of ['team=99', 'team=3']) assert.equal(idsAt(query).length, 20, query);
  for (const query of ['team=0', 'team=-4', 'team=x', 'team=']) assert.equal(idsAt(query).length, 50, query);
  assert.equal(shownAt('', LINES.slice(0, 50)).querySelector('nav'), null);
});

test('going on in one part of the list leaves the other parts where they are', () => {
  const links = shownAt('yours=2&team=2').querySelectorAll('nav a');
  assert.ok(links.length > 0);
  for (const link of links) assert.match(link.getAttribute('href') ?? '', /yours=2/);
  assert.equal(shownAt('yours=2').querySelector('nav')?.getAttribute('aria-label'), 'Pages of: Others');
});
