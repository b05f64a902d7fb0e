import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as Sass from 'sass';
import { parseColour, textOn } from './colour.ts';

/** A file of the page's furniture. Names hold a hash of the content, so a browser may keep it for ever. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: Buffer;
  readonly cacheControl: string;
}

const FOR_EVER = 'public, max-age=31536000, immutable';
const A_DAY = 'public, max-age=86400';

const require = createRequire(import.meta.url);
const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`));
const versionAt = (folder: string): string =>
  (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;

const GOVUK = join(folderOf('govuk-frontend'), 'dist');
const MOJ = folderOf('@ministryofjustice/frontend');
/** MoJ's styles name GOV.UK's by their place under node_modules, wherever that is. */
const MODULES_PARENT = join(folderOf('govuk-frontend'), '../..');
const STYLES = join(import.meta.dirname, '../styles');
const BROWSER = join(import.meta.dirname, '../browser');

const hashOf = (...contents: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('base64url').slice(0, 12);
};

/**
 * Compiling takes over a second, so the result is kept beside the packages it is made from, when that can be written.
 * The compiler itself takes long to load, and is loaded only where there is no such result.
 */
const compileStyles = (): string => {
  const sources = readdirSync(STYLES)
    .sort()
    .map((file) => readFileSync(join(STYLES, file)));
  const versions = [dirname(require.resolve('sass')), folderOf('govuk-frontend'), MOJ].map(versionAt);
  const kept = join(
    MODULES_PARENT,
    'node_modules/.cache/rightplace',
    `app-${hashOf(...sources, ...versions)}.css`,
  );
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    const sass = require('sass') as typeof Sass;
    const { css } = sass.compile(join(STYLES, 'app.scss'), {
      loadPaths: [GOVUK, MOJ, MODULES_PARENT],
      style: 'compressed',
      // What the packages warn of is for their makers; a fault of ours is an error and is thrown.
      logger: sass.Logger.silent,
    });
    keep(kept, css);
    return css;
  }
};

/** Written whole or not at all: another process may be reading. */
const keep = (file: string, content: string): void => {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, content);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // A read-only installation compiles at each start instead.
  }
};

const MODULES: Readonly<Record<string, string>> = {
  'govuk-frontend': join(GOVUK, 'govuk/govuk-frontend.min.js'),
  'moj-button-menu': join(MOJ, 'moj/components/button-menu/button-menu.bundle.mjs'),
};

const build = () => {
  const byPath = new Map<string, Asset>();
  const byName = new Map<string, string>();
  const add = (name: string, type: string, content: string | Buffer, path?: string): string => {
    const body = Buffer.from(content);
    const dot = name.lastIndexOf('.');
    const at = path ?? `/assets/${name.slice(0, dot)}-${hashOf(body)}${name.slice(dot)}`;
    byPath.set(at, { path: at, type, body, cacheControl: path === undefined ? FOR_EVER : A_DAY });
    byName.set(name, at);
    return at;
  };
  const css = 'text/css; charset=utf-8';
  const javascript = 'text/javascript; charset=utf-8';
  const svg = 'image/svg+xml';

  add('app.css', css, compileStyles());
  // Our modules import packages by name; there is no bundler, so each name becomes the address of its file.
  const addresses = Object.entries(MODULES).map(([name, file]): readonly [string, string] => [
    name,
    add(
      `${name}.js`,
      javascript,
      readFileSync(file, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'),
    ),
  ]);
  for (const file of readdirSync(BROWSER).filter((name) => name.endsWith('.js'))) {
    let source = readFileSync(join(BROWSER, file), 'utf8');
    for (const [name, address] of addresses) source = source.replaceAll(`'${name}'`, `'${address}'`);
    add(file, javascript, source);
  }
  add('favicon.svg', svg, readFileSync(join(STYLES, 'favicon.svg')));
  // The style sheet of the Ministry of Justice names these without a hash.
  for (const file of readdirSync(join(MOJ, 'moj/assets/images')).filter((name) => name.endsWith('.svg'))) {
    add(`images/${file}`, svg, readFileSync(join(MOJ, 'moj/assets/images', file)), `/assets/images/${file}`);
  }
  return { byPath, byName };
};

let built: ReturnType<typeof build> | undefined;

/** Reads and compiles everything now, so that the first visitor does not wait for it. */
export const prepareAssets = (): void => {
  built ??= build();
};

/** The address of a file by its plain name: `assetPath('app.css')`. */
export const assetPath = (name: string): string => {
  prepareAssets();
  const path = built?.byName.get(name);
  if (path === undefined) throw new Error(`There is no asset ${name}`);
  return path;
};

/** The address of the small style sheet that gives the header an authority's colour. */
export const colourPath = (colour: string): string | undefined => {
  const parsed = parseColour(colour);
  return parsed === undefined ? undefined : `/assets/colour-${parsed.slice(1)}.css`;
};

const colourSheet = (path: string): Asset | undefined => {
  const colour = parseColour(`#${/^\/assets\/colour-([0-9a-f]{6})\.css$/.exec(path)?.[1] ?? ''}`);
  if (colour === undefined) return undefined;
  const body = Buffer.from(`:root{--authority-background:${colour};--authority-text:${textOn(colour)}}`);
  return { path, type: 'text/css; charset=utf-8', body, cacheControl: FOR_EVER };
};

/** What to answer for a path under /assets/, or undefined when there is no such file. */
export const findAsset = (path: string): Asset | undefined => {
  prepareAssets();
  return built?.byPath.get(path) ?? colourSheet(path);
};
