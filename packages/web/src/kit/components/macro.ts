import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import nunjucks from 'nunjucks';
import { Html, raw, safeUrl } from '../html.ts';
import { isMarkupOption } from './markup-option.ts';
import { mojDate } from './moj-date.ts';

const require = createRequire(import.meta.url);
const packageFolder = (name: string): string => dirname(require.resolve(`${name}/package.json`));

/** One environment for the life of the process: each official template is compiled once, when first drawn. */
const environment = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([
    join(packageFolder('govuk-frontend'), 'dist'),
    packageFolder('@ministryofjustice/frontend'),
  ]),
  { autoescape: true, trimBlocks: true, lstripBlocks: true },
);
environment.addFilter('mojDate', mojDate);

type Macro = (options: unknown, keywords?: unknown) => unknown;
/** Part of nunjucks that its published types leave out. Called without a promise, it answers at once. */
interface Exporting {
  getExported(done: (error: unknown, exported: Readonly<Record<string, Macro>>) => void): void;
}

const findMacro = (template: string, name: string): Macro => {
  let found: Macro | undefined;
  (environment.getTemplate(template, true) as unknown as Exporting).getExported((error, exported) => {
    if (error) throw error;
    found = exported[name];
  });
  if (found === undefined) throw new Error(`${template} has no macro ${name}`);
  return found;
};

/**
 * The macros write `html` options as they are, so this is the gate: only `Html` passes where markup is written, and
 * nothing but text elsewhere. The types say so already; this holds for what was cast or came from JSON.
 */
const prepare = (value: unknown, key: string, parent: string): unknown => {
  if (typeof value === 'string') {
    if (value !== '' && isMarkupOption(key, parent))
      throw new TypeError(`The option ${key} takes html\`…\`, not text.`);
    return key === 'href' || key === 'url' || key === 'action' ? safeUrl(value) : value;
  }
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Html) {
    if (isMarkupOption(key, parent)) return value.toString();
    throw new TypeError(`The option ${key} takes text. For markup use the html option.`);
  }
  if (Array.isArray(value)) return value.map((item) => prepare(item, key, parent));
  const prepared: Record<string, unknown> = {};
  for (const name in value) prepared[name] = prepare((value as Record<string, unknown>)[name], name, key);
  return prepared;
};

/** A published macro as a function from its options to markup. `content` is for macros drawn with `{% call %}`. */
export type Component<Options extends object> = (options: Options, content?: Html) => Html;

/** Draws with whatever it is given; where a macro is named, its type says which options it takes. */
export const component = (template: string, name: string): Component<object> => {
  let macro: Macro | undefined;
  return (options, content) => {
    macro ??= findMacro(template, name);
    const prepared = prepare(options, '', '');
    if (content === undefined) return raw(String(macro(prepared)).trim());
    const keywords = { __keywords: true, caller: () => new nunjucks.runtime.SafeString(content.toString()) };
    return raw(String(macro(prepared, keywords)).trim());
  };
};
