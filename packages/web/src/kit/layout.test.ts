import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'node-html-parser';
import { html } from './html.ts';
import { type PageOptions, page } from './layout.ts';
import { inlineScriptHashes } from './page-script.ts';

const authority = { name: 'Northmarsh County Council', colour: '#12436d', demonstration: true };
const draw = (more: Partial<PageOptions> = {}) =>
  parse(page({ title: 'Children', authority, main: html`<h1>Children</h1>`, ...more }));

test('every page of a demonstration says that every person and place is invented', () => {
  const sentence = 'This is a demonstration: every person and place is invented.';
  assert.ok(draw().textContent.includes(sentence));
  assert.ok(!draw({ authority: { ...authority, demonstration: false } }).textContent.includes(sentence));
});

test('the only inline script is that of the official template, let through by its hash', () => {
  const govuk = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));
  const template = readFileSync(join(govuk, 'dist/govuk/template.njk'), 'utf8');
  const theirs = /<script[^>]*>(.*?)<\/script>/s.exec(template)?.[1] ?? '';
  const inline = draw()
    .querySelectorAll('script')
    .filter((script) => script.getAttribute('src') === undefined);
  assert.deepEqual(
    inline.map((script) => script.textContent),
    [theirs],
  );
  assert.deepEqual(inlineScriptHashes(), [`sha256-${createHash('sha256').update(theirs).digest('base64')}`]);
});

test('every page loads what brings a question with the answer that asks it: without it the question would stay hidden', () => {
  const loaded = draw()
    .querySelectorAll('script[src]')
    .map((script) => script.getAttribute('src') ?? '');
  assert.ok(
    loaded.some((src) => src.startsWith('/assets/asked-when-')),
    loaded.join(),
  );
});

test('a page has no inline style, no handler, and nothing of GOV.UK’s brand', () => {
  const drawn = draw({ user: { name: 'Ada', role: 'director', signOut: { action: '/out' } } }).toString();
  assert.doesNotMatch(drawn, /\sstyle=|<style|\son[a-z]+=/);
  assert.doesNotMatch(drawn, /crown|govuk-logo|GOV\.UK|Crown copyright/i);
});

test('a page has a title, a language, one main part, and a link to skip to it', () => {
  const drawn = draw();
  assert.equal(
    drawn.querySelector('title')?.textContent,
    'Children – Northmarsh County Council – Rightplace',
  );
  assert.equal(drawn.querySelector('html')?.getAttribute('lang'), 'en');
  assert.equal(drawn.querySelectorAll('main').length, 1);
  assert.equal(drawn.querySelector('.govuk-skip-link')?.getAttribute('href'), '#main-content');
  assert.ok(drawn.querySelector('#main-content'));
});

test('when a form has mistakes the title says so first', () => {
  assert.match(
    draw({ titlePrefixError: true }).querySelector('title')?.textContent ?? '',
    /^Error: Children/,
  );
});

test('what a person may not do is not in their navigation, because only what they may is given', () => {
  const navigation = [
    { key: 'children', text: 'Children', href: '/children' },
    {
      key: 'decisions',
      text: 'Decisions',
      href: '/decisions',
      waiting: { count: 3, of: 'decisions waiting' },
    },
    { key: 'returns', text: 'Returns', href: '/returns', waiting: { count: 0, of: 'findings' } },
  ];
  const links = draw({ navigation, section: 'children', path: '/decisions' }).querySelectorAll(
    'nav .govuk-service-navigation__link',
  );
  assert.deepEqual(
    links.map((each) => [each.getAttribute('href'), each.getAttribute('aria-current')]),
    [
      ['/children', 'true'],
      ['/decisions', 'page'],
      ['/returns', undefined],
    ],
  );
  assert.match(links[1]?.textContent ?? '', /3 decisions waiting/);
  assert.doesNotMatch(links[2]?.textContent ?? '', /0/);
  assert.equal(draw().querySelector('nav'), null);
});

test('signing out is a form with its token, not a link that another site could follow', () => {
  const signOut = { action: '/sign-out', csrfToken: 'a"b' };
  const form = draw({ user: { name: 'Ada <Osei>', role: 'director', signOut } }).querySelector('form');
  assert.equal(form?.getAttribute('method'), 'post');
  assert.equal(form?.querySelector('input[name=_csrf]')?.getAttribute('value'), 'a"b');
  assert.ok(
    draw({ user: { name: 'Ada <Osei>', role: 'director', signOut } })
      .toString()
      .includes('Ada &lt;Osei&gt;'),
  );
});

test('help and the accessibility statement are at the foot of every page, signed in or not', () => {
  for (const drawn of [draw(), draw({ authority: undefined })]) {
    assert.deepEqual(
      drawn.querySelectorAll('footer a').map((each) => each.getAttribute('href')),
      ['/help', '/accessibility'],
    );
  }
});

test('looking at the past is marked', () => {
  const moment = (past: boolean) =>
    draw({ knownAt: { text: 'As at 1 March 2025', past, changeHref: '/as-at' } }).querySelector('.app-as-at');
  assert.match(moment(true)?.getAttribute('class') ?? '', /--past/);
  assert.doesNotMatch(moment(false)?.getAttribute('class') ?? '', /--past/);
  assert.equal(moment(false)?.querySelector('a')?.textContent, 'Change the day or what was known');
});
