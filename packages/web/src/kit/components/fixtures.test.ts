import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  componentNames,
  componentsFolder,
  generate,
  generatedFile,
} from '../../../scripts/generate-components.ts';
import { type Html, raw } from '../html.ts';
import { component } from './macro.ts';
import { isMarkupOption } from './markup-option.ts';

interface Fixture {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly html: string;
}

const fixturesOf = (name: string): readonly Fixture[] =>
  (JSON.parse(readFileSync(join(componentsFolder, name, 'fixtures.json'), 'utf8')) as { fixtures: Fixture[] })
    .fixtures;

const macroOf = (name: string): ((options: object) => Html) =>
  component(
    `govuk/components/${name}/macro.njk`,
    `govuk${name.replace(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase())}`,
  );

/** The published examples were tidied of blank lines and of the spaces that begin a line; nothing else may differ. */
const tidy = (markup: string): string => markup.replace(/\s*\n\s*/g, '\n').trim();

type Change = (text: string, name: string, parent: string) => unknown;

/** The options with every text in them changed; names inside `attributes` are kept, their values changed too. */
const changeTexts = (value: unknown, change: Change, name = '', parent = ''): unknown => {
  if (typeof value === 'string') return change(value, name, parent);
  if (Array.isArray(value)) return value.map((item) => changeTexts(item, change, name, parent));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, changeTexts(inner, change, key, name)]),
  );
};

const markupWhereAllowed: Change = (text, name, parent) =>
  isMarkupOption(name, parent) && text !== '' ? raw(text) : text;

test('every published example is drawn exactly as its makers draw it', () => {
  let drawn = 0;
  for (const name of componentNames()) {
    const draw = macroOf(name);
    for (const fixture of fixturesOf(name)) {
      const options = changeTexts(fixture.options, markupWhereAllowed) as object;
      assert.equal(tidy(draw(options).toString()), tidy(fixture.html), `${name}: ${fixture.name}`);
      drawn += 1;
    }
  }
  assert.ok(drawn > 700, `only ${drawn} examples were found`);
});

test('no option but those typed as markup reaches the page unescaped', () => {
  const probe = '<i class="probe">';
  const leaks: string[] = [];
  for (const name of componentNames()) {
    const draw = macroOf(name);
    for (const fixture of fixturesOf(name)) {
      const options = changeTexts(fixture.options, (text, key, parent) => {
        if (isMarkupOption(key, parent)) return text === '' ? text : raw(text);
        // Attributes given as one text are ours, never typed by a person; the types do not offer it.
        return key === 'attributes' ? text : probe;
      }) as object;
      if (draw(options).toString().includes('<i class')) leaks.push(`${name}: ${fixture.name}`);
    }
  }
  assert.deepEqual(leaks, []);
});

test('text given for a markup option, and markup given for a text option, are refused', () => {
  const button = macroOf('button');
  assert.throws(() => button({ html: '<b>Save</b>' }), /takes html/);
  assert.throws(() => button({ text: raw('<b>Save</b>') }), /takes text/);
  assert.throws(
    () => macroOf('service-navigation')({ slots: { start: '<b>' }, navigation: [] }),
    /takes html/,
  );
});

test('a component’s link that would run code goes nowhere', () => {
  assert.match(macroOf('back-link')({ href: 'javascript:alert(1)' }).toString(), /href="#"/);
});

test('the typed functions are those of the installed package', () => {
  assert.equal(
    readFileSync(generatedFile, 'utf8'),
    generate(),
    'run: node packages/web/scripts/generate-components.ts',
  );
});
