import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type HTMLElement, parse } from 'node-html-parser';
import { fillIn, type TypedFields } from './fill-in.ts';
import { form } from './form.ts';
import {
  button,
  checkboxes,
  details,
  fileUpload,
  input,
  radios,
  select,
  textarea,
} from './generated/govuk.ts';
import { type Html, html, noHtml } from './html.ts';

/** What a browser would send of the form, pressing nothing. */
const sentBy = (markup: Html, action = '/sent'): TypedFields =>
  fieldsOf(parse(markup.toString(), { comment: true }).querySelector(`form[action="${action}"]`));

const fieldsOf = (found: HTMLElement | null): TypedFields =>
  (found?.querySelectorAll('input, textarea, select') ?? []).flatMap((field) => {
    const name = field.getAttribute('name') ?? '';
    const type = field.getAttribute('type');
    if (field.tagName === 'TEXTAREA') return [[name, field.textContent.replace(/^\n/, '')] as const];
    if (field.tagName === 'SELECT')
      return [[name, field.querySelector('option[selected]')?.getAttribute('value') ?? ''] as const];
    if (type === 'file' || ((type === 'radio' || type === 'checkbox') && !field.hasAttribute('checked')))
      return [];
    return [[name, field.getAttribute('value') ?? ''] as const];
  });

const items = ['one', 'two', 'three'].map((value) => ({ value, text: `Choice ${value}` }));

const aForm = (version = '7'): Html =>
  form({
    action: '/sent',
    csrfToken: 'fresh',
    main: html`<input type="hidden" name="version" value="${version}">
${input({ id: 'name', name: 'name', label: { text: 'Name' }, value: 'as recorded' })}
${textarea({ id: 'why', name: 'why', label: { text: 'Why' }, value: 'as recorded' })}
${select({ id: 'which', name: 'which', label: { text: 'Which' }, items, value: 'one' })}
${radios({ name: 'how', items: items.map((item) => ({ ...item, checked: item.value === 'two' })) })}
${checkboxes({ name: 'who', items: items.map((item) => ({ ...item, checked: item.value === 'one' })) })}
${button({ text: 'Check', name: 'do', value: 'check' })}${button({ text: 'Save it', name: 'do', value: 'save' })}`,
  });

const filled = (page: Html, fields: TypedFields, action = '/sent') => {
  const found = fillIn(page, { action, fields, mark: noHtml });
  assert.ok(found);
  return found;
};

test('whatever was typed comes back, letter for letter, in every kind of field', () => {
  const line = fc.string({ unit: 'grapheme' });
  const some = fc.subarray(['one', 'two', 'three']);
  fc.assert(
    fc.property(
      line,
      line,
      fc.constantFrom('one', 'three'),
      fc.option(fc.constantFrom('one', 'three')),
      some,
      (name, why, which, how, who) => {
        const typed: TypedFields = [
          ['version', '7'],
          ['name', name],
          ['why', why],
          ['which', which],
          ...(how === null ? [] : [['how', how] as const]),
          ...who.map((each) => ['who', each] as const),
        ];
        const { markup, carried } = filled(aForm(), [...typed, ['do', 'save']]);
        assert.deepEqual(sentBy(markup), [['_csrf', 'fresh'], ...typed]);
        assert.deepEqual(carried, []);
      },
    ),
  );
});

test('markup that somebody typed is shown and not run', () => {
  const { markup } = filled(aForm(), [
    ['name', '"><script>x</script>'],
    ['why', '</textarea><script>x</script>'],
  ]);
  assert.doesNotMatch(markup.toString(), /<script/);
  assert.match(markup.toString(), /&lt;\/textarea&gt;/);
});

test('the version that was looked at stays the one that was looked at, so that what others did is noticed', () => {
  const { markup } = filled(aForm('8'), [['version', '7']]);
  assert.equal(sentBy(markup).find(([name]) => name === 'version')?.[1], '7');
});

test('it says which button was pressed, by its own words, and where to look', () => {
  const saved = filled(aForm(), [
    ['why', 'Because.'],
    ['do', 'save'],
  ]);
  assert.equal(saved.pressed, 'Save it');
  assert.equal(saved.firstField, 'why');
  assert.equal(filled(aForm(), [['do', 'check']]).pressed, 'Check');
  const two = form({
    action: '/agree',
    main: html`${button({ text: 'Agree' })}${button({ text: 'Refuse', attributes: { formaction: '/refuse' } })}`,
  });
  assert.equal(filled(two, [], '/refuse').pressed, 'Refuse');
  assert.equal(filled(two, [], '/agree').pressed, 'Agree');
});

test('a button that is not there any longer is not pressed by itself', () => {
  const { carried, markup } = filled(aForm(), [['do', 'off:7']]);
  assert.deepEqual(carried, []);
  assert.doesNotMatch(markup.toString(), /off:7/);
});

test('what has no field any longer is carried along, and said', () => {
  const { carried, markup } = filled(aForm(), [
    ['gone', 'a long story'],
    ['which', 'four'],
    ['empty', ''],
  ]);
  assert.deepEqual(carried, [
    ['gone', 'a long story'],
    ['which', 'four'],
  ]);
  assert.match(markup.toString(), /type="hidden" name="gone" value="a long story"/);
});

test('of forms alike the one that says the same unseen is filled in, and no other', () => {
  const row = (day: string): Html =>
    form({
      action: '/sent',
      main: html`<input type="hidden" name="day" value="${day}">${input({ id: day, name: 'why', label: { text: 'Why' } })}`,
    });
  const { markup, firstField } = filled(html`${row('1')}${row('2')}`, [
    ['day', '2'],
    ['why', 'Proclaimed.'],
  ]);
  assert.equal(firstField, '2');
  const [one, two] = parse(markup.toString()).querySelectorAll('form');
  assert.deepEqual(fieldsOf(one ?? null), [
    ['day', '1'],
    ['why', ''],
  ]);
  assert.deepEqual(fieldsOf(two ?? null), [
    ['day', '2'],
    ['why', 'Proclaimed.'],
  ]);
});

test('files are asked for again by their labels, and passwords are left blank', () => {
  const page = form({
    action: '/sent',
    multipart: true,
    main: html`${fileUpload({ id: 'files', name: 'files', label: { text: 'The files' } })}<input type="password" name="secret">`,
  });
  const { files, markup } = filled(page, [['secret', 'marble otter kite']]);
  assert.deepEqual(files, ['The files']);
  assert.doesNotMatch(markup.toString(), /type="password"[^>]*value/);
});

test('a folded part opens where what was typed stands in it', () => {
  const folded = html`${details({ summaryText: 'Other', html: html`Nothing` })}${details({ summaryText: 'Set it', html: aForm() })}`;
  const [other, mine] = parse(filled(folded, [['name', 'x']]).markup.toString()).querySelectorAll('details');
  assert.equal(other?.hasAttribute('open'), false);
  assert.equal(mine?.hasAttribute('open'), true);
});

test('a page without that form says so', () => {
  assert.equal(fillIn(aForm(), { action: '/elsewhere', fields: [], mark: noHtml }), undefined);
});
