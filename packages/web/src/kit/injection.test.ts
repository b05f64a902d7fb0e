import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'node-html-parser';
import { attributes, type Content, html, join, raw } from './html.ts';

const text = (value: Content): string => String(html`${value}`);

test('markup typed by a person is shown, not run', () => {
  assert.equal(text('<script>alert(1)</script>'), '&lt;script&gt;alert(1)&lt;/script&gt;');
});

test('a value cannot end the attribute it stands in', () => {
  assert.equal(
    String(html`<input value="${'" onfocus="alert(1)'}">`),
    '<input value="&quot; onfocus=&quot;alert(1)">',
  );
  assert.equal(String(html`<input value='${"' autofocus '"}'>`), "<input value='&#39; autofocus &#39;'>");
});

test('an ampersand is escaped once, however deep the nesting', () => {
  const name = html`<b>${'Lowe & Daughter'}</b>`;
  assert.equal(String(html`<p>${[name, ' ', 'R&D']}</p>`), '<p><b>Lowe &amp; Daughter</b> R&amp;D</p>');
});

test('text inside a list is escaped like any other', () => {
  assert.equal(text(['<i>', ['<b>']]), '&lt;i&gt;&lt;b&gt;');
});

test('nothing is drawn for null, undefined and false, and nought is drawn', () => {
  assert.equal(String(html`${null}${undefined}${false}${0}`), '0');
});

test('an object is refused by the compiler and, if cast, at run time', () => {
  // @ts-expect-error an object has no way to be shown
  assert.throws(() => html`${{ name: 'Kofi' }}`, TypeError);
  // @ts-expect-error true is nearly always a forgotten condition
  assert.throws(() => html`${true}`, TypeError);
  // @ts-expect-error a look-alike is not markup: the type is nominal
  assert.throws(() => html`${{ toString: () => '<b>' }}`, TypeError);
});

test('a value outside quotes is refused, because a space would start another attribute', () => {
  assert.throws(() => html`<a href=${'x onclick=alert(1)'}>`, /quotes/);
  assert.throws(() => html`<input ${'onfocus=alert(1)'}>`, /quoted attributes/);
});

test('a value in a handler, a style, a script or a comment is refused', () => {
  assert.throws(() => html`<button onclick="go('${'x'}')">`, /onclick/);
  assert.throws(() => html`<p style="color: ${'red'}">`, /style/);
  assert.throws(() => html`<iframe srcdoc="${'x'}"></iframe>`, /srcdoc/);
  assert.throws(() => html`<script>const name = "${'x'}";</script>`, /script/);
  assert.throws(() => html`<style>${'x'}</style>`, /style/);
  assert.throws(() => html`<!-- ${'x'} -->`, /comment/);
});

test('markup cannot be an attribute’s value, where its quotes would end it', () => {
  assert.throws(() => html`<p title="${html`<b class="x">`}">`, /title/);
});

test('a link that would run code goes nowhere', () => {
  for (const url of ['javascript:alert(1)', ' JaVa\nScript:alert(1)', 'data:text/html,x', 'vbscript:x']) {
    assert.equal(String(html`<a href="${url}">x</a>`), '<a href="#">x</a>', url);
    assert.equal(String(attributes({ href: url })), ' href="#"', url);
  }
  assert.equal(String(html`<a href="${'/children?q=a&b'}">x</a>`), '<a href="/children?q=a&amp;b">x</a>');
  assert.equal(String(html`<a href="/go?to=${'javascript:x'}">x</a>`), '<a href="/go?to=javascript:x">x</a>');
});

test('a list of attributes is escaped and cannot set handlers or styles', () => {
  assert.equal(
    String(
      html`<input${attributes({ name: 'a"b', checked: true, disabled: false, value: null, 'data-n': 0 })}>`,
    ),
    '<input name="a&quot;b" checked data-n="0">',
  );
  assert.throws(() => attributes({ onclick: 'x' }), TypeError);
  assert.throws(() => attributes({ style: 'x' }), TypeError);
  assert.throws(() => attributes({ 'a onclick': 'x' }), TypeError);
});

test('values after a self-closing tag, a quoted > or a script element are seen in their right place', () => {
  assert.equal(String(html`<img alt="a > b" /> ${'<'}`), '<img alt="a > b" /> &lt;');
  assert.equal(
    String(html`<script src="/a.js"></script><p>${'<'}</p>`),
    '<script src="/a.js"></script><p>&lt;</p>',
  );
  assert.equal(
    String(html`<a href='/x' title="${'"'}" class='y'>${1}</a>`),
    "<a href='/x' title=\"&quot;\" class='y'>1</a>",
  );
});

test('join leaves out what is empty', () => {
  assert.equal(String(join(['a', false, html`<b>c</b>`, ''], ', ')), 'a, <b>c</b>');
});

test('raw is the only way in for markup, and is deliberate', () => {
  assert.equal(String(html`${raw('<hr>')}`), '<hr>');
});

test('whatever is typed, the page has the same elements and reads back the same text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
      const root = parse(String(html`<p title="${typed}">${typed}</p>`));
      assert.equal(root.querySelectorAll('*').length, 1);
      assert.equal(root.querySelector('p')?.getAttribute('title'), typed);
      assert.equal(root.querySelector('p')?.textContent, typed);
    }),
  );
  const hostile = fc.array(
    fc.constantFrom('<', '>', '"', "'", '&', '&amp;', '</p>', '<b', ' x=', '`', '-->', '='),
  );
  fc.assert(
    fc.property(hostile, (parts) => {
      const root = parse(String(html`<p title='${parts.join('')}'>${parts.join('')}</p>`));
      assert.equal(root.querySelectorAll('*').length, 1);
      assert.equal(root.querySelector('p')?.textContent, parts.join(''));
    }),
  );
});
