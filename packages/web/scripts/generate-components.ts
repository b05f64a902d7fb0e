/**
 * Writes src/kit/generated/govuk.ts: a typed function for each GOV.UK Frontend macro, from the options the package
 * publishes. Run it after upgrading govuk-frontend: `node packages/web/scripts/generate-components.ts`.
 * A test compares what is committed with what this would write.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isMarkupOption } from '../src/kit/components/markup-option.ts';

interface Option {
  readonly name: string;
  readonly type: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly isComponent?: boolean;
  readonly deprecated?: boolean | string;
  readonly params?: readonly Option[];
}

const packageFile = createRequire(import.meta.url).resolve('govuk-frontend/package.json');
export const componentsFolder = join(dirname(packageFile), 'dist/govuk/components');
export const generatedFile = join(import.meta.dirname, '../src/kit/generated/govuk.ts');

export const componentNames = (): readonly string[] =>
  readdirSync(componentsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** These draw the crown or the GOV.UK name, which only services on GOV.UK may use. */
const NOT_OURS: ReadonlySet<string> = new Set(['header', 'footer']);

const pascal = (name: string): string =>
  name.replace(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase());
const camel = (name: string): string => pascal(name).replace(/^[A-Z]/, (letter) => letter.toLowerCase());

/** Options whose published description says more than its type does; keyed by component and path. */
const CORRECTIONS: Readonly<Record<string, string>> = {
  'character-count.charactersUnderLimitText': 'Plurals',
  'character-count.charactersOverLimitText': 'Plurals',
  'character-count.wordsUnderLimitText': 'Plurals',
  'character-count.wordsOverLimitText': 'Plurals',
  'file-upload.multipleFilesChosenText': 'Plurals',
  'file-upload.wrapperAttributes': 'Attributes',
  'checkboxes.values': 'readonly string[]',
  'date-input.values': 'Readonly<Record<string, string>>',
  'date-input.day': 'DateInputPart',
  'date-input.month': 'DateInputPart',
  'date-input.year': 'DateInputPart',
  'pagination.items.number': 'string | number',
};

/** Published as required, but not for every kind of item: dividers and gaps have none. */
const NOT_REQUIRED: ReadonlySet<string> = new Set([
  'pagination.items.number',
  'pagination.items.href',
  'radios.items.value',
  'checkboxes.items.value',
]);

const comment = (option: Option, indent: string): string =>
  option.description === undefined
    ? ''
    : `${indent}/** ${option.description.replaceAll('*/', '* /').replace(/\s+/g, ' ').trim()} */\n`;

const typeOf = (component: string, path: readonly string[], option: Option, indent: string): string => {
  const correction = CORRECTIONS[[component, ...path].join('.')];
  if (correction !== undefined) return correction;
  if (isMarkupOption(option.name, path.at(-2) ?? '') && option.type === 'string') return 'Html';
  if (option.type === 'string') return 'string';
  if (option.type === 'boolean') return 'boolean';
  if (option.type === 'integer') return 'number';
  if (option.name === 'attributes') return 'Attributes';
  if (option.isComponent === true)
    return `${pascal(option.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))}Options`;
  if (option.params === undefined)
    throw new Error(`No type for ${component} ${path.join('.')}: add a correction`);
  const shape = shapeOf(component, path, option.params, indent);
  if (option.type !== 'array') return shape;
  // Falsy items are left out by the macros, so a condition may stand in a list.
  if (component === 'table' && option.name === 'rows') return `readonly (readonly (${shape})[] | Nothing)[]`;
  const divided = (component === 'radios' || component === 'checkboxes') && option.name === 'items';
  return `readonly ((${shape}) | ${divided ? 'Divider | ' : ''}Nothing)[]`;
};

/** An option named twice takes either type: `slots.end` is markup, or an object holding it. */
const shapeOf = (
  component: string,
  path: readonly string[],
  options: readonly Option[],
  indent: string,
): string => {
  const inner = `${indent}  `;
  const byName = new Map<string, Option[]>();
  for (const option of options) {
    if (option.type === 'nunjucks-block') continue;
    byName.set(option.name, [...(byName.get(option.name) ?? []), option]);
  }
  const choices: string[] = [];
  let body = '';
  for (const [name, same] of byName) {
    const [option] = same as [Option];
    const textName = name === 'html' ? 'text' : name.replace(/Html$/, 'Text');
    const htmlName = name === 'text' ? 'html' : name.replace(/Text$/, 'Html');
    const pair = byName.get(htmlName === name ? textName : htmlName)?.[0];
    if (pair !== undefined && pair !== option && option.required === true && pair.required === true) {
      // Said once, for the text of the pair: one of the two, never both.
      if (textName === name) choices.push(`TextOrHtml<'${textName}', '${htmlName}'>`);
      continue;
    }
    const optional = option.required !== true || NOT_REQUIRED.has([component, ...path, name].join('.'));
    const type = same.map((each) => typeOf(component, [...path, name], each, inner)).join(' | ');
    body += `${comment(option, inner)}${inner}readonly ${name}${optional ? '?' : ''}: ${type}${optional ? ' | undefined' : ''};\n`;
  }
  return [`{\n${body}${indent}}`, ...choices].join(' & ');
};

export const generate = (): string => {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  const parts = componentNames()
    .filter((name) => !NOT_OURS.has(name))
    .map((name) => {
      const options = JSON.parse(
        readFileSync(join(componentsFolder, name, 'macro-options.json'), 'utf8'),
      ) as readonly Option[];
      return `export type ${pascal(name)}Options = ${shapeOf(name, [], options, '')};

export const ${camel(name)}: Component<${pascal(name)}Options> = component('govuk/components/${name}/macro.njk', 'govuk${pascal(name)}');
`;
    });
  return `// Written by scripts/generate-components.ts from the options published in govuk-frontend ${version}. Do not edit.
import { type Component, component } from '../components/macro.ts';
import type { Attributes, DateInputPart, Divider, Nothing, Plurals, TextOrHtml } from '../components/option-types.ts';
import type { Html } from '../html.ts';

${parts.join('\n')}`;
};

if (import.meta.main) writeFileSync(generatedFile, generate());
