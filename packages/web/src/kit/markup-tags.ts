import { escapeHtml } from './html.ts';

/** A tag in markup of ours, where every value is quoted and escaped: not a reader of markup from elsewhere. */
export interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  readonly start: number;
  readonly end: number;
}

const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/g;
const ATTRIBUTE = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const ENTITY = /&(?:#(\d{1,6})|(amp|lt|gt|quot|apos));/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Written without a value. */
const BARE = new Set(['checked', 'disabled', 'multiple', 'open', 'required', 'selected']);

const unescapeHtml = (text: string): string =>
  text.replaceAll(ENTITY, (_, code: string | undefined, name: string) =>
    code === undefined ? (NAMED[name] ?? '') : String.fromCodePoint(Number(code)),
  );

export const tagsOf = (markup: string): readonly Tag[] =>
  [...markup.matchAll(TAG)].map((found) => ({
    name: (found[2] ?? '').toLowerCase(),
    isEnd: found[1] === '/',
    attributes: new Map(
      [...(found[3] ?? '').matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
        name.toLowerCase(),
        unescapeHtml(double ?? single ?? bare ?? ''),
      ]),
    ),
    start: found.index,
    end: found.index + found[0].length,
  }));

/** What can be read in a part of a page. */
export const wordsOf = (markup: string): string =>
  unescapeHtml(markup.replaceAll(TAG, ' '))
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([:,.])/g, '$1')
    .trim();

/** The tag again, with attributes set, or taken away where the new value is undefined. */
export const writeTag = (tag: Tag, changes: Readonly<Record<string, string | undefined>>): string => {
  const attributes = new Map<string, string | undefined>([...tag.attributes, ...Object.entries(changes)]);
  let written = `<${tag.name}`;
  for (const [name, value] of attributes) {
    if (value === undefined) continue;
    written += BARE.has(name) ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`;
  }
  return `${written}>`;
};

export type Change = readonly [start: number, end: number, text: string];

/** The markup with parts of it replaced, none of which overlap. */
export const withChanges = (markup: string, changes: readonly Change[]): string => {
  let written = '';
  let at = 0;
  for (const [start, end, text] of changes.toSorted((a, b) => a[0] - b[0])) {
    written += markup.slice(at, start) + text;
    at = end;
  }
  return written + markup.slice(at);
};
