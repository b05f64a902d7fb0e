import { findPositions, type Position, URL_ATTRIBUTES } from './html-position.ts';

/**
 * Markup that is safe to send: made only by the `html` tag, which escapes what is put into it, or deliberately by
 * `raw`. The private field makes the type nominal, so that no string and no plain object can pass for it.
 */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }

  /** For this file only: everyone else says `html` or `raw`. */
  static trusted(markup: string): Html {
    return new Html(markup);
  }
}

/** What may stand in a template. Nothing is drawn for null, undefined and false, so `condition && html…` works. */
export type Content = Html | string | number | null | undefined | false | readonly Content[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const NEEDS_ESCAPE = /[&<>"']/;

/** Safe between tags and inside quoted attributes alike. */
export const escapeHtml = (text: string): string =>
  NEEDS_ESCAPE.test(text) ? text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '') : text;

/** Markup from elsewhere, taken as it is. Each use must be able to say why it cannot hold anything a person typed. */
export const raw = (markup: string): Html => Html.trusted(markup);

export const noHtml: Html = Html.trusted('');

const write = (content: Content): string => {
  if (typeof content === 'string') return escapeHtml(content);
  if (content instanceof Html) return content.toString();
  if (typeof content === 'number') return String(content);
  if (content === null || content === undefined || content === false) return '';
  if (Array.isArray(content)) {
    let written = '';
    for (const part of content as readonly Content[]) written += write(part);
    return written;
  }
  // The types already refuse this; a value cast from somewhere untyped must not become "[object Object]" on a page.
  throw new TypeError(`An ${typeof content} cannot be put into a page. Choose the text to show.`);
};

/** Browsers ignore control characters and spaces inside a scheme, so only what is printed is looked at. */
const runsCode = (url: string): boolean => /^(javascript|data|vbscript):/i.test(url.replace(/[^!-~]/g, ''));

/** The address, or one that goes nowhere when following it would run code. */
export const safeUrl = (url: string): string => (runsCode(url) ? '#' : url);

const writeAt = (position: Position, content: Content): string => {
  if (position.kind === 'text') return write(content);
  if (position.kind === 'tag') {
    // `<input${attributes({ checked })}>`: a list of attributes already made safe, or nothing at all.
    if (content instanceof Html || content === false || content === null || content === undefined)
      return write(content);
    throw new TypeError('Inside a tag, put values in quoted attributes or use attributes({…}).');
  }
  if (content instanceof Html || Array.isArray(content)) {
    throw new TypeError(`The value of ${position.attribute}="…" must be one text or number.`);
  }
  return write(position.startsUrl && typeof content === 'string' ? safeUrl(content) : content);
};

const positionsByTemplate = new WeakMap<TemplateStringsArray, readonly Position[]>();

/**
 * Writes markup: html`<p>${child.name}</p>`. Everything put in is escaped, except markup made the same way. The
 * places where escaping is no protection (unquoted attributes, on… handlers, style, script) are refused outright.
 */
export const html = (strings: TemplateStringsArray, ...contents: readonly Content[]): Html => {
  let positions = positionsByTemplate.get(strings);
  if (positions === undefined) {
    positions = findPositions(strings);
    positionsByTemplate.set(strings, positions);
  }
  let markup = strings[0] ?? '';
  for (let i = 0; i < contents.length; i++) {
    markup += writeAt(positions[i] ?? { kind: 'text' }, contents[i]) + (strings[i + 1] ?? '');
  }
  return Html.trusted(markup);
};

export type AttributeValue = string | number | boolean | null | undefined;

/** A list of attributes for a tag. `true` writes the bare name; false, null and undefined write nothing. */
export const attributes = (values: Readonly<Record<string, AttributeValue>>): Html => {
  let markup = '';
  for (const [name, value] of Object.entries(values)) {
    if (!/^[a-zA-Z][\w:.-]*$/.test(name) || /^(on|style$|srcdoc$)/i.test(name)) {
      throw new TypeError(`Not an attribute a page may set: ${name}`);
    }
    if (value === false || value === null || value === undefined) continue;
    if (value === true) markup += ` ${name}`;
    else {
      const text = String(value);
      markup += ` ${name}="${escapeHtml(URL_ATTRIBUTES.has(name.toLowerCase()) ? safeUrl(text) : text)}"`;
    }
  }
  return Html.trusted(markup);
};

/** Several contents as one, with something between each (nothing after the last). */
export const join = (parts: readonly Content[], separator: Content = ''): Html => {
  const between = write(separator);
  return Html.trusted(
    parts
      .map(write)
      .filter((part) => part !== '')
      .join(between),
  );
};
